import type { WriteDb } from '../../../db/database.ts'
import { type Operations, prepared } from '../context.ts'
import { AppError } from '../errors.ts'
import type { usersContract } from './contract.ts'
import { passwordFits } from './passwords.ts'
import { openSession } from './sessions.ts'
import { stillWaiting, traceOf, unknownUser, unknownWaitsUntil, waitAfter } from './sign-in-delay.ts'
import { meOf, type UserRow, userByName } from './store.ts'

const wrong =
  'Tên đăng nhập hoặc mật khẩu không đúng. Kiểm tra bộ gõ tiếng Việt và phím Caps Lock rồi thử lại.'

/**
 * Signs in. An unknown name, a closed account and a wrong password are refused alike: after the same work, in the
 * same words, with the same growing wait.
 */
export const signIn: Operations<typeof usersContract>['signIn'] = prepared({
  prepare: async ({ username, password }: { username: string; password: string }, read) => {
    const hash = read(({ db }) => userByName(db, username)?.passwordHash)
    return { hash, fits: await passwordFits(password, hash) }
  },
  run: ({ db, now, actor, audit }, { username }, { hash, fits }) => {
    const user = userByName(db, username)
    const about = user === undefined ? { subject: unknownUser } : { subject: 'user', subjectId: user.id }
    const waiting = stillWaiting(user === undefined ? unknownWaitsUntil(db, username) : user.lockedUntil, now)
    if (waiting !== null) {
      audit({ ...about, changes: { 'Đăng nhập': [null, 'chưa hết thời gian chờ'] } })
      return waiting
    }
    // The password may have been replaced while the old one was being compared.
    if (user === undefined || !fits || user.active === 0 || user.passwordHash !== hash) {
      if (user !== undefined) countFailure(db, user, now)
      audit({
        ...(user === undefined ? { subject: unknownUser, subjectId: traceOf(username) } : about),
        changes: { 'Đăng nhập': [null, 'sai'] },
      })
      return new AppError('not-allowed', wrong)
    }
    db.run('UPDATE users SET failed_attempts = 0, locked_until = NULL WHERE id = :id', { id: user.id })
    audit({ ...about, changes: { 'Đăng nhập': [null, 'thành công'] } })
    return { token: openSession(db, user.id, actor.host, now), me: meOf(db, user.id, now) }
  },
})

/** One more wrong password for an account: the wait is a row, so that no restart shortens it. */
export function countFailure(db: WriteDb, { id, failedAttempts }: UserRow, now: string): void {
  const failures = failedAttempts + 1
  db.run('UPDATE users SET failed_attempts = :failures, locked_until = :until WHERE id = :id', {
    id,
    failures,
    until: waitAfter(failures, now),
  })
}
