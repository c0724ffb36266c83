import type { Day } from '../calendar/day.ts'
import type { Life, LifeProblem } from './life.ts'
import type { StoredApplication } from './read.ts'
import type { NewEvent } from './store.ts'

/**
 * Holidays and deadlines may have been changed since the due day was counted. A further step must not shift the
 * day that the citizen has on paper, nor whether a closed file was in time: the day given enters the history.
 * Null where the history, replayed as it stands, still comes to that day.
 */
export function dueToHold(
  { dueDay, receivedDay, statusDay }: StoredApplication,
  replayed: Life | LifeProblem,
): NewEvent | null {
  if (receivedDay === null || dueDay === null) return null
  if (!('problem' in replayed) && replayed.due === dueDay) return null
  return holding(dueDay, statusDay)
}

/** The same once a step is taken back: the day that was in force before the step, where the replay comes to another. */
export function dueToStand(dueDay: Day | null, { due, received, statusDay }: Life): NewEvent | null {
  return received === null || dueDay === null || due === dueDay ? null : holding(dueDay, statusDay)
}

const holding = (dueDay: Day, day: Day): NewEvent => ({
  ...{ kind: 'due', day, dueDay },
  reason: 'Giữ ngày đã hẹn trước khi thay đổi lịch nghỉ hoặc thời hạn',
})
