import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Channel } from '../../electron/core/applications/model.ts'
import { addDays, weekday } from '../../electron/core/calendar/day.ts'
import type { Calendar } from '../../electron/core/calendar/working-days.ts'
import type { AppError } from '../../electron/core/errors.ts'
import type { SettingValue } from '../../electron/core/settings/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { aFile, fillRegister, type HandMadeFile } from '../support/register.ts'

const calendar: Calendar = { kinds: new Map(), names: new Map(), confirmedYears: new Set() }

let desk: TestApp
beforeAll(async () => {
  desk = await testApp()
})
beforeEach(() => {
  desk.database.atomically(db => {
    for (const table of ['targets', 'direct_counts', 'holidays']) db.run(`DELETE FROM ${table}`)
    db.run("DELETE FROM settings WHERE key IN ('target', 'unit')")
    db.run('INSERT INTO targets (year, basis_points) VALUES (2023, 1000)')
  })
})

/** `count` files of a channel that are handed in, received and finished on one day. */
const done = (channel: Channel, day: string, count = 1, licences = 1): HandMadeFile[] =>
  Array.from({ length: count }, () =>
    aFile(
      channel,
      [
        [1, day],
        [2, day],
        [9, day],
      ],
      { licences },
    ),
  )

function register(...files: HandMadeFile[]): void {
  desk.database.atomically(db => fillRegister(db, files, () => ({ days: 5, afterPause: 'fresh' }), calendar))
}

function total(day: string, count: number): void {
  desk.database.atomically(db =>
    db.run("INSERT INTO direct_counts (day, count, source) VALUES (:day, :count, 'Sổ tay')", { day, count }),
  )
}

function set(value: SettingValue<'target'>): void {
  desk.database.atomically(db =>
    db.run("INSERT INTO settings (key, from_day, value) VALUES ('target', '2023-01-01', :value)", {
      value: JSON.stringify(value),
    }),
  )
}
const byDefault = { numerator: 'finished', denominator: 'direct-and-postal', bothCounts: 'larger' } as const

const status = (asOf: string, year = 2023) => desk.as('viewer').targets.status({ year, asOf })

