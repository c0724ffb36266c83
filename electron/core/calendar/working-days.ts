import { addDays, type Day, daysBetween, weekday } from './day.ts'

/** What a row of the holiday catalogue does to a day: only `swap_work` makes it a working day. */
export type HolidayKind = 'holiday' | 'compensatory' | 'swap_off' | 'swap_work'

/** The holiday catalogue as the rule needs it; the rows are edited by an administrator. */
export type Calendar = {
  readonly kinds: ReadonlyMap<Day, HolidayKind>
  readonly names: ReadonlyMap<Day, string>
  /** Years whose catalogue is decided; a deadline in another year is computed and says so. */
  readonly confirmedYears: ReadonlySet<number>
}

/** One line of "vì sao ngày này": `counted` is the number of the working day, null for a day that does not count. */
export type DayReason = { readonly day: Day; readonly counted: number | null; readonly why: string }

const weekdayNames = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ nhật'] as const
const kindNames: Readonly<Record<HolidayKind, string>> = {
  holiday: 'Nghỉ lễ, tết',
  compensatory: 'Nghỉ bù',
  swap_off: 'Nghỉ hoán đổi',
  swap_work: 'Làm bù',
}

function works(kind: HolidayKind | undefined, dayOfWeek: number): boolean {
  return kind === undefined ? dayOfWeek <= 5 : kind === 'swap_work'
}

function assertCount(n: number): void {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('a number of working days is 0 or more')
}

/** Monday to Friday, minus holidays, compensatory and swapped days off, plus the Saturdays worked instead. */
export function isWorkingDay(day: Day, calendar: Calendar): boolean {
  return works(calendar.kinds.get(day), weekday(day))
}

/** The nth working day after `day`, which is not counted itself; n = 0 is the day itself, working or not. */
export function addWorkingDays(day: Day, n: number, calendar: Calendar): Day {
  assertCount(n)
  let at = day
  let dayOfWeek: number = weekday(day)
  for (let left = n; left > 0; ) {
    at = addDays(at, 1)
    dayOfWeek = (dayOfWeek % 7) + 1
    if (works(calendar.kinds.get(at), dayOfWeek)) left -= 1
  }
  return at
}

/** Working days after `after` up to and including `upTo`; 0 when `upTo` is not later. */
export function workingDaysBetween(after: Day, upTo: Day, calendar: Calendar): number {
  const days = daysBetween(after, upTo)
  if (days <= 0) return 0
  const start = weekday(after)
  const inLastWeek = Array.from({ length: days % 7 }, (_, i) => ((start + i) % 7) + 1).filter(
    d => d <= 5,
  ).length
  let count = Math.floor(days / 7) * 5 + inLastWeek
  // whole weeks are arithmetic; only the days of the catalogue are looked at one by one
  for (const [day, kind] of calendar.kinds) {
    if (day <= after || day > upTo) continue
    const weekend = weekday(day) > 5
    if (kind === 'swap_work') count += weekend ? 1 : 0
    else count -= weekend ? 0 : 1
  }
  return count
}

/** The earliest day after which no more than `n` working days lie, up to and including `upTo`. */
export function earliestWithin(upTo: Day, n: number, calendar: Calendar): Day {
  assertCount(n)
  let at = upTo
  for (let counted = 0; ; at = addDays(at, -1)) {
    if (isWorkingDay(at, calendar)) counted += 1
    if (counted > n) return at
  }
}

/** Is the catalogue of every year from `from` to `to` decided? */
export function isConfirmed(from: Day, to: Day, calendar: Calendar): boolean {
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    if (!calendar.confirmedYears.has(year)) return false
  }
  return true
}

function reasonOff(day: Day, calendar: Calendar): string {
  const kind = calendar.kinds.get(day)
  if (kind === undefined) return weekdayNames[weekday(day) - 1] ?? ''
  return calendar.names.get(day) ?? kindNames[kind]
}

function reasonCounted(day: Day, counted: number, calendar: Calendar): string {
  const why = `Ngày làm việc thứ ${counted}`
  if (calendar.kinds.get(day) !== 'swap_work') return why
  return `${why}: ${calendar.names.get(day) ?? kindNames.swap_work}`
}

/** Every day from `from` to the nth working day after it, and why it counts or not. */
export function explainDeadline(from: Day, n: number, calendar: Calendar): readonly DayReason[] {
  const to = addWorkingDays(from, n, calendar)
  const reasons: DayReason[] = [{ day: from, counted: null, why: 'Ngày bắt đầu, không tính' }]
  let counted = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar)) {
      counted += 1
      reasons.push({ day, counted, why: reasonCounted(day, counted, calendar) })
    } else {
      reasons.push({ day, counted: null, why: reasonOff(day, calendar) })
    }
  }
  return reasons
}
