import { addDays, type Day } from '../calendar/day.ts'
import type { Rows } from './counting.ts'
import type { MeasureName } from './model.ts'

/** What figures need of a period: its first and last day. */
export type Days = { readonly from: Day; readonly to: Day }

/** Measures counted over the same rows: each by the condition that makes a row count in it. */
export type Family = {
  readonly rows: Rows
  readonly conditions: Readonly<Partial<Record<MeasureName, string>>>
}

/**
 * Every measure of figures.md §3 over the stretches of the files' lives: what happens to a file in P begins or ends a
 * stretch on a day of P; a file is in a state at the end of D when a stretch of that state began on or before D and
 * ended after D. Counting (`measures.ts`) and listing (`members.ts`, `files-behind.ts`) read the same rows and
 * conditions, so no figure can say one thing and its list another. Parameters of one name mean one value in all.
 */
export function familiesOf(period: Days): readonly Family[] {
  const { from, to } = period
  return [
    { rows: began('registered', period), conditions: { registered: 'TRUE' } },
    { rows: ended(['refused'], period), conditions: { refused: 'TRUE' } },
    { rows: ended(['dropped'], period), conditions: { dropped: 'TRUE' } },
    { rows: began('received', period), conditions: { received: 'TRUE' } },
    // stopped files taken up again: events, so that one file may count more than once (figures.md §8 case 1)
    { rows: began('resumed', period), conditions: { resumed: 'TRUE' } },
    // the due day of a stretch is the one in force on the day it ended; closed without any is on time (§8 case 4)
    {
      rows: ended(['finished', 'withdrawn', 'stopped'], period),
      conditions: {
        finished: "r.ended = 'finished'",
        withdrawn: "r.ended = 'withdrawn'",
        stopped: "r.ended = 'stopped'",
        closed: 'TRUE',
        closedEarly: 'r.to_day < r.due_day',
        closedOnTime: 'r.to_day = r.due_day OR r.due_day IS NULL',
        closedLate: 'r.to_day > r.due_day',
      },
    },
    // returned in an unknown way: at the counter (§8 case 4)
    {
      rows: {
        from: 'applications r',
        where: 'r.returned_day BETWEEN :from AND :to',
        application: 'r.id',
        day: 'r.returned_day',
        values: { from, to },
      },
      conditions: {
        returned: 'TRUE',
        returnedCounter: "r.return_way = 'counter' OR r.return_way IS NULL",
        returnedPost: "r.return_way = 'post'",
        returnedElectronic: "r.return_way = 'electronic'",
      },
    },
    // what the period begins with is what the day before it ended with
    { rows: lasting('before', addDays(from, -1)), conditions: { waitingIn: isWaiting, carriedIn: isOpen } },
    {
      rows: lasting('end', to),
      conditions: {
        waiting: isWaiting,
        open: isOpen,
        openPaused: "r.state = 'paused'",
        openOverdue: "r.state = 'running' AND r.due_day < :end",
        openInTime: "r.state = 'running' AND (r.due_day >= :end OR r.due_day IS NULL)",
      },
    },
  ]
}

/** A paused file that was late when its pause began (figures.md §2: lateness does not vanish). */
export const isPausedLate = `r.due_day < (
  SELECT max(p.to_day) FROM application_stretches p
  WHERE p.application_id = r.application_id AND p.seq < r.seq AND p.state <> 'paused')`

const isWaiting = "r.state = 'waiting'"
const isOpen = "r.state <> 'waiting'"

function began(event: 'registered' | 'received' | 'resumed', { from, to }: Days): Rows {
  return {
    from: 'application_stretches r',
    where: `r.began = '${event}' AND r.from_day BETWEEN :from AND :to`,
    application: 'r.application_id',
    day: 'r.from_day',
    values: { from, to },
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
    day: 'r.to_day',
    values: { from, to },
  }
}

/** Longer stretches stand in an index of their own; the migration says the same number of days. */
const longStretch = 45

/**
 * The stretches that last through the end of a day. Neither end alone finds them quickly among years of rows:
 * those that began lately are few, and so are those that lasted long.
 */
export function lasting(name: 'before' | 'end', day: Day): Rows {
  const columns = 'application_id, seq, state, from_day, due_day, channel, licences'
  return {
    from: `(
      SELECT ${columns} FROM application_stretches
      WHERE from_day > :${name}Lately AND from_day <= :${name} AND to_day > :${name}
      UNION ALL
      SELECT ${columns} FROM application_stretches
      WHERE from_day <= :${name}Lately AND to_day > :${name} AND to_day > date(from_day, '+${longStretch} days')
    ) r`,
    where: 'TRUE',
    application: 'r.application_id',
    day: 'r.from_day',
    values: { [name]: day, [`${name}Lately`]: addDays(day, -longStretch) },
  }
}
