import { addDays, type Day, isDay } from '../calendar/day.ts'
import {
  calendarRule,
  nextPeriod,
  type Period,
  type PeriodKind,
  type PeriodRule,
  parsePeriod,
  periodOf,
  previousPeriod,
} from './period.ts'

/** A rule and the day from which it holds. */
export type RuleFrom = PeriodRule & { readonly from: Day }

/** Every rule one kind of report has had, the newest first; none = the calendar. */
export type PeriodRules = readonly RuleFrom[]

type NamedKind = Exclude<PeriodKind, 'range'>

/** The rule in force on a day. */
export function ruleOn(rules: PeriodRules, day: Day): PeriodRule {
  return rules.find(({ from }) => from <= day) ?? calendarRule
}

/**
 * The period an id names, cut by the rule that was in force in its own time; null where it names none. Where the rule
 * changed within it, the rule of its last day is asked first: a month closed on the 14th ends before the calendar's.
 */
export function periodNamed(kind: PeriodKind, id: string, rules: PeriodRules): Period | null {
  for (const day of endsOf(kind, id)) {
    const period = parsePeriod(kind, id, ruleOn(rules, day))
    if (period !== null) return period
  }
  return null
}

/** Where the calendar knows no such id, it begins with a day: a week that does not begin on Monday. */
function endsOf(kind: PeriodKind, id: string): readonly Day[] {
  const period = parsePeriod(kind, id, calendarRule)
  if (period !== null) return [period.to, period.from]
  const day = id.slice(0, 10)
  return isDay(day) ? [addDays(day, 6), day] : [day]
}

/** The period of that kind in which a day lies, under the id by which it will be asked for. */
export function periodAround(kind: NamedKind, day: Day, rules: PeriodRules): Period {
  const period = periodOf(kind, day, ruleOn(rules, day))
  return periodNamed(kind, period.id, rules) ?? period
}

/** Every period of a kind that belongs to a year, in order: an ISO week belongs to the year of its Thursday. */
export function periodsOfYear(kind: NamedKind, year: number, rules: PeriodRules): readonly Period[] {
  const found = new Map<string, Period>()
  // a week of the year may begin in the last days of the year before, a month that closes on the 14th likewise
  for (let day = `${year - 1}-12-15`; day <= `${year + 1}-01-06`; day = addDays(day, 1)) {
    const period = periodAround(kind, day, rules)
    if (yearOf(period) === year) found.set(period.id, period)
  }
  return [...found.values()].sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The year under which a period is listed. */
export const yearOf = (period: Period): number => Number(period.id.slice(0, 4))

/** The period just after, or just before, each cut by the rule of its own time. */
export function neighbour(period: Period, step: 1 | -1, rules: PeriodRules): Period {
  const day = step === 1 ? addDays(period.to, 1) : addDays(period.from, -1)
  if (period.kind !== 'range') return periodAround(period.kind, day, rules)
  return step === 1 ? nextPeriod(period, calendarRule) : previousPeriod(period, calendarRule)
}
