import { createHash, randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../errors.ts'

/** The name of a content: the same bytes are stored once, whoever attaches them. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const pathOf = (store: string, sha256: string) => join(store, sha256.slice(0, 2), sha256)

export type Kept = 'sound' | 'damaged' | 'missing'

/** A content as it was kept, or what has become of it. */
export function readContent(
  store: string,
  sha256: string,
): { kept: 'sound'; bytes: Uint8Array } | { kept: Exclude<Kept, 'sound'> } {
  try {
    const bytes = new Uint8Array(readFileSync(pathOf(store, sha256)))
    return hashOf(bytes) === sha256 ? { kept: 'sound', bytes } : { kept: 'damaged' }
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return { kept: 'missing' }
    throw error
  }
}

/**
 * Keeps a content under its hash. It gets its name only when it is whole and on the disk, so that a power cut leaves a
 * temporary file and never half a document; what lies there damaged is replaced.
 */
export async function keepContent(store: string, sha256: string, bytes: Uint8Array): Promise<void> {
  if (readContent(store, sha256).kept === 'sound') return
  const path = pathOf(store, sha256)
  const unfinished = `${path}.${randomUUID()}.tmp`
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    const file = await open(unfinished, 'wx', 0o600)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    if (hasCode(error, 'ENOSPC') || hasCode(error, 'EDQUOT')) {
      throw new AppError(
        'conflict',
        'Ổ đĩa chứa dữ liệu đã đầy nên chưa lưu được tệp. Giải phóng chỗ trống rồi đính kèm lại.',
      )
    }
    throw error
  }
}

const hasCode = (error: unknown, code: string) =>
  error instanceof Error && 'code' in error && error.code === code
