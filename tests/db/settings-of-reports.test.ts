import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import { plainTemplate } from '../../electron/core/settings/model.ts'
import { temporaryFolder } from '../support/folder.ts'

const now = '2023-09-25T08:00:00+07:00'

/** What the settings hold after the migration when they held `rows` before it. */
function migrated(rows: readonly { key: string; day: string; value: unknown }[]): unknown[] {
  const path = join(temporaryFolder(), 'gplx.db')
  const before = migrations.findIndex(({ name }) => name.startsWith('0010_'))
  migrate(path, migrations.slice(0, before), now)
  const sqlite = new Sqlite(path)
  try {
    const insert = sqlite.prepare('INSERT INTO settings (key, from_day, value) VALUES (?, ?, ?)')
    for (const { key, day, value } of rows) insert.run(key, day, JSON.stringify(value))
    migrate(path, migrations, now)
    return sqlite
      .prepare<[], { value: string }>(
        `SELECT key, report, from_day AS day, value FROM settings
         WHERE key NOT IN ('reportTemplates', 'reportPeriods') ORDER BY key, report, from_day`,
      )
      .all()
      .map(row => ({ ...row, value: JSON.parse(row.value) }))
  } finally {
    sqlite.close()
  }
}

test('what every kind of report had stays its own from the same days', () => {
  const own = (symbol: string) => ({
    ...plainTemplate,
    symbol,
    columns: { bang: { order: ['b', 'a'], hidden: [] } },
  })
  const rule = { weekStart: 5, monthClosesOn14: true }
  const held = migrated([
    { key: 'reportTemplates', day: '0001-01-01', value: { 'ket-qua': own('A') } },
    { key: 'reportTemplates', day: '2023-06-01', value: { 'ket-qua': own('A'), 'tien-do': own('B') } },
    { key: 'reportTemplates', day: '2024-01-01', value: { 'tien-do': own('C') } },
    { key: 'reportPeriods', day: '2023-01-01', value: { kinds: { 'tong-hop': rule } } },
    { key: 'reportPeriods', day: '2024-01-01', value: { kinds: {} } },
    { key: 'unit', day: '2023-01-01', value: { unit: 'files' } },
  ])
  expect(held).toEqual([
    { key: 'reportPeriod', report: 'tong-hop', day: '2023-01-01', value: rule },
    { key: 'reportPeriod', report: 'tong-hop', day: '2024-01-01', value: null },
    { key: 'reportTemplate', report: 'ket-qua', day: '0001-01-01', value: own('A') },
    { key: 'reportTemplate', report: 'ket-qua', day: '2024-01-01', value: plainTemplate },
    { key: 'reportTemplate', report: 'tien-do', day: '2023-06-01', value: own('B') },
    { key: 'reportTemplate', report: 'tien-do', day: '2024-01-01', value: own('C') },
    { key: 'unit', report: '', day: '2023-01-01', value: { unit: 'files' } },
  ])
})

test('an office that had set nothing of the kind keeps what it had', () => {
  const rows = [{ key: 'unit', day: '2023-01-01', value: { unit: 'licences' } }]
  expect(migrated([...rows, { key: 'reportTemplates', day: '0001-01-01', value: {} }])).toEqual([
    { key: 'unit', report: '', day: '2023-01-01', value: { unit: 'licences' } },
  ])
})
