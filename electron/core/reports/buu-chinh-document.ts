import { showDay } from '../calendar/day.ts'
import { signatureOf } from './administrative-layout.ts'
import type { BuuChinhFacts, PostLine, WaitingItem } from './buu-chinh-facts.ts'
import { unitLine } from './ii06a.ts'
import { initials } from './initials.ts'
import { summaryGrid } from './ket-qua-summary.ts'
import type { Block, Cell, Column, ReportDocument, Row, Sheet } from './report.ts'
import { appendixOf, framed, heading, noticeBlocks } from './report-frame.ts'

/** Results that went back by post, by team, and what is still on its way. */
export function buuChinhDocument(facts: BuuChinhFacts): ReportDocument {
  const { frame, whole, handOverLists } = facts
  const about = {
    report: 'buu-chinh',
    file: 'bao-cao-buu-chinh',
    kind: 'BÁO CÁO',
    subject: 'Trả kết quả đổi giấy phép lái xe qua dịch vụ bưu chính',
  }
  return framed(frame, about, [
    {
      name: 'Bưu chính',
      grid: summaryGrid(frame.office.department),
      blocks: [
        heading('I. Kết quả giao, phát theo tổ'),
        table(facts),
        {
          kind: 'note',
          text:
            'Ghi chú: (3) + (4) = (5) + (7). Cột (5) là kết quả đã giao bưu chính và đã đến tay công dân trong kỳ; cột (6) tính ' +
            'theo ngày lịch, từ ngày giao bưu chính. Cột (9) là mọi hồ sơ ghi trả qua bưu điện trong kỳ, kể cả hồ sơ không ghi ' +
            'ngày giao. Số chuyển hoàn chưa được ghi trong ứng dụng nên không có trong báo cáo này.',
        },
        heading('II. Bàn giao'),
        {
          kind: 'paragraph',
          text:
            `Trong kỳ đã lập ${handOverLists} biên bản bàn giao bưu chính; giao ${whole.handedOver} kết quả, trong đó ` +
            `${whole.withoutCode} kết quả chưa ghi mã bưu gửi.`,
        },
        ...noticeBlocks(frame),
        signatureOf(frame.office),
      ],
    },
    waitingSheet(facts),
  ])
}

const titles = [
  'Kỳ trước chuyển sang',
  'Giao bưu chính trong kỳ',
  'Phát đến công dân trong kỳ',
  'Số ngày phát bình quân',
  'Đang ở bưu chính',
  'Chưa giao bưu chính',
  'Trả qua bưu điện trong kỳ',
]

function table({ teams, whole, frame }: BuuChinhFacts): Block {
  const figure = (span: number, format: Column['format'] = 'integer'): Column => ({
    align: 'right',
    format,
    span,
  })
  const rows = teams
    .map(line => [{ value: line.name }, ...cells(line, frame.period.from, frame.asOf)])
    .filter(found => found.some(({ value }) => typeof value === 'number' && value > 0))
  return {
    kind: 'table',
    id: 'post',
    unit: unitLine(frame.unit),
    columns: [
      { align: 'center', format: 'integer' },
      { align: 'left', format: 'text', span: 3 },
      ...[figure(2), figure(1), figure(1), figure(2, 'decimal'), figure(1), figure(2), figure(2)],
    ],
    headings: [
      ['TT', 'Tổ', ...titles].map(text => ({ text })),
      Array.from({ length: titles.length + 2 }, (_, at) => ({ text: `(${at + 1})` })),
    ],
    rows: [
      ...rows.map((found, at): Row => ({ kind: 'normal', cells: [{ value: at + 1 }, ...found] })),
      {
        kind: 'total',
        cells: [
          { value: null, none: '' },
          { value: whole.name },
          ...cells(whole, frame.period.from, frame.asOf),
        ],
      },
    ],
  }
}

function cells(line: PostLine, from: string, to: string): Cell[] {
  const { key, delivered, deliveryDays } = line
  const mean = delivered === 0 ? null : Math.round((100 * deliveryDays) / delivered) / 100
  return [
    { value: line.carriedIn },
    { value: line.handedOver },
    { value: delivered },
    { value: mean },
    { value: line.waiting },
    { value: line.notHandedOver },
    {
      value: line.measures.returnedPost.total,
      measure: {
        names: ['returnedPost'],
        from,
        to,
        ...(key === undefined ? {} : { group: { by: 'team', key } }),
      },
    },
  ]
}

/** As many as somebody reads on paper. */
const longestList = 1000

const listColumns: readonly (Column & { readonly heading: string; readonly width: number })[] = [
  { heading: 'TT', width: 5, align: 'center', format: 'integer' },
  { heading: 'Mã hồ sơ', width: 25, align: 'left', format: 'text' },
  { heading: 'Người nhận', width: 13, align: 'left', format: 'text' },
  { heading: 'Mã bưu gửi', width: 18, align: 'left', format: 'text' },
  { heading: 'Ngày giao bưu chính', width: 12, align: 'center', format: 'day' },
  { heading: 'Số ngày', width: 9, align: 'right', format: 'integer' },
  { heading: 'Tổ', width: 30, align: 'left', format: 'text' },
]

function waitingSheet({ frame, waiting }: BuuChinhFacts): Sheet {
  const left = waiting.length - longestList
  const text =
    left > 0
      ? `Còn ${left} kết quả khác không in ở đây; xem đủ trong hàng việc Đã giao bưu chính.`
      : `Tổng số: ${waiting.length} kết quả. Số ngày là ngày lịch, từ ngày giao bưu chính.`
  const none: Row = {
    kind: 'normal',
    cells: [{ value: 'Không có kết quả', format: 'text', align: 'center', colSpan: listColumns.length }],
  }
  return {
    name: 'Đang ở bưu chính',
    title: appendixOf(frame, 'Phụ lục', `Kết quả đang ở bưu chính tính đến hết ngày ${showDay(frame.asOf)}`),
    grid: listColumns.map(({ width }) => width),
    blocks: [
      {
        kind: 'table',
        id: 'with-the-post',
        columns: listColumns.map(({ align, format }) => ({ align, format })),
        headings: [listColumns.map(({ heading: text }) => ({ text }))],
        rows: waiting.length === 0 ? [none] : waiting.slice(0, longestList).map(itemRow),
      },
      { kind: 'note', text },
    ],
  }
}

/** The code of the item and initials: the list may leave the office. */
function itemRow(item: WaitingItem, at: number): Row {
  const values = [
    item.dossierCode,
    initials(item.fullName),
    item.postalCode,
    item.postedDay,
    item.days,
    item.team,
  ]
  return { kind: 'normal', cells: [{ value: at + 1 }, ...values.map(value => ({ value }))] }
}
