import { addDays, type Day } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { addWorkingDays, type Calendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { QueryContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { pausedLate, runningFiles } from '../statistics/deadlines.ts'
import { measure } from '../statistics/measures.ts'
import type { SplitGroup, Unit } from '../statistics/model.ts'
import { split } from '../statistics/split.ts'
import type { ReportDocument } from './report.ts'
import { reportFrame } from './report-frame.ts'
import { tienDoDocument } from './tien-do-document.ts'
import type { DueFile } from './tien-do-facts.ts'

/** Due on the day that is looked at or within so many working days: sắp đến hạn, as on the overview. */
export const soon = 2

/** Báo cáo tiến độ: what is in work at the end of the period, or today, what is late and what is due soon. */
export function tienDo(context: QueryContext, period: Period): ReportDocument {
  const { db } = context
  const frame = reportFrame(context, period)
  const { asOf, unit } = frame
  const days = { from: period.from, to: asOf }
  const calendar = calendarOf(db)
  const until = addWorkingDays(asOf, soon, calendar)
  const files = runningFiles(db, asOf, until)
  const late = files
    .filter(({ dueDay }) => dueDay < asOf)
    .map(file => ({ ...file, days: workingDaysBetween(file.dueDay, asOf, calendar) }))
  const dueSoon = files
    .filter(({ dueDay }) => dueDay >= asOf)
    .map(file => ({ ...file, days: workingDaysBetween(asOf, file.dueDay, calendar) }))
  const teams = split(db, days, unit, 'team')
  const officers = split(db, days, unit, 'officer')
  const lines = (groups: readonly SplitGroup[], by: 'team' | 'officer') => {
    const paused = pausedLate(db, asOf, unit, by)
    return groups.map(({ key, name, measures }) => {
      const mine = (file: DueFile) => file[by] === key
      const counted = deadlines(late.filter(mine), dueSoon.filter(mine), unit)
      return { key, name, measures, pausedLate: paused.get(key) ?? 0, ...counted }
    })
  }
  return tienDoDocument({
    frame,
    until,
    late5Since: lateSince(asOf, 5, calendar),
    late10Since: lateSince(asOf, 10, calendar),
    teams: lines(teams, 'team'),
    officers: lines(officers, 'officer'),
    whole: {
      name: 'Tổng cộng',
      measures: measure(db, days, unit),
      pausedLate: pausedLate(db, asOf, unit, null).get(null) ?? 0,
      ...deadlines(late, dueSoon, unit),
    },
    late,
    dueSoon,
    names: { team: namesOf(teams), officer: namesOf(officers) },
  })
}

/** The earliest day from which no more than so many working days lead to `asOf`. */
function lateSince(asOf: Day, most: number, calendar: Calendar): Day {
  let since = asOf
  while (workingDaysBetween(addDays(since, -1), asOf, calendar) <= most) since = addDays(since, -1)
  return since
}

const namesOf = (groups: readonly SplitGroup[]) =>
  new Map(groups.map(({ key, name }) => [key, key === null ? '' : name]))

function deadlines(late: readonly DueFile[], dueSoon: readonly DueFile[], unit: Unit) {
  const sum = (files: readonly DueFile[]) =>
    files.reduce((total, { licences }) => total + (unit === 'files' ? 1 : licences), 0)
  const between = (least: number, most: number) =>
    sum(late.filter(({ days }) => least <= days && days <= most))
  return {
    dueSoon: sum(dueSoon),
    lateUpTo5: between(0, 5),
    lateUpTo10: between(6, 10),
    lateOver10: between(11, Number.POSITIVE_INFINITY),
    latest: late.length === 0 ? null : late.reduce((most, { days }) => Math.max(most, days), 0),
  }
}
