import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../db/database.ts'
import type { Calendar } from '../../electron/core/calendar/working-days.ts'
import { measure } from '../../electron/core/statistics/measures.ts'
import type { MeasureName, Unit } from '../../electron/core/statistics/model.ts'
import { temporaryFolder } from '../support/folder.ts'
import { aFile, fillRegister, type HandMadeFile, openRegister } from '../support/register.ts'

// September 2023: the 4th is a Monday. No holidays here, so that every due day can be counted on the fingers.
const calendar: Calendar = { kinds: new Map(), names: new Map(), confirmedYears: new Set([2023]) }
const september = { from: '2023-09-01', to: '2023-09-30' }

let database: Database
beforeAll(() => {
  database = openRegister(temporaryFolder())
})
afterAll(() => database.close())

function register(...files: HandMadeFile[]): void {
  database.atomically(db => fillRegister(db, files, () => ({ days: 5, afterPause: 'fresh' }), calendar))
}

/** The totals that are not 0. */
function totals(
  period: { from: string; to: string },
  unit: Unit = 'files',
): Partial<Record<MeasureName, number>> {
  const measures = database.read(db => measure(db, period, unit))
  return Object.fromEntries(
    Object.entries(measures)
      .filter(([, { total }]) => total > 0)
      .map(([name, { total }]) => [name, total]),
  )
}

describe('the cases that figures.md settles', () => {
  test('a file stopped, resumed and stopped again counts twice and once', () => {
    register(
      aFile('direct', [
        [1, '2023-09-04'],
        [2, '2023-09-04'],
        [8, '2023-09-06'],
        [4, '2023-09-12'],
        [8, '2023-09-22'],
      ]),
    )
    // due the 11th, then afresh the 19th: the second stop is late
    expect(totals(september)).toEqual({
      ...{ registered: 1, received: 1, resumed: 1, stopped: 2, closed: 2, closedEarly: 1, closedLate: 1 },
    })
    expect(totals({ from: '2023-09-07', to: '2023-09-21' })).toEqual({ resumed: 1, open: 1, openOverdue: 1 })
  })

  test('finished or withdrawn after a stop without a known resumption is resumed on that day', () => {
    register(
      aFile('online', [
        [1, '2023-09-04'],
        [2, '2023-09-04'],
        [8, '2023-09-06'],
        [9, '2023-09-20'],
      ]),
      aFile('postal', [
        [1, '2023-09-04'],
        [2, '2023-09-04'],
        [8, '2023-09-06'],
        [7, '2023-09-20'],
      ]),
    )
    expect(totals({ from: '2023-09-20', to: '2023-09-20' })).toEqual({
      ...{ resumed: 2, finished: 1, withdrawn: 1, closed: 2, closedEarly: 2 },
    })
  })

  test('finished straight from a pause: the pause ends that day and the due day stays as it was', () => {
    register(
      aFile('direct', [
        [1, '2023-09-04'],
        [2, '2023-09-04'],
        [5, '2023-09-07'],
        [9, '2023-09-14'],
      ]),
    )
    expect(totals({ from: '2023-09-13', to: '2023-09-13' })).toEqual({ carriedIn: 1, open: 1, openPaused: 1 })
    // due on the 11th
    expect(totals({ from: '2023-09-14', to: '2023-09-14' })).toEqual({
      ...{ carriedIn: 1, finished: 1, closed: 1, closedLate: 1 },
    })
  })

  test('stopped before receipt and then received after all: it waited all the time', () => {
    const steps = [
      [1, '2023-09-04'],
      [5, '2023-09-05'],
      [8, '2023-09-08'],
    ] as const
    register(aFile('online', steps))
    expect(totals(september)).toEqual({ registered: 1, dropped: 1 })
    register(aFile('online', [...steps, [2, '2023-10-03']]))
    expect(totals(september)).toEqual({ registered: 1, waiting: 1 })
    expect(totals({ from: '2023-10-01', to: '2023-10-31' })).toEqual({
      ...{ waitingIn: 1, received: 1, open: 1, openOverdue: 1 },
    })
  })

  test('closed without any due day is on time, and open without one in time', () => {
    register(
      aFile('direct', [
        [1, '2023-09-04'],
        [2, '2023-09-04'],
        [9, '2023-09-28'],
      ]),
      aFile('direct', [
        [1, '2023-09-04'],
        [2, '2023-09-04'],
      ]),
    )
    database.atomically(db => db.run('UPDATE application_stretches SET due_day = NULL'))
    expect(totals(september)).toMatchObject({ closed: 1, closedOnTime: 1, open: 1, openInTime: 1 })
  })

  test('returned in an unknown way is at the counter; status 10 without a day of result is finished that day', () => {
    const steps = [
      [1, '2023-09-04'],
      [2, '2023-09-05'],
      [10, '2023-09-12'],
    ] as const
    register(aFile('online', steps), aFile('online', steps, { returnWay: 'post' }))
    expect(totals(september)).toEqual({
      ...{ registered: 2, received: 2, finished: 2, closed: 2, closedOnTime: 2 },
      ...{ returned: 2, returnedCounter: 1, returnedPost: 1 },
    })
  })

  test('a due day that comes with a list holds from the day of the event that brought it', () => {
    register(
      aFile('direct', [
        [1, '2023-09-04'],
        [2, '2023-09-04', '2023-09-06'],
        [9, '2023-09-15', '2023-09-15'],
      ]),
    )
    // overdue since the 7th, whatever the list says on the 15th
    expect(totals({ from: '2023-09-07', to: '2023-09-07' })).toEqual({
      carriedIn: 1,
      open: 1,
      openOverdue: 1,
    })
    expect(totals({ from: '2023-09-15', to: '2023-09-15' })).toMatchObject({ closed: 1, closedOnTime: 1 })
  })

  test('the same due day repeated by the list does not take back the fresh days after a stop', () => {
    register(
      aFile('direct', [
        [1, '2023-09-04'],
        [2, '2023-09-04', '2023-09-11'],
        [8, '2023-09-06'],
        [4, '2023-09-12', '2023-09-11'],
        [9, '2023-09-18', '2023-09-11'],
      ]),
    )
    // taken up on the 12th: due on the 19th; the 11th, which comes again with the result, is another day by then
    expect(totals({ from: '2023-09-17', to: '2023-09-17' })).toEqual({ carriedIn: 1, open: 1, openInTime: 1 })
    expect(totals({ from: '2023-09-18', to: '2023-09-18' })).toMatchObject({ closed: 1, closedLate: 1 })
  })

  test('a correction without an event replaces the due day from the start', () => {
    register(
      aFile('direct', [
        [1, '2023-09-04'],
        [2, '2023-09-04'],
        [9, '2023-09-15'],
        { correctedDue: '2023-09-15' },
      ]),
    )
    expect(totals({ from: '2023-09-14', to: '2023-09-14' })).toEqual({ carriedIn: 1, open: 1, openInTime: 1 })
    expect(totals({ from: '2023-09-15', to: '2023-09-15' })).toMatchObject({ closed: 1, closedOnTime: 1 })
  })
})
