import { z } from 'zod'
import type { Json } from '../errors.ts'
import { job, query } from '../operation.ts'
import { administrators, everyone, supervisors } from '../users/model.ts'

export type AuditRow = {
  readonly id: number
  readonly at: string
  readonly actorName: string
  readonly host: string
  readonly operation: string
  readonly subject: string
  readonly subjectId: string | null
  readonly changes: { readonly [field: string]: Json }
}

/** What was written of one file, as everybody sees it who may open the file. */
export type FileChange = Omit<AuditRow, 'host' | 'subjectId'>

export type Verification = {
  readonly ok: boolean
  /** One line per check: what was checked, whether it holds, and what to do when it does not. */
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly detail: string }[]
}

export const auditContract = {
  list: query(
    z.object({
      subject: z.string().max(40).optional(),
      subjectId: z.string().max(40).optional(),
      before: z.number().int().optional(),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    { allow: supervisors },
  ).returns<readonly AuditRow[]>(),
  /**
   * The entries of one file and of its attachments, newest first, with the values before and after: who may open a
   * file sees its fields anyway. The rest of the trail is for supervisors.
   */
  ofFile: query(z.object({ applicationId: z.int() }), { allow: everyone }).returns<readonly FileChange[]>(),
  /** Integrity of the file, the audit chain, and the derived figures against the history. */
  verify: job(z.object({}), { allow: administrators }).returns<Verification>(),
}
