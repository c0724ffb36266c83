import type { ChiTieuFacts } from './chi-tieu-facts.ts'
import { unitLine } from './ii06a.ts'
import { verdict } from './ket-qua-target.ts'
import { type Block, type Column, type MeasureRef, ratioOf } from './report.ts'
import { heading } from './report-frame.ts'
import { denominatorChannels } from './target-facts.ts'

const columns: readonly Column[] = [
  { align: 'center', format: 'integer' },
  { align: 'left', format: 'text', span: 3 },
  { align: 'right', format: 'percent', span: 2 },
  { align: 'right', format: 'integer' },
  { align: 'right', format: 'integer', span: 2 },
  { align: 'right', format: 'percent', span: 2 },
  { align: 'center', format: 'text', span: 2 },
  { align: 'right', format: 'integer', span: 2 },
]

/** The teams that have a target of their own; nothing where none has. */
export function teamsTable({ teams, target, rules, frame, dailyTotals }: ChiTieuFacts): Block[] {
  if (teams.length === 0) return []
  const measure = (key: string, channels: NonNullable<MeasureRef['channels']>): MeasureRef => ({
    names: [rules.numerator],
    from: `${target.year}-01-01`,
    to: target.asOf,
    channels,
    group: { by: 'team', key },
  })
  const titles = ['TT', 'Tổ', 'Chỉ tiêu', 'Tử số', 'Mẫu số', 'Tỷ lệ', 'Đánh giá', 'Còn thiếu']
  return [
    heading('III. Kết quả của các tổ được giao chỉ tiêu'),
    {
      kind: 'table',
      id: 'target-teams',
      unit: unitLine(frame.unit),
      columns,
      headings: [titles.map(text => ({ text }))],
      rows: teams.map(({ key, name, targetBp, numerator, denominator, met, missing }, at) => ({
        kind: 'normal',
        cells: [
          { value: at + 1 },
          { value: name },
          { value: { numerator: targetBp, denominator: 10_000 } },
          { value: numerator, measure: measure(key, ['online']) },
          { value: denominator, measure: measure(key, denominatorChannels(rules)) },
          { value: ratioOf(numerator, denominator) },
          { value: verdict(met) },
          { value: missing },
        ],
      })),
    },
    {
      kind: 'note',
      text: dailyTotals
        ? 'Mẫu số của tổ là hồ sơ đã ghi cho tổ; tổng số trực tiếp nhập theo ngày không chia được theo tổ.'
        : 'Tử số và mẫu số của tổ là hồ sơ đã ghi cho tổ, lũy kế từ đầu năm.',
    },
  ]
}
