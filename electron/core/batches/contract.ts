import { z } from 'zod'
import { mostTicked } from '../applications/contract.ts'
import { day, fields, optionalText } from '../applications/model.ts'
import { moveNames } from '../applications/statuses.ts'
import { job, query } from '../operation.ts'
import { everyone, processors } from '../users/model.ts'
import { tidy } from '../vietnamese.ts'
import { viewFilter } from '../views/contract.ts'

/** As many files as one batch takes: they are written in one transaction. */
export const largestBatch = mostTicked

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

export const batchesContract = {
  /** One job: what can be done is done in one transaction, the rest is listed with its reason. */
  run: job(z.object({ selection, action }), { allow: processors }).returns<BatchReport>(),
  /** Takes a whole batch back; files changed since are listed and stay as they are. */
  undo: job(z.object({ batchId: z.number().int() }), { allow: processors }).returns<BatchReport>(),
  history: query(z.object({}), { allow: everyone }).returns<readonly PastBatch[]>(),
}
