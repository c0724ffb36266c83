import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { copyDatabase, DamagedFileError, quickCheck } from '../../../db/backup.ts'
import { type Database, openDatabase, type ReadDb } from '../../../db/database.ts'
import { migrationState } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations.ts'
import { appendAudit } from '../audit/append.ts'
import { nowInVietnam } from '../calendar/day.ts'
import type { Actor, Host } from '../context.ts'
import { assertFit, attachmentsPath, backupsPath, databasePath, defaultFolder } from '../data-folder.ts'
import { AppError } from '../errors.ts'
import { factsAbout } from '../folder-facts.ts'
import { enterFolder } from '../folder-lock.ts'
import { openLog } from '../log.ts'
import { explained, keepCopy, makeFolder, momentName, prepareFile } from '../open-folder.ts'
import { type CopiedAttachments, copyAttachments } from './copy-attachments.ts'

export type RestoreOptions = {
  readonly host: Host
  /** The data folder; the one of this computer's user when left out. */
  readonly data: string | undefined
  /** The copy that is to take the place of the data. */
  readonly copy: string
  /** Who does it, by the accounts of the copy. */
  readonly actor: (db: ReadDb) => Actor
}

export type Restored = {
  readonly folder: string
  readonly copy: string
  /** Files of the register now, and before where that could still be read. */
  readonly applications: number
  readonly before: number | null
  /** In `backups/`: the copy of what stood there, or the folder of what could not be read any more; null for nothing. */
  readonly kept: string | null
  readonly attachments: CopiedAttachments
}

/**
 * Puts a copy in the place of the data, after a copy of what stands there. The copy is checked and brought beside the
 * data first, so a refusal leaves everything as it was. Throws `conflict`, naming the holder, while another host has the
 * folder; `invalid` for what is no sound copy.
 */
export async function restoreFolder({ host, data, copy, actor }: RestoreOptions): Promise<Restored> {
  const from = resolve(copy)
  const facts = factsAbout(resolve(data ?? defaultFolder(process.platform, process.env)))
  assertFit(facts, process.platform)
  const folder = facts.path
  assertCopy(from, folder)
  makeFolder(folder)
  const log = openLog(folder, host)
  const now = () => nowInVietnam(Date.now())
  const lock = await enterFolder(folder, { host, pid: process.pid, startedAt: now() })
  const incoming = `${databasePath(folder)}.moi`
  try {
    if (!lock.alone) await lock.takeAlone()
    removeDatabase(incoming)
    copyDatabase(from, incoming)
    const who = inDatabase(incoming, database => database.read(actor))
    const { kept, before } = setAside(folder)
    renameSync(incoming, databasePath(folder))
    log.note(`restored from ${basename(from)}`)
    await prepareFile(folder, lock, log)
    const { applications, contents } = inDatabase(databasePath(folder), database => {
      const applications = database.read(countOf)
      database.atomically(db => {
        // who was signed in when the copy was made is not signed in now
        db.run('DELETE FROM sessions')
        appendAudit(
          db,
          who,
          now(),
          'backup.restore',
        )({
          subject: 'backup',
          subjectId: basename(from),
          changes: { 'Khôi phục từ bản sao': [kept, basename(from)], 'Số hồ sơ': [before, applications] },
        })
      })
      const contents = database.read(db =>
        db.rows<{ sha256: string }>('SELECT DISTINCT sha256 FROM attachments ORDER BY sha256'),
      )
      return { applications, contents }
    })
    const attachments = await copyAttachments(
      contents,
      { from: attachmentsPath(dirname(from)), to: attachmentsPath(folder) },
      () => undefined,
    )
    return { folder, copy: from, applications, before, kept, attachments }
  } catch (error) {
    log.error(error, 'restore')
    throw explained(error)
  } finally {
    removeDatabase(incoming)
    lock.close()
  }
}

/** Throws, with what to do, for what cannot take the place of the data. */
function assertCopy(from: string, folder: string): void {
  if (!existsSync(from) || !statSync(from).isFile()) {
    throw new AppError('not-found', `Không có tệp ${from}. Kiểm tra đường dẫn của bản sao lưu.`)
  }
  if (from === databasePath(folder)) {
    throw new AppError(
      'invalid',
      'Đây là tệp dữ liệu đang dùng, không phải bản sao lưu. Chọn bản trong thư mục backups.',
    )
  }
  const unsound = new AppError(
    'invalid',
    `Tệp ${basename(from)} không phải bản sao lưu của GPLX Desk hoặc đã hỏng. Chọn bản sao lưu khác.`,
  )
  try {
    quickCheck(from)
    if (migrationState(from, migrations).applied === 0) throw unsound
  } catch (error) {
    throw error instanceof DamagedFileError ? unsound : explained(error)
  }
}

/** Moves what stands away: as a checked copy, or as it lies where it cannot be read any more. */
function setAside(folder: string): Pick<Restored, 'kept' | 'before'> {
  const path = databasePath(folder)
  if (!existsSync(path)) return { kept: null, before: null }
  try {
    quickCheck(path)
  } catch (error) {
    if (!(error instanceof DamagedFileError)) throw error
    return { kept: moveDamaged(folder), before: null }
  }
  if (migrationState(path, migrations).applied === 0) return { kept: null, before: null }
  const before = inDatabase(path, database => database.read(countOf))
  const kept = keepCopy(folder, 'truoc-khoi-phuc')
  removeDatabase(path)
  return { kept, before }
}

function moveDamaged(folder: string): string {
  const name = `hong-${momentName()}`
  const aside = join(backupsPath(folder), name)
  mkdirSync(aside, { recursive: true })
  for (const part of partsOf(databasePath(folder))) {
    if (existsSync(part)) renameSync(part, join(aside, basename(part)))
  }
  return name
}

const countOf = (db: ReadDb): number =>
  db.row<{ n: number }>('SELECT count(*) AS n FROM applications')?.n ?? 0

/** The database file and what SQLite lays beside it. */
const partsOf = (path: string): readonly string[] => [path, `${path}-wal`, `${path}-shm`]

function removeDatabase(path: string): void {
  for (const part of partsOf(path)) rmSync(part, { force: true })
}

function inDatabase<T>(path: string, work: (database: Database) => T): T {
  const database = openDatabase(path, { busyTimeout: 5000 })
  try {
    return work(database)
  } finally {
    database.close()
  }
}
