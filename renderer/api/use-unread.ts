import { notifyManager, type Query } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { ApiError } from './api-error.ts'
import { queries } from './use-query.ts'

const cache = queries.getQueryCache()
const follow = (heard: () => void) => cache.subscribe(notifyManager.batchCalls(heard))
const anyUnread = () => cache.findAll({ type: 'active', predicate: isUnread }).length > 0

/**
 * Whether something on screen failed to be asked: what should stand there is missing, or what stands is no longer
 * true. A refusal at the first question is an answer and drawn in its place; a lost connection has its own bar.
 */
export function useUnread(): boolean {
  return useSyncExternalStore(follow, anyUnread)
}

/** Asks again whatever failed, and nothing else. */
export async function askUnreadAgain(): Promise<void> {
  await queries.refetchQueries({ type: 'active', predicate: isUnread })
}

function isUnread({ state }: Query): boolean {
  if (state.status !== 'error') return false
  if (!(state.error instanceof ApiError)) return true
  const { code, details } = state.error
  return details.lost !== true && (code === 'unexpected' || state.data !== undefined)
}
