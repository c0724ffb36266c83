import { beforeEach, describe, expect, test } from 'vitest'
import type { Verification } from '../../electron/core/audit/contract.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { someFacts } from '../support/facts.ts'
import { accountOf } from '../support/refusal.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const received = (dossierCode: string) =>
  desk.as('officer').applications.create({
    facts: someFacts({ dossierCode }),
    registered: { day: '2023-09-20' },
    receivedToo: true,
  })

const verify = () => desk.run(desk.as('admin').audit.verify({}))
const failing = ({ checks }: Verification) => checks.filter(({ ok }) => !ok).map(({ name }) => name)

/** As somebody would who has the file and knows SQL. */
function tamper(...statements: string[]): void {
  desk.database.atomically(db => {
    const triggers = db.rows<{ name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'",
    )
    for (const { name } of triggers) db.run(`DROP TRIGGER ${name}`)
    for (const sql of statements) if (db.run(sql).changes === 0) throw new Error(`nothing done by ${sql}`)
    for (const { sql } of triggers) db.run(sql)
  })
}

describe('the trail cannot be rewritten', () => {
  test.each([
    ['audit', "UPDATE audit SET actor_name = 'Người khác' WHERE id = 1"],
    ['audit', 'DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)'],
    ['application_events', "UPDATE application_events SET day = '2023-09-01'"],
    ['application_events', 'DELETE FROM application_events'],
  ])('by the program itself: %s refuses %s', async (_, sql) => {
    await received('HS-1')
    expect(() => desk.database.atomically(db => db.run(sql))).toThrow(/append-only/)
  })

  test('with its accounts: whoever stands in the trail cannot be deleted', async () => {
    const { id } = await accountOf(desk, 'admin')
    tamper('DELETE FROM sessions')
    expect(() => desk.database.atomically(db => db.run(`DELETE FROM users WHERE id = ${id}`))).toThrow(
      /FOREIGN KEY/,
    )
  })
})

describe('verify', () => {
  beforeEach(async () => {
    const { id, version } = await received('HS-1')
    await received('HS-2')
    await desk.as('officer').applications.move({ id, version, move: 'finish', day: '2023-09-22' })
    await desk.as('admin').teams.create({ name: 'Tổ Một' })
  })

  test('finds nothing in a file that nobody has touched', async () => {
    const found = await verify()
    expect(found).toMatchObject({ ok: true })
    expect(found.checks.map(({ name }) => name)).toEqual([
      'Tệp dữ liệu',
      'Liên kết giữa các bảng',
      'Nhật ký',
      'Tệp đính kèm',
      'Báo cáo đã duyệt',
      'Biểu mẫu của Bộ',
      'Sổ và lịch sử hồ sơ',
    ])
  })

  test.each([
    ['who', "UPDATE audit SET actor_name = 'Người khác' WHERE id = 3"],
    ['whose account', 'UPDATE audit SET actor_id = 2 WHERE id = 3'],
    ['when', "UPDATE audit SET at = '2023-09-01T08:00:00+07:00' WHERE id = 3"],
    ['what', "UPDATE audit SET operation = 'users.update' WHERE id = 3"],
    ['about whom', "UPDATE audit SET subject_id = '99' WHERE id = 3"],
    ['from → to', `UPDATE audit SET changes = '{"Vai trò":[null,"Chỉ xem"]}' WHERE id = 3`],
    ['the hash', `UPDATE audit SET hash = '${'a'.repeat(64)}' WHERE id = 3`],
    ['a line in the middle', 'DELETE FROM audit WHERE id = 3'],
    ['the first line', 'DELETE FROM audit WHERE id = 1'],
    ['the last line', 'DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)'],
    ['all lines', 'DELETE FROM audit'],
  ])('finds %s of the trail changed or gone', async (_, sql) => {
    tamper(sql)
    const found = await verify()
    expect(found.ok).toBe(false)
    expect(failing(found)).toEqual(['Nhật ký'])
  })

  test('finds the last lines gone even where the counter was turned back', async () => {
    desk.at('2023-09-25T08:10:00+07:00')
    await received('HS-3')
    tamper(
      'DELETE FROM audit WHERE id = (SELECT max(id) FROM audit)',
      "UPDATE sqlite_sequence SET seq = seq - 1 WHERE name = 'audit'",
    )
    expect(failing(await verify())).toEqual(['Nhật ký'])
  })

  test('finds a trail that was emptied together with its counter', async () => {
    tamper('DELETE FROM audit', "DELETE FROM sqlite_sequence WHERE name = 'audit'")
    expect(failing(await verify())).toEqual(['Nhật ký'])
  })

  test.each([
    ['the status', "UPDATE applications SET status = 4 WHERE dossier_code = 'HS-1'"],
    [
      'the day of the status',
      "UPDATE applications SET status_day = '2023-09-21' WHERE dossier_code = 'HS-1'",
    ],
    [
      'the day of the result',
      "UPDATE applications SET finished_day = '2023-09-21' WHERE dossier_code = 'HS-1'",
    ],
    ['the due day', "UPDATE applications SET due_day = '2023-12-31' WHERE dossier_code = 'HS-1'"],
    ['the channel that is counted', "UPDATE applications SET channel = 'online' WHERE dossier_code = 'HS-1'"],
    ['the licences that are counted', "UPDATE applications SET licences = 9 WHERE dossier_code = 'HS-1'"],
    ['a step', "UPDATE application_events SET day = '2023-09-21' WHERE application_id = 1 AND status = 9"],
    ['a step taken out', 'DELETE FROM application_events WHERE application_id = 1 AND status = 9'],
    [
      'a stretch',
      "UPDATE application_stretches SET to_day = '2023-09-21' WHERE application_id = 1 AND ended = 'finished'",
    ],
    [
      'a stretch’s due day',
      "UPDATE application_stretches SET due_day = '2023-09-21' WHERE application_id = 1",
    ],
    ['a stretch’s channel', "UPDATE application_stretches SET channel = 'online' WHERE application_id = 1"],
    ['a stretch taken out', 'DELETE FROM application_stretches WHERE application_id = 1'],
  ])('finds %s of a file changed behind the history’s back, and names the file', async (_, sql) => {
    tamper(sql)
    const found = await verify()
    expect(failing(found)).toEqual(['Sổ và lịch sử hồ sơ'])
    expect(found.checks.at(-1)?.detail).toContain('1 hồ sơ không khớp lịch sử: HS-1.')
  })

  test('finds rows whose parent is gone', async () => {
    const { default: Sqlite } = await import('better-sqlite3')
    const file = new Sqlite(`${desk.folder}/gplx.db`)
    file.pragma('foreign_keys = OFF')
    file.exec("UPDATE applications SET team_id = 77 WHERE dossier_code = 'HS-2'")
    file.close()
    expect(failing(await verify())).toEqual(['Liên kết giữa các bảng'])
  })

  test('changes nothing but its own job', async () => {
    const trail = await desk.as('admin').audit.list({})
    await verify()
    expect(await desk.as('admin').audit.list({})).toEqual(trail)
  })
})
