import { z } from 'zod'
import { mostTicked } from '../applications/contract.ts'
import { day, fields, optionalText } from '../applications/model.ts'
import { moveNames, type Status } from '../applications/statuses.ts'
import { job, query } from '../operation.ts'
import { fileSlipKinds, type Slip, slipDetails } from '../slips/contract.ts'
import { everyone, processors } from '../users/model.ts'
import { tidy } from '../vietnamese.ts'
import { viewFilter } from '../views/contract.ts'

/** As many files as one batch takes: they are written in one transaction. */
export const largestBatch = mostTicked
/** As many slips as are laid out for one print. */
export const largestPrint = 1000

const ids = z.array(z.int())

/**
 * Which files: those ticked, or all that a filter holds but for some. They are done in the order of the list, which for
 * those ticked is that of `filter`; without it, as they are named.
 */
export const selection = z.union([
  z.object({ ids: ids.min(1).max(largestBatch), filter: viewFilter.optional() }),
  z.object({ filter: viewFilter, except: ids.max(largestBatch).default([]) }),
])
export type Selection = z.output<typeof selection>

const office = z
  .string()
  .transform(tidy)
  .refine(text => text.length <= 200, 'Tên bưu cục dài quá 200 ký tự. Rút ngắn lại.')
  .default('')

/** What is done to each of them. */
export const action = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('assign'),
    /** Absent: left as it is; null: nobody. */
    teamId: fields.teamId.rule.optional(),
    officerId: fields.officerId.rule.optional(),
    /** Asked for, as when one is edited, by the files that are closed already. */
    reason: optionalText(500).default(null),
  }),
  z.object({
    kind: z.literal('move'),
    move: z.enum(moveNames),
    day,
    reason: fields.notes.rule.default(null),
  }),
  /** Results handed over to the post: one list of hand-over, printed as a slip. */
  z.object({ kind: z.literal('hand-to-post'), day, office }),
  /** One slip for each, numbered in the order of the list and printed at once. */
  z.object({
    kind: z.literal('print'),
    slip: z.enum(fileSlipKinds),
    /** The same for all: papers that are missing, the reason, the new day. */
    details: slipDetails.default({ items: [], reason: '', newDueDay: null }),
    /** A file that has the slip gets another number; otherwise its last print is laid with the others. */
    again: z.boolean().default(false),
  }),
])
export type BatchAction = z.output<typeof action>

/** `dossierCode` is empty where there is no such file. */
export type BatchRefusal = { readonly id: number; readonly dossierCode: string; readonly reason: string }
export type BatchReport = {
  readonly batchId: number
  readonly done: number
  readonly refused: readonly BatchRefusal[]
}
export type PastBatch = {
  readonly id: number
  readonly kind: BatchAction['kind']
  readonly at: string
  readonly by: string
  readonly title: string
  readonly done: number
  readonly refused: number
  readonly undoneAt: string | null
  readonly undoneBy: string | null
  /** Whether who asks may still take it back: its author, or a supervisor. */
  readonly undoable: boolean
}

/** A file that a batch has done; `slip` is what it was given, and whether the batch numbered it. */
export type BatchFile = {
  readonly id: number
  readonly dossierCode: string
  readonly fullName: string
  /** As it stands now. */
  readonly status: Status
  readonly slip: { readonly id: number; readonly number: string; readonly numbered: boolean } | null
}
/** Lists are cut where nobody reads on; `done` and `refused` count all. */
export const mostShown = 2000
export type BatchDetails = PastBatch & {
  readonly files: readonly BatchFile[]
  readonly refusals: readonly BatchRefusal[]
  /** What its undoing left as it was. */
  readonly kept: readonly BatchRefusal[]
  /** Hand-over lists printed for it, oldest first. */
  readonly lists: readonly Slip[]
}

export const batchesContract = {
  /** One job: what can be done is done in one transaction, the rest is listed with its reason. */
  run: job(z.object({ selection, action }), { allow: processors }).returns<BatchReport>(),
  /** Takes a whole batch back; files changed since are listed and stay as they are. */
  undo: job(z.object({ batchId: z.number().int() }), { allow: processors }).returns<BatchReport>(),
  /** One batch with its files, and why it did not do the others. */
  get: query(z.object({ id: z.int() }), { allow: everyone, aside: true }).returns<BatchDetails>(),
  history: query(z.object({}), { allow: everyone }).returns<readonly PastBatch[]>(),
}
