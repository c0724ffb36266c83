import type { Day } from '../calendar/day.ts'
import type { Period } from '../periods/period.ts'
import type { Count, Measures } from '../statistics/model.ts'
import type { Office } from './administrative-layout.ts'

/** Everything the report `ket-qua` says, counted and checked by the caller. */
export type KetQuaFacts = {
  readonly office: Office
  readonly reportDay: Day
  /** Number of the document; null leaves room to write it. */
  readonly number: string | null
  readonly period: Period
  /** `periodTitle(period)` */
  readonly periodTitle: string
  readonly unit: 'files' | 'licences'
  readonly measures: Measures
  readonly target: TargetFacts
  readonly teams: readonly TeamFacts[]
  readonly byDay: readonly DayFacts[]
  readonly difficulties: readonly DifficultyFacts[]
  /** Whole sentences printed below the figures: sample data, an unconfirmed calendar, estimates … */
  readonly notices?: readonly string[]
}

export type TargetFacts = {
  readonly year: number
  readonly asOf: Day
  readonly numerator: number
  readonly denominator: number
  /** Basis points; null where the year has no target yet. Then, and where d = 0, `met` and `missing` are null. */
  readonly targetBp: number | null
  readonly met: boolean | null
  readonly missing: number | null
  readonly basis: TargetBasis
}

export type TargetBasis = {
  /** "Số hồ sơ trực tuyến đã có kết quả" */
  readonly numerator: string
  /** "Số hồ sơ trực tiếp và qua bưu chính công ích đã có kết quả" */
  readonly denominator: string
  /** The denominator counts online files too, so a missing file would enter both counts. */
  readonly allChannels: boolean
}

/** A team's share; `key` and `name` null for files that no team has. Shares sum to the measures of the whole. */
export type TeamFacts = {
  readonly key: string | null
  readonly name: string | null
  readonly measures: TeamMeasures
}

export type TeamMeasures = Pick<
  Measures,
  'received' | 'finished' | 'returned' | 'open' | 'openInTime' | 'openPaused' | 'openOverdue'
>

export type DayFacts = {
  readonly day: Day
  readonly registered: Count
  readonly received: Count
  readonly finished: Count
  readonly returned: Count
  /** Counts of the target from 1 January to this day. */
  readonly runningNumerator: number
  readonly runningDenominator: number
  /** "Thứ Bảy", "Chủ nhật", "Quốc khánh" …; null on a working day. */
  readonly dayOff: string | null
  /** A holiday of the catalogue, not only a weekend. */
  readonly holiday?: boolean
}

export type DifficultyFacts = {
  readonly day: Day
  /** Name of its group, e.g. "Giấy khám sức khỏe điện tử". */
  readonly kind: string
  readonly content: string
  readonly affected: number
  readonly cause: string
  readonly measures: string
  readonly proposal: string
  readonly receiver: string
  /** "Đang xử lý", "Đã kiến nghị" … */
  readonly status: string
}
