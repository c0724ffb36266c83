import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Period } from '../../electron/core/periods/period.ts'
import { readPeriod } from './period-choice.ts'

export const reportsPath = '/bao-cao'
/** The same document on white paper and nothing else: the page that is printed. */
export const printPath = '/bao-cao/in'

export const usualReport = 'ket-qua'

/** The address of one report of one period. */
export function reportAddress(path: string, name: string, period: Period): string {
  const query = new URLSearchParams({ name, kind: period.kind, id: period.id })
  return `${path}?${query}`
}

export type ReportAddress = {
  readonly printing: boolean
  readonly name: string
  /** Null until one is chosen. */
  readonly period: Period | null
  readonly show: (name: string, period: Period) => void
}

/** Report and period live in the address, so that reload, back and a handed-on link show the same document. */
export function useReportAddress(): ReportAddress {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const query = useMemo(() => new URLSearchParams(search), [search])
  const period = useMemo(() => readPeriod(query.get('kind'), query.get('id')), [query])
  const show = useCallback(
    (name: string, shown: Period) => navigate(reportAddress(reportsPath, name, shown), { replace: true }),
    [navigate],
  )
  return { printing: path === printPath, name: query.get('name') ?? usualReport, period, show }
}
