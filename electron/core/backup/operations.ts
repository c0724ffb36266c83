import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { copyDatabase } from '../../../db/backup.ts'
import type { ReadDb } from '../../../db/database.ts'
import { nowInVietnam } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { backupsPath } from '../data-folder.ts'
import type { BackupFile, backupContract } from './contract.ts'

/** The file behind the connection: a backup needs its path, and nothing else in the core does. */
function databaseFile(db: ReadDb): string {
  const file = db
    .rows<{ name: string; file: string }>('PRAGMA database_list')
    .find(({ name }) => name === 'main')?.file
  if (!file) throw new Error('the open database has no file')
  return file
}

function fileOf(folder: string, name: string): BackupFile {
  const { size, mtimeMs } = statSync(join(folder, name))
  return { name, bytes: size, at: nowInVietnam(mtimeMs) }
}

export const backupOperations: Operations<typeof backupContract> = {
  create: ({ now, read, write, progress }) => {
    const path = read(({ db }) => databaseFile(db))
    const folder = backupsPath(dirname(path))
    mkdirSync(folder, { recursive: true })
    const name = freeName(folder, `sao-luu-${now.slice(0, 19).replaceAll(':', '').replace('T', '-')}`)
    progress(0, 1, 'Sao lưu và kiểm tra bản sao')
    copyDatabase(path, join(folder, name))
    const copy = fileOf(folder, name)
    write(({ audit }) =>
      audit({ subject: 'backup', subjectId: name, changes: { 'Dung lượng (byte)': [null, copy.bytes] } }),
    )
    return copy
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
