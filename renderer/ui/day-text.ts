import { addDays, type Day, dayOf, isDay, showDay } from '../../electron/core/calendar/day.ts'

/** Today in Việt Nam by the clock of this computer; what is stored gets its moment from the core. */
export function today(): Day {
  return dayOf(new Date().toISOString())
}

export type DayReading = {
  /** For two digits of a year and for a day without one: `past` never lies after today (birth days). */
  readonly past?: boolean
  /** A year alone is enough (birth days of old papers). */
  readonly yearOnly?: boolean
}

const separated = /^(\d{1,2})[/.\- ](\d{1,2})(?:[/.\- ](\d{2}|\d{4}))?$/
const joined = /^(\d{2})(\d{2})(\d{2}|\d{4})?$/

function fullYear(text: string | undefined, ddmm: string, now: Day, past: boolean): number {
  const thisYear = Number(now.slice(0, 4))
  if (text === undefined) return past && ddmm > now.slice(5) ? thisYear - 1 : thisYear
  if (text.length === 4) return Number(text)
  const year = Math.floor(thisYear / 100) * 100 + Number(text)
  const limit = past ? now : `${thisYear + 20}-${ddmm}`
  return `${year}-${ddmm}` > limit ? year - 100 : year
}

/**
 * What a person typed as a day: ddmmyy, ddmmyyyy, dd/mm, dd/mm/yy, dd/mm/yyyy (also with . - or a space), "h" for
 * today, or `YYYY-MM-DD` as pasted. Null where it is no day of the calendar.
 */
export function readDay(
  typed: string,
  now: Day,
  { past = false, yearOnly = false }: DayReading = {},
): string | null {
  const text = typed.trim().toLowerCase()
  if (text === 'h') return now
  if (isDay(text)) return text
  if (yearOnly && /^(19|20)\d{2}$/.test(text)) return text
  const parts = separated.exec(text) ?? joined.exec(text)
  if (parts === null) return null
  const ddmm = `${(parts[2] ?? '').padStart(2, '0')}-${(parts[1] ?? '').padStart(2, '0')}`
  const day = `${fullYear(parts[3], ddmm, now, past)}-${ddmm}`
  return isDay(day) ? day : null
}

/** How a day, a year alone, or what could not be read stands in the field. */
export function showTyped(value: string | null): string {
  if (value === null) return ''
  return isDay(value) ? showDay(value) : value
}

/** ↑ and ↓ in the field: one day on or back; from today when it is empty or unreadable. */
export function stepDay(typed: string, by: 1 | -1, now: Day, reading: DayReading = {}): Day {
  const day = readDay(typed, now, reading)
  return day !== null && isDay(day) ? addDays(day, by) : now
}
