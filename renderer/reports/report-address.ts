import { useCallback, useMemo } from 'react'
import { useLocation, useSearch } from 'wouter'
import type { Period } from '../../electron/core/periods/period.ts'
import type { PeriodRules } from '../../electron/core/periods/rules.ts'
import { useAsk } from '../api/use-query.ts'
import { readPeriod } from './period-choice.ts'

export const reportsPath = '/bao-cao'
/** The same document on white paper and nothing else: the page that is printed. */
export const printPath = '/bao-cao/in'

/** Where a workbook that came back is checked. */
export const checkFilePath = '/bao-cao/kiem-tra-tep'

/** All reports of one period, what is doubtful first. */
export const routinePath = '/bao-cao/lap-ky'

export const usualReport = 'ket-qua'

/** The address of one report of one period. */
export function reportAddress(path: string, name: string, period: Period): string {
  const query = new URLSearchParams({ name, kind: period.kind, id: period.id })
  return `${path}?${query}`
}

/** The round of reports of one period. */
export const routineAddress = ({ kind, id }: Pick<Period, 'kind' | 'id'>): string =>
  `${routinePath}?${new URLSearchParams({ kind, id })}`

export type ReportAddress = {
  readonly path: string
  readonly printing: boolean
  readonly checking: boolean
  /** A report is named: a look at its figures. */
  readonly looking: boolean
  /** The filing to be printed. */
  readonly filing: number | null
  readonly name: string
  /** How this report cuts time; undefined until the kinds of report are known. */
  readonly rules: PeriodRules | undefined
  /** Null until one is chosen, and until the rules are known. */
  readonly period: Period | null
  readonly show: (name: string, period: Period) => void
}

/** Report and period live in the address, so that reload, back and a handed-on link show the same document. */
export function useReportAddress(): ReportAddress {
  const search = useSearch()
  const [path, navigate] = useLocation()
  const query = useMemo(() => new URLSearchParams(search), [search])
  const name = query.get('name') ?? usualReport
  const rules = useAsk('reports.kinds', {}).data?.find(kind => kind.name === name)?.rules
  const period = useMemo(
    () => (rules === undefined ? null : readPeriod(query.get('kind'), query.get('id'), rules)),
    [query, rules],
  )
  const show = useCallback(
    (name: string, shown: Period) => navigate(reportAddress(reportsPath, name, shown), { replace: true }),
    [navigate],
  )
  const filing = Number(query.get('filing') ?? Number.NaN)
  return {
    path,
    looking: query.has('name'),
    filing: Number.isInteger(filing) ? filing : null,
    printing: path === printPath,
    checking: path === checkFilePath,
    name,
    rules,
    period,
    show,
  }
}
