import { z } from 'zod'
import type { Json } from '../errors.ts'
import { note, query } from '../operation.ts'
import { processors } from '../users/model.ts'

export type Draft = { readonly form: string; readonly value: Json; readonly savedAt: string }

/** The most a draft may hold, in bytes: many times what a form can. */
export const largestDraft = 64 * 1024

/**
 * `edit-17` for the file 17; `new-application-5` for a file that is not in the register yet: each begun one has a number
 * of its own, so that typing the next never writes over one that was left behind. `words-tong-hop-month-2023-09` for the
 * paragraphs of one narrative.
 */
const form = z
  .string()
  .regex(
    /^(new-application(-\d{1,15})?|edit-\d{1,12}|move-\d{1,12}|words-[a-z0-9-]{1,40}-[a-z]{3,7}-[0-9A-Z+-]{4,20})$/,
  )

export const draftsContract = {
  get: query(z.object({ form }), { allow: processors }).returns<Draft | null>(),
  /** My files that were begun and never saved, the latest first. */
  begun: query(z.object({}), { allow: processors }).returns<readonly Draft[]>(),
  /** Kept on every pause of typing, so that a power cut loses nothing; mine alone, so not in the audit trail. */
  keep: note(z.object({ form, value: z.json() }), { allow: processors }).returns<{
    readonly savedAt: string
  }>(),
  discard: note(z.object({ form }), { allow: processors }).returns<{ readonly discarded: true }>(),
}