describe('the target', () => {
  test('compares online files finished since 1 January with direct and postal ones', async () => {
    register(
      ...done('online', '2022-12-30', 5),
      ...done('online', '2023-01-03', 2),
      ...done('online', '2023-03-01', 3),
      ...done('direct', '2023-01-03', 40),
      ...done('postal', '2023-02-01', 12),
      aFile('online', [
        [1, '2023-01-03'],
        [2, '2023-01-03'],
      ]),
    )
    expect(await status('2023-02-28')).toMatchObject({
      ...{ year: 2023, asOf: '2023-02-28', targetBp: 1000 },
      ...{ numerator: 2, denominator: 52, ratioPct: 3.85, met: false, missing: 4, daysWithBoth: [] },
      basis: { numerator: 'finished', denominator: 'direct-and-postal', unit: 'files' },
    })
    expect(await status('2023-03-01')).toMatchObject({ numerator: 5, ratioPct: 9.62, missing: 1 })
  })

  test('counts on the basis that the setting says, and licences where they are the unit', async () => {
    register(
      ...done('online', '2023-05-03', 2, 3),
      ...done('direct', '2023-05-03', 10),
      ...done('postal', '2023-05-03', 4),
      aFile('online', [
        [1, '2023-05-03'],
        [2, '2023-05-08'],
      ]),
      aFile('online', [[1, '2023-05-03']]),
    )
    set({ ...byDefault, numerator: 'received', denominator: 'direct' })
    expect(await status('2023-05-31')).toMatchObject({ numerator: 3, denominator: 10 })
    desk.database.atomically(db => db.run("DELETE FROM settings WHERE key = 'target'"))
    set({ ...byDefault, numerator: 'registered', denominator: 'all' })
    expect(await status('2023-05-31')).toMatchObject({
      numerator: 4,
      denominator: 18,
      ratioPct: 22.22,
      met: true,
    })
    desk.database.atomically(db =>
      db.run(
        "INSERT INTO settings (key, from_day, value) VALUES ('unit', '2023-01-01', '{\"unit\":\"licences\"}')",
      ),
    )
    expect(await status('2023-05-31')).toMatchObject({ numerator: 8, denominator: 22 })
  })

  test('takes the larger of logged direct files and a daily total, never their sum; postal files are added', async () => {
    register(
      ...done('direct', '2023-05-03', 3),
      ...done('postal', '2023-05-03', 2),
      ...done('direct', '2023-05-04', 7),
    )
    total('2023-05-03', 5)
    total('2023-05-04', 6)
    total('2023-05-05', 4)
    const days = { daysWithBoth: ['2023-05-03', '2023-05-04'] }
    expect(await status('2023-05-31')).toMatchObject({ ...days, denominator: 5 + 2 + 7 + 4 })
    set({ ...byDefault, bothCounts: 'logged' })
    expect(await status('2023-05-31')).toMatchObject({ ...days, denominator: 3 + 2 + 7 + 4 })
    desk.database.atomically(db => db.run("DELETE FROM settings WHERE key = 'target'"))
    set({ ...byDefault, bothCounts: 'total' })
    expect(await status('2023-05-31')).toMatchObject({ ...days, denominator: 5 + 2 + 6 + 4 })
  })

  test('says nothing where nothing is counted, and neither met nor missing without a target', async () => {
    register(...done('online', '2023-05-03', 2))
    expect(await status('2023-05-31')).toMatchObject({
      ...{ numerator: 2, denominator: 0, ratioPct: null, targetBp: 1000, met: null, missing: null },
    })
    register(...done('online', '2024-05-03', 2), ...done('direct', '2024-05-03', 10))
    expect(await status('2024-05-31', 2024)).toMatchObject({
      ...{ numerator: 2, denominator: 10, ratioPct: 20, targetBp: null, met: null, missing: null },
    })
  })

  test('of a team or of a month is not the target of the year', async () => {
    register(...done('online', '2023-05-03', 2), ...done('direct', '2023-05-03', 10))
    desk.database.atomically(db => {
      db.run('DELETE FROM targets')
      db.run(
        'INSERT INTO targets (year, team_id, month, basis_points) VALUES (2023, 1, 0, 500), (2023, 0, 5, 700)',
      )
    })
    expect(await status('2023-05-31')).toMatchObject({ targetBp: null, met: null })
  })

  test('looks at today unless a day is named, at 31 December in a year that is over, and at no day of another year', async () => {
    register()
    const target = desk.as('viewer').targets
    expect((await target.status({ year: 2023 })).asOf).toBe('2023-09-25')
    expect((await target.status({ year: 2022 })).asOf).toBe('2022-12-31')
    await expect(status('2022-12-31')).rejects.toMatchObject({ code: 'invalid' } satisfies Partial<AppError>)
  })
})

describe('pace', () => {
  /** Every day from `first` to `last`: two direct files, and one online on Mondays. */
  const everyDay = (first: string, last: string): HandMadeFile[] => {
    const files: HandMadeFile[] = []
    for (let day = first; day <= last; day = addDays(day, 1)) {
      files.push(...done('direct', day, 2), ...(weekday(day) === 1 ? done('online', day) : []))
    }
    return files
  }

  test('rests on the 20 working days before the day, days off between them included', async () => {
    register(...everyDay('2023-08-01', '2023-09-29'))
    // 29/09 is a Friday. 20 working days that end on Thursday the 28th begin on Friday 01/09: 28 days, 4 Mondays.
    // 2 direct files on each of 60 days since 01/08; 8 Mondays from 07/08 to 25/09.
    // Left: 21 + 1 working days in October (02/10 … 31/10 = 22), 22 in November, 21 in December = 65.
    // Needed: 10 % of 120 + 2.8 × 65 = 302 are 30.2; 30.2 - 8 = 22.2; / 65 = 0.3415
    expect(await status('2023-09-29')).toMatchObject({
      ...{ numerator: 8, denominator: 120 },
      pace: { basisDays: 20, directPerDay: 2.8, onlinePerDay: 0.2, workingDaysLeft: 65, neededPerDay: 0.34 },
      forecast: { numerator: 21, denominator: 302, ratioPct: 6.95 },
    })
  })

  test('knows the days off of the office', async () => {
    register(...everyDay('2023-08-01', '2023-09-29'))
    desk.database.atomically(db => {
      db.run(
        "INSERT INTO holidays (day, name, kind, source) VALUES ('2023-09-04', 'Nghỉ bù', 'compensatory', '')",
      )
      db.run(
        "INSERT INTO holidays (day, name, kind, source) VALUES ('2023-12-30', 'Làm bù', 'swap_work', '')",
      )
    })
    // the 4th is off: the 20 days begin on Thursday 31/08, 29 days with 58 direct files; one more day left in December
    expect((await status('2023-09-29')).pace).toMatchObject({
      basisDays: 20,
      directPerDay: 2.9,
      workingDaysLeft: 66,
    })
  })

  test('rests on fewer days where fewer are known, and says how many', async () => {
    register(...everyDay('2023-09-25', '2023-09-29'))
    // Monday to Thursday: 8 direct, 1 online
    expect((await status('2023-09-29')).pace).toMatchObject({
      basisDays: 4,
      directPerDay: 2,
      onlinePerDay: 0.25,
    })
    expect((await status('2023-09-25')).pace).toMatchObject({
      basisDays: 0,
      directPerDay: 0,
      onlinePerDay: 0,
    })
  })

  test('looks back over the turn of the year', async () => {
    register(...everyDay('2023-12-01', '2024-01-03'))
    desk.database.atomically(db => db.run('INSERT INTO targets (year, basis_points) VALUES (2024, 1000)'))
    // as of Wednesday 03/01: 20 working days from Wednesday 06/12 to Tuesday 02/01, 28 days
    expect(await status('2024-01-03', 2024)).toMatchObject({
      ...{ numerator: 1, denominator: 6 },
      pace: { basisDays: 20, directPerDay: 2.8, onlinePerDay: 0.2 },
    })
    // 31/12/2024 is a Tuesday: after Friday the 27th Monday and Tuesday are left, after the 31st nothing
    expect((await status('2024-12-27', 2024)).pace).toMatchObject({ workingDaysLeft: 2 })
    expect((await status('2024-12-31', 2024)).pace).toMatchObject({ workingDaysLeft: 0, neededPerDay: null })
  })
})

