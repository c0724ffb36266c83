import type { Count, MeasureName } from '../statistics/model.ts'
import { motto } from './administrative-layout.ts'
import type { KetQuaFacts } from './ket-qua-facts.ts'
import type { Block, Cell, Column, MeasureRef, RowKind } from './report.ts'
import { pointsPerUnit, textWidth } from './text-width.ts'

/** Width of a column of figures: four of them are as long as tiêu ngữ, whose rule stands on them. */
const figure = textWidth(motto, 14, true) / pointsPerUnit / 4

/**
 * The grid of the first sheet: TT, the label in three parts, eleven figures, of which one has a long heading. The
 * rules of the head stand on its columns: under the department's name the middle part of the label, under tiêu ngữ
 * four figures, and under trích yếu all between five figures from the left and five from the right.
 */
export function summaryGrid(department: string): number[] {
  const number = 4.4
  const label = 5 * figure - number
  const centre = 3.5 * figure
  const words = textWidth(department, 13, true) / pointsPerUnit
  const rule = Math.min(words * 0.42, centre, 2 * (5 * figure - centre) - 2)
  const before = centre - rule / 2 - number
  const figures = [1, 1, 1.9, 1.1, 1, 1, 1, 1, 1, 1, 1].map(part => part * figure)
  return [number, before, rule, label - before - rule, ...figures].map(twoDecimals)
}

const twoDecimals = (width: number) => Math.round(width * 100) / 100

type Channel = 'direct' | 'online' | 'postal'

type Line = {
  readonly label: string
  readonly kind: RowKind
  readonly channels: readonly Channel[]
  readonly of: (counts: Count) => number
}

/** What each kind of submission is called in every table. */
const lines: readonly Line[] = [
  { label: 'Trực tuyến', kind: 'normal', channels: ['online'], of: counts => counts.online },
  { label: 'Trực tiếp', kind: 'normal', channels: ['direct'], of: counts => counts.direct },
  { label: 'Qua bưu chính công ích', kind: 'normal', channels: ['postal'], of: counts => counts.postal },
  { label: 'Tổng cộng', kind: 'total', channels: ['online', 'direct', 'postal'], of: counts => counts.total },
]

/** The columns of the form after TT and label: the measures each is the sum of, and the channels it is about. */
const columns: readonly { readonly names: readonly MeasureName[]; readonly only?: readonly Channel[] }[] = [
  { names: ['received', 'carriedIn', 'resumed'] },
  { names: ['received'], only: ['online'] },
  { names: ['received'], only: ['direct', 'postal'] },
  { names: ['carriedIn', 'resumed'] },
  { names: ['closedEarly', 'closedOnTime', 'closedLate'] },
  { names: ['closedEarly'] },
  { names: ['closedOnTime'] },
  { names: ['closedLate'] },
  { names: ['openInTime', 'openPaused', 'openOverdue'] },
  { names: ['openInTime', 'openPaused'] },
  { names: ['openOverdue'] },
]

/** Biểu II.06a by channel, 13 columns, with its footnote. */
export function ii06aTable(facts: KetQuaFacts): Block[] {
  const figures: Column[] = columns.map(() => ({ align: 'right', format: 'integer' }))
  return [
    {
      kind: 'table',
      id: 'ii06a',
      unit: unitLine(facts),
      columns: [
        { align: 'center', format: 'integer' },
        { align: 'left', format: 'text', span: 3 },
        ...figures,
      ],
      headings: [
        [
          { text: 'TT', rowSpan: 3 },
          { text: 'Hình thức nộp hồ sơ', rowSpan: 3 },
          { text: 'Số lượng hồ sơ tiếp nhận', colSpan: 4 },
          { text: 'Số lượng hồ sơ đã giải quyết', colSpan: 4 },
          { text: 'Số lượng hồ sơ đang giải quyết', colSpan: 3 },
        ],
        [
          { text: 'Tổng số', rowSpan: 2 },
          { text: 'Trong kỳ', colSpan: 2 },
          { text: 'Từ kỳ trước', rowSpan: 2 },
          { text: 'Tổng số', rowSpan: 2 },
          { text: 'Trước hạn', rowSpan: 2 },
          { text: 'Đúng hạn', rowSpan: 2 },
          { text: 'Quá hạn', rowSpan: 2 },
          { text: 'Tổng số', rowSpan: 2 },
          { text: 'Trong hạn', rowSpan: 2 },
          { text: 'Quá hạn', rowSpan: 2 },
        ],
        [{ text: 'Trực tuyến' }, { text: 'Trực tiếp, dịch vụ bưu chính' }],
        ['(1)', '(2)', ...columns.map((_, at) => `(${at + 3})`)].map(text => ({ text })),
      ],
      rows: lines.map((line, at) => ({ kind: line.kind, cells: lineCells(facts, line, at) })),
    },
    { kind: 'note', text: footnote(facts) },
  ]
}

function lineCells(facts: KetQuaFacts, line: Line, at: number): Cell[] {
  const number: Cell = line.kind === 'total' ? { value: null, none: '' } : { value: at + 1 }
  return [number, { value: line.label }, ...columns.map(column => figureCell(facts, line, column))]
}

function figureCell(facts: KetQuaFacts, line: Line, column: (typeof columns)[number]): Cell {
  const channels = line.channels.filter(channel => column.only?.includes(channel) ?? true)
  // An online file is never received at the counter: such a place has no figure, and "–" says so better than 0.
  if (channels.length === 0) return { value: null }
  const measure: MeasureRef = { names: column.names, from: facts.period.from, to: facts.period.to, channels }
  let value = 0
  for (const name of column.names) {
    const counts = facts.measures[name]
    value += column.only === undefined ? line.of(counts) : sum(counts, channels)
  }
  return { value, measure }
}

const sum = (counts: Count, channels: readonly Channel[]) =>
  channels.reduce((total, channel) => total + counts[channel], 0)

/** What is counted, at the right above a table. */
export function unitLine(facts: KetQuaFacts): string {
  return facts.unit === 'files' ? 'Đơn vị tính: Số hồ sơ TTHC' : 'Đơn vị tính: Số giấy phép lái xe'
}

function footnote(facts: KetQuaFacts): string {
  const { resumed, withdrawn, stopped, openPaused } = facts.measures
  const word = facts.unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe'
  return (
    'Ghi chú: (3) = (4) + (5) + (6) = (7) + (11); (7) = (8) + (9) + (10); (11) = (12) + (13). ' +
    `Cột (6) gồm ${resumed.total} ${word} dừng giải quyết được tiếp tục giải quyết trong kỳ; ` +
    `cột (7) gồm ${withdrawn.total} ${word} công dân rút và ${stopped.total} ${word} dừng giải quyết; ` +
    `cột (12) gồm ${openPaused.total} ${word} tạm dừng chờ bổ sung hoặc chờ thực hiện nghĩa vụ tài chính.`
  )
}
