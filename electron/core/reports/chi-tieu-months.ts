import { showDay } from '../calendar/day.ts'
import type { ChiTieuFacts, TargetMonth } from './chi-tieu-facts.ts'
import { unitLine } from './ii06a.ts'
import { type Block, type Cell, type Column, type MeasureRef, type Row, ratioOf } from './report.ts'
import { denominatorChannels } from './target-facts.ts'

const columns: readonly Column[] = [
  { align: 'left', format: 'text', span: 4 },
  { align: 'right', format: 'integer', span: 2 },
  { align: 'right', format: 'integer' },
  { align: 'right', format: 'percent' },
  { align: 'right', format: 'integer', span: 2 },
  { align: 'right', format: 'integer', span: 2 },
  { align: 'right', format: 'percent' },
  { align: 'right', format: 'percent' },
  { align: 'right', format: 'integer' },
]

/** The months of the year one by one, and the counts that run from 1 January. */
export function monthsTable(facts: ChiTieuFacts): Block[] {
  const { months, target, frame, dailyTotals } = facts
  const counts = [{ text: 'Tử số' }, { text: 'Mẫu số' }, { text: 'Tỷ lệ' }]
  return [
    {
      kind: 'table',
      id: 'months',
      unit: unitLine(frame.unit),
      columns,
      headings: [
        [
          { text: 'Tháng', rowSpan: 2 },
          { text: 'Trong tháng', colSpan: 3 },
          { text: `Lũy kế từ ngày 01/01/${target.year}`, colSpan: 3 },
          { text: 'Chỉ tiêu', rowSpan: 2 },
          { text: 'Còn thiếu', rowSpan: 2 },
        ],
        [...counts, ...counts],
      ],
      rows: months.map(month => monthRow(facts, month)),
    },
    {
      kind: 'note',
      text:
        `Ghi chú: Tử số: ${lowerFirst(target.basis.numerator)}; mẫu số: ${lowerFirst(target.basis.denominator)}; ` +
        'tỷ lệ = tử số : mẫu số × 100 %. Tháng tính theo lịch; số còn thiếu tính theo chỉ tiêu năm.' +
        (dailyTotals ? ' Mẫu số gồm cả tổng số trực tiếp nhập theo ngày.' : ''),
    },
  ]
}

const lowerFirst = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)

function monthRow({ rules, target, dailyTotals }: ChiTieuFacts, month: TargetMonth): Row {
  const { from, to } = month
  const counted = (value: number, since: string, channels: MeasureRef['channels']): Cell => ({
    value,
    // where days came in as totals, those days stand beside the files
    ...(channels === undefined
      ? { target: { part: 'denominator', from: since, to, rulesOn: target.asOf } }
      : { measure: { names: [rules.numerator], from: since, to, channels } }),
  })
  const below = dailyTotals ? undefined : denominatorChannels(rules)
  const newYear = `${target.year}-01-01`
  return {
    kind: 'normal',
    cells: [
      { value: `Tháng ${month.month} (đến ngày ${showDay(to)})` },
      counted(month.numerator, from, ['online']),
      counted(month.denominator, from, below),
      { value: ratioOf(month.numerator, month.denominator) },
      counted(month.runningNumerator, newYear, ['online']),
      counted(month.runningDenominator, newYear, below),
      { value: ratioOf(month.runningNumerator, month.runningDenominator) },
      { value: month.targetBp === null ? null : { numerator: month.targetBp, denominator: 10_000 } },
      { value: month.missing },
    ],
  }
}