describe('setting a target', () => {
  const given = { year: 2024, basisPoints: 1500, document: '05/CT-UBND', documentDay: '2024-01-05' }

  test('keeps its document, counts versions and leaves an audit entry', async () => {
    const leader = desk.as('leader').targets
    expect(await leader.set({ ...given, version: 0 })).toMatchObject({
      ...given,
      teamId: 0,
      month: 0,
      version: 1,
    })
    expect(await leader.set({ ...given, basisPoints: 2000, version: 1 })).toMatchObject({ version: 2 })
    expect(await leader.list({})).toMatchObject([
      { year: 2024, basisPoints: 2000, version: 2 },
      { year: 2023 },
    ])
    const last = desk.database.read(db =>
      db.row<{ changes: string }>(
        "SELECT changes FROM audit WHERE subject = 'target' ORDER BY id DESC LIMIT 1",
      ),
    )
    expect(JSON.parse(last?.changes ?? '{}')).toMatchObject({ 'Chỉ tiêu (%)': [15, 20] })
  })

  test('somebody else’s newer value is not overwritten, and comes back with the refusal', async () => {
    const leader = desk.as('leader').targets
    await leader.set({ ...given, version: 0 })
    await expect(leader.set({ ...given, basisPoints: 1, version: 0 })).rejects.toMatchObject({
      code: 'conflict',
      details: { current: { basisPoints: 1500, version: 1 } },
    })
    await leader.setDirectCount({ day: '2023-09-22', count: 12, source: 'Sổ tay', version: 0 })
    await expect(
      leader.setDirectCount({ day: '2023-09-22', count: 13, source: 'Sổ tay', version: 0 }),
    ).rejects.toMatchObject({ code: 'conflict', details: { current: { count: 12 } } })
  })

  test('a team that does not exist has no target, and a day to come no total', async () => {
    const leader = desk.as('leader').targets
    await expect(leader.set({ ...given, teamId: 77, version: 0 })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(
      leader.setDirectCount({ day: '2023-09-26', count: 1, source: 'Sổ tay', version: 0 }),
    ).rejects.toMatchObject({ code: 'invalid' })
  })

  test('daily totals are listed by day', async () => {
    total('2023-09-05', 3)
    total('2023-09-04', 2)
    total('2023-10-01', 1)
    expect(await desk.as('viewer').targets.directCounts({ from: '2023-09-01', to: '2023-09-30' })).toEqual([
      { day: '2023-09-04', count: 2, source: 'Sổ tay', version: 1 },
      { day: '2023-09-05', count: 3, source: 'Sổ tay', version: 1 },
    ])
  })
})
