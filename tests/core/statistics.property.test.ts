import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../electron/core/calendar/day.ts'
import type { Calendar, HolidayKind } from '../../electron/core/calendar/working-days.ts'
import {
  calendarRule,
  daysOf,
  type Period,
  type PeriodRule,
  periodOf,
  previousPeriod,
  rangePeriod,
} from '../../electron/core/periods/period.ts'
import { byDay } from '../../electron/core/statistics/by-day.ts'
import { identities } from '../../electron/core/statistics/identities.ts'
import { measure } from '../../electron/core/statistics/measures.ts'
import { measureNames, splits, units } from '../../electron/core/statistics/model.ts'
import { split } from '../../electron/core/statistics/split.ts'
import { temporaryFolder } from '../support/folder.ts'
import { type RandomFile, randomFile } from '../support/histories.ts'
import { dueNow, type Known, type Office } from '../support/naive-figures.ts'
import { type NaiveFile, naiveMeasures } from '../support/naive-measures.ts'
import { fillRegister, openRegister } from '../support/register.ts'

const database = openRegister(temporaryFolder())
afterAll(() => database.close())

const firstDay = '2023-06-01'
const days = 240
const off = ['2023-09-01', '2023-09-04', '2024-01-01', '2024-02-08', '2024-02-09']
const worked = ['2023-08-26', '2024-02-17']

const calendar: Calendar = {
  kinds: new Map<Day, HolidayKind>([
    ...off.map(day => [day, 'holiday'] as const),
    ...worked.map(day => [day, 'swap_work'] as const),
  ]),
  names: new Map(),
  confirmedYears: new Set([2023, 2024]),
}

/** The deadline changes in mid-year, so that the rule of the right day has to be asked. */
const officeWith = (afterPause: 'fresh' | 'remaining'): Office => ({
  daysOff: new Set(off),
  saturdaysWorked: new Set(worked),
  rule: day => ({ days: day < '2023-10-10' ? 5 : 3, afterPause }),
})

const kinds = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const
const to14: PeriodRule = { weekStart: 5, monthClosesOn14: true }

type Case = {
  readonly office: Office
  readonly files: readonly RandomFile[]
  readonly day: Day
  readonly length: number
}

const cases: fc.Arbitrary<Case> = fc
  .constantFrom('fresh' as const, 'remaining' as const)
  .chain(afterPause => {
    const office = officeWith(afterPause)
    return fc.record({
      office: fc.constant(office),
      files: fc.array(randomFile(firstDay, days, office), { minLength: 1, maxLength: 120, size: 'max' }),
      day: fc.integer({ min: -20, max: days + 60 }).map(n => addDays(firstDay, n)),
      length: fc.integer({ min: 1, max: 150 }),
    })
  })

const cutsAround = ({ day, length }: Case): { readonly period: Period; readonly rule: PeriodRule }[] => [
  ...kinds.map(kind => ({ period: periodOf(kind, day, calendarRule), rule: calendarRule })),
  { period: periodOf('week', day, to14), rule: to14 },
  { period: periodOf('month', day, to14), rule: to14 },
  { period: rangePeriod(day, addDays(day, length)), rule: calendarRule },
]

const naive = (files: readonly RandomFile[]): NaiveFile[] => files.map(file => ({ ...file, ...file.known }))

function check(runs: number, seed: number, property: (given: Case) => void): void {
  fc.assert(
    fc.property(cases, given => {
      database.atomically(db => fillRegister(db, given.files, given.office.rule, calendar))
      property(given)
    }),
    { numRuns: runs, seed },
  )
}

describe('figures agree with a plain reading of the definitions, over random histories', () => {
  test('every measure of every kind of period, in files and in licences', () => {
    check(150, 1, given => {
      const files = naive(given.files)
      for (const { period } of cutsAround(given)) {
        for (const unit of units) {
          const measures = database.read(db => measure(db, period, unit))
          expect({ period, unit, measures }).toEqual({
            period,
            unit,
            measures: naiveMeasures(files, period, unit),
          })
        }
      }
    })
  })

  test('the days that the register shows of each file', () => {
    check(40, 5, given => {
      const rows = database.read(db =>
        db.rows(
          `SELECT registered_day AS registeredAt, received_day AS receivedAt, refused_day AS refusedAt,
             dropped_day AS droppedAt, finished_day AS finishedAt, withdrawn_day AS withdrawnAt, stopped_day AS stoppedAt,
             returned_day AS returnedAt, closed_day AS closedOn, due_day AS dueOn, paused_day AS pausedSince
           FROM applications ORDER BY id`,
        ),
      )
      expect(rows).toEqual(given.files.map(({ known }) => shown(known)))
    })
  })

  test('every identity holds, and a period begins with what the one before ended with', () => {
    check(60, 2, given => {
      for (const { period, rule } of cutsAround(given)) {
        const [measures, previous] = database.read(db => [
          measure(db, period, 'files'),
          measure(db, previousPeriod(period, rule), 'files'),
        ])
        expect(identities(measures, previous.open)).toEqual([])
        expect(previous.waiting).toEqual(measures.waitingIn)
      }
    })
  })

  test('every day of a period, days without anything included', () => {
    check(40, 3, given => {
      const files = naive(given.files)
      for (const kind of ['week', 'month'] as const) {
        const period = periodOf(kind, given.day, calendarRule)
        for (const unit of units) {
          const expected = daysOf(period).map(day => {
            const { registered, received, finished, returned } = naiveMeasures(
              files,
              { from: day, to: day },
              unit,
            )
            return { day, registered, received, finished, returned }
          })
          expect(database.read(db => byDay(db, period, unit))).toEqual(expected)
        }
      }
    })
  })

  test('every split gives each group its own files, and its groups sum to the whole', () => {
    check(40, 4, given => {
      const period = periodOf('month', given.day, calendarRule)
      for (const by of splits) {
        for (const unit of units) {
          const [groups, whole] = database.read(db => [
            split(db, period, unit, by),
            measure(db, period, unit),
          ])
          for (const group of groups) {
            const own = given.files.filter(({ traits }) => (traits[by] ?? null) === keyOf(by, group.key))
            expect({ by, key: group.key, measures: group.measures }).toEqual({
              by,
              key: group.key,
              measures: naiveMeasures(naive(own), period, unit),
            })
          }
          for (const name of measureNames) {
            for (const part of ['total', 'online', 'direct', 'postal'] as const) {
              const sum = groups.reduce((total, { measures }) => total + measures[name][part], 0)
              expect({ by, name, part, sum }).toEqual({ by, name, part, sum: whole[name][part] })
            }
          }
        }
      }
    })
  })
})

/** What stands at the end of the history: an earlier stop that was taken up again is gone. */
function shown(known: Known) {
  const last = known.turns.at(-1)?.closes === true ? known.closings.at(-1) : undefined
  const dayOf = (kind: string) => (last?.kind === kind ? last.day : null)
  return {
    registeredAt: known.registeredAt,
    receivedAt: known.receivedAt,
    refusedAt: known.refusedAt,
    droppedAt: known.droppedAt,
    finishedAt: dayOf('finished'),
    withdrawnAt: dayOf('withdrawn'),
    stoppedAt: dayOf('stopped'),
    returnedAt: known.returnedAt,
    closedOn: last?.day ?? null,
    dueOn: dueNow(known),
    pausedSince: known.pauses.find(({ to }) => to === null)?.from ?? null,
  }
}

const keyOf = (by: string, key: string | null) => (by === 'team' && key !== null ? Number(key) : key)
