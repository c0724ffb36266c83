import type { StoredApplication } from '../applications/read.ts'
import type { Changes } from '../applications/save.ts'
import type { CommandContext } from '../context.ts'
import { assertPeriodsOpen, countable } from '../filings/lock.ts'

/** Writes that a result went to the post, or did not after all; no step of the procedure. Answers the version. */
export function savePosted(
  context: CommandContext,
  file: StoredApplication,
  day: string | null,
  changes: Changes,
): number {
  const { db, now, audit } = context
  const { id, version } = file
  const standing = () => countable(db, file)
  assertPeriodsOpen(context, standing, () => ({ ...standing(), posted: day }))
  db.run(
    'UPDATE applications SET posted_day = :day, updated_at = :now, version = version + 1 WHERE id = :id',
    { id, day, now },
  )
  audit({ subject: 'application', subjectId: id, changes })
  return version + 1
}
