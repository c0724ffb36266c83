import type { ReadDb } from '../../../db/database.ts'
import { changesIn } from '../audit/changes.ts'
import { type Operations, prepared } from '../context.ts'
import { AppError } from '../errors.ts'
import { nameSortKey } from '../vietnamese.ts'
import { changeOwnPassword, setPassword } from './change-password.ts'
import type { usersContract } from './contract.ts'
import { roleNames, type User } from './model.ts'
import { hashPassword } from './passwords.ts'
import { signIn } from './sign-in.ts'
import { addUser, asUser, meOf, type UserRow, userById, userColumns } from './store.ts'

/** What the audit trail says of an account, in the words of the screen. */
const described = ({ username, displayName, role, active }: User) => ({
  'Tên đăng nhập': username,
  'Họ và tên': displayName,
  'Vai trò': roleNames[role],
  'Đang hoạt động': active,
})

export const usersOperations: Operations<typeof usersContract> = {
  signIn,
  setPassword,
  changeOwnPassword,

  signOut: ({ db, actor, audit }) => {
    db.run('DELETE FROM sessions WHERE token_hash = :hash', { hash: actor.tokenHash ?? '' })
    audit({ subject: 'user', subjectId: actor.id ?? 0, changes: { 'Đăng xuất': [null, true] } })
    return { signedOut: true }
  },

  me: ({ db, actor, now }) => meOf(db, actor.id ?? 0, now),

  list: ({ db }) =>
    db.rows<UserRow>(`SELECT ${userColumns} FROM users ORDER BY active DESC, username`).map(asUser),

  officers: ({ db }) =>
    db
      .rows<{ id: number; displayName: string }>(
        'SELECT id, display_name AS displayName FROM users WHERE active = 1 ORDER BY id',
      )
      .map(officer => ({ officer, key: nameSortKey(officer.displayName) }))
      .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
      .map(({ officer }) => officer),

  create: prepared({
    prepare: ({ password }) => hashPassword(password),
    run: ({ db, now, audit }, { username, displayName, role }, hash) => {
      const user = addUser(db, { username, displayName, role }, hash, now)
      audit({ subject: 'user', subjectId: user.id, changes: changesIn(null, described(user)) })
      return user
    },
  }),

  update: ({ db, audit }, { id, version, displayName, role, active }) => {
    const before = asUser(userById(db, id))
    if (before.version !== version)
      throw new AppError('conflict', 'Tài khoản vừa được người khác sửa. Tải lại danh sách rồi sửa tiếp.', {
        standing: before,
      })
    const losesAdministrator = before.role === 'admin' && before.active && (role !== 'admin' || !active)
    if (losesAdministrator && otherAdministrators(db, id) === 0) {
      throw new AppError(
        'conflict',
        'Đây là quản trị viên duy nhất. Cấp quyền quản trị cho người khác trước.',
      )
    }
    db.run(
      `UPDATE users SET display_name = :displayName, role = :role, active = :active, version = version + 1
       WHERE id = :id`,
      { id, displayName, role, active: active ? 1 : 0 },
    )
    if (!active) db.run('DELETE FROM sessions WHERE user_id = :id', { id })
    const after = asUser(userById(db, id))
    audit({ subject: 'user', subjectId: id, changes: changesIn(described(before), described(after)) })
    return after
  },
}

function otherAdministrators(db: ReadDb, id: number): number {
  return (
    db.row<{ n: number }>(
      "SELECT count(*) AS n FROM users WHERE role = 'admin' AND active = 1 AND id <> :id",
      { id },
    )?.n ?? 0
  )
}
