import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type RegisterFilter, readFilter, writeFilter } from './register-filter.ts'

export const registerPath = '/ho-so'

export type Beside = {
  readonly opened?: number | null
  readonly full?: boolean
  readonly view?: string | null
  readonly done?: string | null
}

/** The address of the list with a filter, and a file opened beside it. */
export function registerAddress(filter: RegisterFilter, opened: number | null = null, full = false): string {
  return addressOf(filter, { opened, full })
}

/** The same, with the queue or view the filter was taken from. */
export function addressOf(
  filter: RegisterFilter,
  { opened = null, full = false, view = null, done = null }: Beside,
): string {
  const query = writeFilter(filter)
  if (view !== null) query.set('view', view)
  if (done !== null) query.set('done', done)
  if (opened !== null) query.set('id', String(opened))
  if (opened !== null && full) query.set('full', '1')
  const search = query.toString()
  return search === '' ? registerPath : `${registerPath}?${search}`
}

export type RegisterAddress = {
  readonly filter: RegisterFilter
  /** The file in the side panel. */
  readonly opened: number | null
  /** The file takes the whole page. */
  readonly full: boolean
  /** The queue or saved view (its number) the filter was taken from; it may have been narrowed since. */
  readonly view: string | null
  /** The batch whose result is on the page: its job. */
  readonly done: string | null
  readonly setDone: (job: string | null) => void
  readonly setFilter: (filter: RegisterFilter) => void
  readonly open: (id: number | null, full?: boolean) => void
}

/** Filter and opened file live in the address: reload and back keep them, and a link can be handed on. */
export function useRegisterAddress(): RegisterAddress {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const query = useMemo(() => new URLSearchParams(search), [search])
  const filter = useMemo(() => readFilter(query), [query])
  // `/ho-so/12` is a link to one file alone; `?id=12` opens it beside the list
  const alone = /^\/ho-so\/(\d+)$/.exec(path)?.[1] ?? null
  const id = alone ?? query.get('id')
  const opened = id !== null && /^\d+$/.test(id) ? Number(id) : null
  const full = alone !== null || query.get('full') === '1'
  const view = query.get('view')
  const setFilter = useCallback(
    (next: RegisterFilter) => navigate(addressOf(next, { opened, full, view }), { replace: true }),
    [navigate, opened, full, view],
  )
  const open = useCallback(
    (next: number | null, whole = full) =>
      // going from file to file leaves one step in the history, so that back closes the panel
      navigate(addressOf(filter, { opened: next, full: whole, view }), {
        replace: opened !== null && next !== null,
      }),
    [navigate, filter, opened, full, view],
  )
  const setDone = useCallback(
    (job: string | null) => navigate(addressOf(filter, { view, done: job }), { replace: job === null }),
    [navigate, filter, view],
  )
  const done = query.get('done')
  return { filter, opened, full, view, setFilter, open, done, setDone }
}
