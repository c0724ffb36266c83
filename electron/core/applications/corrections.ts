import { type Day, showDay } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import type { applicationsContract } from './contract.ts'
import { type EventRow, eventsOf, inForce } from './history.ts'
import { applicationById } from './read.ts'
import { assertNotFuture } from './save.ts'
import { appendStep, takingBack } from './steps.ts'
import type { NewEvent } from './store.ts'
import { assertUnchanged } from './unchanged.ts'
import { restored } from './undo.ts'

type Applications = Operations<typeof applicationsContract>

/** Corrects the day of a step or takes it back; the entry it replaces stays in the history. */
export const correct: Applications['correct'] = (context, { id, version, eventId, day, reason }) => {
  const before = applicationById(context.db, id)
  assertUnchanged(context, before, version)
  const events = eventsOf(context.db, id)
  const event = inForce(events).find(entry => entry.id === eventId)
  if (event === undefined)
    throw new AppError('not-found', 'Bước này đã được sửa hoặc rút lại. Tải lại hồ sơ.')
  const { kind, status, time, dueDay } = event
  if (day === null) {
    if (status === 1)
      throw new AppError('invalid', 'Không rút lại được bước đăng ký. Sửa ngày đăng ký nếu sai.')
    const told = { 'Rút lại bước': [event.day, null] } as const
    return appendStep(context, before, takingBack(event, reason), told, restored(context.db, before, event))
  }
  if (kind !== 'status')
    throw new AppError('invalid', 'Ngày hẹn trả không phải là một bước. Dùng mục “Sửa ngày hẹn trả”.')
  assertNotFuture(day, context.today, 'Ngày sửa')
  if (day === event.day) throw refusal('day', 'Ngày sửa trùng với ngày đã ghi. Nhập ngày đúng.')
  assertKeepsOrder(events, event, day)
  const step: NewEvent = {
    kind,
    ...(status !== null && { status }),
    day,
    time,
    dueDay,
    reason,
    corrects: eventId,
  }
  return appendStep(context, before, step, { 'Sửa ngày của bước': [event.day, day] })
}

/** Replaces the appointed day from the start (figures.md §8 case 5). */
export const appoint: Applications['appoint'] = (context, { id, version, dueDay, reason }) => {
  const before = applicationById(context.db, id)
  assertUnchanged(context, before, version)
  if (before.receivedDay === null)
    throw refusal('dueDay', 'Hồ sơ chưa được tiếp nhận nên chưa có ngày hẹn trả. Tiếp nhận hồ sơ trước.')
  if (dueDay < before.receivedDay)
    throw refusal('dueDay', 'Ngày hẹn trả phải từ ngày tiếp nhận trở đi. Sửa lại ngày.')
  if (dueDay === before.dueDay) throw refusal('dueDay', 'Ngày hẹn trả trùng với ngày đã ghi. Nhập ngày đúng.')
  return appendStep(context, before, { kind: 'due', day: before.statusDay, dueDay, reason }, {})
}

const refusal = (field: string, message: string) =>
  new AppError('invalid', message, { fields: { [field]: message } })

/** A day that moved a step past its neighbour would tell another story, and one that nobody has told. */
function assertKeepsOrder(events: readonly EventRow[], event: EventRow, day: Day): void {
  const steps = inForce(events).filter(({ kind }) => kind === 'status')
  const corrected: EventRow = { ...event, id: Number.MAX_SAFE_INTEGER, day, corrects: event.id, voids: null }
  const after = inForce([...events, corrected]).filter(({ kind }) => kind === 'status')
  const at = steps.indexOf(event)
  if (after.findIndex(({ id }) => id === corrected.id) === at) return
  const previous = steps[at - 1]
  const next = steps[at + 1]
  const from = previous === undefined ? '' : ` từ ${showDay(previous.day)}`
  const to = next === undefined ? '' : ` đến ${showDay(next.day)}`
  throw refusal(
    'day',
    `Ngày sửa làm đảo thứ tự các bước. Nhập ngày${from}${to}, hoặc sửa bước liền kề trước.`,
  )
}
