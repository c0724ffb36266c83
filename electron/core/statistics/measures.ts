import type { ReadDb } from '../../../db/database.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { count, type Groups, type Rows, type Scope } from './counting.ts'
import { type MeasureName, type Measures, measureNames, noCount, type Split, type Unit } from './model.ts'

/** What figures need of a period: its first and last day. */
export type Days = { readonly from: Day; readonly to: Day }

/**
 * Every measure of figures.md §3, counted by the database over the stretches of the files' lives: what happens to a
 * file in P begins or ends a stretch on a day of P; a file is in a state at the end of D when a stretch of that
 * state began on or before D and ended after D.
 */
export function measure(db: ReadDb, period: Days, unit: Unit): Measures {
  return measuresBy({ db, unit, by: null }, period).get(null) ?? nothing
}

/** The measures of each group of a split; groups without any row are left out. */
export function measuresOfGroups(
  db: ReadDb,
  period: Days,
  unit: Unit,
  by: Split,
): ReadonlyMap<string | null, Measures> {
  return measuresBy({ db, unit, by }, period)
}

const nothing = Object.fromEntries(measureNames.map(name => [name, noCount])) as Measures // every name is in the list

function measuresBy(scope: Scope, period: Days): Map<string | null, Measures> {
  const families: readonly Groups<MeasureName>[] | readonly Groups<never>[] = [
    registered(scope, period),
    refused(scope, period),
    dropped(scope, period),
    received(scope, period),
    resumed(scope, period),
    closed(scope, period),
    returned(scope, period),
    before(scope, period),
    atTheEnd(scope, period.to),
  ]
  const groups = new Map<string | null, Measures>()
  for (const family of families) {
    for (const [group, counts] of family) {
      groups.set(group, { ...(groups.get(group) ?? nothing), ...counts })
    }
  }
  return groups
}

const registered = (scope: Scope, period: Days) =>
  count(scope, began('registered', period), { registered: 'TRUE' })

const received = (scope: Scope, period: Days) => count(scope, began('received', period), { received: 'TRUE' })

/** Stopped files taken up again: events, so that one file may count more than once (figures.md §8 case 1). */
const resumed = (scope: Scope, period: Days) => count(scope, began('resumed', period), { resumed: 'TRUE' })

const refused = (scope: Scope, period: Days) => count(scope, ended(['refused'], period), { refused: 'TRUE' })

const dropped = (scope: Scope, period: Days) => count(scope, ended(['dropped'], period), { dropped: 'TRUE' })

/** The due day of a stretch is the one in force on the day it ended; closed without any is on time (§8 case 4). */
const closed = (scope: Scope, period: Days) =>
  count(scope, ended(['finished', 'withdrawn', 'stopped'], period), {
    finished: "r.ended = 'finished'",
    withdrawn: "r.ended = 'withdrawn'",
    stopped: "r.ended = 'stopped'",
    closed: 'TRUE',
    closedEarly: 'r.to_day < r.due_day',
    closedOnTime: 'r.to_day = r.due_day OR r.due_day IS NULL',
    closedLate: 'r.to_day > r.due_day',
  })

/** Returned in an unknown way: at the counter (§8 case 4). */
const returned = (scope: Scope, { from, to }: Days) =>
  count(
    scope,
    {
      from: 'applications r',
      where: 'r.returned_day BETWEEN :from AND :to',
      application: 'r.id',
      values: { from, to },
    },
    {
      returned: 'TRUE',
      returnedCounter: "r.return_way = 'counter' OR r.return_way IS NULL",
      returnedPost: "r.return_way = 'post'",
      returnedElectronic: "r.return_way = 'electronic'",
    },
  )

/** What the period begins with is what the day before it ended with. */
const before = (scope: Scope, { from }: Days) =>
  count(scope, lasting(addDays(from, -1)), { waitingIn: isWaiting, carriedIn: isOpen })

const atTheEnd = (scope: Scope, day: Day) =>
  count(scope, lasting(day), {
    waiting: isWaiting,
    open: isOpen,
    openPaused: "r.state = 'paused'",
    openOverdue: "r.state = 'running' AND r.due_day < :day",
    openInTime: "r.state = 'running' AND (r.due_day >= :day OR r.due_day IS NULL)",
  })

const isWaiting = "r.state = 'waiting'"
const isOpen = "r.state <> 'waiting'"

function began(event: 'registered' | 'received' | 'resumed', { from, to }: Days): Rows {
  return {
    from: 'application_stretches r',
    where: 'r.began = :event AND r.from_day BETWEEN :from AND :to',
    application: 'r.application_id',
    values: { event, from, to },
  }
}

function ended(
  events: readonly ('refused' | 'dropped' | 'finished' | 'withdrawn' | 'stopped')[],
  { from, to }: Days,
): Rows {
  return {
    from: 'application_stretches r',
    where: `r.ended IN (${events.map(event => `'${event}'`).join(', ')}) AND r.to_day BETWEEN :from AND :to`,
    application: 'r.application_id',
    values: { from, to },
  }
}

/** Longer stretches stand in an index of their own; the migration says the same number of days. */
const longStretch = 45

/**
 * The stretches that last through the end of a day. Neither end alone finds them quickly among years of rows:
 * those that began lately are few, and so are those that lasted long.
 */
function lasting(day: Day): Rows {
  const columns = 'application_id, state, due_day, channel, licences'
  return {
    from: `(
      SELECT ${columns} FROM application_stretches
      WHERE from_day > :lately AND from_day <= :day AND to_day > :day
      UNION ALL
      SELECT ${columns} FROM application_stretches
      WHERE from_day <= :lately AND to_day > :day AND to_day > date(from_day, '+${longStretch} days')
    ) r`,
    where: 'TRUE',
    application: 'r.application_id',
    values: { day, lately: addDays(day, -longStretch) },
  }
}
