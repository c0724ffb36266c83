import Sqlite from 'better-sqlite3'

/**
 * A lock that the operating system lets go of when its process ends, however it ends: SQLite's own locks on a
 * small file with a rollback journal.
 */
export type LockFile = {
  /** Holds the file together with others; false while somebody holds it alone. */
  share(): boolean
  /** Holds the file alone; false while anybody else holds it. */
  takeAlone(): boolean
  close(): void
}

export function openLockFile(path: string): LockFile {
  const sqlite = new Sqlite(path, { timeout: 0 })
  const hold = (begin: string): boolean => {
    if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
    try {
      sqlite.exec(begin)
      return true
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('ROLLBACK')
      if (error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false
      throw error
    }
  }
  return {
    share: () => hold('BEGIN; SELECT count(*) FROM sqlite_schema'),
    takeAlone: () => hold('BEGIN EXCLUSIVE'),
    close: () => sqlite.close(),
  }
}
