import type { EventRow } from '../applications/history.ts'
import type { StoredApplication } from '../applications/read.ts'
import { isPause, type Status } from '../applications/statuses.ts'
import type { NewEvent } from '../applications/store.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { ListMoment, ListValues, Problem } from './list-row.ts'
import { impliedStatus } from './row-rules.ts'

/** What a row adds to the history of a file: steps to append, and corrections of what was known otherwise. */
export type Steps = { readonly events: readonly NewEvent[]; readonly problems: readonly Problem[] }

const error = (field: Problem['field'], code: string, message: string): Problem => ({
  field,
  code,
  level: 'error',
  message,
})
const warning = (field: Problem['field'], code: string, message: string): Problem => ({
  field,
  code,
  level: 'warning',
  message,
})

/** Steps after which a file must have been received. */
const needsReceipt = (values: ListValues, status: Status): boolean =>
  ([2, 4, 9, 10] as readonly Status[]).includes(status) ||
  values.finishedAt !== undefined ||
  values.returnedAt !== undefined

const receivedMissing = error(
  'receivedAt',
  'received-missing',
  'Thiếu ngày tiếp nhận của hồ sơ đã tiếp nhận. Bổ sung ngày tiếp nhận.',
)

const entered = (status: Status, at: ListMoment): NewEvent => ({
  kind: 'status',
  status,
  day: at.day,
  time: at.time,
})

/** The steps of a file that the register does not know yet. */
export function stepsOfNew(values: ListValues, today: Day): Steps {
  const status = values.status ?? impliedStatus(values)
  const registered = values.registeredAt ?? values.receivedAt ?? values.statusDay
  if (registered === undefined) {
    return {
      events: [],
      problems: [
        error(
          'registeredAt',
          'registered-missing',
          'Thiếu ngày nộp và ngày tiếp nhận. Bổ sung một trong hai ngày.',
        ),
      ],
    }
  }
  if (values.receivedAt === undefined && needsReceipt(values, status))
    return { events: [], problems: [receivedMissing] }
  const later = laterSteps(
    values,
    status,
    { status: 1, finished: false, returned: false, received: values.receivedAt ?? null },
    today,
  )
  const received =
    values.receivedAt === undefined
      ? []
      : [{ ...entered(2, values.receivedAt), dueDay: values.dueDay ?? null }]
  return { events: [entered(1, registered), ...received, ...later.events], problems: later.problems }
}

type Known = {
  readonly status: Status
  readonly finished: boolean
  readonly returned: boolean
  readonly received: ListMoment | null
}

/** The steps after receipt (or instead of it) that the row tells and the register does not know. */
function laterSteps(values: ListValues, status: Status, known: Known, today: Day): Steps {
  const problems: Problem[] = []
  const events: NewEvent[] = []
  const { statusDay } = values
  if (status === 9 || status === 10) {
    // figures.md §8 case 4 (handed over without a day of result) and case 9 (the day the status was entered)
    const result = values.finishedAt ?? (status === 10 ? (values.returnedAt ?? statusDay) : statusDay)
    const handedOver = values.returnedAt ?? statusDay
    if (!known.finished) {
      if (result === undefined)
        problems.push(error('finishedAt', 'finished-missing', 'Thiếu ngày có kết quả. Bổ sung ngày.'))
      else events.push(entered(9, result))
    }
    if (status === 10 && !known.returned) {
      if (handedOver === undefined)
        problems.push(error('returnedAt', 'returned-missing', 'Thiếu ngày trả kết quả. Bổ sung ngày.'))
      else events.push(entered(10, handedOver))
    }
    return { events, problems }
  }
  if (status === known.status || status === 1) return { events, problems }
  if (status === 3 || status === 7 || status === 8) {
    if (statusDay !== undefined) events.push(entered(status, statusDay))
    else
      problems.push(
        error(
          'statusDay',
          'status-day-missing',
          'Thiếu ngày của trạng thái. Bổ sung ngày cập nhật trạng thái.',
        ),
      )
    return { events, problems }
  }
  if (isPause(status)) {
    if (statusDay === undefined) {
      problems.push(
        warning(
          'statusDay',
          'pause-from-today',
          'Không có ngày tạm dừng: tính tạm dừng từ ngày nhập danh sách.',
        ),
      )
    }
    events.push(entered(status, statusDay ?? { day: today, time: null }))
    return { events, problems }
  }
  // 2 or 4: a new file goes on from its receipt; a paused or stopped one goes on from the day of the status.
  const goesOn = known.received !== null && (isPause(known.status) || known.status === 8)
  if (goesOn && statusDay === undefined) {
    problems.push(
      warning('statusDay', 'resumed-today', 'Không có ngày tiếp tục xử lý: tính từ ngày nhập danh sách.'),
    )
    events.push(entered(4, { day: today, time: null }))
  } else if (goesOn && statusDay !== undefined) {
    events.push(entered(4, statusDay))
  } else if (status === 4 && known.received !== null) {
    const { received } = known
    events.push(
      entered(
        4,
        statusDay !== undefined && statusDay.day >= received.day
          ? statusDay
          : { day: received.day, time: null },
      ),
    )
  }
  return { events, problems }
}

