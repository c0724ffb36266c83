import { createHash } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { copyFile, cp, mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { attachmentsPath } from '../core/data-folder.ts'
import { AppError } from '../core/errors.ts'
import type { FileContent } from '../core/operation.ts'

/** A list longer than this is no list; `core/excel` has the same limit for other hosts. */
const largest = 50 * 1024 * 1024

/** Reads a file to hand to the core. */
export async function readContent(path: string): Promise<FileContent> {
  const unreadable = () =>
    new AppError('not-found', `Không mở được tệp ${basename(path)}. Kiểm tra đường dẫn và quyền đọc.`)
  const facts = await stat(path).catch(() => undefined)
  if (facts === undefined || !facts.isFile()) throw unreadable()
  if (facts.size > largest)
    throw new AppError('invalid', 'Tệp lớn hơn 50 MB. Chia danh sách thành nhiều tệp rồi nhập lại.')
  const bytes = await readFile(path).catch(() => undefined)
  if (bytes === undefined) throw unreadable()
  return { name: basename(path), bytes }
}

/** Asked before work that ends in a file: a place that cannot take it is refused while nothing has changed. */
export async function assertWritable(path: string): Promise<void> {
  const unfinished = unfinishedName(path)
  try {
    if (existsSync(path)) await (await open(path, 'r+')).close() // a folder, or open in Excel
    await writeFile(unfinished, '')
  } catch {
    throw unwritable(path)
  } finally {
    await rm(unfinished, { force: true }).catch(() => {}) // it was not made
  }
}

/** Writes a whole file or none: to a temporary name beside it, then renamed. */
export async function writeContent(path: string, { bytes }: FileContent): Promise<void> {
  const unfinished = unfinishedName(path)
  try {
    await writeFile(unfinished, bytes)
    await rename(unfinished, path)
  } catch {
    await rm(unfinished, { force: true })
    throw unwritable(path)
  }
}

const unfinishedName = (path: string) => `${path}.${process.pid}.tmp`

function unwritable(path: string): AppError {
  return new AppError(
    'invalid',
    `Không ghi được tệp ${basename(path)}. Kiểm tra thư mục chứa tệp, đóng tệp nếu đang mở trong Excel, rồi thử lại.`,
  )
}

/** Throws, saying what to do, where a folder cannot be made. */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path, { recursive: true })
  } catch {
    throw new AppError('invalid', `Không tạo được thư mục ${path}. Kiểm tra quyền ghi hoặc chọn nơi khác.`)
  }
}

/** Asked before long work that ends in several files of one folder. */
export async function assertWritableFolder(path: string): Promise<void> {
  const probe = unfinishedName(join(path, 'gplx'))
  try {
    await writeFile(probe, '')
  } catch {
    throw new AppError(
      'invalid',
      `Không ghi được vào thư mục ${path}. Kiểm tra quyền ghi hoặc chọn nơi khác.`,
    )
  } finally {
    await rm(probe, { force: true }).catch(() => {}) // it was not made
  }
}

/** Copies a backup with the attachments it needs to another folder, reads it back, and answers its path there. */
export async function copyBackup(backups: string, name: string, to: string): Promise<string> {
  const target = join(to, name)
  const unfinished = unfinishedName(target)
  try {
    const attachments = attachmentsPath(backups)
    if (existsSync(attachments)) await cp(attachments, attachmentsPath(to), { recursive: true, force: false })
    await copyFile(join(backups, name), unfinished)
    if ((await hashOf(unfinished)) !== (await hashOf(join(backups, name))))
      throw new Error('the copy differs')
    await rename(unfinished, target)
    return target
  } catch {
    await rm(unfinished, { force: true })
    throw new AppError(
      'invalid',
      `Bản sao ${name} đã có trong thư mục dữ liệu, nhưng không chép được ra ${to}. Kiểm tra chỗ trống và quyền ghi.`,
    )
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}
