import { createHash, randomBytes } from 'node:crypto'
import type { Database, ReadDb, WriteDb } from '../../../db/database.ts'
import { dayOf, nowInVietnam } from '../calendar/day.ts'
import type { Actor, Host } from '../context.ts'
import type { Request } from '../errors.ts'
import { settingInForce } from '../settings/store.ts'
import type { Role } from './model.ts'

/** How stale `seen_at` may grow before it is written again, in ms: a write per read would be waste. */
const touchEvery = 30_000

export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex')

/** Opens a session and answers its token; only the hash is kept. Sessions that have ended are cleared away. */
export function openSession(db: WriteDb, userId: number, host: Host, now: string): string {
  db.run('DELETE FROM sessions WHERE seen_at < :ended', {
    ended: nowInVietnam(Date.parse(now) - idleMinutes(db, now) * 60_000),
  })
  const token = randomBytes(32).toString('base64url')
  db.run(
    'INSERT INTO sessions (token_hash, user_id, host, created_at, seen_at) VALUES (:hash, :userId, :host, :now, :now)',
    { hash: hashToken(token), userId, host, now },
  )
  return token
}

export const idleMinutes = (db: ReadDb, now: string): number =>
  settingInForce(db, 'session', dayOf(now)).idleMinutes

type Session = { id: number; name: string; role: Role; seen_at: string }

/**
 * Who a token belongs to; null when it is unknown, has been idle too long, or the account was closed. The role is
 * read at every request. A request made by a timer (`idle`) does not keep the session alive.
 */
export function signedIn(database: Database, request: Request, host: Host, now: string): Actor | null {
  if (request.token === null) return null
  const hash = hashToken(request.token)
  const { session, limit } = database.read(db => ({
    session: db.row<Session>(
      `SELECT users.id, users.display_name AS name, users.role, sessions.seen_at
       FROM sessions JOIN users ON users.id = sessions.user_id
       WHERE sessions.token_hash = :hash AND users.active = 1`,
      { hash },
    ),
    limit: idleMinutes(db, now) * 60_000,
  }))
  if (session === undefined) return null
  const idleFor = Date.parse(now) - Date.parse(session.seen_at)
  if (idleFor > limit) return null
  if (request.idle !== true && idleFor > Math.min(touchEvery, limit / 10)) touch(database, hash, now)
  return { id: session.id, name: session.name, role: session.role, host, tokenHash: hash }
}

/** Notes that somebody is there. While an import writes this is left out: nobody's reading waits for it. */
function touch(database: Database, hash: string, now: string): void {
  try {
    database.atomically(db =>
      db.run('UPDATE sessions SET seen_at = :now WHERE token_hash = :hash', { now, hash }),
    )
  } catch (error) {
    if (!isBusy(error)) throw error
  }
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY')
}
