import type { Day } from '../../electron/core/calendar/day.ts'
import { type Period, type PeriodKind, periodTitle } from '../../electron/core/periods/period.ts'
import {
  type PeriodRules,
  periodAround,
  periodNamed,
  periodsOfYear,
} from '../../electron/core/periods/rules.ts'

/** The kinds a report may be made for, without free stretches. */
export type PickedKind = Exclude<PeriodKind, 'range'>

export const kindNames: Readonly<Record<PickedKind, string>> = {
  day: 'Ngày',
  week: 'Tuần',
  month: 'Tháng',
  quarter: 'Quý',
  half: '6 tháng',
  year: 'Năm',
}

export const isPickedKind = (kind: string): kind is PickedKind => kind in kindNames

/** The period an address names, or nothing where it names none. */
export function readPeriod(kind: string | null, id: string | null, rules: PeriodRules): Period | null {
  if (kind === null || id === null || !isPickedKind(kind)) return null
  return periodNamed(kind, id, rules)
}

/** Where a report starts: the period of today, or the end of the reporting year once that has passed. */
export function firstPeriod(
  kind: PickedKind,
  today: Day,
  year: number | undefined,
  rules: PeriodRules,
): Period {
  const passed = year !== undefined && year < Number(today.slice(0, 4))
  // the last period of a year that closes on the 14th is the one that bears the year's name
  return passed
    ? (periodsOfYear(kind, year, rules).at(-1) ?? periodAround(kind, `${year}-12-31`, rules))
    : periodAround(kind, today, rules)
}

/** The same stretch of time in another kind: the period in which the last day of the old one lies. */
export function changeKind(period: Period, kind: PickedKind, today: Day, rules: PeriodRules): Period {
  return periodAround(kind, period.to < today || period.from > today ? period.to : today, rules)
}

/** A period among those of its year: "Tuần 38 (18/09/2023 – 24/09/2023)", "Tháng 9", "Quý III". */
export const titleInYear = (period: Period): string => periodTitle(period).replace(/ năm \d{4}$/, '')
