import { showDay } from '../calendar/day.ts'
import { oneStopDesk } from '../slips/layout.ts'
import { headOf } from './administrative-layout.ts'
import {
  a4Landscape,
  type Block,
  type Column,
  type Heading,
  type ReportDocument,
  type Row,
} from './report.ts'
import { type BookEntry, type BookFacts, procedure, white } from './so-theo-doi-document.ts'

const columns: readonly (Column & { readonly width: number })[] = [
  { width: 4.2, align: 'center', format: 'integer' },
  { width: 18, align: 'left', format: 'text' },
  { width: 9, align: 'left', format: 'text' },
  { width: 5.6, align: 'center', format: 'integer' },
  { width: 14.5, align: 'left', format: 'text' },
  { width: 22, align: 'left', format: 'text' },
  { width: 10.8, align: 'left', format: 'text' },
  { width: 9.7, align: 'center', format: 'day' },
  { width: 9.7, align: 'center', format: 'day' },
  { width: 9.7, align: 'center', format: 'day' },
  { width: 8, align: 'left', format: 'text' },
  { width: 8, align: 'left', format: 'text' },
  { width: 11, align: 'left', format: 'text' },
  { width: 11, align: 'left', format: 'text' },
  { width: 12, align: 'left', format: 'text' },
]

const headings: readonly (readonly Heading[])[] = [
  [
    { text: 'STT', rowSpan: 2 },
    { text: 'Mã hồ sơ', rowSpan: 2 },
    { text: 'Nội dung hồ sơ', rowSpan: 2 },
    { text: 'Số lượng (bộ)', rowSpan: 2 },
    { text: 'Họ tên chủ hồ sơ', rowSpan: 2 },
    { text: 'Địa chỉ chủ hồ sơ', rowSpan: 2 },
    { text: 'Số điện thoại', rowSpan: 2 },
    { text: 'Ngày, tháng, năm', colSpan: 2 },
    { text: 'Trả kết quả', colSpan: 3 },
    { text: 'Người nhận hồ sơ', rowSpan: 2 },
    { text: 'Địa bàn phát sinh hồ sơ', rowSpan: 2 },
    { text: 'Ghi chú', rowSpan: 2 },
  ],
  [
    { text: 'Nhận hồ sơ' },
    { text: 'Hẹn trả kết quả' },
    { text: 'Ngày nhận kết quả' },
    { text: 'Bên giao (Ký tên)' },
    { text: 'Bên nhận (Ký tên)' },
  ],
]

/** The book a province really keeps beside Mẫu 06, as plain data. */
export function receptionBookDocument({
  office,
  department,
  period,
  reportDay,
  entries,
  sample,
}: BookFacts): ReportDocument {
  const head = headOf({ ...office, parent: department, department: oneStopDesk }, null, reportDay)
  const note = (text: string): Block => ({ kind: 'note', text })
  const blocks: Block[] = [
    {
      kind: 'table',
      id: 'reception-book',
      columns: columns.map(({ align, format }) => ({ align, format })),
      headings,
      rows: entries.map((entry, at) => rowOf(entry, at + 1)),
    },
    note(
      entries.length === 0
        ? 'Không tiếp nhận hồ sơ nào trong kỳ.'
        : `Tổng số: ${entries.length} hồ sơ tiếp nhận trong kỳ.`,
    ),
    ...(sample ? [note('DỮ LIỆU MẪU: sổ do ứng dụng tạo để dùng thử, không phải sổ của cơ quan.')] : []),
    { kind: 'signature', receiversLabel: '', receivers: [], title: ['NGƯỜI LẬP SỔ'], name: '' },
  ]
  return {
    report: 'so-tiep-nhan',
    fileName: `so-tiep-nhan-ho-so-${period.id.replace(/[^\w-]+/g, '-')}.xlsx`,
    period,
    reportDay,
    print: a4Landscape,
    // a book bears no number
    head: { ...head, number: '' },
    title: {
      kind: 'SỔ THEO DÕI TÌNH HÌNH TIẾP NHẬN HỒ SƠ TTHC',
      subject: 'Thủ tục đổi giấy phép lái xe do ngành Giao thông vận tải cấp',
      period: `(Từ ngày ${showDay(period.from)} đến ngày ${showDay(period.to)})`,
    },
    sheets: [{ name: 'Sổ tiếp nhận', grid: columns.map(({ width }) => width), blocks }],
  }
}

function rowOf(entry: BookEntry, number: number): Row {
  return {
    kind: 'normal',
    cells: [
      { value: number },
      { value: entry.dossierCode },
      { value: procedure },
      { value: 1 },
      { value: entry.fullName },
      white(entry.address),
      white(entry.phone),
      { value: entry.receivedDay },
      white(entry.dueDay),
      white(entry.returnedDay),
      white(null),
      white(null),
      white(entry.officer),
      white(entry.district),
      white(entry.remarks === '' ? null : entry.remarks),
    ],
  }
}
