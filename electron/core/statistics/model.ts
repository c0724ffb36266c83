import { z } from 'zod'
import { day } from '../applications/model.ts'

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
