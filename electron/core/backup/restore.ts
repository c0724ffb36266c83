import { existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { copyDatabase, DamagedFileError, quickCheck } from '../../../db/backup.ts'
import { type Database, openDatabase, type ReadDb } from '../../../db/database.ts'
import { migrate, migrationState } from '../../../db/migrate.ts'
import { migrations } from '../../../db/migrations.ts'
import { appendAudit } from '../audit/append.ts'
import { nowInVietnam } from '../calendar/day.ts'
import type { Actor, Host } from '../context.ts'
import { assertFit, attachmentsPath, backupsPath, databasePath, defaultFolder } from '../data-folder.ts'
import { AppError } from '../errors.ts'
import { factsAbout } from '../folder-facts.ts'
import { enterFolder } from '../folder-lock.ts'
import { failCutOff } from '../jobs/cut-off.ts'
import { openLog } from '../log.ts'
import { explained, keepCopy, makeFolder, momentName } from '../open-folder.ts'
import { administrators } from '../users/model.ts'
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
 * Puts a copy in the place of the data, after a copy of what stands there. Everything that can fail is done beside the
 * data first: the copy is checked, brought to this version, told in its own trail and given the attachments it names.
 * Only then it takes its place, so a refusal leaves the data as it was. Throws `conflict`, naming the holder, while
 * another host has the folder; `invalid` for what is no sound copy; `not-allowed` to whoever is no administrator in it.
 */
export async function restoreFolder({ host, data, copy, actor }: RestoreOptions): Promise<Restored> {
  const from = resolve(copy)
  const facts = factsAbout(resolve(data ?? defaultFolder(process.platform, process.env)))
  assertFit(facts, process.platform)
  const folder = facts.path
  assertCopy(from, folder)
  makeFolder(folder)
  const log = openLog(folder, host)
  const lock = await enterFolder(folder, { host, pid: process.pid, startedAt: now() })
  const incoming = `${databasePath(folder)}.moi`
  try {
    if (!lock.alone) await lock.takeAlone()
    removeDatabase(incoming)
    copyDatabase(from, incoming)
    migrate(incoming, migrations, now())
    const who = inDatabase(incoming, database => database.read(actor))
    assertMay(who)
    const standing = copyOfStanding(folder)
    const { applications, contents } = inDatabase(incoming, database => {
      failCutOff(database, () => false, now())
      return told(database, who, { from: basename(from), ...standing })
    })
    const attachments = await copyAttachments(
      contents,
      { from: attachmentsPath(dirname(from)), to: attachmentsPath(folder) },
      () => undefined,
    )
    setAside(folder, standing)
    renameSync(incoming, databasePath(folder))
    log.note(`restored from ${basename(from)}`)
    return { folder, copy: from, applications, attachments, before: standing.before, kept: standing.kept }
  } catch (error) {
    log.error(error, 'restore')
    throw explained(error)
  } finally {
    removeDatabase(incoming)
    lock.close()
  }
}

const now = () => nowInVietnam(Date.now())

function assertMay({ id, role }: Actor): void {
  // a copy without any account has nobody to ask
  if (id === null || (role !== null && administrators.includes(role))) return
  throw new AppError(
    'not-allowed',
    'Chỉ quản trị viên khôi phục được dữ liệu. Chạy lại với --as là tài khoản của một quản trị viên trong bản sao.',
  )
}

type Standing = Pick<Restored, 'kept' | 'before'> & { readonly sound: boolean }

/** What stands in the folder, copied where it can be read; what cannot is moved as it lies, later. */
function copyOfStanding(folder: string): Standing {
  const path = databasePath(folder)
  if (!partsOf(path).some(existsSync)) return { kept: null, before: null, sound: true }
  const unreadable = { kept: `hong-${momentName()}`, before: null, sound: false }
  // a WAL without its file would be written into whatever takes its place
  if (!existsSync(path)) return unreadable
  try {
    quickCheck(path)
    if (migrationState(path, migrations).applied === 0) return unreadable
    const before = inDatabase(path, database => database.read(countOf))
    return { kept: keepCopy(folder, 'truoc-khoi-phuc'), before, sound: true }
  } catch (error) {
    if (error instanceof DamagedFileError) return unreadable
    throw error
  }
}

/** The trail of the register that comes back says from what, by whom, and where the other one lies. */
function told(
  database: Database,
  who: Actor,
  about: Pick<Standing, 'kept' | 'before'> & { readonly from: string },
) {
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
      subjectId: about.from,
      changes: {
        'Khôi phục từ bản sao': [about.kept, about.from],
        'Số hồ sơ': [about.before, applications],
      },
    })
  })
  const contents = database.read(db =>
    db.rows<{ sha256: string }>('SELECT DISTINCT sha256 FROM attachments ORDER BY sha256'),
  )
  return { applications, contents }
}

/** Nothing of the old file may lie beside the new one; what has no copy is moved, the file itself last. */
function setAside(folder: string, { kept, sound }: Standing): void {
  const path = databasePath(folder)
  const [file = path, ...beside] = partsOf(path)
  if (sound || kept === null) {
    // the file stays until the other takes its name: at no moment there is none
    for (const part of beside) rmSync(part, { force: true })
    return
  }
  const aside = join(backupsPath(folder), kept)
  mkdirSync(aside, { recursive: true })
  for (const part of [...beside, file]) if (existsSync(part)) renameSync(part, join(aside, basename(part)))
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
