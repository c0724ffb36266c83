import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { quickCheck } from '../../db/backup.ts'
import { openDatabase, type ReadDb } from '../../db/database.ts'
import { backupsPath } from '../../electron/core/data-folder.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { someFacts } from '../support/facts.ts'

const backUp = (desk: TestApp) => desk.run(desk.as('team-lead').backup.create({}))

async function withFiles(count: number): Promise<TestApp> {
  const desk = await testApp()
  for (let n = 1; n <= count; n += 1) {
    await desk.as('officer').applications.create({
      facts: someFacts({ dossierCode: `HS-${n}` }),
      ...{ registered: { day: '2023-09-25' }, receivedToo: true },
    })
  }
  return desk
}

/** How many rows each table holds; the trail and the jobs go on after the copy was made. */
function countsIn(db: ReadDb): Record<string, number | undefined> {
  const tables = db.rows<{ name: string }>(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%search%'
     AND name NOT IN ('audit', 'jobs') ORDER BY name`,
  )
  return Object.fromEntries(
    tables.map(({ name }) => [name, db.row<{ n: number }>(`SELECT count(*) AS n FROM ${name}`)?.n]),
  )
}

test('a copy opens, is sound and holds what the data held', async () => {
  const desk = await withFiles(3)
  const copy = await backUp(desk)
  const path = join(backupsPath(desk.folder), copy.name)
  expect(copy.bytes).toBe(statSync(path).size)
  quickCheck(path)
  const opened = openDatabase(path, { busyTimeout: 1000 })
  try {
    const counts = opened.read(countsIn)
    expect(counts).toEqual(desk.database.read(countsIn))
    expect(counts).toMatchObject({ applications: 3, users: 5, districts: 705 })
    expect(opened.read(db => db.row('PRAGMA integrity_check'))).toEqual({ integrity_check: 'ok' })
    expect(opened.read(db => db.rows('SELECT rowid FROM application_search'))).toHaveLength(3)
  } finally {
    opened.close()
  }
})

test('what was written after the copy is not in it', async () => {
  const desk = await withFiles(1)
  const { name } = await backUp(desk)
  await desk.as('admin').teams.create({ name: 'Tổ mới' })
  const opened = openDatabase(join(backupsPath(desk.folder), name), { busyTimeout: 1000 })
  try {
    expect(opened.read(db => db.rows('SELECT id FROM teams'))).toEqual([])
  } finally {
    opened.close()
  }
})

test('copies are listed, the newest first, and two of one second both stay', async () => {
  const desk = await withFiles(1)
  expect(await desk.as('admin').backup.list({})).toEqual([])
  const first = await backUp(desk)
  const second = await backUp(desk)
  expect(first.name).toBe('sao-luu-2023-09-25-080000.db')
  expect(second.name).toBe('sao-luu-2023-09-25-080000-2.db')
  const listed = await desk.as('admin').backup.list({})
  expect(listed.map(({ name }) => name)).toEqual([second.name, first.name])
  expect(listed).toContainEqual(first)
})

test('what is no copy is not listed', async () => {
  const desk = await withFiles(1)
  const { name } = await backUp(desk)
  writeFileSync(join(backupsPath(desk.folder), 'sao-luu-do-dang.db.tmp'), 'half a copy')
  expect((await desk.as('admin').backup.list({})).map(copy => copy.name)).toEqual([name])
})

test('a copy that cannot be made leaves no file and no line that says it was made', async () => {
  const desk = await withFiles(1)
  writeFileSync(backupsPath(desk.folder), 'a file where the folder should be')
  await expect(backUp(desk)).rejects.toMatchObject({ code: 'unexpected' })
  expect(readdirSync(desk.folder)).toContain('backups')
  expect(await desk.as('admin').audit.list({ subject: 'backup' })).toEqual([])
})

test('a copy is told in the trail with its name and size', async () => {
  const desk = await withFiles(1)
  const { name, bytes } = await backUp(desk)
  expect(await desk.as('admin').audit.list({ subject: 'backup' })).toMatchObject([
    { operation: 'backup.create', subjectId: name, changes: { 'Dung lượng (byte)': [null, bytes] } },
  ])
})
