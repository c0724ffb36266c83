import type { Database } from '../../../db/database.ts'
import { unexpected, written } from './run.ts'

/**
 * Ends the row of a job that could not end it itself: its thread or process is gone, or it never began. A row that
 * has its end but not its result is of one that was cut off after it had written.
 */
export function endRow(database: Database, id: string, state: 'failed' | 'cancelled', at: string): void {
  const error = state === 'failed' ? JSON.stringify(unexpected()) : null
  database.atomically(db =>
    db.run(
      `UPDATE jobs SET
         state = CASE WHEN ended_at IS NULL THEN :state ELSE 'failed' END,
         error = CASE WHEN ended_at IS NULL THEN :error ELSE :written END,
         ended_at = coalesce(ended_at, :at)
       WHERE id = :id AND state IN ('queued', 'running')`,
      { id, at, state, error, written: JSON.stringify(written()) },
    ),
  )
}

/** Jobs still 'running' in the name of a process that is gone: cut off by a crash or a power failure. */
export function failCutOff(database: Database, isAtWork: (processId: number) => boolean, at: string): number {
  const left = database.read(db =>
    db.rows<{ id: string; process_id: number }>(
      "SELECT id, process_id FROM jobs WHERE state IN ('queued', 'running')",
    ),
  )
  const gone = left.filter(job => !isAtWork(job.process_id))
  for (const job of gone) endRow(database, job.id, 'failed', at)
  return gone.length
}
