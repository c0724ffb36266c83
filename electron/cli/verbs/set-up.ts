import { randomBytes } from 'node:crypto'
import { AppError } from '../../core/errors.ts'
import { proposeDepartment } from '../../core/settings/proposal.ts'
import { type Arguments, UsageError } from '../arguments.ts'
import type { Desk } from '../desk.ts'
import { readPassword } from '../password.ts'
import type { Answer } from '../verbs.ts'

/** A new data folder for a department; the printed names start from the province and are edited in the app. */
export async function init(desk: Desk, args: Arguments): Promise<Answer> {
  const code = args.required('province')
  const year = args.whole('year')
  const username = args.required('admin')
  if (year === undefined) throw new UsageError('Lệnh init cần --year.')
  const catalogue = args.text('catalogue') ?? '2023'
  const province = (await desk.call('setup.provinces', {})).find(
    one => one.catalogue === catalogue && one.code === code,
  )
  if (province === undefined)
    throw new AppError('invalid', 'Không có mã tỉnh này trong danh mục. Kiểm tra --province.')
  const department = proposeDepartment(province)
  const password = await readPassword()
  await desk.call('setup.initialise', {
    department,
    year,
    administrator: { username, displayName: username, password },
  })
  return {
    json: { folder: desk.folder, department: department.name, year, administrator: username },
    text: `Đã lập thư mục dữ liệu ${desk.folder} cho ${department.name}, năm ${year}.`,
  }
}

/** A synthetic department from a fixed seed. Without GPLX_PASSWORD a random password is made and told once. */
export async function demo(desk: Desk, args: Arguments): Promise<Answer> {
  const size = args.whole('size') ?? 2000
  const given = process.env.GPLX_PASSWORD
  const password = given ?? randomBytes(9).toString('base64url')
  const administrator = { username: 'quantri', displayName: 'Quản trị mẫu', password }
  const { result } = await desk.run('setup.demo', { size, administrator })
  if (given === undefined)
    process.stderr.write(`\nTài khoản quantri, mật khẩu (chỉ hiện một lần): ${password}\n`)
  return {
    json: { folder: desk.folder, ...result, administrator: 'quantri' },
    text: `Đã tạo ${size.toLocaleString('vi-VN')} hồ sơ mẫu trong ${desk.folder}.`,
  }
}
