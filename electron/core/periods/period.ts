import { addDays, type Day, daysBetween, isDay, showDay, weekday } from '../calendar/day.ts'
import { AppError } from '../errors.ts'

export type PeriodKind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year' | 'range'

/** How a report cuts time; it belongs to the kind of report, not to the application. */
export type PeriodRule = {
  readonly weekStart: 1 | 2 | 3 | 4 | 5 | 6 | 7
  /** Month, quarter, half and year run from the 15th of the month before to the 14th (NĐ 09/2019). */
  readonly monthClosesOn14: boolean
}

/** ISO weeks and calendar months. */
export const calendarRule: PeriodRule = { weekStart: 1, monthClosesOn14: false }

/** Both days are included. */
export type Period = { readonly kind: PeriodKind; readonly id: string; readonly from: Day; readonly to: Day }

const monthsIn = { month: 1, quarter: 3, half: 6, year: 12 } as const
type MonthlyKind = keyof typeof monthsIn

const quarterNames = ['I', 'II', 'III', 'IV'] as const

const pad = (n: number, width: number) => String(n).padStart(width, '0')

/** Months and their multiples are counted from year 0, so that the next one is one more. */
function monthly(kind: MonthlyKind, index: number, rule: PeriodRule): Period {
  const size = monthsIn[kind]
  const firstOf = (month: number) => `${pad(Math.floor(month / 12), 4)}-${pad((month % 12) + 1, 2)}`
  const year = pad(Math.floor((index * size) / 12), 4)
  const part = (index % (12 / size)) + 1
  const id = {
    month: `${year}-${pad(part, 2)}`,
    quarter: `${year}-Q${part}`,
    half: `${year}-H${part}`,
    year,
  }[kind]
  if (rule.monthClosesOn14) {
    const from = `${firstOf(index * size - 1)}-15`
    return { kind, id, from, to: `${firstOf((index + 1) * size - 1)}-14` }
  }
  return {
    kind,
    id,
    from: `${firstOf(index * size)}-01`,
    to: addDays(`${firstOf((index + 1) * size)}-01`, -1),
  }
}

function week(from: Day): Period {
  const to = addDays(from, 6)
  if (weekday(from) !== 1) return { kind: 'week', id: `${from}+7`, from, to }
  // an ISO week belongs to the year of its Thursday, and is counted by its Thursdays
  const thursday = addDays(from, 3)
  const year = thursday.slice(0, 4)
  const number = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1
  return { kind: 'week', id: `${year}-W${pad(number, 2)}`, from, to }
}

/** The period of that kind in which the day lies. */
export function periodOf(kind: Exclude<PeriodKind, 'range'>, day: Day, rule: PeriodRule): Period {
  if (kind === 'day') return { kind, id: day, from: day, to: day }
  if (kind === 'week') return week(addDays(day, -((weekday(day) - rule.weekStart + 7) % 7)))
  const closed = rule.monthClosesOn14 && Number(day.slice(8, 10)) > 14
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + (closed ? 1 : 0)
  return monthly(kind, Math.floor(month / monthsIn[kind]), rule)
}

/** Any stretch of days; its id names both ends. */
export function rangePeriod(from: Day, to: Day): Period {
  if (!isDay(from) || !isDay(to) || from > to) {
    throw new AppError('invalid', 'Ngày đầu kỳ phải có thật và không sau ngày cuối kỳ. Chọn lại hai ngày.')
  }
  return { kind: 'range', id: `${from}..${to}`, from, to }
}

/** A day that lies in the period an id means, if the id looks right; whether it is right shows when it is named. */
function dayInside(kind: Exclude<PeriodKind, 'range'>, id: string): Day {
  const year = id.slice(0, 4)
  const number = Number(id.slice(6))
  switch (kind) {
    case 'day':
    case 'week':
      return /^\d{4}-W\d{2}$/.test(id) && isDay(`${year}-01-04`)
        ? addDays(`${year}-01-04`, (number - 1) * 7)
        : id.slice(0, 10)
    case 'month':
      return `${id}-01`
    case 'quarter':
      return `${year}-${pad(number * 3, 2)}-01`
    case 'half':
      return `${year}-${pad(number * 6, 2)}-01`
    case 'year':
      return `${year}-12-01`
  }
}

/** The period an id names under that rule, or null: every period has exactly one id. */
export function parsePeriod(kind: PeriodKind, id: string, rule: PeriodRule): Period | null {
  if (kind === 'range') {
    const [from = '', to = '', ...more] = id.split('..')
    return more.length === 0 && isDay(from) && isDay(to) && from <= to ? rangePeriod(from, to) : null
  }
  const day = dayInside(kind, id)
  if (!isDay(day)) return null
  const period = periodOf(kind, day, rule)
  return period.id === id ? period : null
}

/** The period just before; before a range lies a range of as many days. */
export function previousPeriod(p: Period, rule: PeriodRule): Period {
  if (p.kind !== 'range') return periodOf(p.kind, addDays(p.from, -1), rule)
  return rangePeriod(addDays(p.from, -(daysBetween(p.from, p.to) + 1)), addDays(p.from, -1))
}

/** The period just after; after a range lies a range of as many days. */
export function nextPeriod(p: Period, rule: PeriodRule): Period {
  if (p.kind !== 'range') return periodOf(p.kind, addDays(p.to, 1), rule)
  return rangePeriod(addDays(p.to, 1), addDays(p.to, daysBetween(p.from, p.to) + 1))
}

/** All days of the period, in order. */
export function daysOf(p: Period): readonly Day[] {
  return Array.from({ length: daysBetween(p.from, p.to) + 1 }, (_, i) => addDays(p.from, i))
}

/** The period in words, as headings and lists print it; days are named wherever the words alone mislead. */
export function periodTitle(p: Period): string {
  const year = p.id.slice(0, 4)
  const number = Number(p.id.slice(6))
  const days = `${showDay(p.from)} – ${showDay(p.to)}`
  const closed = p.from.endsWith('-15') ? ` (${days})` : ''
  switch (p.kind) {
    case 'day':
      return `Ngày ${showDay(p.from)}`
    case 'week':
      return p.id.includes('W')
        ? `Tuần ${number} (${days})`
        : `Tuần từ ${showDay(p.from)} đến ${showDay(p.to)}`
    case 'month':
      return `Tháng ${Number(p.id.slice(5))} năm ${year}${closed}`
    case 'quarter':
      return `Quý ${quarterNames[number - 1] ?? ''} năm ${year}${closed}`
    case 'half':
      return `6 tháng ${number === 1 ? 'đầu' : 'cuối'} năm ${year}${closed}`
    case 'year':
      return `Năm ${year}${closed}`
    case 'range':
      return p.from === p.to
        ? `Ngày ${showDay(p.from)}`
        : `Từ ngày ${showDay(p.from)} đến ngày ${showDay(p.to)}`
  }
}
