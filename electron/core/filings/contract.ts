import { z } from 'zod'
import { day, optionalText, requiredText } from '../applications/model.ts'
import { command, job, query } from '../operation.ts'
import type { ReportDocument } from '../reports/report.ts'
import { type MeasureName, type PostName, periodKinds } from '../statistics/model.ts'
import { everyone, leaders, processors } from '../users/model.ts'
import { type FilingState, type StepName, stepOf } from './model.ts'

/** A filing as a list shows it. Moments are ISO with offset, days `YYYY-MM-DD`. */
export type FilingRow = {
  readonly id: number
  readonly version: number
  readonly report: string
  readonly reportTitle: string
  readonly periodKind: (typeof periodKinds)[number]
  readonly periodId: string
  readonly periodTitle: string
  readonly from: string
  readonly to: string
  /** 0 for the first report of a period, then 1, 2 … */
  readonly adjustment: number
  readonly state: FilingState
  /** "128" or "05/2023"; what stands before the symbol. Null until it was sent. */
  readonly number: string | null
  readonly sentDay: string | null
  /** The last step: when and by whom. */
  readonly at: string
  readonly by: string
}

export type FilingEntry = {
  readonly id: number
  readonly step: StepName | 'open' | 'adjust' | 'unlock'
  readonly state: FilingState
  readonly at: string
  readonly by: string
  readonly comment: string | null
  /** Of an unlock: until when, and for whom (null: everybody). */
  readonly unlockedUntil: string | null
  readonly unlockedFor: string | null
}

export type Filing = FilingRow & {
  readonly adjusts: number | null
  /** The filing that adjusts this one, once there is one. */
  readonly adjustedBy: number | null
  readonly receivers: readonly string[]
  readonly history: readonly FilingEntry[]
  /** What was frozen by the approval in force; hashes are SHA-256. */
  readonly frozen: {
    readonly at: string
    readonly by: string
    readonly fileName: string
    readonly approvedSha256: string
    readonly sentSha256: string | null
  } | null
  /** By when it is due; null where no duty asks for it. `hour` null: the whole day. */
  readonly deadline: { readonly day: string; readonly hour: string | null } | null
  /** The period is closed for changes of the register (the setting `periodLock`). */
  readonly closesPeriod: boolean
}

export const dutyStates = ['on-time', 'late', 'missing', 'due-soon', 'upcoming'] as const
/** Made in time · made late · overdue and not made · due within 2 working days · not yet. */
export type DutyState = (typeof dutyStates)[number]

/** One period of one duty. */
export type DueReport = {
  readonly report: string
  readonly reportTitle: string
  readonly periodKind: string
  readonly periodId: string
  readonly periodTitle: string
  readonly from: string
  readonly to: string
  readonly deadline: string
  readonly hour: string | null
  readonly state: DutyState
  /** Working days to the deadline, negative past it; null once it is made. */
  readonly daysLeft: number | null
  readonly filing: {
    readonly id: number
    readonly state: FilingState
    /** Of what counts as made, or else of the last step. */
    readonly at: string
    readonly by: string
  } | null
}

export type FigurePart = 'total' | 'online' | 'direct' | 'postal'

/** A figure that is another now; `measure` also names what the post had, and the two counts of the target. */
export type FigureDrift = {
  readonly measure: MeasureName | PostName | 'targetNumerator' | 'targetDenominator'
  readonly label: string
  readonly part: FigurePart
  readonly was: number
  readonly now: number
}

/** One thing that was written about a file after the freeze. */
export type LateEdit = {
  readonly what: string
  readonly from: string | null
  readonly to: string | null
  readonly at: string
  readonly by: string
  /** The list that brought it. */
  readonly file: string | null
}

export type FileDrift = {
  readonly id: number
  readonly dossierCode: string
  /** Figures that it entered or left since, in words. */
  readonly entered: readonly string[]
  readonly left: readonly string[]
  readonly edits: readonly LateEdit[]
}

/** Figures of a frozen period that are others now, though no file of it changed: totals typed by day. */
export type TotalDrift = { readonly day: string } & LateEdit

