import type { ReadDb, WriteDb } from '../../../db/database.ts'
import { AppError } from '../errors.ts'
import type { Me } from './contract.ts'
import type { Role, User } from './model.ts'
import { idleMinutes } from './sessions.ts'

export type UserRow = {
  readonly id: number
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly active: number
  readonly version: number
  readonly passwordHash: string
  readonly failedAttempts: number
  readonly lockedUntil: string | null
}

export const userColumns = `id, username, display_name AS displayName, role, active, version,
  password_hash AS passwordHash, failed_attempts AS failedAttempts, locked_until AS lockedUntil`

/** The account of a name as it is typed at sign-in; capitals and blanks around it do not count. */
export function userByName(db: ReadDb, username: string): UserRow | undefined {
  return db.row<UserRow>(`SELECT ${userColumns} FROM users WHERE username = :username`, {
    username: username.trim().toLowerCase(),
  })
}

export function userById(db: ReadDb, id: number): UserRow {
  const row = db.row<UserRow>(`SELECT ${userColumns} FROM users WHERE id = :id`, { id })
  if (row === undefined) throw new AppError('not-found', 'Không tìm thấy tài khoản. Tải lại danh sách.')
  return row
}

/** An account as it leaves the core: without its hash and its failures. */
export const asUser = ({ id, username, displayName, role, active, version }: UserRow): User => ({
  id,
  username,
  displayName,
  role,
  active: active === 1,
  version,
})

/** Whoever a session belongs to, as the screens show it. */
export function meOf(db: ReadDb, id: number, now: string): Me {
  const { username, displayName, role } = userById(db, id)
  return { id, username, displayName, role, idleMinutes: idleMinutes(db, now) }
}

/** Adds an account; the caller writes the audit entry. */
export function addUser(
  db: WriteDb,
  user: { username: string; displayName: string; role: Role },
  passwordHash: string,
  now: string,
): User {
  if (userByName(db, user.username) !== undefined) {
    throw new AppError('conflict', 'Tên đăng nhập này đã có. Chọn tên khác.', {
      fields: { username: 'Tên đăng nhập này đã có. Chọn tên khác.' },
    })
  }
  const { username, displayName, role } = user
  const { lastInsertRowid } = db.run(
    `INSERT INTO users (username, display_name, role, password_hash, created_at)
     VALUES (:username, :displayName, :role, :passwordHash, :now)`,
    { username, displayName, role, passwordHash, now },
  )
  return asUser(userById(db, lastInsertRowid))
}
