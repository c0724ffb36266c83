import { closeSync, existsSync, openSync, readdirSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { beforeEach, describe, expect, test } from 'vitest'
import { copyDatabase, DamagedFileError, quickCheck } from '../../db/backup.ts'
import { migrate, migrationState, NewerFileError } from '../../db/migrate.ts'
import type { Migration } from '../../db/migrations.ts'
import { temporaryFolder } from '../support/folder.ts'

const now = '2023-09-25T08:00:00+07:00'
const first: Migration = {
  name: '0001_parents.sql',
  sql: `CREATE TABLE parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        CREATE TABLE children (id INTEGER PRIMARY KEY,
          parent_id INTEGER NOT NULL REFERENCES parents (id) ON DELETE CASCADE) STRICT;
        INSERT INTO parents VALUES (1, 'a'), (2, 'b');
        INSERT INTO children VALUES (1, 1), (2, 1), (3, 2);`,
}
const second: Migration = {
  name: '0002_notes.sql',
  sql: 'CREATE TABLE notes (id INTEGER PRIMARY KEY) STRICT',
}
const rebuild: Migration = {
  name: '0002_rebuild.sql',
  sql: `CREATE TABLE new_parents (id INTEGER PRIMARY KEY, name TEXT NOT NULL, note TEXT) STRICT;
        INSERT INTO new_parents (id, name) SELECT id, name FROM parents;
        DROP TABLE parents;
        ALTER TABLE new_parents RENAME TO parents;`,
}

let path: string
beforeEach(() => {
  path = join(temporaryFolder(), 'test.db')
})

function ask(sql: string): unknown {
  const sqlite = new Sqlite(path, { readonly: true })
  try {
    return sqlite.prepare(sql).pluck().all()
  } finally {
    sqlite.close()
  }
}
const tables = () => ask("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")

describe('migrations', () => {
  test('pending ones are applied in order, once', () => {
    expect(migrate(path, [first, second], now)).toBe(2)
    expect(migrate(path, [first, second], now)).toBe(0)
    expect(ask('SELECT name FROM migrations')).toEqual([first.name, second.name])
    expect(migrationState(path, [first, second])).toEqual({ pending: [], applied: 2 })
  })

  test('one that fails takes back all that ran before it', () => {
    migrate(path, [first], now)
    const before = tables()
    const broken = {
      name: '0003_broken.sql',
      sql: 'CREATE TABLE more (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)',
    }
    expect(() => migrate(path, [first, second, broken], now)).toThrow(/nowhere/)
    expect(tables()).toEqual(before)
    expect(migrationState(path, [first, second]).pending).toEqual([second])
  })

  test('one edited after it was applied is refused', () => {
    migrate(path, [first], now)
    const edited = { ...first, sql: `${first.sql} -- a word more` }
    expect(() => migrate(path, [edited, second], now)).toThrow(/changed after it was applied/)
    expect(tables()).not.toContain('notes')
  })

  test('line ends of another system are no edit', () => {
    migrate(path, [first], now)
    expect(migrate(path, [{ ...first, sql: first.sql.replaceAll('\n', '\r\n') }, second], now)).toBe(1)
  })

  test('a gap in the numbers is refused', () => {
    const third = { ...second, name: '0003_notes.sql' }
    expect(() => migrate(path, [first, third], now)).toThrow(/should be number 0002/)
  })

  test('one merged late, below what is applied, is refused rather than skipped', () => {
    migrate(path, [first, second], now)
    const late = { name: '0002_late.sql', sql: 'CREATE TABLE late (id INTEGER) STRICT' }
    expect(() => migrate(path, [first, late, { ...second, name: '0003_notes.sql' }], now)).toThrow(/changed/)
  })

  test('a file of a later version is refused, and says so', () => {
    migrate(path, [first, second], now)
    expect(() => migrationState(path, [first])).toThrow(NewerFileError)
  })

  test('rebuilding a parent table keeps its children', () => {
    migrate(path, [first, rebuild], now)
    expect(ask('SELECT parent_id FROM children ORDER BY id')).toEqual([1, 1, 2])
    expect(ask('PRAGMA foreign_key_check')).toEqual([])
  })

  test('one that loses rows is refused and leaves them', () => {
    migrate(path, [first], now)
    const lossy = { ...rebuild, sql: rebuild.sql.replace('FROM parents;', 'FROM parents WHERE id = 1;') }
    const noOrphans = { ...lossy, sql: `${lossy.sql} UPDATE children SET parent_id = 1;` }
    expect(() => migrate(path, [first, noOrphans], now)).toThrow(/lose rows of parents/)
    expect(ask('SELECT count(*) FROM parents')).toEqual([2])
  })

  test('one that leaves rows without their parent is refused', () => {
    migrate(path, [first], now)
    const orphaning = { name: '0002_x.sql', sql: 'UPDATE parents SET id = 9 WHERE id = 1' }
    expect(() => migrate(path, [first, orphaning], now)).toThrow(/without their parent/)
    expect(ask('SELECT id FROM parents ORDER BY id')).toEqual([1, 2])
  })
})

describe('a copy', () => {
  test('holds what still lies in the WAL of an open file', () => {
    migrate(path, [first], now)
    const open = new Sqlite(path)
    open.pragma('wal_autocheckpoint = 0')
    open.exec("INSERT INTO parents VALUES (3, 'c')")
    copyDatabase(path, `${path}.copy`)
    open.close()
    path = `${path}.copy`
    expect(ask('SELECT count(*) FROM parents')).toEqual([3])
  })

  test('that would be unsound is not left under its name', () => {
    writeFileSync(path, 'this is no database at all, however long it may be')
    expect(() => copyDatabase(path, `${path}.copy`)).toThrow()
    expect(existsSync(`${path}.copy`)).toBe(false)
  })

  test('damage inside a file is found', () => {
    migrate(path, [first], now)
    const sqlite = new Sqlite(path)
    const insert = sqlite.prepare('INSERT INTO parents (name) VALUES (?)')
    for (let row = 0; row < 500; row += 1) insert.run(String(row).padStart(400, '0'))
    sqlite.pragma('journal_mode = DELETE')
    sqlite.close()
    quickCheck(path)
    const file = openSync(path, 'r+')
    for (let at = 8192; at < statSync(path).size; at += 4096)
      writeSync(file, Buffer.alloc(512, 0x5a), 0, 512, at)
    closeSync(file)
    expect(() => quickCheck(path)).toThrow(DamagedFileError)
    expect(readdirSync(join(path, '..')).filter(name => name.endsWith('.tmp'))).toEqual([])
  })
})
