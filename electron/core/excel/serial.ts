const msPerDay = 86_400_000
const secondsPerDay = 86_400
/** 31 December 9999: no later day can be written. */
const lastSerial = 2_958_465
/** From the first day of base 1900 to that of base 1904. */
const days1904 = 1462

export type Moment = {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
}

/**
 * The day and time of a serial of either base, or `null` where it names no day. Base 1900 counts a 29/02/1900
 * that never was: days before it are one lower, and that day itself is none.
 */
export function serialMoment(serial: number, date1904: boolean): Moment | null {
  const seconds = Math.round((date1904 ? serial + days1904 : serial) * secondsPerDay)
  const whole = Math.floor(seconds / secondsPerDay)
  if (!Number.isFinite(seconds) || whole < 1 || whole > lastSerial || whole === 60) return null
  const first = Date.UTC(1899, 11, whole < 60 ? 31 : 30)
  const date = new Date(first + whole * msPerDay)
  const rest = seconds - whole * secondsPerDay
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: Math.floor(rest / 3600),
    minute: Math.floor((rest % 3600) / 60),
    second: rest % 60,
  }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `YYYY-MM-DD`, with `THH:mm:ss` where there is a time. */
export function momentIso(moment: Moment): string {
  const day = `${String(moment.year).padStart(4, '0')}-${two(moment.month)}-${two(moment.day)}`
  if (moment.hour === 0 && moment.minute === 0 && moment.second === 0) return day
  return `${day}T${two(moment.hour)}:${two(moment.minute)}:${two(moment.second)}`
}
