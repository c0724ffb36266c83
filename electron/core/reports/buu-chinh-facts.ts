import type { Day } from '../calendar/day.ts'
import type { Measures } from '../statistics/model.ts'
import type { ReportFrame } from './report-frame.ts'

/** Results that go back by post (return way "bưu điện"), of one team or of all. */
export type PostCounts = {
  /** Given to the post in the period. */
  readonly handedOver: number
  /** Of what the post ever had: given to it, and not delivered before the period began. */
  readonly carriedIn: number
  /** Delivered in the period, and given to the post before. */
  readonly delivered: number
  /** With the post at the end of the period. */
  readonly waiting: number
  /** Ready for the post at the end of the period and not yet given to it. */
  readonly notHandedOver: number
  /** Given to the post in the period without a code of the item. */
  readonly withoutCode: number
  /** Days from the post office to the citizen, of all that were delivered together. */
  readonly deliveryDays: number
}

/** `key` is undefined in the line of the whole. */
export type PostLine = PostCounts & {
  readonly key?: string | null
  readonly name: string
  readonly measures: Measures
}

export type WaitingItem = {
  readonly dossierCode: string
  readonly fullName: string
  readonly postalCode: string | null
  readonly postedDay: Day
  readonly team: string | null
  /** Days since it was given to the post. */
  readonly days: number
}

export type BuuChinhFacts = {
  readonly frame: ReportFrame
  readonly teams: readonly PostLine[]
  readonly whole: PostLine
  readonly waiting: readonly WaitingItem[]
  /** Biên bản bàn giao issued in the period. */
  readonly handOverLists: number
}
