import { z } from 'zod'
import { listFilter } from '../applications/contract.ts'
import type { Json } from '../errors.ts'
import { command, note, query } from '../operation.ts'
import { everyone } from '../users/model.ts'
import { tidy } from '../vietnamese.ts'

/** The filter of a view: what the list is asked for, without the place in it. */
export const viewFilter = listFilter.omit({ after: true, limit: true })
export type ViewFilter = z.input<typeof viewFilter>

/** The queues every office has, in the order of the work. */
export const queueNames = [
  'waiting',
  'in-work',
  'supplement',
  'due-soon',
  'overdue',
  'to-return',
  'posted',
  'mine',
  'all',
] as const
export type QueueName = (typeof queueNames)[number]
export const queueLabels: Readonly<Record<QueueName, string>> = {
  waiting: 'Chờ tiếp nhận',
  'in-work': 'Đang xử lý',
  supplement: 'Chờ bổ sung',
  'due-soon': 'Sắp đến hạn',
  overdue: 'Quá hạn',
  'to-return': 'Chờ trả',
  posted: 'Đã giao bưu chính',
  mine: 'Của tôi',
  all: 'Tất cả',
}

export type Queue = {
  readonly name: QueueName
  readonly label: string
  readonly filter: ViewFilter
  readonly count: number | null
}
export type SavedView = {
  readonly id: number
  readonly name: string
  readonly filter: ViewFilter
  readonly shared: boolean
  /** Mine to change; a shared view of somebody else is only read. */
  readonly own: boolean
  readonly version: number
  readonly count: number | null
}

const name = z
  .string()
  .transform(tidy)
  .refine(text => text !== '' && text.length <= 60, 'Đặt tên cho danh sách lọc (tối đa 60 ký tự).')

export const preferenceKeys = ['register-columns', 'register-rows', 'recent-searches', 'panel'] as const

export const viewsContract = {
  /** The queues with their counts (counted up to 10 000; null means more), and the views I may use. */
  all: query(z.object({}), { allow: everyone, aside: true }).returns<{
    readonly queues: readonly Queue[]
    readonly saved: readonly SavedView[]
  }>(),
  /** Keeps (id and version 0: new) a view of mine; only an administrator shares. */
  save: command(
    z.object({
      id: z.number().int(),
      version: z.number().int(),
      name,
      filter: viewFilter,
      shared: z.boolean(),
    }),
    { allow: everyone },
  ).returns<SavedView>(),
  remove: command(z.object({ id: z.number().int(), version: z.number().int() }), {
    allow: everyone,
  }).returns<{ readonly id: number }>(),
  preferences: query(z.object({}), { allow: everyone }).returns<{ readonly [key: string]: Json }>(),
  /** How I like my screens; private to me, so not in the audit trail. */
  prefer: note(z.object({ key: z.enum(preferenceKeys), value: z.json() }), { allow: everyone }).returns<{
    readonly kept: true
  }>(),
}
