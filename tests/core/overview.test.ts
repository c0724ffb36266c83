import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Calendar } from '../../electron/core/calendar/working-days.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { aFile, fillRegister, type HandMadeFile } from '../support/register.ts'

// Today is Monday 25/09/2023; no holidays near it.
const calendar: Calendar = { kinds: new Map(), names: new Map(), confirmedYears: new Set() }

let desk: TestApp
beforeAll(async () => {
  desk = await testApp()
})
beforeEach(() => register())

function register(...files: HandMadeFile[]): void {
  desk.database.atomically(db => fillRegister(db, files, () => ({ days: 5, afterPause: 'fresh' }), calendar))
}

const summary = () => desk.as('viewer').overview.summary({})

describe('the overview', () => {
  test('shows today, this week and this month', async () => {
    register(
      aFile('online', [[1, '2023-08-31']]),
      aFile('online', [
        [1, '2023-09-01'],
        [2, '2023-09-04'],
        [9, '2023-09-08'],
      ]),
      aFile('direct', [
        [1, '2023-09-20'],
        [2, '2023-09-20'],
        [10, '2023-09-25'],
      ]),
      aFile('postal', [[1, '2023-09-25']], { licences: 2 }),
    )
    const { today, day, week, month } = await summary()
    expect(today).toBe('2023-09-25')
    expect(day).toEqual({
      ...{ title: 'Ngày 25/09/2023', from: '2023-09-25', to: '2023-09-25' },
      registered: { total: 1, online: 0, direct: 0, postal: 1 },
      received: { total: 0, online: 0, direct: 0, postal: 0 },
      finished: { total: 1, online: 0, direct: 1, postal: 0 },
      returned: { total: 1, online: 0, direct: 1, postal: 0 },
    })
    expect([week.title, week.registered.total, week.finished.total]).toEqual([
      'Tuần 39 (25/09/2023 – 01/10/2023)',
      1,
      1,
    ])
    expect(month.registered).toEqual({ total: 3, online: 1, direct: 1, postal: 1 })
    expect(month.received).toEqual({ total: 2, online: 1, direct: 1, postal: 0 })
    expect(month.finished).toEqual({ total: 2, online: 1, direct: 1, postal: 0 })
  })

  test('counts the queues in files as they stand now', async () => {
    const received = (day: string, due: string, ...more: [number, string][]) =>
      aFile('direct', [[1, day], [2, day, due], ...more], { licences: 3 })
    register(
      aFile('online', [[1, '2023-09-22']]),
      received('2023-09-20', '2023-09-24'), // overdue
      received('2023-09-20', '2023-09-25'), // due today
      received('2023-09-20', '2023-09-27'), // due in 2 working days
      received('2023-09-20', '2023-09-28'),
      received('2023-09-20', '2023-09-22', [5, '2023-09-21']),
      received('2023-09-20', '2023-09-27', [9, '2023-09-22']),
      received('2023-09-20', '2023-09-27', [9, '2023-09-22'], [10, '2023-09-25']),
      received('2023-09-20', '2023-09-27', [8, '2023-09-22']),
      aFile('online', [
        [1, '2023-09-20'],
        [3, '2023-09-21'],
      ]),
    )
    expect((await summary()).queues).toEqual({
      ...{ waiting: 1, inWork: 4, paused: 1, dueSoon: 2, overdue: 1, toReturn: 1 },
    })
  })

  test('shows the last 30 days with the days off named', async () => {
    register(
      aFile('direct', [[1, '2023-08-26']]),
      aFile('online', [[1, '2023-08-27']]),
      aFile('direct', [
        [1, '2023-09-01'],
        [2, '2023-09-01'],
        [9, '2023-09-22'],
      ]),
    )
    const { days } = await summary()
    expect(days).toHaveLength(30)
    expect(days[0]).toEqual({ day: '2023-08-27', registered: 1, finished: 0, online: 1, dayOff: 'Chủ nhật' })
    expect(days.at(-1)).toEqual({ day: '2023-09-25', registered: 0, finished: 0, online: 0, dayOff: null })
    expect(days.find(({ day }) => day === '2023-09-22')).toMatchObject({
      finished: 1,
      online: 0,
      dayOff: null,
    })
    expect(days.find(({ day }) => day === '2023-09-02')?.dayOff).toContain('Quốc khánh')
  })

  test('stands by the target of the year as of today', async () => {
    register(
      aFile('online', [
        [1, '2023-09-20'],
        [2, '2023-09-20'],
        [9, '2023-09-25'],
      ]),
    )
    expect((await summary()).target).toEqual(await desk.as('viewer').targets.status({ year: 2023 }))
    expect((await summary()).target).toMatchObject({ asOf: '2023-09-25', numerator: 1, denominator: 0 })
  })
})
