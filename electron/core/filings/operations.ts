import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { settingInForce } from '../settings/store.ts'
import { approve, exportFiling, send } from './approve.ts'
import { calendar } from './calendar.ts'
import type { Filing, filingsContract } from './contract.ts'
import { documentOf } from './document.ts'
import { hashAt, keptDocument } from './documents.ts'
import { drift } from './drift.ts'
import { deadlineOf } from './duties.ts'
import { filingStateNames, isFrozen } from './model.ts'
import { nameOfFiling, rowOf } from './names.ts'
import { adjustmentOf, newFiling, open, plainSteps } from './steps.ts'
import {
  filingById,
  filingsOf,
  historyOfFiling,
  lastStep,
  latestFilings,
  periodOfFiling,
  type StoredFiling,
} from './store.ts'
import { unlock } from './unlock.ts'

export const filingsOperations: Operations<typeof filingsContract> = {
  list: ({ db }, { report = null, state = null, limit }) =>
    latestFilings(db, { report, state, limit }).map(filing => rowOf(db, filing)),

  get: (context, { id }): Filing => {
    const { db, today } = context
    const filing = filingById(db, id)
    const receivers: readonly string[] = filing.receivers === null ? [] : JSON.parse(filing.receivers)
    return {
      ...rowOf(db, filing),
      adjusts: filing.adjusts,
      adjustedBy: adjustmentOf(context, id),
      receivers,
      history: historyOfFiling(db, id),
      frozen: frozenOf(context, filing),
      deadline: deadlineOf(db, filing.report, periodOfFiling(filing)),
      closesPeriod: isFrozen(filing.state) && settingInForce(db, 'periodLock', today).on,
    }
  },

  ofPeriod: ({ db }, { report, period }) => filingsOf(db, report, period).map(filing => rowOf(db, filing)),

  document: (context, { id }) => documentOf(context, filingById(context.db, id)),

  calendar,
  drift,
  open,
  ...plainSteps,
  approve,
  send,
  unlock,
  export: exportFiling,

  adjust: (context, { id, version }) => {
    const filing = filingById(context.db, id)
    assertAdjustable(context, filing, version)
    const { report, adjustment } = filing
    const period = periodOfFiling(filing)
    return newFiling(context, { report, period, adjustment: adjustment + 1, adjusts: id })
  },
}

function frozenOf(
  { db }: Parameters<typeof adjustmentOf>[0],
  { id, freezeId }: StoredFiling,
): Filing['frozen'] {
  if (freezeId === null) return null
  const { fileName } = keptDocument(db, freezeId)
  return {
    ...lastStep(db, id, 'approve'),
    fileName,
    approvedSha256: hashAt(db, freezeId, 'approved') ?? '',
    sentSha256: hashAt(db, freezeId, 'sent'),
  }
}

function assertAdjustable(
  context: Parameters<typeof adjustmentOf>[0],
  filing: StoredFiling,
  version: number,
): void {
  const { id, state } = filing
  if (!isFrozen(state)) {
    throw new AppError(
      'invalid',
      `Báo cáo ${nameOfFiling(filing)} ở trạng thái “${filingStateNames[state]}”, còn sửa được nên không cần điều chỉnh.`,
    )
  }
  const later = adjustmentOf(context, id)
  if (later !== null) {
    throw new AppError(
      'conflict',
      `Báo cáo đã có bản điều chỉnh lần ${filing.adjustment + 1}. Mở bản đó để làm tiếp.`,
      {
        id: later,
      },
    )
  }
  if (filing.version !== version)
    throw new AppError('conflict', 'Báo cáo vừa được người khác cập nhật. Xem lại rồi làm tiếp.', {
      version: filing.version,
    })
}
