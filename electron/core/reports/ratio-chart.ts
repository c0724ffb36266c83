import { showDay } from '../calendar/day.ts'
import type { Unit } from '../statistics/model.ts'
import type { TargetFacts } from './ket-qua-facts.ts'
import { showInteger, showPercent } from './number-text.ts'
import { type Picture, ratioOf } from './report.ts'

/** The counts from 1 January to the end of a day or a month. */
export type RunningRatio = {
  readonly label: string
  readonly numerator: number
  readonly denominator: number
  readonly off?: boolean
}

/** How the ratio went on, beside the target; none before anything is counted. */
export function ratioChart(
  id: string,
  { target, unit }: { readonly target: TargetFacts; readonly unit: Unit },
  steps: readonly RunningRatio[],
): Picture[] {
  if (target.denominator === 0) return []
  const goal = target.targetBp === null ? null : { numerator: target.targetBp, denominator: 10_000 }
  return [
    {
      kind: 'picture',
      id,
      answer: answerOf(target, unit),
      chart: {
        type: 'bars',
        unit: ' %',
        bars: steps.map(({ label, numerator, denominator, off }) => ({
          label,
          value: height(numerator, denominator),
          text: showPercent(ratioOf(numerator, denominator)),
          ...(off === undefined ? {} : { off }),
        })),
        ...(goal === null
          ? {}
          : { line: { value: goal.numerator / 100, text: `Chỉ tiêu ${showPercent(goal)}` } }),
      },
    },
  ]
}

function answerOf(target: TargetFacts, unit: Unit): string {
  const ratio = showPercent(ratioOf(target.numerator, target.denominator))
  const against =
    target.targetBp === null ? '' : ` so với chỉ tiêu ${showPercent(ratioOf(target.targetBp, 10_000))}`
  const word = unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe'
  const missing =
    target.missing === null || target.missing === 0
      ? ''
      : `; còn thiếu ${showInteger(target.missing)} ${word} trực tuyến`
  return `Tỷ lệ trực tuyến lũy kế đến hết ngày ${showDay(target.asOf)} đạt ${ratio}${against}${missing}.`
}

/** Per cent with one decimal, for the height of a bar. */
const height = (numerator: number, denominator: number): number =>
  denominator === 0 ? 0 : Math.round((numerator * 1000) / denominator) / 10
