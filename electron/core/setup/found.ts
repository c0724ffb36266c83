import { seedCatalogue } from '../catalogue/seed.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Department, type SettingKey, sinceAlways } from '../settings/model.ts'
import { provinceExists } from '../settings/store.ts'
import type { User } from '../users/model.ts'
import { addUser } from '../users/store.ts'

/** The directive's target for its first year (context.md §1): 10 % of the number exchanged in person. */
const firstTarget = { year: 2023, basisPoints: 1000 } as const

/** Whether the folder is set up. */
export function hasAccounts({ db }: Pick<QueryContext, 'db'>): boolean {
  return db.row('SELECT 1 AS x FROM users LIMIT 1') !== undefined
}

/** Refuses a folder that is in use: an office's data are never written over. */
export function assertEmpty(context: Pick<QueryContext, 'db'>): void {
  if (hasAccounts(context)) {
    throw new AppError(
      'conflict',
      'Thư mục dữ liệu này đã được thiết lập. Đăng nhập, hoặc chọn thư mục khác.',
    )
  }
}

export type FirstAccount = { readonly username: string; readonly displayName: string }

/** The first rows of a new folder: catalogues, department, year, target, first administrator. */
export function foundDepartment(
  context: CommandContext,
  given: { department: Department; year: number; administrator: FirstAccount; sample: boolean },
  passwordHash: string,
): User {
  const { db, now, audit } = context
  assertEmpty(context)
  seedCatalogue(db)
  const { provinceCatalogue, provinceCode } = given.department
  if (!provinceExists(db, provinceCatalogue, provinceCode)) {
    const message = 'Tỉnh, thành phố không có trong danh mục. Chọn lại trong danh sách.'
    throw new AppError('invalid', message, { fields: { 'department.provinceCode': message } })
  }
  const set = (key: SettingKey, value: object) =>
    db.run('INSERT INTO settings (key, from_day, value) VALUES (:key, :from, :value)', {
      key,
      from: sinceAlways,
      value: JSON.stringify(value),
    })
  set('department', given.department)
  set('reporting', { year: given.year, startDay: null })
  if (given.sample) set('sample', { sample: true })
  db.run("INSERT INTO targets (year, basis_points, document) VALUES (:year, :basisPoints, '')", firstTarget)
  const { username, displayName } = given.administrator
  const user = addUser(db, { username, displayName, role: 'admin' }, passwordHash, now)
  audit({
    subject: 'setup',
    changes: {
      'Cơ quan': [null, given.department.name],
      'Năm báo cáo': [null, given.year],
      'Quản trị': [null, username],
    },
  })
  return user
}
