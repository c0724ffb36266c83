import type { Day } from '../calendar/day.ts'
import type { TargetStatus } from '../targets/contract.ts'
import type { TargetRules } from '../targets/counted-days.ts'
import type { TargetFacts } from './ket-qua-facts.ts'
import type { ReportFrame } from './report-frame.ts'

/** Everything the report `chi-tieu` says. */
export type ChiTieuFacts = {
  readonly frame: ReportFrame
  readonly target: TargetFacts
  readonly rules: TargetRules
  /** By which document the target was given; empty where that is not known. */
  readonly givenBy: string
  readonly months: readonly TargetMonth[]
  readonly pace: TargetStatus['pace']
  readonly forecast: TargetStatus['forecast']
  /** Teams that were given a target of their own. */
  readonly teams: readonly TargetTeam[]
  /** The year has daily totals of in-person work: they are in the denominators, and no file stands behind them. */
  readonly dailyTotals: boolean
}

/** A calendar month of the year up to the day that is looked at, and the counts from 1 January to its end. */
export type TargetMonth = {
  readonly month: number
  readonly from: Day
  readonly to: Day
  readonly numerator: number
  readonly denominator: number
  readonly runningNumerator: number
  readonly runningDenominator: number
  /** The month's own target, otherwise the year's; null where neither is set. */
  readonly targetBp: number | null
  /** Missing against the year's target at the end of the month. */
  readonly missing: number | null
}

export type TargetTeam = {
  readonly key: string
  readonly name: string
  readonly targetBp: number
  readonly numerator: number
  readonly denominator: number
  readonly met: boolean | null
  readonly missing: number | null
}
