import { createHash } from 'node:crypto'
import Sqlite from 'better-sqlite3'
import type { Migration } from './migrations.ts'

/**
 * Why not drizzle's own runner: inside its transaction `PRAGMA foreign_keys=OFF` does nothing, so rebuilding a
 * parent table empties its children without an error; and a migration merged late is silently skipped.
 */
export type MigrationState = { readonly pending: readonly Migration[]; readonly applied: number }

const hashOf = (sql: string) => createHash('sha256').update(sql.replace(/\r\n/g, '\n')).digest('hex')

/** What is still to be applied. Throws when an applied migration was edited, is unknown, or numbers have gaps. */
export function migrationState(path: string, migrations: readonly Migration[]): MigrationState {
  const sqlite = new Sqlite(path)
  try {
    return check(appliedTo(sqlite), migrations)
  } finally {
    sqlite.close()
  }
}

/**
 * Applies all pending migrations in ONE transaction with foreign keys off outside it; before the commit it
 * checks foreign keys and that no table lost a row. All or nothing.
 */
export function migrate(path: string, migrations: readonly Migration[], now: string): number {
  const sqlite = new Sqlite(path)
  try {
    sqlite.pragma('journal_mode = WAL')
    const { pending } = check(appliedTo(sqlite), migrations)
    if (pending.length === 0) return 0
    sqlite.pragma('foreign_keys = OFF')
    const before = rowCounts(sqlite)
    sqlite.transaction(() => {
      sqlite.exec(
        'CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, hash TEXT NOT NULL, applied_at TEXT NOT NULL) STRICT',
      )
      const note = sqlite.prepare('INSERT INTO migrations (name, hash, applied_at) VALUES (?, ?, ?)')
      for (const { name, sql } of pending) {
        sqlite.exec(sql)
        note.run(name, hashOf(sql), now)
      }
      const orphans = sqlite.pragma('foreign_key_check')
      if (Array.isArray(orphans) && orphans.length > 0)
        throw new Error('a migration would leave rows without their parent')
      const after = rowCounts(sqlite)
      for (const [table, count] of before) {
        if ((after.get(table) ?? 0) < count) throw new Error(`a migration would lose rows of ${table}`)
      }
    })()
    return pending.length
  } finally {
    sqlite.close()
  }
}

type Applied = { readonly name: string; readonly hash: string }

function appliedTo(sqlite: Sqlite.Database): Applied[] {
  const exists = sqlite
    .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'migrations'")
    .get()
  return exists === undefined
    ? []
    : sqlite.prepare<[], Applied>('SELECT name, hash FROM migrations ORDER BY name').all()
}

function check(applied: readonly Applied[], migrations: readonly Migration[]): MigrationState {
  migrations.forEach(({ name }, index) => {
    const number = String(index + 1).padStart(4, '0')
    if (!name.startsWith(`${number}_`)) throw new Error(`migration ${name} should be number ${number}`)
  })
  applied.forEach(({ name, hash }, index) => {
    const known = migrations[index]
    if (known === undefined) throw new NewerFileError(name)
    if (known.name !== name || hashOf(known.sql) !== hash)
      throw new Error(`migration ${name} was changed after it was applied`)
  })
  return { pending: migrations.slice(applied.length), applied: applied.length }
}

/** The file was written by a later version of the program. */
export class NewerFileError extends Error {
  constructor(name: string) {
    super(`the file knows migration ${name}, which this version does not`)
    this.name = 'NewerFileError'
  }
}

function rowCounts(sqlite: Sqlite.Database): Map<string, number> {
  const tables = sqlite
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'application_search%'",
    )
    .all()
  return new Map(
    tables.map(({ name }) => [name, Number(sqlite.prepare(`SELECT count(*) FROM "${name}"`).pluck().get())]),
  )
}
