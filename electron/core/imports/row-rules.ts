import type { Status } from '../applications/statuses.ts'
import type { Day } from '../calendar/day.ts'
import type { ListField } from './list-fields.ts'
import type { ListValues, Problem } from './list-row.ts'

/**
 * What the values of one row say to each other, judged by days: portals give some times to the second and others
 * to the minute. Dates the figures rest on must agree; a row that contradicts itself is refused, not guessed at.
 */
export function checkRow(values: ListValues, problems: readonly Problem[], today: Day): Problem[] {
  const unusable = new Set(
    problems.filter(problem => problem.level === 'error').map(problem => problem.field),
  )
  const rules = [...orderOfDays(values), ...daysInFuture(values, today), ...statusAgainstDays(values)]
  // one reason is enough for a value that could not be read at all
  return rules.filter(problem => !unusable.has(problem.field))
}

const error = (field: ListField, code: string, message: string): Problem => ({
  field,
  code,
  level: 'error',
  message,
})
const warning = (field: ListField, code: string, message: string): Problem => ({
  field,
  code,
  level: 'warning',
  message,
})

function* orderOfDays(values: ListValues): Generator<Problem> {
  const registered = values.registeredAt?.day
  const received = values.receivedAt?.day
  const finished = values.finishedAt?.day
  const returned = values.returnedAt?.day
  const entered = values.statusDay?.day
  const before = (a: Day | undefined, b: Day | undefined): boolean =>
    a !== undefined && b !== undefined && a < b
  if (before(received, registered))
    yield error(
      'receivedAt',
      'received-before-registered',
      'Ngày tiếp nhận trước ngày nộp. Kiểm tra lại hai ngày.',
    )
  if (before(values.dueDay, received))
    yield error('dueDay', 'due-before-received', 'Ngày hẹn trả trước ngày tiếp nhận. Kiểm tra lại hai ngày.')
  if (before(finished, received))
    yield error(
      'finishedAt',
      'finished-before-received',
      'Ngày có kết quả trước ngày tiếp nhận. Kiểm tra lại hai ngày.',
    )
  if (before(returned, finished))
    yield error(
      'returnedAt',
      'returned-before-finished',
      'Ngày trả trước ngày có kết quả. Kiểm tra lại hai ngày.',
    )
  if (before(entered, received ?? registered)) {
    const message = 'Ngày của trạng thái trước ngày nộp hoặc ngày tiếp nhận. Kiểm tra lại các ngày.'
    // the day is a figure's day only where the status ends or stops the file
    const counts = values.status !== undefined && [3, 5, 6, 7, 8].includes(values.status)
    yield counts
      ? error('statusDay', 'status-day-early', message)
      : warning('statusDay', 'status-day-early', message)
  }
}

function* daysInFuture(values: ListValues, today: Day): Generator<Problem> {
  const days = [
    ['registeredAt', 'Ngày nộp'],
    ['receivedAt', 'Ngày tiếp nhận'],
    ['finishedAt', 'Ngày có kết quả'],
    ['returnedAt', 'Ngày trả kết quả'],
    ['statusDay', 'Ngày của trạng thái'],
  ] as const
  for (const [field, name] of days) {
    const day = values[field]?.day
    if (day !== undefined && day > today)
      yield error(field, 'in-future', `${name} sau ngày hôm nay. Kiểm tra lại ngày này.`)
  }
}

function* statusAgainstDays(values: ListValues): Generator<Problem> {
  const { status, receivedAt, finishedAt, returnedAt } = values
  if (status === undefined) {
    yield warning(
      'status',
      'status-missing',
      'Thiếu trạng thái hồ sơ, ứng dụng suy ra từ các ngày. Kiểm tra lại trạng thái.',
    )
    return
  }
  const refusedOrNew = status === 1 || status === 3
  if (refusedOrNew && receivedAt !== undefined)
    yield error(
      'status',
      'status-below-days',
      'Trạng thái là chưa hoặc không tiếp nhận nhưng có ngày tiếp nhận. Kiểm tra lại trạng thái và ngày.',
    )
  if (status < 9 && (finishedAt !== undefined || returnedAt !== undefined))
    yield error(
      'status',
      'status-below-days',
      'Hồ sơ có ngày có kết quả hoặc ngày trả nhưng trạng thái chưa xong. Kiểm tra lại trạng thái và ngày.',
    )
  if (status === 9 && returnedAt !== undefined)
    yield error(
      'status',
      'status-below-days',
      'Hồ sơ có ngày trả nhưng trạng thái là chưa trả. Kiểm tra lại trạng thái và ngày.',
    )
}

/** The status a row without one must have by its days. */
export function impliedStatus(values: ListValues): Status {
  if (values.returnedAt !== undefined) return 10
  if (values.finishedAt !== undefined) return 9
  return values.receivedAt !== undefined ? 2 : 1
}
