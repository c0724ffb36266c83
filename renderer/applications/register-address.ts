import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { type RegisterFilter, readFilter, writeFilter } from './register-filter.ts'

export const registerPath = '/ho-so'

/** The address of the register with a filter, and a file opened beside it. */
export function registerAddress(filter: RegisterFilter, opened: number | null = null, full = false): string {
  const query = writeFilter(filter)
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
  const setFilter = useCallback(
    (next: RegisterFilter) => navigate(registerAddress(next, opened, full), { replace: true }),
    [navigate, opened, full],
  )
  const open = useCallback(
    (next: number | null, whole = full) =>
      // going from file to file leaves one step in the history, so that back closes the panel
      navigate(registerAddress(filter, next, whole), { replace: opened !== null && next !== null }),
    [navigate, filter, opened, full],
  )
  return { filter, opened, full, setFilter, open }
}
