import { text } from 'node:stream/consumers'
import { UsageError } from './arguments.ts'

/** The administrator's password, from the environment or standard input, never from an argument (others see those). */
export async function readPassword(): Promise<string> {
  const given = process.env.GPLX_PASSWORD
  if (given !== undefined && given !== '') return given
  if (process.stdin.isTTY) {
    throw new UsageError(
      'Đặt mật khẩu quản trị vào biến môi trường GPLX_PASSWORD, hoặc đưa vào đầu vào chuẩn.',
    )
  }
  const [line = ''] = (await text(process.stdin)).split(/\r?\n/)
  if (line === '') throw new UsageError('Chưa có mật khẩu quản trị ở GPLX_PASSWORD hay đầu vào chuẩn.')
  return line
}
