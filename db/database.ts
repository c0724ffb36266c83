import Sqlite from 'better-sqlite3'
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3'

/** Named parameters of hand-written SQL: `:from` in the text, `from` here; bytes are a BLOB. */
export type Values = Readonly<Record<string, string | number | null | Uint8Array>>

type Orm = BetterSQLite3Database

/** Reading only: it has no insert, so a query cannot write by mistake, and its connection is read-only besides. */
export type ReadDb = Pick<Orm, 'select' | 'selectDistinct'> & {
  /** All rows of a hand-written statement; the statement is prepared once per connection. */
  rows<R>(sql: string, values?: Values): R[]
  /** The first row, if any. */
  row<R>(sql: string, values?: Values): R | undefined
  /** Row by row, for what is too long to hold. */
  iterate<R>(sql: string, values?: Values): IterableIterator<R>
}

export type WriteDb = ReadDb &
  Pick<Orm, 'insert' | 'update' | 'delete'> & {
    run(sql: string, values?: Values): { changes: number; lastInsertRowid: number }
  }

export type Database = {
  /** Runs `work` in one read transaction, so that all its statements see the same data. */
  read<T>(work: (db: ReadDb) => T): T
  /** Runs `work` in one `BEGIN IMMEDIATE` transaction; a throw rolls everything back. */
  atomically<T>(work: (db: WriteDb) => T): T
  close(): void
}

export type OpenOptions = {
  /** How long SQLite waits for another writer, in ms: 25 on a host's thread, long in a job's. */
  readonly busyTimeout: number
  /** Memory for pages, in KiB: long writing wants more than a screen's questions. */
  readonly cache?: number
}

/** Oldest SQLite without the WAL-reset bug (3.7.0–3.51.2 corrupt with two writers). */
const oldestSqlite = [3, 51, 3] as const

/**
 * Opens the database file of a data folder: WAL, FULL synchronisation, foreign keys on.
 * Throws when the journal mode does not hold (network drives) or SQLite is too old.
 */
export function openDatabase(path: string, options: OpenOptions): Database {
  const writer = new Sqlite(path, { timeout: options.busyTimeout })
  configure(writer, options.cache ?? 16_000)
  const reader = new Sqlite(path, { readonly: true, timeout: options.busyTimeout })
  reader.pragma('cache_size = -16000')
  reader.pragma('mmap_size = 268435456')
  const writeDb = asWriteDb(writer)
  const readDb = asReadDb(reader)
  const begin = { read: reader.prepare('BEGIN'), write: writer.prepare('BEGIN IMMEDIATE') }
  const commit = { read: reader.prepare('COMMIT'), write: writer.prepare('COMMIT') }

  return {
    read: work => {
      if (reader.inTransaction) return work(readDb)
      begin.read.run()
      try {
        return work(readDb)
      } finally {
        commit.read.run()
      }
    },
    atomically: work => {
      begin.write.run()
      try {
        const result = work(writeDb)
        commit.write.run()
        return result
      } catch (error) {
        if (writer.inTransaction) writer.exec('ROLLBACK')
        throw error
      }
    },
    close: () => {
      reader.close()
      writer.close()
    },
  }
}

function configure(sqlite: Sqlite.Database, cache: number): void {
  const version = String(sqlite.prepare('SELECT sqlite_version() AS v').pluck().get())
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  const known = major * 1e6 + minor * 1e3 + patch
  if (known < oldestSqlite[0] * 1e6 + oldestSqlite[1] * 1e3 + oldestSqlite[2]) {
    throw new Error(`SQLite ${version} is older than ${oldestSqlite.join('.')} and may corrupt the file`)
  }
  const mode = sqlite.pragma('journal_mode = WAL', { simple: true })
  if (mode !== 'wal')
    throw new Error(`the journal mode is ${String(mode)}, not wal: the folder does not lock files`)
  sqlite.pragma('synchronous = FULL')
  sqlite.pragma('foreign_keys = ON')
  sqlite.pragma('trusted_schema = OFF')
  sqlite.pragma('cell_size_check = ON')
  sqlite.pragma(`cache_size = -${cache}`)
}

type Statements = {
  rows: ReadDb['rows']
  row: ReadDb['row']
  iterate: ReadDb['iterate']
  run: WriteDb['run']
}

/** One prepared statement per SQL text: building one per call costs up to 27 times the lookup itself. */
function statements(sqlite: Sqlite.Database): Statements {
  const prepared = new Map<string, Sqlite.Statement<[Values]>>()
  const of = (sql: string) => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      statement = sqlite.prepare<[Values]>(sql)
      prepared.set(sql, statement)
    }
    return statement
  }
  return {
    // The row type is the caller's word about its own SQL; the schema snapshot test keeps it honest.
    rows: <R>(sql: string, values: Values = {}) => of(sql).all(values) as R[],
    row: <R>(sql: string, values: Values = {}) => of(sql).get(values) as R | undefined,
    iterate: <R>(sql: string, values: Values = {}) => of(sql).iterate(values) as IterableIterator<R>,
    run: (sql, values = {}) => {
      const result = of(sql).run(values)
      return { changes: result.changes, lastInsertRowid: Number(result.lastInsertRowid) }
    },
  }
}

function asReadDb(sqlite: Sqlite.Database): ReadDb {
  const orm = drizzle(sqlite)
  const { rows, row, iterate } = statements(sqlite)
  return { select: orm.select.bind(orm), selectDistinct: orm.selectDistinct.bind(orm), rows, row, iterate }
}

function asWriteDb(sqlite: Sqlite.Database): WriteDb {
  const orm = drizzle(sqlite)
  return {
    select: orm.select.bind(orm),
    selectDistinct: orm.selectDistinct.bind(orm),
    insert: orm.insert.bind(orm),
    update: orm.update.bind(orm),
    delete: orm.delete.bind(orm),
    ...statements(sqlite),
  }
}
