import type { Count, Measures, PostName } from '../statistics/model.ts'
import type { PostedFile } from '../statistics/post.ts'
import type { ReportFrame } from './report-frame.ts'

/** Results that go back by post, of one team or of all; `key` is undefined in the line of the whole. */
export type PostLine = {
  readonly key?: string | null
  readonly name: string
  readonly measures: Measures
  readonly post: Readonly<Record<PostName, Count>>
  /** Days from the post office to the citizen, of all that were delivered together. */
  readonly deliveryDays: number
}

/** `days` since it was given to the post. */
export type WaitingItem = PostedFile & { readonly days: number }

export type BuuChinhFacts = {
  readonly frame: ReportFrame
  readonly teams: readonly PostLine[]
  readonly whole: PostLine
  readonly waiting: readonly WaitingItem[]
  /** Given to the post in the period without a code of the item. */
  readonly withoutCode: number
  /** Biên bản bàn giao issued in the period. */
  readonly handOverLists: number
}
