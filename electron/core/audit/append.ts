import { createHash } from 'node:crypto'
import type { WriteDb } from '../../../db/database.ts'
import type { Actor, AuditEntry } from '../context.ts'

/** The hash before the first entry. */
export const chainStart = '0'.repeat(64)

export type ChainedRow = {
  readonly at: string
  readonly actorId: number | null
  readonly actorName: string
  readonly host: string
  readonly operation: string
  readonly subject: string
  readonly subjectId: string | null
  readonly changes: string
}

/** SHA-256 over the previous hash and the row's own values in a fixed order. */
export function chainHash(previous: string, row: ChainedRow): string {
  const { at, actorId, actorName, host, operation, subject, subjectId, changes } = row
  return createHash('sha256')
    .update(JSON.stringify([previous, at, actorId, actorName, host, operation, subject, subjectId, changes]))
    .digest('hex')
}

/**
 * Appends to the audit trail inside the caller's transaction. Only the door (`app.ts`) and the job runner call
 * it: features use `context.audit`.
 */
export function appendAudit(
  db: WriteDb,
  actor: Actor,
  now: string,
  operation: string,
): (entry: AuditEntry) => void {
  let previous =
    db.row<{ hash: string }>('SELECT hash FROM audit ORDER BY id DESC LIMIT 1')?.hash ?? chainStart
  return entry => {
    const row: ChainedRow = {
      at: now,
      actorId: actor.id,
      actorName: actor.name,
      host: actor.host,
      operation,
      subject: entry.subject,
      subjectId: entry.subjectId === undefined ? null : String(entry.subjectId),
      changes: JSON.stringify(entry.changes),
    }
    const hash = chainHash(previous, row)
    db.run(
      `INSERT INTO audit (at, actor_id, actor_name, host, operation, subject, subject_id, changes, previous_hash, hash)
       VALUES (:at, :actorId, :actorName, :host, :operation, :subject, :subjectId, :changes, :previous, :hash)`,
      { ...row, previous, hash },
    )
    previous = hash
  }
}
