import type { Day } from '../calendar/day.ts'
import type { RunningFile } from '../statistics/deadlines.ts'
import type { Measures } from '../statistics/model.ts'
import type { ReportFrame } from './report-frame.ts'

/** A file that is late, or due soon: working days late, or left. */
export type DueFile = RunningFile & { readonly days: number }

/** One line by team or officer; `key` is undefined in the line of the whole. */
export type ProgressLine = {
  readonly key?: string | null
  readonly name: string
  readonly measures: Measures
  readonly pausedLate: number
  /** In the unit of the report. */
  readonly dueSoon: number
  readonly lateUpTo5: number
  readonly lateUpTo10: number
  readonly lateOver10: number
  /** Working days of the latest file; null where none is late. */
  readonly latest: number | null
}

export type TienDoFacts = {
  readonly frame: ReportFrame
  /** Days until which due files are soon. */
  readonly until: Day
  /** The earliest due days that are late by at most 5 and at most 10 working days. */
  readonly late5Since: Day
  readonly late10Since: Day
  readonly teams: readonly ProgressLine[]
  readonly officers: readonly ProgressLine[]
  readonly whole: ProgressLine
  readonly late: readonly DueFile[]
  readonly dueSoon: readonly DueFile[]
  readonly names: {
    readonly team: ReadonlyMap<string | null, string>
    readonly officer: ReadonlyMap<string | null, string>
  }
}
