import { z } from 'zod'
import { type Channel, channels, day } from '../applications/model.ts'
import type { Status } from '../applications/statuses.ts'

/** The measures of figures.md §3, by the names of the command line. */
export const measureNames = [
  'registered',
  'refused',
  'dropped',
  'waitingIn',
  'waiting',
  'received',
  'carriedIn',
  'resumed',
  'finished',
  'withdrawn',
  'stopped',
  'closed',
  'closedEarly',
  'closedOnTime',
  'closedLate',
  'open',
  'openInTime',
  'openPaused',
  'openOverdue',
  'returned',
  'returnedCounter',
  'returnedPost',
  'returnedElectronic',
] as const
export type MeasureName = (typeof measureNames)[number]

/** A count with its split by channel; the parts always sum to the total. */
export type Count = {
  readonly total: number
  readonly online: number
  readonly direct: number
  readonly postal: number
}
export type Measures = Readonly<Record<MeasureName, Count>>

export const noCount: Count = { total: 0, online: 0, direct: 0, postal: 0 }

/** What a count counts (figures.md §3): files, or the licences they ask for. */
export const units = ['files', 'licences'] as const
export type Unit = (typeof units)[number]

/** By what a measure may be split besides the channel. */
export const splits = ['team', 'district', 'class', 'reason', 'officer'] as const
export type Split = (typeof splits)[number]

export type DayFigures = {
  readonly day: string
  readonly registered: Count
  readonly received: Count
  readonly finished: Count
  readonly returned: Count
}

export const periodKinds = ['day', 'week', 'month', 'quarter', 'half', 'year', 'range'] as const

/** A period as it is asked for: by its id, or from–to. */
export const periodInput = z.union([
  z.object({ kind: z.enum(periodKinds), id: z.string().min(4).max(30) }),
  z
    .object({ from: day, to: day })
    .refine(({ from, to }) => from <= to, 'Ngày đầu kỳ sau ngày cuối kỳ. Sửa một trong hai ngày.'),
])

export type Figures = {
  readonly period: {
    readonly kind: string
    readonly id: string
    readonly from: string
    readonly to: string
    readonly title: string
  }
  readonly measures: Measures
  readonly byDay: readonly DayFigures[]
}

/** One group of a split: `key` null = not stated on the file. */
export type SplitGroup = { readonly key: string | null; readonly name: string; readonly measures: Measures }

/** An identity of figures.md §3 that does not hold. */
export type BrokenIdentity = {
  readonly identity: string
  readonly left: number
  readonly right: number
  readonly channel: string
}

/**
 * What one figure counts: the sum of some measures over days and channels, of all files or of one group of a split,
 * so that the files behind it can be listed.
 */
export const measureRef = z
  .object({
    names: z.array(z.enum(measureNames)).min(1).max(measureNames.length).readonly(),
    from: day,
    to: day,
    /** All channels unless said. */
    channels: z.array(z.enum(channels)).min(1).max(channels.length).readonly().exactOptional(),
    /** One group, by the key of `statistics.split`; key null: the files that do not say. */
    group: z
      .object({ by: z.enum(splits), key: z.string().max(200).nullable() })
      .readonly()
      .exactOptional(),
    /** What is counted; the setting on the last day unless said. */
    unit: z.enum(units).exactOptional(),
    /** Of files whose clock runs: those due in these days; `from` null: however long ago. */
    due: z.object({ from: day.nullable(), to: day }).readonly().exactOptional(),
    /** Of paused files: those that were late already when their pause began, or the others. */
    pausedLate: z.boolean().exactOptional(),
  })
  .refine(
    ({ names, due, pausedLate }) =>
      (due === undefined || names.every(name => name === 'openInTime' || name === 'openOverdue')) &&
      (pausedLate === undefined || names.every(name => name === 'openPaused')),
    'Điều kiện về hạn chỉ dùng cho hồ sơ đang giải quyết. Mở lại báo cáo rồi chọn số liệu.',
  )
  .readonly()
export type MeasureRef = z.output<typeof measureRef>

/** One of the two counts of the target over some days, by the rules in force on a day (figures.md §4). */
export const targetRef = z
  .object({ part: z.enum(['numerator', 'denominator']), from: day, to: day, rulesOn: day })
  .readonly()
export type TargetRef = z.output<typeof targetRef>

/** What stands behind a figure of a report: a measure, or one of the counts of the target. */
export const figureRef = z.union([z.object({ measure: measureRef }), z.object({ target: targetRef })])
export type FigureRef = z.output<typeof figureRef>

/** One file as it stands in a figure; a file that counts twice stands there twice. */
export type FigureFile = {
  readonly id: number
  readonly dossierCode: string
  readonly fullName: string
  readonly channel: Channel
  readonly status: Status
  /** The measure it counts in, in words. */
  readonly measure: string
  /** The day that made it count; of what lasts at the end of a day, the day since which. */
  readonly day: string
  readonly licences: number
}

/** A day whose in-person work counts as a total, not file by file. */
export type FigureDay = { readonly day: string; readonly count: number; readonly source: string }

export type FigureFiles = {
  /** What was counted, as a sentence. */
  readonly said: string
  readonly unit: Unit
  /** Equals the figure: files or licences, with the totals of `days`. */
  readonly total: number
  /** Lines of the whole list, of which `files` is one page. */
  readonly lines: number
  readonly files: readonly FigureFile[]
  readonly days: readonly FigureDay[]
  /** Where the next page begins; null on the last. */
  readonly next: number | null
}
