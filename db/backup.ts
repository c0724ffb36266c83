import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs'
import Sqlite from 'better-sqlite3'

/** Throws when the file is not sound: pages, indexes' order and free list, not every index entry. */
export function quickCheck(path: string): void {
  const sqlite = new Sqlite(path, { readonly: true, timeout: 5000 })
  try {
    const found = sqlite.pragma('quick_check(1)', { simple: true })
    if (found !== 'ok') throw new DamagedFileError()
  } catch (error) {
    throw asDamage(error)
  } finally {
    sqlite.close()
  }
}

/** The database file cannot be trusted any more. */
export class DamagedFileError extends Error {
  constructor() {
    super('the database file is damaged')
    this.name = 'DamagedFileError'
  }
}

const asDamage = (error: unknown): unknown =>
  error instanceof Sqlite.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
    ? new DamagedFileError()
    : error

/**
 * Copies a database that may be in use, with what still lies in its WAL, and checks the copy. It gets its name
 * only when it is whole and on the disk; of one that failed nothing is left. Throws `DamagedFileError`.
 */
export function copyDatabase(from: string, to: string): void {
  const unfinished = `${to}.tmp`
  removeUnfinished(unfinished)
  try {
    const sqlite = new Sqlite(from, { fileMustExist: true, timeout: 60_000 })
    try {
      sqlite.prepare('VACUUM INTO ?').run(unfinished)
    } finally {
      sqlite.close()
    }
    quickCheck(unfinished)
    const file = openSync(unfinished, 'r+')
    fsyncSync(file)
    closeSync(file)
    renameSync(unfinished, to)
  } catch (error) {
    removeUnfinished(unfinished)
    throw asDamage(error)
  }
}

/** With its journal: that of a copy that was cut off does not belong to the next one. */
function removeUnfinished(path: string): void {
  for (const part of [path, `${path}-journal`]) rmSync(part, { force: true })
}
