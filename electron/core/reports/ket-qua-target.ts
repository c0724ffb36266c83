import { showDay } from '../calendar/day.ts'
import type { KetQuaFacts, TargetFacts } from './ket-qua-facts.ts'
import { showPercent } from './number-text.ts'
import { type Block, type Column, type Heading, ratioOf } from './report.ts'

const columns: readonly Column[] = [
  { align: 'center', format: 'percent', span: 2 },
  { align: 'center', format: 'integer', span: 2 },
  { align: 'center', format: 'integer', span: 3 },
  { align: 'center', format: 'percent', span: 2 },
  { align: 'center', format: 'text', span: 2 },
  { align: 'center', format: 'integer', span: 4 },
]

/** A report that says how the target stands. */
type TargetOfReport = Pick<KetQuaFacts, 'target' | 'unit'>

/** The target, its formula, both counts and what is missing, on one line: a ratio never stands without them. */
export function targetTable(facts: TargetOfReport): Block[] {
  const { target } = facts
  const counted = { from: `${target.year}-01-01`, to: target.asOf, rulesOn: target.asOf }
  const goal = target.targetBp === null ? null : { numerator: target.targetBp, denominator: 10_000 }
  return [
    {
      kind: 'table',
      id: 'target',
      unit: `Lũy kế từ ngày 01/01/${target.year} đến hết ngày ${showDay(target.asOf)}`,
      columns,
      headings: headings(facts, showPercent(goal)),
      rows: [
        {
          kind: 'total',
          cells: [
            { value: goal, none: 'Chưa giao' },
            { value: target.numerator, target: { part: 'numerator', ...counted } },
            { value: target.denominator, target: { part: 'denominator', ...counted } },
            { value: ratioOf(target.numerator, target.denominator) },
            { value: verdict(target.met) },
            { value: target.missing },
          ],
        },
      ],
    },
  ]
}

function headings(facts: TargetOfReport, goal: string): Heading[][] {
  const { target } = facts
  const word = facts.unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe'
  const names = [
    `Chỉ tiêu năm ${target.year} (tối\u00a0thiểu)`,
    target.basis.numerator,
    target.basis.denominator,
    'Tỷ lệ thực hiện',
    'Đánh giá',
    `Số ${word} trực tuyến còn thiếu để đạt chỉ tiêu`,
  ]
  const formulas = [
    '(1)',
    '(2)',
    '(3)',
    '(4) = (2) : (3)\u00a0×\u00a0100\u00a0%',
    '(5): so (4) với (1)',
    missingFormula(target, goal),
  ]
  return [names.map(text => ({ text })), formulas.map(text => ({ text }))]
}

export function verdict(met: boolean | null): string | null {
  if (met === null) return null
  return met ? 'Đạt' : 'Chưa đạt'
}

function missingFormula(target: TargetFacts, goal: string): string {
  if (target.targetBp === null) return '(6)'
  const divisor = target.basis.allChannels ? '[(3) + (6)]' : '(3)'
  return `(6): số nhỏ nhất để [(2) + (6)] : ${divisor} đạt ${goal}`
}
