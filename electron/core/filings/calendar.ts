import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { dayOf, daysBetween } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { type Calendar, workingDaysBetween } from '../calendar/working-days.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { periodTitle } from '../periods/period.ts'
import { settingInForce } from '../settings/store.ts'
import type { DueReport, DutyState, filingsContract } from './contract.ts'
import { type Due, duesBetween } from './duties.ts'
import { isFrozen } from './model.ts'
import { titleOf } from './names.ts'
import { filingsOf, lastStep, type StoredFiling } from './store.ts'

/** A deadline within so many working days is near. */
const soon = 2
const longestSpan = 400

/** What is due in a span of days: made in time, made late, missing, near, not yet. */
export const calendar: Operations<typeof filingsContract>['calendar'] = ({ db, today }, { from, to }) => {
  if (daysBetween(from, to) > longestSpan)
    throw new AppError('invalid', 'Khoảng xem lịch dài quá một năm. Chọn khoảng ngắn hơn.')
  const office = calendarOf(db)
  return duesBetween(db, from, to).map(due => asDueReport(db, due, today, office))
}

function asDueReport(db: ReadDb, { duty, period, deadline }: Due, today: Day, office: Calendar): DueReport {
  const { report, hour } = duty
  // the first filing of a period decides whether it came in time; adjustments come later by nature
  const filing = filingsOf(db, report, period)[0]
  const made = filing === undefined ? null : madeOf(db, filing, period.to)
  const daysLeft = made === null ? leftUntil(deadline, today, office) : null
  return {
    report,
    reportTitle: titleOf(report),
    periodKind: period.kind,
    periodId: period.id,
    periodTitle: periodTitle(period),
    from: period.from,
    to: period.to,
    deadline,
    hour,
    state: made === null ? waiting(daysLeft ?? 0) : isInTime(made, deadline, hour) ? 'on-time' : 'late',
    daysLeft,
    filing:
      filing === undefined
        ? null
        : { id: filing.id, state: filing.state, ...(made ?? lastStep(db, filing.id)) },
  }
}

type Made = { readonly at: string; readonly by: string; readonly day: Day }

/** When what the office counts as made happened: the approval, or the sending on its own day. */
function madeOf(db: ReadDb, filing: StoredFiling, on: Day): Made | null {
  const { madeWhen } = settingInForce(db, 'reportDuties', on)
  if (madeWhen === 'approved') {
    if (!isFrozen(filing.state)) return null
    const step = lastStep(db, filing.id, 'approve')
    return { ...step, day: dayOf(step.at) }
  }
  return filing.sentDay === null ? null : { ...lastStep(db, filing.id, 'send'), day: filing.sentDay }
}

function isInTime({ at, day }: Made, deadline: Day, hour: string | null): boolean {
  if (day !== deadline) return day < deadline
  // what was noted on a later day than it happened has no hour of its own
  return hour === null || dayOf(at) !== day || at.slice(11, 16) <= hour
}

const leftUntil = (deadline: Day, today: Day, office: Calendar): number =>
  deadline >= today
    ? workingDaysBetween(today, deadline, office)
    : -Math.max(1, workingDaysBetween(deadline, today, office))

const waiting = (daysLeft: number): DutyState =>
  daysLeft < 0 ? 'missing' : daysLeft <= soon ? 'due-soon' : 'upcoming'
