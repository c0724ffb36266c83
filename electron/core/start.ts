import type { Database, ReadDb } from '../../db/database.ts'
import type { App } from './app.ts'
import type { Restored, RestoreOptions } from './backup/restore.ts'
import type { Actor, Host } from './context.ts'
import { AppError } from './errors.ts'
import type { HostRunner } from './jobs/host-runner.ts'
import type { JobProgress } from './jobs/runner.ts'

export type StartOptions = {
  readonly host: Host
  /** The data folder; the one of this computer's user when left out. */
  readonly data?: string | undefined
  /** The built job thread. Without it jobs run in this process, as the command line wants it. */
  readonly threadFile?: URL
  /** Who acts, for hosts that know it; otherwise each request's token says it. */
  readonly actor?: (db: ReadDb, now: string) => Actor
  readonly onProgress?: (id: string, progress: JobProgress) => void
  /** The moment now; this computer's clock when left out. The bench stands in the year of its sample. */
  readonly now?: () => string
}

export type Started = {
  readonly app: App
  readonly database: Database
  readonly jobs: HostRunner
  readonly folder: string
  log(error: unknown, where?: string): void
  /** Stops jobs, closes the file, lets the folder go. */
  close(): Promise<void>
}

/**
 * Every host's first line: data folder, lock, backup, migrations, the door. Throws an AppError that says what to
 * do when the folder cannot be opened.
 */
export async function start(options: StartOptions): Promise<Started> {
  assertRuntime(process.versions)
  // Only now: on a Node that is too old, better-sqlite3 ends the process without a word.
  const { openFolder } = await import('./open-folder.ts')
  return openFolder(options)
}

/** Puts a copy in the place of the data of a folder, as `backup/restore.ts` says. */
export async function restore(options: RestoreOptions): Promise<Restored> {
  assertRuntime(process.versions)
  const { restoreFolder } = await import('./backup/restore.ts')
  return restoreFolder(options)
}

/** better-sqlite3 needs Node-API 10: Node 22.14 or newer, or the Electron that is shipped. */
export function assertRuntime(versions: { readonly node: string; readonly electron?: string }): void {
  if (versions.electron !== undefined) return
  const [major = 0, minor = 0] = versions.node.split('.').map(Number)
  if (major > 22 || (major === 22 && minor >= 14)) return
  throw new AppError(
    'invalid',
    `Ứng dụng cần Node 22.14 trở lên, máy này đang chạy Node ${versions.node}. ` +
      'Mở bằng lệnh "npm start", lệnh này tự dùng bản Node phù hợp.',
  )
}
