import { type ReturnWay, returnWayNames } from '../applications/model.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { Period } from '../periods/period.ts'
import { oneStopDesk } from '../slips/layout.ts'
import { headOf, type Office } from './administrative-layout.ts'
import {
  a4Landscape,
  type Block,
  type Cell,
  type Column,
  type Heading,
  type ReportDocument,
  type Row,
} from './report.ts'

/** One line of the book. */
export type BookEntry = {
  readonly dossierCode: string
  readonly fullName: string
  /** Địa chỉ, số điện thoại. */
  readonly place: string | null
  readonly address: string | null
  /** Địa bàn phát sinh hồ sơ. */
  readonly district: string | null
  readonly phone: string | null
  /** Cán bộ thụ lý. */
  readonly officer: string | null
  readonly receivedDay: Day
  readonly dueDay: Day | null
  /** Chuyển hồ sơ đến cơ quan giải quyết. */
  readonly given: Day | null
  readonly finishedDay: Day | null
  readonly returnedDay: Day | null
  readonly returnWay: ReturnWay | null
  readonly remarks: string
}

export type BookFacts = {
  readonly office: Office
  /** The department in full: above the desk's name, and as the one that decides. */
  readonly department: string
  /** The form and the set it comes from: "Mẫu số 06 ban hành kèm theo …". */
  readonly form: string
  readonly reportDay: Day
  readonly period: Period
  readonly entries: readonly BookEntry[]
  readonly sample: boolean
}

export const procedure = 'Đổi giấy phép lái xe'

const columns: readonly (Column & { readonly width: number })[] = [
  { width: 4.2, align: 'center', format: 'integer' },
  { width: 19, align: 'left', format: 'text' },
  { width: 9, align: 'left', format: 'text' },
  { width: 5.6, align: 'center', format: 'integer' },
  { width: 14.5, align: 'left', format: 'text' },
  { width: 24, align: 'left', format: 'text' },
  { width: 10.5, align: 'left', format: 'text' },
  { width: 9.7, align: 'center', format: 'day' },
  { width: 9.7, align: 'center', format: 'day' },
  { width: 9.7, align: 'center', format: 'day' },
  { width: 9.7, align: 'center', format: 'day' },
  { width: 9.7, align: 'center', format: 'day' },
  { width: 9, align: 'left', format: 'text' },
  { width: 8, align: 'left', format: 'text' },
  { width: 12, align: 'left', format: 'text' },
]

const headings: readonly (readonly Heading[])[] = [
  [
    { text: 'TT', rowSpan: 2 },
    { text: 'Mã hồ sơ', rowSpan: 2 },
    { text: 'Tên TTHC', rowSpan: 2 },
    { text: 'Số lượng hồ sơ (bộ)', rowSpan: 2 },
    { text: 'Tên cá nhân, tổ chức', rowSpan: 2 },
    { text: 'Địa chỉ, số điện thoại', rowSpan: 2 },
    { text: 'Cơ quan chủ trì giải quyết', rowSpan: 2 },
    { text: 'Ngày, tháng, năm', colSpan: 4 },
    { text: 'Trả kết quả', colSpan: 3 },
    { text: 'Ghi chú', rowSpan: 2 },
  ],
  [
    { text: 'Nhận hồ sơ' },
    { text: 'Hẹn trả kết quả' },
    { text: 'Chuyển hồ sơ đến cơ quan giải quyết' },
    { text: 'Nhận kết quả từ cơ quan giải quyết' },
    { text: 'Ngày, tháng, năm' },
    { text: 'Phương thức nhận kết quả' },
    { text: 'Ký nhận' },
  ],
]

/** Mẫu 06 as plain data; what is not known yet is left white, to be written by hand. */
export function bookDocument(facts: BookFacts): ReportDocument {
  const { office, department, period, reportDay } = facts
  const head = headOf({ ...office, parent: department, department: oneStopDesk }, null, reportDay)
  return {
    report: 'so-theo-doi',
    fileName: `so-theo-doi-ho-so-${period.id.replace(/[^\w-]+/g, '-')}.xlsx`,
    period,
    reportDay,
    print: a4Landscape,
    // a book bears no number
    head: { ...head, number: '' },
    title: {
      kind: 'SỔ THEO DÕI HỒ SƠ',
      subject: 'Thủ tục đổi giấy phép lái xe do ngành Giao thông vận tải cấp',
      period: `(Từ ngày ${showDay(period.from)} đến ngày ${showDay(period.to)})`,
    },
    sheets: [{ name: 'Sổ theo dõi', grid: columns.map(({ width }) => width), blocks: blocksOf(facts) }],
  }
}

function blocksOf(facts: BookFacts): Block[] {
  const { entries, office } = facts
  const note = (text: string): Block => ({ kind: 'note', text })
  return [
    {
      kind: 'table',
      id: 'book',
      columns: columns.map(({ align, format }) => ({ align, format })),
      headings,
      rows: entries.map((entry, at) => rowOf(entry, at + 1, office.department)),
    },
    note(
      entries.length === 0
        ? 'Không tiếp nhận hồ sơ nào trong kỳ.'
        : `Tổng số: ${entries.length} hồ sơ tiếp nhận trong kỳ. ${facts.form}`,
    ),
    ...(facts.sample
      ? [note('DỮ LIỆU MẪU: sổ do ứng dụng tạo để dùng thử, không phải sổ của cơ quan.')]
      : []),
    { kind: 'signature', receiversLabel: '', receivers: [], title: ['NGƯỜI LẬP SỔ'], name: '' },
  ]
}

function rowOf(entry: BookEntry, number: number, decides: string): Row {
  const { place, returnWay } = entry
  return {
    kind: 'normal',
    cells: [
      { value: number },
      { value: entry.dossierCode },
      { value: procedure },
      { value: 1 },
      { value: entry.fullName },
      white(place),
      { value: decides },
      { value: entry.receivedDay },
      white(entry.dueDay),
      white(entry.given),
      white(entry.finishedDay),
      white(entry.returnedDay),
      white(returnWay === null ? null : returnWayNames[returnWay]),
      white(null),
      white(entry.remarks === '' ? null : entry.remarks),
    ],
  }
}

/** What is not known stays white, to be written by hand. */
export const white = (value: string | null): Cell => ({ value, none: '' })
