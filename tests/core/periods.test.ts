import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, daysBetween, weekday } from '../../electron/core/calendar/day.ts'
import {
  calendarRule,
  daysOf,
  nextPeriod,
  type PeriodRule,
  parsePeriod,
  periodOf,
  periodTitle,
  previousPeriod,
  rangePeriod,
} from '../../electron/core/periods/period.ts'

const kinds = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const
const weekStarts = [1, 2, 3, 4, 5, 6, 7] as const
const to14: PeriodRule = { weekStart: 1, monthClosesOn14: true }
const fridays: PeriodRule = { weekStart: 5, monthClosesOn14: false }

const day = fc
  .integer({ min: 0, max: daysBetween('2019-06-01', '2031-06-30') })
  .map(n => addDays('2019-06-01', n))
const kind = fc.constantFrom(...kinds)
const rule = fc.record({ weekStart: fc.constantFrom(...weekStarts), monthClosesOn14: fc.boolean() })

describe('periods of every kind under every rule', () => {
  test('each day from 2020 to 2030 lies in exactly one period of each kind', () => {
    for (const monthClosesOn14 of [false, true]) {
      for (const weekStart of weekStarts) {
        for (const one of kinds) {
          const cut = { weekStart, monthClosesOn14 }
          let period = periodOf(one, '2020-01-01', cut)
          const ids = new Set<string>()
          while (period.from <= '2030-12-31') {
            expect(ids.has(period.id)).toBe(false)
            ids.add(period.id)
            for (const inside of daysOf(period)) {
              const found = periodOf(one, inside, cut)
              if (found.id !== period.id || found.from !== period.from || found.to !== period.to) {
                expect.fail(`${inside} lies in ${found.id} and in ${period.id}`)
              }
            }
            const next = nextPeriod(period, cut)
            if (addDays(period.to, 1) !== next.from) expect.fail(`a gap before ${next.id}`)
            period = next
          }
        }
      }
    }
  })

  test('the one before the next is the period itself, and the next of the one before', () => {
    fc.assert(
      fc.property(kind, day, rule, (one, at, cut) => {
        const period = periodOf(one, at, cut)
        expect(previousPeriod(nextPeriod(period, cut), cut)).toEqual(period)
        expect(nextPeriod(previousPeriod(period, cut), cut)).toEqual(period)
      }),
    )
  })

  test('an id names its period, and only under the rule it was made by', () => {
    fc.assert(
      fc.property(kind, day, rule, rule, (one, at, cut, other) => {
        const period = periodOf(one, at, cut)
        expect(parsePeriod(one, period.id, cut)).toEqual(period)
        const elsewhere = parsePeriod(one, period.id, other)
        if (one === 'week' && cut.weekStart !== other.weekStart) expect(elsewhere).toBeNull()
        else expect(elsewhere?.id).toBe(period.id)
      }),
    )
  })

  test('a range goes back and forth by its own length', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, more) => {
        const range = rangePeriod(from, addDays(from, more))
        expect(parsePeriod('range', range.id, calendarRule)).toEqual(range)
        expect(nextPeriod(range, calendarRule).from).toBe(addDays(range.to, 1))
        expect(previousPeriod(nextPeriod(range, calendarRule), calendarRule)).toEqual(range)
        expect(daysOf(range)).toHaveLength(more + 1)
      }),
    )
  })
})

describe('weeks', () => {
  /** ISO 8601 counted out: week 1 is the one that holds 4 January. */
  function isoWeeks(): Map<string, string> {
    const weeks = new Map<string, string>()
    for (let year = 2019; year <= 2031; year += 1) {
      let monday = `${year}-01-04`
      while (weekday(monday) !== 1) monday = addDays(monday, -1)
      for (let number = 1; number <= 53; number += 1, monday = addDays(monday, 7)) {
        // a 53rd week that is the next year's first is written over by that year
        for (let i = 0; i < 7; i += 1)
          weeks.set(addDays(monday, i), `${year}-W${String(number).padStart(2, '0')}`)
      }
    }
    return weeks
  }

  test('every day from 2020 to 2030 has its ISO week', () => {
    const weeks = isoWeeks()
    for (let at = '2020-01-01'; at <= '2030-12-31'; at = addDays(at, 1)) {
      if (periodOf('week', at, calendarRule).id !== weeks.get(at)) expect.fail(`${at} has a wrong week`)
    }
  })

  test.each([
    ['2019-12-30', '2020-W01'],
    ['2020-12-31', '2020-W53'],
    ['2021-01-03', '2020-W53'],
    ['2021-01-04', '2021-W01'],
    ['2023-01-01', '2022-W52'],
    ['2023-09-18', '2023-W38'],
    ['2024-12-30', '2025-W01'],
    ['2026-12-31', '2026-W53'],
    ['2027-01-01', '2026-W53'],
    ['2030-12-31', '2031-W01'],
  ])('%s lies in %s', (at, id) => {
    expect(periodOf('week', at, calendarRule).id).toBe(id)
  })

  test('a week that begins on another day is named by its first day', () => {
    expect(periodOf('week', '2023-09-20', fridays)).toEqual({
      kind: 'week',
      id: '2023-09-15+7',
      from: '2023-09-15',
      to: '2023-09-21',
    })
    expect(parsePeriod('week', '2023-09-14+7', fridays)).toBeNull()
    expect(parsePeriod('week', '2023-W38', fridays)).toBeNull()
    expect(parsePeriod('week', '2023-09-18+7', calendarRule)).toBeNull()
  })

  test('a week 53 that a year does not have is no week', () => {
    expect(parsePeriod('week', '2020-W53', calendarRule)?.to).toBe('2021-01-03')
    expect(parsePeriod('week', '2023-W53', calendarRule)).toBeNull()
    expect(parsePeriod('week', '2023-W00', calendarRule)).toBeNull()
  })
})

