import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { copyDatabase, DamagedFileError, quickCheck } from '../../db/backup.ts'
import { type Database, openDatabase } from '../../db/database.ts'
import { migrate, migrationState, NewerFileError } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import { createApp } from './app.ts'
import { nowInVietnam } from './calendar/day.ts'
import type { Host } from './context.ts'
import { assertFit, attachmentsPath, backupsPath, databasePath, defaultFolder } from './data-folder.ts'
import { AppError } from './errors.ts'
import { factsAbout } from './folder-facts.ts'
import { enterFolder, type FolderLock } from './folder-lock.ts'
import { failCutOff } from './jobs/cut-off.ts'
import { createInPlaceRunner } from './jobs/in-place.ts'
import { createReader } from './jobs/readers.ts'
import { removeOldResults } from './jobs/results.ts'
import { createThreadRunner } from './jobs/threads.ts'
import { type Log, openLog } from './log.ts'
import type { Started, StartOptions } from './start.ts'

/** Files up to this size are checked at every start; larger ones after a start that did not end well. */
const checkedAlways = 64 * 1024 * 1024
/** How long a host's own connection waits for a lock, in ms; `app.ts` tries again without blocking. */
const hostPatience = 25

const now = () => nowInVietnam(Date.now())

/** Opens a data folder; called by `start()` once the runtime is known to be fit. */
export async function openFolder(options: StartOptions): Promise<Started> {
  const asked = resolve(options.data ?? defaultFolder(process.platform, process.env))
  const facts = factsAbout(asked)
  assertFit(facts, process.platform)
  const folder = facts.path
  makeFolder(folder)
  const log = openLog(folder, options.host)
  const lock = await enterFolder(folder, { host: options.host, pid: process.pid, startedAt: now() })
  try {
    await prepareFile(folder, lock, log)
    return openApp(options, folder, lock, log)
  } catch (error) {
    log.error(error, 'start')
    lock.close()
    throw explained(error)
  }
}

function openApp(options: StartOptions, folder: string, lock: FolderLock, log: Log): Started {
  const database = openDatabase(databasePath(folder), { busyTimeout: hostPatience })
  const runner = {
    folder,
    log: log.error,
    ...(options.onProgress === undefined ? {} : { onProgress: options.onProgress }),
  }
  const jobs =
    options.threadFile === undefined
      ? createInPlaceRunner(runner)
      : createThreadRunner({ ...runner, threadFile: options.threadFile })
  // beside the job thread in the build, and a bundle like it
  const reader =
    options.threadFile === undefined
      ? undefined
      : createReader({ folder, threadFile: new URL('./reader.js', options.threadFile), log: log.error })
  removeOldResults(folder, Date.now())
  const actor = options.actor && database.read(db => options.actor?.(db, now()))
  const app = createApp({
    database,
    host: options.host,
    jobs,
    now: options.now ?? now,
    log: log.error,
    ...(actor === undefined ? {} : { actor }),
    ...(reader === undefined ? {} : { aside: reader.ask }),
  })
  const close = async () => {
    await jobs.close()
    await reader?.close()
    try {
      endSessions(database, options.host, lock)
    } catch (error) {
      log.error(error, 'close') // another host writes; idle sessions end by themselves
    }
    database.close()
    lock.close()
  }
  return { app, database, jobs, folder, log: log.error, close }
}

/** Sign-ins end with the program that was signed in to, unless another one of its kind goes on. */
function endSessions(database: Database, host: Host, lock: FolderLock): void {
  if (lock.others().some(other => other.host === host)) return
  database.atomically(db => db.run('DELETE FROM sessions WHERE host = :host', { host }))
}

/** Leaves the file checked and at this version's schema, and the lock shared. */
async function prepareFile(folder: string, lock: FolderLock, log: Log): Promise<void> {
  const path = databasePath(folder)
  const isNew = !existsSync(path) || statSync(path).size === 0
  if (isNew) assertNothingLost(folder)
  if (!isNew && lock.alone && (lock.wasLeft || statSync(path).size < checkedAlways)) quickCheck(path)
  if (migrationState(path, migrations).pending.length > 0) {
    if (!lock.alone) await lock.takeAlone()
    const { pending, applied } = migrationState(path, migrations)
    if (pending.length > 0) {
      if (applied > 0) keepCopy(folder, 'truoc-nang-cap')
      migrate(path, migrations, now())
      log.note(`migrated from ${applied} to ${applied + pending.length}`)
    }
  }
  const database = openDatabase(path, { busyTimeout: 5000 })
  try {
    const cutOff = failCutOff(database, lock.isHolder, now())
    if (cutOff > 0) log.note(`${cutOff} jobs had been cut off`)
  } finally {
    database.close()
  }
  if (lock.alone) await lock.share()
}

/** A folder with copies or attachments had a register: a new one would stand in its place and hide that it is gone. */
function assertNothingLost(folder: string): void {
  const kept = [backupsPath(folder), attachmentsPath(folder)]
  if (kept.every(path => !existsSync(path) || readdirSync(path).length === 0)) return
  throw new AppError(
    'conflict',
    'Thư mục dữ liệu còn bản sao lưu hoặc tệp đính kèm nhưng không còn tệp gplx.db, nên chưa lập sổ mới. Chép bản sao lưu ' +
      'mới nhất trong thư mục backups ra đây và đặt tên gplx.db, hoặc dùng lệnh restore, rồi mở lại; muốn lập sổ mới thì ' +
      'chọn thư mục khác bằng --data.',
  )
}

/** Copies the data as it stands beside it; answers the name of the copy. */
export function keepCopy(folder: string, why: 'truoc-nang-cap' | 'truoc-khoi-phuc'): string {
  mkdirSync(backupsPath(folder), { recursive: true })
  const name = `${why}-${momentName()}.db`
  copyDatabase(databasePath(folder), join(backupsPath(folder), name))
  return name
}

/** "2023-09-25-080000": a moment in the name of a file. */
export const momentName = (): string => now().slice(0, 19).replaceAll(':', '').replace('T', '-')

export function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    throw new AppError(
      'invalid',
      `Không tạo được thư mục dữ liệu ${folder}. Kiểm tra quyền ghi hoặc chọn thư mục khác bằng --data.`,
    )
  }
}

/** What the user can do about a folder that does not open; the log has the rest. */
export function explained(error: unknown): unknown {
  if (error instanceof AppError) return error
  if (error instanceof NewerFileError) {
    return new AppError(
      'conflict',
      'Tệp dữ liệu do phiên bản mới hơn của ứng dụng ghi. Cài phiên bản mới nhất rồi mở lại.',
    )
  }
  if (error instanceof DamagedFileError) {
    return new AppError(
      'unexpected',
      'Tệp dữ liệu bị hỏng nên chưa mở. Dùng lệnh restore để lấy lại bản sao lưu gần nhất (thư mục backups); hoặc sao chép cả ' +
        'thư mục dữ liệu để giữ lại, chép bản sao lưu đè lên tệp gplx.db, xóa gplx.db-wal và gplx.db-shm nếu có, rồi mở lại.',
    )
  }
  return new AppError(
    'unexpected',
    'Không mở được tệp dữ liệu. Kiểm tra quyền ghi và chỗ trống của ổ đĩa; nếu vẫn lỗi, gửi tệp nhật ký cho người quản trị.',
  )
}
