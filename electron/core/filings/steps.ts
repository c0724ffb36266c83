import { showDay } from '../calendar/day.ts'
import type { CommandContext, Operations, QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Period } from '../periods/period.ts'
import { reportPeriod } from '../reports/build.ts'
import type { filingsContract } from './contract.ts'
import { filingStateNames, isFrozen, type StepName, stepOf } from './model.ts'
import { nameOfFiling, showMoment } from './names.ts'
import { addStep, filingById, filingsOf, lastStep, type StoredFiling, saveState } from './store.ts'

type Filings = Operations<typeof filingsContract>
type Asked = { readonly id: number; readonly version: number }

/** Opens the filing of a report and period; there is one, and after it its adjustments. */
export const open: Filings['open'] = (context, { report, period: asked }) => {
  const { db, today } = context
  const period = reportPeriod(db, report, asked)
  if (period.from > today) {
    throw new AppError(
      'invalid',
      `Kỳ báo cáo bắt đầu từ ngày ${showDay(period.from)}, chưa đến. Chọn kỳ đã hoặc đang diễn ra.`,
    )
  }
  const standing = filingsOf(db, report, period)[0]
  if (standing !== undefined) {
    throw new AppError(
      'conflict',
      `Báo cáo ${nameOfFiling(standing)} đã được lập. Mở báo cáo đó để làm tiếp.`,
      {
        id: standing.id,
      },
    )
  }
  return newFiling(context, { report, period, adjustment: 0, adjusts: null })
}

type NewFiling = {
  readonly report: string
  readonly period: Period
  readonly adjustment: number
  readonly adjusts: number | null
}

/** Writes a new draft with its first entry. */
export function newFiling(context: CommandContext, { report, period, adjustment, adjusts }: NewFiling) {
  const { db, audit } = context
  const id = db.run(
    `INSERT INTO filings (report, period_kind, period_id, from_day, to_day, adjustment, adjusts, state)
     VALUES (:report, :kind, :periodId, :from, :to, :adjustment, :adjusts, 'draft')`,
    { report, kind: period.kind, periodId: period.id, from: period.from, to: period.to, adjustment, adjusts },
  ).lastInsertRowid
  addStep(context, id, { step: adjusts === null ? 'open' : 'adjust', state: 'draft', comment: null })
  audit({
    subject: 'filing',
    subjectId: id,
    changes: {
      'Báo cáo': [null, nameOfFiling(filingById(db, id))],
      'Trạng thái báo cáo': [null, filingStateNames.draft],
    },
  })
  return { id, version: 1, state: 'draft' } as const
}

/** The filing, if the step may be taken with it now; refuses with `conflict` what somebody else has moved since. */
export function readyFor(context: QueryContext, name: StepName, { id, version }: Asked): StoredFiling {
  const { db, today } = context
  const filing = filingById(db, id)
  const step = stepOf[name]
  if (filing.version !== version) {
    const { at, by } = lastStep(db, id)
    throw new AppError(
      'conflict',
      `Báo cáo vừa được ${by} cập nhật lúc ${showMoment(at)}, nay ở trạng thái “${filingStateNames[filing.state]}”. Xem lại rồi làm tiếp.`,
      { version: filing.version, state: filing.state },
    )
  }
  if (!step.from.includes(filing.state)) {
    throw new AppError(
      'invalid',
      `Báo cáo ở trạng thái “${filingStateNames[filing.state]}” không thực hiện được bước “${step.label}”. Tải lại trang.`,
    )
  }
  if ((name === 'complete' || name === 'submit' || name === 'approve') && today < filing.to) {
    throw new AppError(
      'invalid',
      `Kỳ báo cáo đến hết ngày ${showDay(filing.to)} mới kết thúc nên số liệu chưa đủ. Chờ hết kỳ rồi hoàn thành báo cáo.`,
    )
  }
  if (name === 'giveBack' && isFrozen(filing.state) && adjustmentOf(context, id) !== null) {
    throw new AppError(
      'invalid',
      'Báo cáo đã có bản điều chỉnh nên không trả lại được. Làm tiếp trên bản điều chỉnh.',
    )
  }
  return filing
}

/** The filing that adjusts this one. */
export function adjustmentOf({ db }: Pick<QueryContext, 'db'>, id: number): number | null {
  return db.row<{ id: number }>('SELECT id FROM filings WHERE adjusts = :id', { id })?.id ?? null
}

type Told = Parameters<CommandContext['audit']>[0]['changes']

/** Writes a step that was found ready, with its entries in history and trail. */
export function takeFilingStep(
  context: CommandContext,
  filing: StoredFiling,
  name: StepName,
  comment: string | null,
  more: Partial<Parameters<typeof saveState>[3]> = {},
  told: Told = {},
) {
  const { to, done } = stepOf[name]
  saveState(context.db, filing.id, to, { freezeId: null, ...more })
  addStep(context, filing.id, { step: name, state: to, comment })
  context.audit({
    subject: 'filing',
    subjectId: filing.id,
    changes: {
      'Báo cáo': [null, nameOfFiling(filing)],
      Bước: [null, done],
      'Trạng thái báo cáo': [filingStateNames[filing.state], filingStateNames[to]],
      ...(comment === null ? {} : { 'Ý kiến': [null, comment] as const }),
      ...told,
    },
  })
  return { id: filing.id, version: filing.version + 1, state: to } as const
}

/** A step that only changes the state. */
const plain =
  (name: Exclude<StepName, 'approve' | 'send'>) =>
  (context: CommandContext, { comment, ...asked }: Asked & { readonly comment: string | null }) =>
    takeFilingStep(context, readyFor(context, name, asked), name, comment)

export const plainSteps = {
  complete: plain('complete'),
  withdraw: plain('withdraw'),
  submit: plain('submit'),
  recall: plain('recall'),
  giveBack: plain('giveBack'),
} satisfies Partial<Filings>
