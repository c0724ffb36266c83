import type { ReadDb } from '../../../db/database.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { dayOff } from '../calendar/days-off.ts'
import { calendarOf } from '../calendar/store.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { Operations } from '../context.ts'
import { type Period, periodOf, periodTitle } from '../periods/period.ts'
import { periodRuleOn } from '../periods/store.ts'
import { byDay } from '../statistics/by-day.ts'
import { countOf } from '../statistics/counting.ts'
import { measure } from '../statistics/measures.ts'
import { type Count, type DayFigures, noCount } from '../statistics/model.ts'
import { unitOn } from '../statistics/operations.ts'
import { targetStatus } from '../targets/status.ts'
import type { Overview, OverviewPeriod, overviewContract } from './contract.ts'

/** How many days the bars go back, today included. */
const daysShown = 30
/** Due today or within this many working days counts as due soon. */
const soon = 2

export const overviewOperations: Operations<typeof overviewContract> = {
  summary: ({ db, today }) => {
    const rule = periodRuleOn(db, today)
    const day = periodOf('day', today, rule)
    const week = periodOf('week', today, rule)
    const month = periodOf('month', today, rule)
    const firstBar = addDays(today, 1 - daysShown)
    // one pass over the days serves the periods and the bars alike
    const days = byDay(db, around([week, month], firstBar, today), unitOn(db, today))
    const calendar = calendarOf(db)
    return {
      today,
      day: flow(day, days),
      week: flow(week, days),
      month: flow(month, days),
      target: targetStatus(db, today),
      queues: queues(db, today, addWorkingDays(today, soon, calendar)),
      days: days
        .filter(figures => firstBar <= figures.day && figures.day <= today)
        .map(({ day: which, registered, finished }) => ({
          day: which,
          registered: registered.total,
          finished: finished.total,
          online: registered.online,
          dayOff: dayOff(which, calendar),
        })),
    }
  },
}

function around(periods: readonly Period[], first: Day, last: Day): { from: Day; to: Day } {
  return {
    from: periods.reduce((earliest, { from }) => (from < earliest ? from : earliest), first),
    to: periods.reduce((latest, { to }) => (to > latest ? to : latest), last),
  }
}

function flow(period: Period, days: readonly DayFigures[]): OverviewPeriod {
  const inside = days.filter(({ day }) => period.from <= day && day <= period.to)
  const sum = (name: 'registered' | 'received' | 'finished' | 'returned') =>
    inside.reduce((total, figures) => plus(total, figures[name]), noCount)
  return {
    title: periodTitle(period),
    from: period.from,
    to: period.to,
    registered: sum('registered'),
    received: sum('received'),
    finished: sum('finished'),
    returned: sum('returned'),
  }
}

const plus = (a: Count, b: Count): Count =>
  countOf(a.online + b.online, a.direct + b.direct, a.postal + b.postal)

/** Queues count files, whatever the figures count: a file is what somebody has to take in hand. */
function queues(db: ReadDb, today: Day, until: Day): Overview['queues'] {
  const { waiting, open, openPaused, openOverdue } = measure(db, { from: today, to: today }, 'files')
  const dueSoon = db.row<{ count: number }>(
    `SELECT count(*) AS count FROM applications
     WHERE due_day BETWEEN :today AND :until AND status IN (2, 4)`,
    { today, until },
  )
  const toReturn = db.row<{ count: number }>('SELECT count(*) AS count FROM applications WHERE status = 9')
  return {
    waiting: waiting.total,
    inWork: open.total - openPaused.total,
    paused: openPaused.total,
    dueSoon: dueSoon?.count ?? 0,
    overdue: openOverdue.total,
    toReturn: toReturn?.count ?? 0,
  }
}
