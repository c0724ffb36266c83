import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays, type Day } from '../../electron/core/calendar/day.ts'
import { countFamilies, measure } from '../../electron/core/statistics/measures.ts'
import { type Member, type MemberName, members } from '../../electron/core/statistics/members.ts'
import {
  type Count,
  measureNames,
  noCount,
  postNames,
  splits,
  type Unit,
  units,
} from '../../electron/core/statistics/model.ts'
import { postFamilies } from '../../electron/core/statistics/post.ts'
import { split } from '../../electron/core/statistics/split.ts'
import { temporaryFolder } from '../support/folder.ts'
import { randomFile, withPostedDay } from '../support/histories.ts'
import { aFile, fillRegister, openRegister } from '../support/register.ts'

const database = openRegister(temporaryFolder())
afterAll(() => database.close())

const firstDay = '2023-08-01'
const office = {
  daysOff: new Set<string>(),
  saturdaysWorked: new Set<string>(),
  rule: () => ({ days: 5, afterPause: 'fresh' as const }),
}
const calendar = { kinds: new Map(), names: new Map(), confirmedYears: new Set([2023, 2024]) }

const cases = fc.record({
  files: fc.array(withPostedDay(randomFile(firstDay, 90, office)), {
    minLength: 1,
    maxLength: 80,
    size: 'max',
  }),
  from: fc.nat(110).map((n): Day => addDays(firstDay, n)),
  length: fc.nat(60),
})

/** Sums over members, by hand. */
function summed<Name extends MemberName>(
  of: readonly Member[],
  unit: Unit,
  names: readonly Name[],
): Record<Name, Count> {
  const sums = Object.fromEntries(names.map(name => [name, { ...noCount }])) as Record<
    Name,
    { -readonly [K in keyof Count]: number }
  > // one for every name
  for (const { measures, channel, licences } of of) {
    for (const name of names.filter(each => measures.includes(each))) {
      const weight = unit === 'files' ? 1 : licences
      sums[name][channel] += weight
      sums[name].total += weight
    }
  }
  return sums
}

describe('which file stands in which figure', () => {
  test('counts over the members are every measure, in files and licences, by channel and in every split', () => {
    fc.assert(
      fc.property(cases, ({ files, from, length }) => {
        database.atomically(db => fillRegister(db, files, office.rule, calendar))
        const period = { from, to: addDays(from, length) }
        database.read(db => {
          const all = members(db, period)
          for (const unit of units) {
            expect(summed(all, unit, measureNames)).toEqual(measure(db, period, unit))
            for (const by of splits) {
              const groups = split(db, period, unit, by)
              for (const { key, measures } of groups)
                expect(
                  summed(
                    all.filter(({ groups: own }) => own[by] === key),
                    unit,
                    measureNames,
                  ),
                ).toEqual(measures)
              const keys = new Set(groups.map(({ key }) => key))
              expect(all.filter(({ groups: own }) => !keys.has(own[by]))).toEqual([])
            }
          }
        })
      }),
      { numRuns: 60, seed: 7 },
    )
  })

  test('counts over the members are what the post had and delivered, which balances by itself', () => {
    fc.assert(
      fc.property(cases, fc.constantFrom(...units), ({ files, from, length }, unit) => {
        database.atomically(db => fillRegister(db, files, office.rule, calendar))
        const period = { from, to: addDays(from, length) }
        database.read(db => {
          const all = members(db, period, postFamilies(period))
          const counted = (by: 'team' | null) =>
            countFamilies({ db, unit, by }, postFamilies(period), postNames)
          const whole = summed(all, unit, postNames)
          expect(counted(null).get(null)).toEqual(whole)
          const { postCarriedIn, handedOver, delivered, withPost } = whole
          expect(postCarriedIn.total + handedOver.total).toBe(delivered.total + withPost.total)
          for (const [key, counts] of counted('team')) {
            const own = all.filter(({ groups }) => groups.team === key)
            expect(counts).toEqual(summed(own, unit, postNames))
          }
        })
      }),
      { numRuns: 60, seed: 9 },
    )
  })

  test('10 000 files of a month are listed within a second', () => {
    const files = Array.from({ length: 10_000 }, (_, at) =>
      aFile('online', [
        [1, addDays('2023-09-01', at % 30)],
        [2, addDays('2023-09-01', at % 30)],
        [9, addDays('2023-09-03', at % 30)],
      ]),
    )
    database.atomically(db => fillRegister(db, files, office.rule, calendar))
    const started = performance.now()
    const found = database.read(db => members(db, { from: '2023-09-01', to: '2023-09-30' }))
    expect(performance.now() - started).toBeLessThan(1000)
    expect(new Set(found.map(({ applicationId }) => applicationId)).size).toBe(10_000)
  })
})
