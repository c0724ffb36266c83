import type { ReadDb } from '../../../db/database.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { addWorkingDays, type Calendar, isWorkingDay } from '../calendar/working-days.ts'
import type { Period } from '../periods/period.ts'
import { neighbour, periodAround } from '../periods/rules.ts'
import { reportRules } from '../periods/store.ts'
import { isMadeFor } from '../reports/kinds.ts'
import type { ReportDuty } from '../settings/model.ts'
import { settingHistory, settingInForce } from '../settings/store.ts'

/** One report that is due for one period. */
export type Due = {
  readonly duty: ReportDuty
  readonly period: Period
  readonly deadline: Day
}

/** The working days of the duty after the last day of the period. */
const deadlineAfter = (period: Period, { workingDays }: ReportDuty, calendar: Calendar): Day =>
  addWorkingDays(period.to, workingDays, calendar)

/** Nobody waits for a report of a day on which the office is closed. */
const isDayOff = (period: Period, calendar: Calendar): boolean =>
  period.kind === 'day' && !isWorkingDay(period.to, calendar)

/** By when a report of a period is due; null where no duty of its time asks for it, and for a day off. */
export function deadlineOf(
  db: ReadDb,
  report: string,
  period: Period,
): { readonly day: Day; readonly hour: string | null } | null {
  const { duties } = settingInForce(db, 'reportDuties', period.to)
  const duty = duties.find(each => each.report === report && each.periodKind === period.kind)
  const calendar = calendarOf(db)
  if (duty === undefined || isDayOff(period, calendar)) return null
  return { day: deadlineAfter(period, duty, calendar), hour: duty.hour }
}

/**
 * What is due with a deadline in [from, to], the earliest first. A period counts by the duties in force on its last
 * day; nothing is due for a day off, nor for the time before the register was kept.
 */
export function duesBetween(db: ReadDb, from: Day, to: Day): readonly Due[] {
  const calendar = calendarOf(db)
  const dutiesOn = settingHistory(db, 'reportDuties')
  const begin = firstDay(db)
  if (begin === null) return []
  return allDuties(db)
    .flatMap(duty => periodsOf(db, duty, begin, from, to))
    .filter(({ duty, period }) => dutiesOn(period.to).duties.some(each => same(each, duty)))
    .filter(({ period }) => !isDayOff(period, calendar))
    .map(({ duty, period }) => ({ duty, period, deadline: deadlineAfter(period, duty, calendar) }))
    .filter(({ deadline }) => from <= deadline && deadline <= to)
    .sort((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0))
}

const same = (a: ReportDuty, b: ReportDuty) => JSON.stringify(a) === JSON.stringify(b)

/** From when files are kept here: as the office says, or since the first of them. */
function firstDay(db: ReadDb): Day | null {
  const { startDay } = settingInForce(db, 'reporting', '9999-12-31')
  return (
    startDay ??
    db.row<{ day: Day }>('SELECT registered_day AS day FROM applications ORDER BY registered_day LIMIT 1')
      ?.day ??
    null
  )
}

/** Every duty there ever was that can be met: whether it was in force is asked for each period. */
function allDuties(db: ReadDb): readonly ReportDuty[] {
  const dutiesOn = settingHistory(db, 'reportDuties')
  const days = db.rows<{ day: Day }>("SELECT from_day AS day FROM settings WHERE key = 'reportDuties'")
  const found = ['0001-01-01', ...days.map(({ day }) => day)].flatMap(day => dutiesOn(day).duties)
  return found
    .filter(({ report, periodKind }) => isMadeFor(report, periodKind))
    .filter((duty, at, all) => all.findIndex(each => same(each, duty)) === at)
}

/** Working days take at most so many days of the calendar: Tết with its weekends is the longest gap. */
const daysPerWorkingDay = 3
const longestGap = 14

function periodsOf(db: ReadDb, duty: ReportDuty, begin: Day, from: Day, to: Day) {
  const earliest = addDays(from, -duty.workingDays * daysPerWorkingDay - longestGap)
  const start = earliest > begin ? earliest : begin
  const found: { duty: ReportDuty; period: Period }[] = []
  const rules = reportRules(db, duty.report)
  let period = periodAround(duty.periodKind, start, rules)
  while (period.to <= to) {
    found.push({ duty, period })
    period = neighbour(period, 1, rules)
  }
  return found
}
