import { createHash } from 'node:crypto'
import type { ReadDb } from '../../../db/database.ts'
import { nowInVietnam } from '../calendar/day.ts'
import { AppError } from '../errors.ts'

/** Failures that cost nothing: anybody mistypes. */
const free = 3
/** Failures after which the wait grows no more. */
const enough = 12

/**
 * Until when a name waits after so many failures in a row: none for the first three, then 5 s, doubling to
 * 15 minutes. ISO moment, or null.
 */
export function waitAfter(failures: number, now: string): string | null {
  if (failures <= free) return null
  const seconds = Math.min(5 * 2 ** (failures - free - 1), 900)
  return nowInVietnam(Date.parse(now) + seconds * 1000)
}

/** The audit subject of failures at names that nobody has. */
export const unknownUser = 'unknown-user'

/**
 * Under what the failures of an unknown name are counted. People type their password into the wrong box, so
 * neither the name nor anything it could be found from is kept: 16 bits of a hash tell nothing.
 */
export function traceOf(username: string): string {
  return createHash('sha256').update(username.trim().toLowerCase()).digest('hex').slice(0, 4)
}

/**
 * Until when an unknown name waits. It waits exactly as a known one does, or the wait would tell which names
 * exist; the audit trail holds the failures.
 */
export function unknownWaitsUntil(db: ReadDb, username: string): string | null {
  const failures = db.rows<{ at: string }>(
    'SELECT at FROM audit WHERE subject = :subject AND subject_id = :trace ORDER BY id DESC LIMIT :enough',
    { subject: unknownUser, trace: traceOf(username), enough },
  )
  const last = failures[0]
  return last === undefined ? null : waitAfter(failures.length, last.at)
}

/** The refusal while a name still has to wait; null when it may try. */
export function stillWaiting(until: string | null, now: string): AppError | null {
  const seconds = until === null ? 0 : Math.ceil((Date.parse(until) - Date.parse(now)) / 1000)
  if (seconds <= 0) return null
  const wait = seconds <= 90 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`
  return new AppError('not-allowed', `Sai mật khẩu nhiều lần. Chờ ${wait} rồi thử lại.`, { seconds })
}