/** figures.md §7: then and now, file by file. */
export type Drift = {
  readonly frozenAt: string
  readonly figures: readonly FigureDrift[]
  readonly files: readonly FileDrift[]
  readonly totals: readonly TotalDrift[]
}

const periodOfFiling = z.object({ kind: z.enum(periodKinds), id: z.string().min(4).max(30) })
const comment = optionalText(1000).default(null)
const step = z.object({ id: z.number().int(), version: z.number().int(), comment })
type Stepped = { readonly id: number; readonly version: number; readonly state: FilingState }

export const filingsContract = {
  list: query(
    z.object({
      report: z.string().max(40).optional(),
      state: z.enum(['draft', 'completed', 'submitted', 'approved', 'sent']).optional(),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    { allow: everyone },
  ).returns<readonly FilingRow[]>(),
  get: query(z.object({ id: z.number().int() }), { allow: everyone }).returns<Filing>(),
  /** The filings of one report and period, the first and its adjustments. */
  ofPeriod: query(z.object({ report: z.string().max(40), period: periodOfFiling }), {
    allow: everyone,
  }).returns<readonly FilingRow[]>(),
  /** What is due in a span of days, by its deadlines. */
  calendar: query(
    z
      .object({ from: day, to: day })
      .refine(({ from, to }) => from <= to, 'Ngày đầu sau ngày cuối. Sửa một trong hai ngày.'),
    { allow: everyone, aside: true },
  ).returns<readonly DueReport[]>(),
  /** The frozen document, or the one as the figures stand now. */
  document: query(z.object({ id: z.number().int() }), {
    allow: everyone,
    aside: true,
  }).returns<ReportDocument>(),
  /** What has changed since the approval; refused with `invalid` before there is one. */
  drift: query(z.object({ id: z.number().int() }), { allow: everyone, aside: true }).returns<Drift>(),
  open: command(z.object({ report: z.string().max(40), period: periodOfFiling }), {
    allow: processors,
  }).returns<Stepped>(),
  complete: command(step, { allow: stepOf.complete.roles }).returns<Stepped>(),
  withdraw: command(step, { allow: stepOf.withdraw.roles }).returns<Stepped>(),
  submit: command(step, { allow: stepOf.submit.roles }).returns<Stepped>(),
  recall: command(step, { allow: stepOf.recall.roles }).returns<Stepped>(),
  /** Builds, checks and keeps document, figures, members and workbook. */
  approve: job(step, { allow: stepOf.approve.roles }).returns<Stepped>(),
  giveBack: command(step.extend({ comment: requiredText(1000, 'Nhập lý do trả lại.') }), {
    allow: stepOf.giveBack.roles,
  }).returns<Stepped>(),
  /** Writes number and day into the document that was approved; no figure is counted anew. */
  send: job(
    step.extend({
      number: requiredText(20, 'Nhập số văn bản.').refine(
        text => /^[\d\p{L}.-]+$/u.test(text),
        'Số văn bản chỉ gồm chữ số, chữ cái, dấu chấm, gạch ngang; ký hiệu do ứng dụng ghi sau dấu “/”.',
      ),
      day,
      receivers: z.array(requiredText(120, 'Nhập nơi nhận.')).min(1, 'Nhập ít nhất một nơi nhận.').max(12),
    }),
    { allow: stepOf.send.roles },
  ).returns<Stepped>(),
  /** A new draft of the same period that tells what has changed since this one. */
  adjust: command(z.object({ id: z.number().int(), version: z.number().int() }), {
    allow: processors,
  }).returns<Stepped>(),
  /** Opens the days of an approved filing to one person, or to everybody, until a moment. */
  unlock: command(
    z.object({
      id: z.number().int(),
      userId: z.number().int().nullable(),
      until: z.iso.datetime({ offset: true, error: 'Chọn ngày, giờ hết hạn mở khóa.' }),
      reason: requiredText(500, 'Nhập lý do mở khóa.'),
    }),
    { allow: leaders },
  ).returns<{ readonly until: string }>(),
  /** The workbook (kept for `jobs.file`): the frozen bytes where there are some. */
  export: job(z.object({ id: z.number().int() }), { allow: everyone }).returns<{
    readonly fileName: string
    readonly sha256: string
  }>(),
}
