import { type ListFilter, listFilter } from '../../electron/core/applications/contract.ts'
import { addDays, type Day, isDay } from '../../electron/core/calendar/day.ts'
import { calendarRule, type PeriodRule, periodOf } from '../../electron/core/periods/period.ts'

/** What the register is narrowed to; it lives in the address, so that reload and back keep it. */
export type RegisterFilter = Omit<ListFilter, 'after' | 'limit'>

export type DayField = NonNullable<RegisterFilter['dayField']>

const rules = listFilter.shape

function read<T>(rule: { safeParse(value: unknown): { success: boolean; data?: T } }, value: unknown) {
  const answer = rule.safeParse(value)
  return answer.success ? answer.data : undefined
}

const number = (text: string | null) => (text === null || text === '' ? undefined : Number(text))

const yesOrNo = (text: string | undefined) => (text === '1' ? true : text === '0' ? false : undefined)
const asDigit = (value: boolean | undefined) => (value === undefined ? undefined : value ? 1 : 0)

/** Reads the filter out of the address; what is not understood is left out, never an error. */
export function readFilter(query: URLSearchParams): RegisterFilter {
  const get = (name: string) => query.get(name) ?? undefined
  const statuses = (query.get('statuses') ?? '')
    .split(',')
    .filter(part => part !== '')
    .map(Number)
  const from = get('from')
  const to = get('to')
  const filter: Record<string, unknown> = {
    text: read(rules.text, get('text')),
    statuses: statuses.length === 0 ? undefined : read(rules.statuses, statuses),
    channel: read(rules.channel, get('channel')),
    teamId: read(rules.teamId, number(query.get('teamId'))),
    officerId: read(rules.officerId, number(query.get('officerId'))),
    districtCode: read(rules.districtCode, get('districtCode')),
    licenceClass: read(rules.licenceClass, get('licenceClass')),
    received: yesOrNo(get('received')),
    posted: yesOrNo(get('posted')),
    dayField: read(rules.dayField, get('dayField')),
    from: from !== undefined && isDay(from) ? from : undefined,
    to: to !== undefined && isDay(to) ? to : undefined,
    deadline: read(rules.deadline, get('deadline')),
    order: get('order') === undefined ? undefined : read(rules.order, get('order')),
    reversed: get('reversed') === '1' ? true : undefined,
  }
  if (filter.order === 'newest') filter.order = undefined
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
}

/** The filter as it stands in the address, in one order, so that equal filters have equal addresses. */
export function writeFilter(filter: RegisterFilter): URLSearchParams {
  const query = new URLSearchParams()
  const put = (name: string, value: string | number | undefined) => {
    if (value !== undefined && value !== '') query.set(name, String(value))
  }
  put('text', filter.text)
  put('statuses', filter.statuses?.join(','))
  put('channel', filter.channel)
  put('teamId', filter.teamId)
  put('officerId', filter.officerId)
  put('districtCode', filter.districtCode)
  put('licenceClass', filter.licenceClass)
  put('received', asDigit(filter.received))
  put('posted', asDigit(filter.posted))
  put('dayField', filter.dayField)
  put('from', filter.from)
  put('to', filter.to)
  put('deadline', filter.deadline)
  put('order', filter.order === 'newest' ? undefined : filter.order)
  put('reversed', filter.reversed === true ? 1 : undefined)
  return query
}

/** Takes parts out of a filter or puts others in; `undefined` takes out. */
export function changeFilter(
  filter: RegisterFilter,
  change: { readonly [K in keyof RegisterFilter]?: RegisterFilter[K] | undefined },
): RegisterFilter {
  const merged = Object.entries({ ...filter, ...change }).filter(([, value]) => value !== undefined)
  return Object.fromEntries(merged)
}

/** What the list is ordered by says nothing about what it holds. */
export function withoutOrder(filter: RegisterFilter): RegisterFilter {
  return changeFilter(filter, { order: undefined, reversed: undefined })
}

/** The name of a day column alone, without a range, narrows nothing. */
export const isNarrowed = (filter: RegisterFilter): boolean =>
  Object.keys(withoutOrder(filter)).some(name => name !== 'dayField')

export const dayFieldNames: Readonly<Record<DayField, string>> = {
  registered: 'Ngày nộp',
  received: 'Ngày tiếp nhận',
  due: 'Ngày hẹn trả',
  finished: 'Ngày có kết quả',
  returned: 'Ngày trả kết quả',
  closed: 'Ngày giải quyết xong',
}

export const deadlineNames = { overdue: 'Quá hạn', 'due-soon': 'Sắp đến hạn' } as const

export type Shortcut = { readonly label: string; readonly from: Day; readonly to: Day }

/** The stretches officers ask for by name; the reporting month may close on the 14th (settings). */
export function shortcuts(today: Day, rule: PeriodRule = calendarRule): readonly Shortcut[] {
  const month = (label: string, by: PeriodRule, day: Day) => {
    const { from, to } = periodOf('month', day, by)
    return { label, from, to }
  }
  const week = periodOf('week', today, rule)
  const reporting = month('Tháng báo cáo', rule, today)
  const calendar = month('Tháng này', calendarRule, today)
  return [
    { label: 'Hôm nay', from: today, to: today },
    { label: 'Tuần này', from: week.from, to: week.to },
    reporting,
    month('Tháng báo cáo trước', rule, addDays(reporting.from, -1)),
    ...(rule.monthClosesOn14
      ? [calendar, month('Tháng trước', calendarRule, addDays(calendar.from, -1))]
      : []),
  ]
}