/**
 * What a row adds to a file the register knows. An empty cell says nothing; a day that differs corrects the step
 * it belongs to; a list older than the register does not turn the file back (figures.md §8 cases 5, 9, 10).
 */
export function stepsOfKnown(
  values: ListValues,
  stored: StoredApplication,
  events: readonly EventRow[],
  today: Day,
): Steps {
  const problems: Problem[] = []
  const corrections: NewEvent[] = []
  const steps: NewEvent[] = []
  const correct = (status: Status, at: ListMoment | undefined, known: Day | null) => {
    if (at === undefined || known === null || at.day === known) return
    const step = events.findLast(event => event.status === status)
    if (step === undefined) return
    corrections.push({
      ...entered(status, at),
      dueDay: step.dueDay,
      corrects: step.id,
      reason: 'Theo danh sách nhập',
    })
  }
  correct(1, values.registeredAt, stored.registeredDay)
  correct(2, values.receivedAt, stored.receivedDay)
  correct(9, values.finishedAt, stored.finishedDay)
  correct(10, values.returnedAt, stored.returnedDay)
  if (values.receivedAt !== undefined && stored.receivedDay === null)
    steps.push(entered(2, values.receivedAt))

  const implied = impliedStatus(values)
  // A row without a status says no more than its days do: it never turns a file back.
  const status = values.status ?? (implied >= 9 ? implied : stored.status)
  const { statusDay } = values
  const isSame = status === stored.status
  if (isSame && ([3, 5, 6, 7, 8] as readonly Status[]).includes(status))
    correct(status, statusDay, stored.statusDay)
  const received: ListMoment | null =
    stored.receivedDay === null ? (values.receivedAt ?? null) : { day: stored.receivedDay, time: null }
  if (received === null && needsReceipt(values, status)) return { events: [], problems: [receivedMissing] }
  const isOlder = !isSame && isBehind(status, stored, statusDay)
  if (isOlder) {
    problems.push(
      warning(
        'status',
        'older-than-register',
        `Sổ đã ghi bước sau ngày ${showDay(stored.statusDay)}: giữ trạng thái trong sổ.`,
      ),
    )
  } else {
    const known = {
      status: stored.status,
      finished: stored.finishedDay !== null,
      returned: stored.returnedDay !== null,
      received,
    }
    const later = laterSteps(values, status, known, today)
    steps.push(...later.events)
    problems.push(...later.problems)
  }
  return { events: withDue([...corrections, ...steps], steps, values, stored), problems }
}

/** How far along a file is; a list that is less far, without a later day, is an old list. */
const rank: Readonly<Record<Status, number>> = { 1: 0, 2: 1, 4: 2, 5: 2, 6: 2, 8: 3, 3: 4, 7: 4, 9: 5, 10: 6 }

function isBehind(status: Status, stored: StoredApplication, statusDay: ListMoment | undefined): boolean {
  if (stored.finishedDay !== null) return rank[status] < rank[stored.status]
  if (statusDay !== undefined) return statusDay.day < stored.statusDay
  return rank[status] < rank[stored.status]
}

/** A new appointed day belongs to the step that brought it; without a step it corrects from the start. */
function withDue(
  events: readonly NewEvent[],
  steps: readonly NewEvent[],
  { dueDay }: ListValues,
  stored: StoredApplication,
): readonly NewEvent[] {
  if (dueDay === undefined || dueDay === stored.dueDay) return events
  const bringer = steps.find(step => step.status !== 10)
  if (bringer === undefined) {
    // told on the day of the last step, after which only a later step may change it
    return [...events, { kind: 'due', day: stored.statusDay, dueDay, reason: 'Theo danh sách nhập' }]
  }
  return events.map(event => (event === bringer ? { ...event, dueDay } : event))
}
