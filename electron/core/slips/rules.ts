import type { ReadDb } from '../../../db/database.ts'
import { allowedMoves, type MoveName, statusNames } from '../applications/statuses.ts'
import { type Day, dayOf, showDay } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { addWorkingDays, isWorkingDay } from '../calendar/working-days.ts'
import { AppError } from '../errors.ts'
import type { SlipDetails, SlipKind } from './contract.ts'
import { type FileFacts, reasonOf } from './file-facts.ts'
import { firstOf } from './store.ts'

/** A file this near to its due day may be re-appointed: as near as the queue "sắp đến hạn" begins. */
const nearlyDue = 2

/**
 * Which slip fits which file. What is issued agrees with the register: a request for more or a refusal follows its
 * step; just before the step it may only be looked at.
 */
export function assertFits(kind: SlipKind, file: FileFacts, only: 'preview' | 'issue'): void {
  const received = file.received !== null
  const before = (move: MoveName) =>
    only === 'preview' && allowedMoves(file.status, received).some(({ name }) => name === move)
  if (kind === 'supplement' && file.status !== 5 && !before('requestSupplement')) {
    throw unfit('Phiếu yêu cầu bổ sung', file, 'Thực hiện bước “Yêu cầu bổ sung” rồi in phiếu.')
  }
  if (kind === 'refusal' && file.status !== 3 && !before('refuse')) {
    throw unfit('Phiếu từ chối', file, 'Thực hiện bước “Từ chối tiếp nhận” rồi in phiếu.')
  }
  if (kind === 'stop' && file.status !== 8 && !before('stop')) {
    throw unfit('Thông báo dừng', file, 'Thực hiện bước “Dừng xử lý” rồi in thông báo.')
  }
  if ((kind === 'receipt' || kind === 'control') && !received) {
    throw unfit(kind === 'receipt' ? 'Giấy tiếp nhận' : 'Phiếu kiểm soát', file, 'Tiếp nhận hồ sơ rồi in.')
  }
}

const unfit = (what: string, { status }: FileFacts, then: string) =>
  new AppError(
    'invalid',
    `${what} không in được cho hồ sơ đang ở trạng thái “${statusNames[status]}”. ${then}`,
  )

/** Refuses what the officer still has to fill in before the slip can be numbered. */
export function assertComplete(kind: SlipKind, file: FileFacts, { items, reason }: SlipDetails): void {
  if (kind === 'supplement' && items.length === 0)
    throw missing('items', 'Ghi ít nhất một giấy tờ cần bổ sung, hoàn thiện.')
  if (kind === 'supplement' && reason === '' && reasonOf(file, 5) === '')
    throw missing('reason', 'Nhập lý do yêu cầu bổ sung.')
  if (kind === 'refusal' && reason === '' && reasonOf(file, 3) === '')
    throw missing('reason', 'Nhập lý do từ chối.')
  if (kind === 'stop' && reason === '' && reasonOf(file, 8) === '')
    throw missing('reason', 'Nhập lý do dừng giải quyết.')
  if (kind === 'apology' && reason === '') throw missing('reason', 'Nhập lý do chậm trả kết quả.')
}

/** What is the same for every file of a batch is refused before it begins; `path` is the input it came by. */
export function assertToldForAll(kind: SlipKind, details: SlipDetails, path: string): void {
  const fields: Record<string, string> = {}
  if (kind === 'supplement' && details.items.length === 0)
    fields[`${path}items`] = 'Ghi ít nhất một giấy tờ cần bổ sung, hoàn thiện.'
  if (kind === 'apology' && details.reason === '') fields[`${path}reason`] = 'Nhập lý do chậm trả kết quả.'
  if (kind === 'apology' && details.newDueDay === null) fields[`${path}newDueDay`] = 'Nhập ngày hẹn lại.'
  const [message] = Object.values(fields)
  if (message !== undefined) throw new AppError('invalid', message, { fields })
}

const missing = (field: 'items' | 'reason' | 'newDueDay', message: string) =>
  new AppError('invalid', message, { fields: { [`details.${field}`]: message } })

/** An apology is for a file whose clock runs, that is late or nearly so, and that was not re-appointed before. */
export function assertMayApologise(db: ReadDb, applicationId: number, file: FileFacts, today: Day): void {
  const runs = file.status === 2 || file.status === 4
  if (!runs || file.dueDay === null)
    throw unfit('Phiếu xin lỗi', file, 'Chỉ hẹn lại ngày trả cho hồ sơ đang giải quyết.')
  const earlier = firstOf(db, 'apology', { applicationId })
  if (earlier !== undefined) {
    throw new AppError(
      'conflict',
      `Hồ sơ đã được hẹn lại một lần (phiếu xin lỗi số ${earlier.number} ngày ${showDay(dayOf(earlier.at))}) nên không hẹn lại nữa. Cần sửa nội dung thì in lại phiếu đó.`,
    )
  }
  const soon = addWorkingDays(today, nearlyDue, calendarOf(db))
  if (file.dueDay > soon) {
    throw new AppError(
      'invalid',
      `Hồ sơ còn hạn đến ngày ${showDay(file.dueDay)} nên chưa cần hẹn lại. Phiếu xin lỗi chỉ lập khi hồ sơ quá hạn hoặc còn không quá ${nearlyDue} ngày làm việc.`,
    )
  }
}

/** The new day of an apology: a working day, later than today and than the day that is not kept. */
export function newDayOf(db: ReadDb, { dueDay }: FileFacts, newDueDay: Day | null, today: Day): Day {
  if (newDueDay === null) throw missing('newDueDay', 'Nhập ngày hẹn lại.')
  if (newDueDay <= today) throw missing('newDueDay', 'Ngày hẹn lại phải từ ngày mai trở đi. Nhập lại ngày.')
  if (dueDay !== null && newDueDay <= dueDay)
    throw missing('newDueDay', `Ngày hẹn lại phải sau ngày đã hẹn (${showDay(dueDay)}). Nhập lại ngày.`)
  if (!isWorkingDay(newDueDay, calendarOf(db)))
    throw missing('newDueDay', 'Ngày hẹn lại là ngày nghỉ. Chọn một ngày làm việc.')
  return newDueDay
}
