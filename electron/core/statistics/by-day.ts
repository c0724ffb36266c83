import type { ReadDb } from '../../../db/database.ts'
import type { Channel } from '../applications/model.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { countOf } from './counting.ts'
import type { Days } from './families.ts'
import { type Count, type DayFigures, noCount, type Unit } from './model.ts'

type Row = { readonly day: Day; readonly channel: Channel; readonly count: number }

/** What came in and went out on each day of a period, days without anything included. */
export function byDay(db: ReadDb, period: Days, unit: Unit): readonly DayFigures[] {
  const of = unit === 'files' ? 'count(*)' : 'sum(licences)'
  const perDay = (dayColumn: string, from: string): ReadonlyMap<Day, Count> =>
    daily(
      db.rows<Row>(
        `SELECT ${dayColumn} AS day, channel, ${of} AS count FROM ${from} ${dayColumn} BETWEEN :from AND :to
         GROUP BY ${dayColumn}, channel`,
        { from: period.from, to: period.to },
      ),
    )
  const registered = perDay('from_day', "application_stretches WHERE began = 'registered' AND")
  const received = perDay('from_day', "application_stretches WHERE began = 'received' AND")
  const finished = perDay('to_day', "application_stretches WHERE ended = 'finished' AND")
  const returned = perDay('returned_day', 'applications WHERE')

  const days: DayFigures[] = []
  for (let day = period.from; day <= period.to; day = addDays(day, 1)) {
    days.push({
      day,
      registered: registered.get(day) ?? noCount,
      received: received.get(day) ?? noCount,
      finished: finished.get(day) ?? noCount,
      returned: returned.get(day) ?? noCount,
    })
  }
  return days
}

function daily(rows: readonly Row[]): Map<Day, Count> {
  const days = new Map<Day, Count>()
  for (const { day, channel, count } of rows) {
    const { online, direct, postal } = days.get(day) ?? noCount
    const of = (which: Channel, known: number) => (which === channel ? count : known)
    days.set(day, countOf(of('online', online), of('direct', direct), of('postal', postal)))
  }
  return days
}
