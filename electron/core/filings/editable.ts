import type { ReadDb } from '../../../db/database.ts'
import { AppError } from '../errors.ts'
import type { PeriodKind } from '../periods/period.ts'
import { isEditable } from './model.ts'
import { nameOfFiling, showMoment } from './names.ts'
import { filingsOf, lastStep } from './store.ts'

/**
 * Refuses with `locked` while the report of that period is on its way: to be asked before the words of its draft are
 * changed. The last filing of the period speaks: an adjustment that is being written may be edited again.
 */
export function assertEditable(
  db: ReadDb,
  report: string,
  period: { readonly kind: PeriodKind; readonly id: string },
): void {
  const filing = filingsOf(db, report, period).at(-1)
  if (filing === undefined || isEditable(filing.state)) return
  const name = nameOfFiling(filing)
  const details = (step: { readonly at: string; readonly by: string }) => ({ filingId: filing.id, ...step })
  if (filing.state === 'submitted') {
    const step = lastStep(db, filing.id, 'submit')
    throw new AppError(
      'locked',
      `Báo cáo ${name} đang chờ duyệt từ ${showMoment(step.at)}, do ${step.by} trình. Đề nghị người trình rút lại hoặc lãnh đạo trả lại để sửa.`,
      details(step),
    )
  }
  const step = lastStep(db, filing.id, filing.state === 'sent' ? 'send' : 'approve')
  const done = filing.state === 'sent' ? 'đã gửi' : 'đã được duyệt'
  throw new AppError(
    'locked',
    `Báo cáo ${name} ${done} lúc ${showMoment(step.at)} (${step.by}) nên không sửa nữa. Lập báo cáo điều chỉnh nếu cần sửa.`,
    details(step),
  )
}
