import type { WriteDb } from '../../../db/database.ts'
import { type Operations, prepared } from '../context.ts'
import { AppError } from '../errors.ts'
import type { usersContract } from './contract.ts'
import { hashPassword, passwordFits } from './passwords.ts'
import { countFailure } from './sign-in.ts'
import { stillWaiting } from './sign-in-delay.ts'
import { asUser, userById } from './store.ts'

type Declared = Operations<typeof usersContract>

/** An administrator sets a password: whoever was signed in with the old one is out. */
export const setPassword: Declared['setPassword'] = prepared({
  prepare: ({ password }: { id: number; password: string }) => hashPassword(password),
  run: ({ db, audit }, { id }, hash) => {
    userById(db, id)
    keepPassword(db, id, hash)
    db.run('DELETE FROM sessions WHERE user_id = :id', { id })
    audit({ subject: 'user', subjectId: id, changes: { 'Mật khẩu': [null, 'đặt lại'] } })
    return asUser(userById(db, id))
  },
})

/**
 * Changes one's own password. A wrong current one counts and waits as at sign-in: a screen left open is no place to
 * try passwords at.
 */
export const changeOwnPassword: Declared['changeOwnPassword'] = prepared({
  prepare: async ({ current, password }: { current: string; password: string }, read) => {
    const old = read(({ db, actor }) => userById(db, actor.id ?? 0).passwordHash)
    return { old, new: (await passwordFits(current, old)) ? await hashPassword(password) : null }
  },
  run: ({ db, actor, now, audit }, _input, hash) => {
    const user = userById(db, actor.id ?? 0)
    const waiting = stillWaiting(user.lockedUntil, now)
    if (waiting !== null || hash.new === null || hash.old !== user.passwordHash) {
      if (waiting === null) countFailure(db, user, now)
      const happened = waiting === null ? 'mật khẩu hiện tại sai' : 'chưa hết thời gian chờ'
      audit({ subject: 'user', subjectId: user.id, changes: { 'Đổi mật khẩu': [null, happened] } })
      const message = 'Mật khẩu đang dùng không đúng. Nhập lại.'
      return waiting ?? new AppError('invalid', message, { fields: { current: message } })
    }
    keepPassword(db, user.id, hash.new)
    db.run('DELETE FROM sessions WHERE user_id = :id AND token_hash <> :mine', {
      id: user.id,
      mine: actor.tokenHash ?? '',
    })
    audit({ subject: 'user', subjectId: user.id, changes: { 'Mật khẩu': [null, 'tự đổi'] } })
    return { changed: true as const }
  },
})

function keepPassword(db: WriteDb, id: number, hash: string): void {
  db.run(
    `UPDATE users SET password_hash = :hash, failed_attempts = 0, locked_until = NULL, version = version + 1
     WHERE id = :id`,
    { id, hash },
  )
}
