import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../core/errors.ts'
import type { FileContent } from '../core/operation.ts'

/** A list longer than this is no list; `core/excel` has the same limit for other hosts. */
const largest = 50 * 1024 * 1024

/** Reads a file to hand to the core. */
export async function readContent(path: string): Promise<FileContent> {
  const { size } = await stat(path).catch(() => {
    throw new AppError('not-found', `Không mở được tệp ${basename(path)}. Kiểm tra đường dẫn.`)
  })
  if (size > largest)
    throw new AppError('invalid', 'Tệp lớn hơn 50 MB. Chia danh sách thành nhiều tệp rồi nhập lại.')
  return { name: basename(path), bytes: await readFile(path) }
}

/** Writes a whole file or none: to a temporary name beside it, then renamed. */
export async function writeContent(path: string, { bytes }: FileContent): Promise<void> {
  const unfinished = `${path}.${process.pid}.tmp`
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, path)
  } catch {
    await rm(unfinished, { force: true })
    throw new AppError(
      'invalid',
      `Không ghi được tệp ${basename(path)}. Đóng tệp nếu đang mở trong Excel rồi thử lại.`,
    )
  }
}
