import { z } from 'zod'
import { day, requiredText } from '../applications/model.ts'
import { command, query } from '../operation.ts'
import { effectiveDay, sinceAlways } from '../settings/model.ts'
import { administrators, everyone, processors } from '../users/model.ts'
import { tidy } from '../vietnamese.ts'
import type { SlipDocument } from './document.ts'
import { type Texts, wordedKinds } from './model.ts'

/**
 * Forms of TT 01/2018 and TT 03/2025/TT-VPCP (`stop` is of the latter alone), and the hand-over list of the post; the
 * book is a report over a period.
 */
export const slipKinds = [
  'receipt',
  'supplement',
  'refusal',
  'apology',
  'stop',
  'control',
  'post-list',
] as const
export type SlipKind = (typeof slipKinds)[number]
/** Those about one file. */
export const fileSlipKinds = ['receipt', 'supplement', 'refusal', 'apology', 'stop', 'control'] as const
export const slipNames: Readonly<Record<SlipKind, string>> = {
  receipt: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  supplement: 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  refusal: 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  apology: 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  stop: 'Thông báo dừng giải quyết hồ sơ',
  control: 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  'post-list': 'Biên bản bàn giao bưu chính',
}

export type Slip = {
  readonly id: number
  readonly kind: SlipKind
  readonly year: number
  readonly number: number
  /** 0 = the first print; then "in lại lần n". */
  readonly reprint: number
  readonly formSet: FormSetName
  readonly at: string
  readonly by: string
  /** Why it was printed again; null for the first print. */
  readonly reason: string | null
}

/** Which set of one-stop forms a slip was printed by; the numbers of the forms differ between them. */
export type FormSetName = '2018' | '2025'

const subject = z.union([z.object({ applicationId: z.int() }), z.object({ batchId: z.int() })])
export type SlipSubject = z.output<typeof subject>

const copies = z.int('Nhập số bản.').min(0).max(99).default(0)

/** What only the officer knows: what was handed in or is missing, why refused or late, the new day. */
export const slipDetails = z.object({
  items: z
    .array(
      z.object({
        name: requiredText(200, 'Nhập tên giấy tờ.'),
        original: copies,
        certified: copies,
        copy: copies,
      }),
    )
    .max(20, 'Phiếu ghi nhiều nhất 20 loại giấy tờ. Gộp bớt lại.')
    .default([]),
  /** Supplement and refusal: the reason told with the move where it is left empty. */
  reason: z
    .string()
    .transform(tidy)
    .refine(text => text.length <= 2000, 'Lý do dài quá 2000 ký tự. Rút ngắn lại.')
    .default(''),
  newDueDay: day.nullable().default(null),
})
export type SlipDetails = z.output<typeof slipDetails>

/** The sentences of a kind as they are worded on one day. */
export type Wording = {
  /** '0001-01-01' = since always. */
  readonly fromDay: string
  /** 0 = the defaults stand. */
  readonly version: number
  /** By name (`model.ts`). */
  readonly texts: Texts
  /** The defaults of the set of forms in force. */
  readonly standard: Texts
  /** Every day on which a wording begins, first one first, also those to come. */
  readonly days: readonly string[]
}

const kind = z.enum(wordedKinds)
const texts = z.record(z.string(), z.string())

export const slipsContract = {
  /** How the slip would look, without a number; a request for more or a refusal also just before its step. */
  preview: query(z.object({ kind: z.enum(slipKinds), subject, details: slipDetails.optional() }), {
    allow: everyone,
  }).returns<SlipDocument>(),
  /**
   * Gives the next number of the kind and year and keeps the document as printed. An apology appoints its new day in
   * the same transaction.
   */
  issue: command(z.object({ kind: z.enum(slipKinds), subject, details: slipDetails.optional() }), {
    allow: processors,
  }).returns<{ readonly slip: Slip; readonly document: SlipDocument }>(),
  /** The same number again after a correction, with "in lại lần n" and the reason. */
  reprint: command(z.object({ id: z.int(), reason: requiredText(500, 'Nhập lý do in lại.') }), {
    allow: processors,
  }).returns<{ readonly slip: Slip; readonly document: SlipDocument }>(),
  /** Every print of a file's or a batch's slips, oldest first. */
  list: query(subject, { allow: everyone }).returns<readonly Slip[]>(),
  /** What a batch printed, one after the other in the order of its list; each as it was. */
  ofBatch: query(z.object({ batchId: z.int() }), { allow: everyone, aside: true }).returns<
    readonly { readonly slip: Slip; readonly document: SlipDocument }[]
  >(),
  /** How a kind of slip is worded on a day (default: today). */
  wording: query(z.object({ kind, on: effectiveDay.optional() }), {
    allow: administrators,
  }).returns<Wording>(),
  /** Words a kind of slip from a day on; slips printed before stay. `version` 0 = there was none for that day. */
  setWording: command(
    z.object({
      kind,
      fromDay: effectiveDay.default(sinceAlways),
      version: z.int(),
      texts,
    }),
    { allow: administrators },
  ).returns<{ readonly version: number }>(),
  /** A slip worded so, of an invented file. */
  previewWording: query(z.object({ kind, texts }), { allow: administrators }).returns<SlipDocument>(),
  /** A print as it was, whatever has been corrected since. */
  get: query(z.object({ id: z.int() }), { allow: everyone }).returns<{
    readonly slip: Slip
    readonly document: SlipDocument
  }>(),
}
