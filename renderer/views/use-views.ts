import { useMediaQuery } from '@mantine/hooks'
import type { Queue, SavedView } from '../../electron/core/views/contract.ts'
import { useAsk } from '../api/use-query.ts'
import type { RegisterFilter } from '../applications/register-filter.ts'
import { viewOf } from './view-match.ts'

const everyMs = 30_000

export type Views = {
  readonly queues: readonly Queue[]
  readonly saved: readonly SavedView[]
  /** The queue or view the list shows: a queue's name or a view's number. */
  readonly here: string | null
  /** The kept view among them that the list shows. */
  readonly current: SavedView | null
  /** What the list is asked for now: this is what is kept. */
  readonly filter: RegisterFilter
  /** There is room for a column of queues beside the list. */
  readonly wide: boolean
}

/** Queues and kept lists with their counts, asked again after every command and every half minute. */
export function useViews(filter: RegisterFilter, wished: string | null): Views {
  const wide = useMediaQuery('(min-width: 1700px)') === true
  const views = useAsk('views.all', {}, { every: everyMs }).data
  const queues = views?.queues ?? []
  const saved = views?.saved ?? []
  const here = viewOf(filter, wished, [
    ...queues.map(queue => ({ key: queue.name, filter: queue.filter })),
    ...saved.map(one => ({ key: String(one.id), filter: one.filter })),
  ])
  const current = saved.find(one => String(one.id) === here) ?? null
  return { queues, saved, here, current, filter, wide }
}
