import type { Day } from '../../electron/core/calendar/day.ts'
import {
  calendarRule,
  nextPeriod,
  type Period,
  type PeriodKind,
  parsePeriod,
  periodOf,
  periodTitle,
} from '../../electron/core/periods/period.ts'

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
export function readPeriod(kind: string | null, id: string | null): Period | null {
  if (kind === null || id === null || !isPickedKind(kind)) return null
  return parsePeriod(kind, id, calendarRule)
}

/** Where a report starts: the period of today, or the end of the reporting year once that has passed. */
export function firstPeriod(kind: PickedKind, today: Day, year: number | undefined): Period {
  const passed = year !== undefined && year < Number(today.slice(0, 4))
  return periodOf(kind, passed ? `${year}-12-31` : today, calendarRule)
}

/** The same stretch of time in another kind: the period in which the last day of the old one lies. */
export function changeKind(period: Period, kind: PickedKind, today: Day): Period {
  return periodOf(kind, period.to < today || period.from > today ? period.to : today, calendarRule)
}

/** Every period of a kind that belongs to a year, in order: an ISO week belongs to the year of its Thursday. */
export function periodsOfYear(kind: PickedKind, year: number): readonly Period[] {
  const found: Period[] = []
  let period = periodOf(kind, `${year}-01-04`, calendarRule)
  while (yearOf(period) === year) {
    found.push(period)
    period = nextPeriod(period, calendarRule)
  }
  return found
}

export const yearOf = (period: Period): number => Number(period.id.slice(0, 4))

/** A period among those of its year: "Tuần 38 (18/09/2023 – 24/09/2023)", "Tháng 9", "Quý III". */
export const titleInYear = (period: Period): string => periodTitle(period).replace(/ năm \d{4}$/, '')