describe('months and longer', () => {
  test.each([
    ['month', '2023-09', '2023-09-01', '2023-09-30', '2023-08-15', '2023-09-14'],
    ['month', '2024-02', '2024-02-01', '2024-02-29', '2024-01-15', '2024-02-14'],
    ['month', '2023-01', '2023-01-01', '2023-01-31', '2022-12-15', '2023-01-14'],
    ['quarter', '2023-Q1', '2023-01-01', '2023-03-31', '2022-12-15', '2023-03-14'],
    ['quarter', '2023-Q3', '2023-07-01', '2023-09-30', '2023-06-15', '2023-09-14'],
    ['half', '2023-H1', '2023-01-01', '2023-06-30', '2022-12-15', '2023-06-14'],
    ['half', '2023-H2', '2023-07-01', '2023-12-31', '2023-06-15', '2023-12-14'],
    ['year', '2023', '2023-01-01', '2023-12-31', '2022-12-15', '2023-12-14'],
  ] as const)(
    '%s %s runs from %s to %s, or, closed on the 14th, from %s to %s',
    (one, id, from, to, from14, to14th) => {
      expect(parsePeriod(one, id, calendarRule)).toEqual({ kind: one, id, from, to })
      expect(parsePeriod(one, id, to14)).toEqual({ kind: one, id, from: from14, to: to14th })
    },
  )

  test('the 15th opens the next month, quarter, half and year', () => {
    expect(periodOf('month', '2023-12-14', to14).id).toBe('2023-12')
    expect(periodOf('month', '2023-12-15', to14).id).toBe('2024-01')
    expect(periodOf('year', '2023-12-15', to14).id).toBe('2024')
  })

  test.each([
    ['day', '2023-02-29'],
    ['day', '18/09/2023'],
    ['month', '2023-13'],
    ['month', '2023-9'],
    ['month', '2023-Q3'],
    ['quarter', '2023-Q5'],
    ['quarter', '2023-Q0'],
    ['quarter', '2023-Q'],
    ['half', '2023-H3'],
    ['half', '2023-Q1'],
    ['year', '23'],
    ['year', '2023 '],
    ['range', '2023-09-20..2023-09-01'],
    ['range', '2023-09-01..2023-09-31'],
    ['range', '2023-09-01'],
    ['range', '2023-09-01..2023-09-02..2023-09-03'],
    ['week', ''],
  ] as const)('no %s is called %j', (one, id) => {
    expect(parsePeriod(one, id, calendarRule)).toBeNull()
  })

  test('a range that ends before it begins is refused with words for the user', () => {
    expect(() => rangePeriod('2023-09-20', '2023-09-01')).toThrow('Chọn lại hai ngày')
  })
})

describe('titles', () => {
  test.each([
    ['day', '2023-09-18', calendarRule, 'Ngày 18/09/2023'],
    ['week', '2023-W38', calendarRule, 'Tuần 38 (18/09/2023 – 24/09/2023)'],
    ['week', '2024-W01', calendarRule, 'Tuần 1 (01/01/2024 – 07/01/2024)'],
    ['week', '2023-09-15+7', fridays, 'Tuần từ 15/09/2023 đến 21/09/2023'],
    ['month', '2023-09', calendarRule, 'Tháng 9 năm 2023'],
    ['month', '2023-09', to14, 'Tháng 9 năm 2023 (15/08/2023 – 14/09/2023)'],
    ['quarter', '2023-Q3', calendarRule, 'Quý III năm 2023'],
    ['quarter', '2023-Q4', to14, 'Quý IV năm 2023 (15/09/2023 – 14/12/2023)'],
    ['half', '2023-H1', calendarRule, '6 tháng đầu năm 2023'],
    ['half', '2023-H2', calendarRule, '6 tháng cuối năm 2023'],
    ['year', '2023', calendarRule, 'Năm 2023'],
    ['year', '2023', to14, 'Năm 2023 (15/12/2022 – 14/12/2023)'],
    ['range', '2023-09-01..2023-09-20', calendarRule, 'Từ ngày 01/09/2023 đến ngày 20/09/2023'],
    ['range', '2023-09-15..2023-09-15', calendarRule, 'Ngày 15/09/2023'],
  ] as const)('%s %s reads as it is printed', (one, id, cut, title) => {
    const period = parsePeriod(one, id, cut)
    expect(period === null ? null : periodTitle(period)).toBe(title)
  })
})
