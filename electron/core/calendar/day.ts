/** A day in Việt Nam as `YYYY-MM-DD`; days compare as plain strings. Never a `Date`, never the computer's zone. */
export type Day = string

const msPerDay = 86_400_000
/** Việt Nam has had UTC+7 without summer time since 1975. */
const vietnamOffsetMs = 7 * 3_600_000
/** Without the year 9999, which lists write for "never": the day after every day must be a day too. */
const dayPattern = /^(?!9999)[1-9]\d{3}-\d{2}-\d{2}$/
const instantPattern = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/

function toNumber(day: Day): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10))) / msPerDay
}

function fromNumber(number: number): Day {
  return new Date(number * msPerDay).toISOString().slice(0, 10)
}

/** Is the text a real day of the calendar, written `YYYY-MM-DD`? 2023-02-29 is not. */
export const isDay = (text: string): boolean => {
  if (!dayPattern.test(text)) return false
  const month = Number(text.slice(5, 7))
  const date = Number(text.slice(8, 10))
  if (month < 1 || month > 12 || date < 1) return false
  // day 0 of the next month is the last day of this one
  return date <= 28 || date <= new Date(Date.UTC(Number(text.slice(0, 4)), month, 0)).getUTCDate()
}

/** The day in Việt Nam of a moment with an offset or `Z`; a moment without one belongs to no place and is refused. */
export function dayOf(instant: string): Day {
  const parts = instantPattern.exec(instant)
  const date = parts?.[1]
  const ms = date === undefined ? Number.NaN : Date.parse(instant)
  if (date === undefined || Number.isNaN(ms)) throw new RangeError('not an ISO moment with an offset')
  if (parts?.[2] === '+07:00') return date
  return new Date(ms + vietnamOffsetMs).toISOString().slice(0, 10)
}

/** The day n days later, or earlier for a negative n. */
export function addDays(day: Day, n: number): Day {
  // deadlines take hundreds of thousands of single steps in an import: most stay inside the month
  const date = Number(day.slice(8, 10)) + n
  if (date >= 1 && date <= 28) return day.slice(0, 8) + (date < 10 ? `0${date}` : date)
  return fromNumber(toNumber(day) + n)
}

/** Days from a to b: 1 from one day to the next, negative when b lies before a. */
export function daysBetween(a: Day, b: Day): number {
  return toNumber(b) - toNumber(a)
}

/** ISO day of the week: Monday 1 … Sunday 7. */
export function weekday(day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  const sinceMonday = (((toNumber(day) + 3) % 7) + 7) % 7 // 1970-01-01 was a Thursday
  return (sinceMonday + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7 // a remainder of 7, plus 1
}

/** dd/mm/yyyy, by hand: `Intl` prints 5/9/2023 for Vietnamese. */
export function showDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** A moment as it is stored: `2026-11-23T14:05:09+07:00`. */
export function nowInVietnam(ms: number): string {
  return `${new Date(ms + vietnamOffsetMs).toISOString().slice(0, 19)}+07:00`
}
