import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Database, openDatabase } from '../../db/database.ts'
import { createApp } from '../../electron/core/app.ts'
import { databasePath } from '../../electron/core/data-folder.ts'
import { type SlipKind, slipKinds } from '../../electron/core/slips/contract.ts'
import { nextNumber } from '../../electron/core/slips/numbering.ts'
import { clientOf, startOfTests, type TestApp, testApp, testPassword } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { temporaryFolder } from '../support/folder.ts'
import { refusal } from '../support/refusal.ts'
import { openRegister } from '../support/register.ts'

/** One writing command that takes a number; it may end badly after it has done so. */
function take(database: Database, kind: SlipKind, year: number, ends: 'well' | 'badly'): number {
  return database.atomically(db => {
    const number = nextNumber(db, kind, year)
    db.run(
      `INSERT INTO slips (kind, year, number, form_set, details, document, at, by_id)
       VALUES (:kind, :year, :number, '2018', '{}', '{}', '', 1)`,
      { kind, year, number },
    )
    if (ends === 'badly') throw new Error('what comes after fails')
    return number
  })
}

describe('numbers', () => {
  test('run from 1 without gaps or twins, for each kind and year, over two connections and failures', () => {
    const attempt = fc.record({
      kind: fc.constantFrom(...slipKinds),
      year: fc.constantFrom(2023, 2024),
      ends: fc.constantFrom('well' as const, 'well' as const, 'badly' as const),
      connection: fc.constantFrom(0, 1),
    })
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 40 }), attempts => {
        const folder = temporaryFolder()
        const one = openRegister(folder)
        const two = openDatabase(`${folder}/register.sqlite`, { busyTimeout: 1000 })
        try {
          for (const { kind, year, ends, connection } of attempts) {
            try {
              take(connection === 0 ? one : two, kind, year, ends)
            } catch (error) {
              if (ends === 'well') throw error
            }
          }
          for (const kind of slipKinds)
            for (const year of [2023, 2024]) {
              const wanted = attempts.filter(a => a.kind === kind && a.year === year && a.ends === 'well')
              const given = two.read(db =>
                db.rows<{ number: number }>(
                  'SELECT number FROM slips WHERE kind = :kind AND year = :year ORDER BY id',
                  { kind, year },
                ),
              )
              expect(given.map(({ number }) => number)).toEqual(wanted.map((_, at) => at + 1))
            }
        } finally {
          one.close()
          two.close()
        }
      }),
      { numRuns: 15 },
    )
  })

  test('are not given twice: the table itself refuses a twin', () => {
    const database = openRegister(temporaryFolder())
    take(database, 'receipt', 2023, 'well')
    const twin = () =>
      database.atomically(db =>
        db.run(
          `INSERT INTO slips (kind, year, number, form_set, details, document, at, by_id)
           VALUES ('receipt', 2023, 1, '2018', '{}', '{}', '', 1)`,
        ),
      )
    expect(twin).toThrow(/UNIQUE/)
    database.close()
  })
})

describe('through the door', () => {
  let desk: TestApp
  beforeAll(async () => {
    desk = await testApp()
  })

  test('two hosts at once give every number once', async () => {
    const ids: number[] = []
    for (let n = 0; n < 30; n += 1) ids.push((await logged(desk, { status: 2 })).id)
    const database = openDatabase(databasePath(desk.folder), { busyTimeout: 25 })
    const other = createApp({
      ...{ database, host: 'web' as const, jobs: desk.jobs },
      now: () => startOfTests,
      log: error => void desk.logged.push(error),
    })
    try {
      const { token } = await clientOf(other.call, () => null).users.signIn({
        username: 'officer',
        password: testPassword,
      })
      const hosts = [desk.as('officer'), clientOf(other.call, () => token)]
      const given = await Promise.all(
        ids.map((applicationId, at) =>
          hosts[at % 2]?.slips.issue({ kind: 'receipt', subject: { applicationId } }),
        ),
      )
      expect(given.map(reply => reply?.slip.number).sort((a, b) => Number(a) - Number(b))).toEqual(
        ids.map((_, at) => at + 1),
      )
    } finally {
      database.close()
    }
  })

  test('a refused slip takes no number, and kinds count by themselves', async () => {
    const late = await logged(desk, { status: 2, registered: '2023-09-05' })
    const issue = (newDueDay: string) =>
      desk.as('officer').slips.issue({
        kind: 'apology',
        subject: { applicationId: late.id },
        details: { reason: 'Chậm', newDueDay },
      })
    await refusal(issue('2023-09-01'))
    expect((await issue('2023-09-29')).slip.number).toBe(1)
  })
})
