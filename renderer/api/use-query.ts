import {
  keepPreviousData,
  notifyManager,
  QueryClient,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query'
import type { ApiError } from './api-error.ts'
import { call } from './client.ts'
import type { Answer, AtOnce, CommandName, Input, QueryName } from './names.ts'
import { session } from './session.ts'

/** Nothing is retried by itself: a refusal is an answer, and a lost connection has its own bar. */
export const queries = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: true, staleTime: 1000 } },
})

// what was answered to one person is not shown to the next, however the one left
let person = session.get().me?.id
session.follow(() => {
  const now = session.get().me?.id
  if (person !== undefined && now !== person) queries.clear()
  person = now
})

// an answer is drawn at once: a tick box bound to one must not jump back until the next timer
notifyManager.setScheduler(queueMicrotask)

export type AskOptions = {
  readonly enabled?: boolean
  /** Queues ask again by themselves, every so many milliseconds. */
  readonly every?: number
  /** Asked again whenever it comes on screen, however lately it was: for a form, which keeps what it was drawn with. */
  readonly fresh?: boolean
  /** The old answer stays on screen while the next one comes (filters, periods). */
  readonly keep?: boolean
}

/** Asks the core and keeps the answer by name and input; asked again after every command and on focus. */
export function useAsk<N extends QueryName>(
  name: N,
  input: Input<N>,
  options: AskOptions = {},
): UseQueryResult<Answer<N>, ApiError> {
  return useQuery<Answer<N>, ApiError>({
    queryKey: [name, input],
    // a query answers its answer at once; only jobs differ, and they are no queries
    queryFn: () => call(name, input) as Promise<unknown> as Promise<Answer<N>>,
    enabled: options.enabled ?? true,
    ...(options.every === undefined ? {} : { refetchInterval: options.every }),
    ...(options.fresh === true ? { staleTime: 0 } : {}),
    ...(options.keep === true ? { placeholderData: keepPreviousData } : {}),
  })
}

/** A command; once it is done everything on screen asks again. */
export function useCommand<N extends CommandName>(name: N): UseMutationResult<AtOnce<N>, ApiError, Input<N>> {
  const client = useQueryClient()
  return useMutation<AtOnce<N>, ApiError, Input<N>>({
    mutationFn: input => call(name, input),
    onSuccess: async () => {
      await client.invalidateQueries()
    },
    onError: error => {
      // somebody else was first: what the screen shows is no longer so
      if (error.code === 'conflict') void client.invalidateQueries()
    },
  })
}
