import type { ApplicationRow } from '../../electron/core/applications/contract.ts'
import { isPause } from '../../electron/core/applications/statuses.ts'
import type { Tone } from '../ui/banner.tsx'

export type Clock = { readonly text: string; readonly tone: Tone }

type Timed = Pick<ApplicationRow, 'status' | 'receivedDay' | 'dueDay' | 'closedDay' | 'workingDaysLeft'>

/** How a file stands against its appointed day, in the words officers use; null where there is nothing to say. */
export function clockOf(file: Timed): Clock | null {
  if (file.closedDay !== null) return closedClock(file.closedDay, file.dueDay)
  if (file.receivedDay === null) return null
  if (isPause(file.status)) return { text: 'Tạm dừng tính thời hạn', tone: 'attention' }
  const left = file.workingDaysLeft
  if (left === null) return null
  if (left < 0) return { text: `Quá hạn ${-left} ngày làm việc`, tone: 'bad' }
  if (left === 0) return { text: 'Đến hạn hôm nay', tone: 'attention' }
  return { text: `Còn ${left} ngày làm việc`, tone: left <= 2 ? 'attention' : 'info' }
}

function closedClock(closedDay: string, dueDay: string | null): Clock {
  if (dueDay === null || closedDay === dueDay) return { text: 'Giải quyết đúng hạn', tone: 'good' }
  return closedDay < dueDay
    ? { text: 'Giải quyết trước hạn', tone: 'good' }
    : { text: 'Giải quyết quá hạn', tone: 'bad' }
}

/** The same in the few letters a table has room for. */
export function shortClock(file: Timed): Clock | null {
  const clock = clockOf(file)
  if (clock === null || file.closedDay !== null) return null
  const left = file.workingDaysLeft
  if (isPause(file.status)) return { text: 'tạm dừng', tone: clock.tone }
  if (left === null) return null
  if (left < 0) return { text: `quá ${-left} ngày`, tone: clock.tone }
  return { text: left === 0 ? 'hôm nay' : `còn ${left} ngày`, tone: clock.tone }
}
