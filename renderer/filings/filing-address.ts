import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import { reportsPath } from '../reports/report-address.ts'

const filingsPath = `${reportsPath}/ky`

/** The page of one filing. */
export const filingAddress = (id: number): string => `${filingsPath}/${id}`

/** The filing that an address names, or null. */
export function filingIn(path: string): number | null {
  const found = new RegExp(`^${filingsPath}/(\\d+)$`).exec(path)?.[1]
  return found === undefined ? null : Number(found)
}

/** What is due in a month (`YYYY-MM`), of every kind of period or of one. */
export const calendarAddress = (month: string, kind?: string): string =>
  `${reportsPath}?${new URLSearchParams({ han: month, ...(kind === undefined ? {} : { ky: kind }) })}`

/** One value in the search of the address; reload and back keep it, and choosing it makes no new step back. */
export function useInAddress(name: string): [string | null, (value: string | null) => void] {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const value = useMemo(() => new URLSearchParams(search).get(name), [search, name])
  const set = useCallback(
    (next: string | null) => {
      const query = new URLSearchParams(search)
      if (next === null) query.delete(name)
      else query.set(name, next)
      const text = query.toString()
      navigate(text === '' ? path : `${path}?${text}`, { replace: true })
    },
    [search, name, path, navigate],
  )
  return [value, set]
}
