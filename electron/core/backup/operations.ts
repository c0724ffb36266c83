import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyDatabase } from '../../../db/backup.ts'
import { nowInVietnam } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { attachmentsPath, backupsPath, databaseFile } from '../data-folder.ts'
import type { BackupFile, backupContract } from './contract.ts'
import { copyAttachments } from './copy-attachments.ts'

function fileOf(folder: string, name: string): BackupFile {
  const { size, mtimeMs } = statSync(join(folder, name))
  return { name, bytes: size, at: nowInVietnam(mtimeMs) }
}

export const backupOperations: Operations<typeof backupContract> = {
  create: async ({ now, read, write, progress, checkCancelled }) => {
    const path = read(({ db }) => databaseFile(db))
    const folder = backupsPath(dirname(path))
    mkdirSync(folder, { recursive: true })
    const name = freeName(folder, `sao-luu-${now.slice(0, 19).replaceAll(':', '').replace('T', '-')}`)
    progress(0, 1, 'Sao lưu và kiểm tra bản sao')
    copyDatabase(path, join(folder, name))
    const copy = fileOf(folder, name)
    // after the copy, so that every attachment it names is there; one added since is there as well
    const attachments = await copyAttachments(
      read(({ db }) =>
        db.rows<{ sha256: string }>('SELECT DISTINCT sha256 FROM attachments ORDER BY sha256'),
      ),
      { from: attachmentsPath(dirname(path)), to: attachmentsPath(folder) },
      (done, total) => {
        progress(done, total, 'Sao lưu tệp đính kèm')
        checkCancelled()
      },
    )
    write(({ audit }) =>
      audit({
        subject: 'backup',
        subjectId: name,
        changes: {
          'Dung lượng (byte)': [null, copy.bytes],
          ...(attachments.copied === 0
            ? {}
            : { 'Tệp đính kèm chép thêm': [null, attachments.copied] as const }),
          ...(attachments.missing === 0
            ? {}
            : { 'Tệp đính kèm thiếu hoặc hỏng': [null, attachments.missing] as const }),
        },
      }),
    )
    const { kept, copied, missing } = attachments
    return kept + copied + missing === 0 ? copy : { ...copy, attachments }
  },

  list: ({ db }) => {
    const folder = backupsPath(dirname(databaseFile(db)))
    return namesIn(folder)
      .filter(name => name.endsWith('.db'))
      .map(name => ({ file: fileOf(folder, name), made: statSync(join(folder, name)).mtimeMs }))
      .sort((a, b) => b.made - a.made)
      .map(({ file }) => file)
  },
}

/** Two copies of one second both stay. */
function freeName(folder: string, stem: string): string {
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? `${stem}.db` : `${stem}-${n}.db`
    if (!existsSync(join(folder, name))) return name
  }
}

/** Nothing has been backed up while the folder is not there. */
function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}
