import { getTableColumns, getTableName } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import * as accounts from '../../db/schema/accounts.ts'
import * as applications from '../../db/schema/applications.ts'
import * as catalogue from '../../db/schema/catalogue.ts'
import * as office from '../../db/schema/office.ts'
import { temporaryFolder } from '../support/folder.ts'

describe('the schema after all migrations', () => {
  let database: Database

  beforeAll(() => {
    const path = `${temporaryFolder()}/schema.db`
    migrate(path, migrations, '2023-01-01T00:00:00+07:00')
    database = openDatabase(path, { busyTimeout: 1000 })
    return () => database.close()
  })

  test('is the snapshot that stands beside them (renew it with `npm run test:unit -- -u`)', async () => {
    const statements = database.read(db =>
      db.rows<{ sql: string }>(
        `SELECT sql FROM sqlite_schema
         WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'application_search_%'
         ORDER BY type, name`,
      ),
    )
    const text = statements.map(({ sql }) => `${sql.replace(/\s+/g, ' ').trim()};`).join('\n')
    await expect(`${text}\n`).toMatchFileSnapshot('../../db/schema.snapshot.sql')
  })

  test('has only STRICT tables, so that a number never lands in a text column', () => {
    const loose = database.read(db =>
      db.rows<{ name: string }>(
        `SELECT name FROM pragma_table_list
         WHERE schema = 'main' AND type = 'table' AND strict = 0
           AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'application_search%'`,
      ),
    )
    expect(loose).toEqual([])
  })

  const tables = [accounts, applications, catalogue, office]
    .flatMap(module => Object.values(module))
    .filter((value): value is SQLiteTable => value instanceof SQLiteTable)

  test.each(tables.map(table => ({ name: getTableName(table), table })))(
    'the typed table $name names the columns there are, and says which may be empty',
    ({ name, table }) => {
      const actual = database.read(db =>
        db.rows<{ name: string; notnull: number; pk: number }>(
          `SELECT name, "notnull", pk FROM pragma_table_info('${name}')`,
        ),
      )
      const columns = Object.values(getTableColumns(table))
      expect(columns.map(column => column.name).sort()).toEqual(actual.map(column => column.name).sort())
      for (const column of columns) {
        const found = actual.find(each => each.name === column.name)
        expect({ column: column.name, required: column.notNull }).toEqual({
          column: column.name,
          required: found !== undefined && (found.notnull === 1 || found.pk > 0),
        })
      }
    },
  )

  test('refuses to change or shrink the history and the trail', () => {
    for (const table of ['audit', 'application_events']) {
      const triggers = database.read(db =>
        db.rows<{ sql: string }>(
          `SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = '${table}'`,
        ),
      )
      expect(triggers.map(({ sql }) => /BEFORE (UPDATE|DELETE)/.exec(sql)?.[1]).sort()).toEqual([
        'DELETE',
        'UPDATE',
      ])
    }
  })
})
