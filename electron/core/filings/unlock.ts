import { addDays, nowInVietnam } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { settingInForce } from '../settings/store.ts'
import type { filingsContract } from './contract.ts'
import { isFrozen } from './model.ts'
import { nameOfFiling, showMoment } from './names.ts'
import { addStep, filingById } from './store.ts'

/** Longer than this is no exception any more. */
const longestDays = 31

/** Opens the days of a filing until a moment; it ends by itself. */
export const unlock: Operations<typeof filingsContract>['unlock'] = (context, input) => {
  const { db, now, today, audit } = context
  const { id, userId, reason } = input
  const filing = filingById(db, id)
  if (!isFrozen(filing.state))
    throw new AppError('invalid', 'Báo cáo chưa duyệt nên kỳ này chưa khóa. Không cần mở khóa.')
  if (!settingInForce(db, 'periodLock', today).on)
    throw new AppError('invalid', 'Đơn vị không dùng khóa kỳ đã duyệt nên không cần mở khóa.')
  // moments are compared as text, so they all bear the same offset
  const until = nowInVietnam(Date.parse(input.until))
  if (until <= now) throw refusal('until', 'Thời điểm hết hạn đã qua. Chọn ngày, giờ sau bây giờ.')
  if (until.slice(0, 10) > addDays(today, longestDays))
    throw refusal('until', `Chỉ mở khóa tạm thời, lâu nhất ${longestDays} ngày. Chọn thời điểm sớm hơn.`)
  const name =
    userId === null
      ? null
      : (db.row<{ name: string }>(
          'SELECT display_name AS name FROM users WHERE id = :userId AND active = 1',
          {
            userId,
          },
        )?.name ?? undefined)
  if (name === undefined)
    throw refusal('userId', 'Không tìm thấy tài khoản này. Chọn lại người được mở khóa.')
  addStep(context, id, {
    step: 'unlock',
    state: filing.state,
    comment: reason,
    unlockedFor: userId,
    unlockedUntil: until,
  })
  audit({
    subject: 'filing',
    subjectId: id,
    changes: {
      'Báo cáo': [null, nameOfFiling(filing)],
      'Mở khóa tạm thời cho': [null, name ?? 'Mọi người'],
      'Hết hạn mở khóa': [null, showMoment(until)],
      'Lý do': [null, reason],
    },
  })
  return { until }
}

const refusal = (field: string, message: string) =>
  new AppError('invalid', message, { fields: { [field]: message } })
