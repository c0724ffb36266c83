import { z } from 'zod'
import { nfc, tidy } from '../vietnamese.ts'

/** Roles, highest first. Words on screen: see `roleNames`. */
export const roles = ['admin', 'leader', 'team-lead', 'officer', 'viewer'] as const
export type Role = (typeof roles)[number]

export const roleNames: Readonly<Record<Role, string>> = {
  admin: 'Quản trị',
  leader: 'Lãnh đạo',
  'team-lead': 'Tổ trưởng',
  officer: 'Cán bộ',
  viewer: 'Chỉ xem',
}

/** Who may see the register and its figures. */
export const everyone: readonly Role[] = roles
/** Who may log and process applications. */
export const processors: readonly Role[] = ['admin', 'leader', 'team-lead', 'officer']
/** Who may correct facts after the event, import lists and read the audit trail of a file. */
export const supervisors: readonly Role[] = ['admin', 'leader', 'team-lead']
/** Who may approve what leaves the office, give it back, and open a closed period for a while. */
export const leaders: readonly Role[] = ['admin', 'leader']
/** Who may change accounts, catalogues and settings. */
export const administrators: readonly Role[] = ['admin']

/** Shortest password accepted; long phrases are better than odd characters. */
export const passwordMinimum = 10

const username = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9][a-z0-9._-]{1,31}$/,
    'Tên đăng nhập gồm 2–32 chữ cái không dấu, số, dấu chấm hoặc gạch. Nhập lại.',
  )

const displayName = z
  .string()
  .transform(tidy)
  .refine(text => text.length >= 1 && text.length <= 100, 'Nhập họ và tên (tối đa 100 ký tự).')

/** What is tried first by whoever wants to get in. */
const guessedFirst =
  /^(0?1234567890?|0?987654321\d?|qwerty\w*|mat-?khau[\d@!.]*|password[\d@!.]*|admin[\d@!.]*)$/i

/** Counted in letters as they are read: a keyboard that sends tone marks apart makes no password longer. */
const password = z
  .string()
  .max(200, 'Mật khẩu dài quá 200 ký tự. Chọn mật khẩu ngắn hơn.')
  .refine(
    text => [...nfc(text)].length >= passwordMinimum,
    `Mật khẩu cần ít nhất ${passwordMinimum} ký tự. Nhập mật khẩu dài hơn.`,
  )
  .refine(
    text => new Set(nfc(text)).size >= 4,
    'Mật khẩu lặp lại quá ít ký tự khác nhau. Chọn mật khẩu khó đoán hơn.',
  )
  .refine(text => !guessedFirst.test(text), 'Mật khẩu này ai cũng đoán được. Chọn mật khẩu khác.')

/** Fields of an account; labels serve form, table and audit alike. */
export const userFields = { username, displayName, password, role: z.enum(roles) }

export type User = {
  readonly id: number
  readonly username: string
  readonly displayName: string
  readonly role: Role
  readonly active: boolean
  readonly version: number
}
