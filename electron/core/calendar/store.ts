import type { ReadDb } from '../../../db/database.ts'
import type { Calendar, HolidayKind } from './working-days.ts'

/** The office calendar as the administrator keeps it: holidays, compensatory and swap days. */
export function calendarOf(db: ReadDb): Calendar {
  const days = db.rows<{ day: string; kind: HolidayKind; name: string }>(
    'SELECT day, kind, name FROM holidays',
  )
  const years = db.rows<{ year: number }>('SELECT year FROM holiday_years WHERE confirmed = 1')
  return {
    kinds: new Map(days.map(({ day, kind }) => [day, kind])),
    names: new Map(days.map(({ day, name }) => [day, name])),
    confirmedYears: new Set(years.map(({ year }) => year)),
  }
}
