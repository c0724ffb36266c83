import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, weekday } from '../../electron/core/calendar/day.ts'
import {
  addWorkingDays,
  type Calendar,
  earliestWithin,
  explainDeadline,
  type HolidayKind,
  isConfirmed,
  isWorkingDay,
  workingDaysBetween,
} from '../../electron/core/calendar/working-days.ts'

function rows(path: string): string[][] {
  const text = readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
  const cells = (line: string) =>
    [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(m => m[1] ?? m[2] ?? '')
  return text.trim().split('\n').slice(1).map(cells)
}

const holidays = rows('resources/catalogue/holidays.csv')
const office: Calendar = {
  kinds: new Map(holidays.map(([day = '', , kind]) => [day, kind as HolidayKind])), // the file holds these four only
  names: new Map(holidays.map(([day = '', name = '']) => [day, name])),
  confirmedYears: new Set([2023, 2024, 2025, 2026]),
}
const weekdayNames = ['T2', 'T3', 'T4', 'T5', 'T6', 'T7', 'CN']

describe('deadlines by the catalogue of 2023 to 2026', () => {
  const examples = rows('tests/samples/deadline-examples.csv')

  test('there are 18 worked examples', () => {
    expect(examples).toHaveLength(18)
  })

  test.each(examples)(
    'received %s (%s) + %s working days is %s (%s): %s',
    (received, day, n, due, dueDay) => {
      expect(weekdayNames[weekday(received ?? '') - 1]).toBe(day)
      expect(addWorkingDays(received ?? '', Number(n), office)).toBe(due)
      expect(weekdayNames[weekday(due ?? '') - 1]).toBe(dueDay)
      expect(workingDaysBetween(received ?? '', due ?? '', office)).toBe(Number(n))
    },
  )

  test.each([
    [2023, 249],
    [2024, 251],
    [2025, 250],
    [2026, 249],
  ])('%i has %i working days', (year, count) => {
    expect(workingDaysBetween(`${year - 1}-12-31`, `${year}-12-31`, office)).toBe(count)
  })

  test('a Saturday worked instead counts, a Friday swapped off does not', () => {
    expect(isWorkingDay('2025-04-26', office)).toBe(true)
    expect(isWorkingDay('2025-05-02', office)).toBe(false)
    expect(isWorkingDay('2025-05-03', office)).toBe(false)
    expect(isWorkingDay('2025-05-05', office)).toBe(true)
  })

  test('no working day left means due on the day itself, even on a day off', () => {
    expect(addWorkingDays('2023-09-02', 0, office)).toBe('2023-09-02')
  })

  test('half a day or a negative number of days is a mistake of the caller', () => {
    expect(() => addWorkingDays('2023-09-05', -1, office)).toThrow(RangeError)
    expect(() => addWorkingDays('2023-09-05', 1.5, office)).toThrow(RangeError)
  })

  test('a deadline that reaches into a year not decided is computed, and known as such', () => {
    const due = addWorkingDays('2026-12-29', 5, office)
    expect(due).toBe('2027-01-05')
    expect(isConfirmed('2026-12-29', due, office)).toBe(false)
    expect(isConfirmed('2023-12-29', '2024-01-08', office)).toBe(true)
  })
})

describe('why this day', () => {
  test('each day from the receipt to the due day says why it counts or not', () => {
    expect(explainDeadline('2023-08-31', 2, office)).toEqual([
      { day: '2023-08-31', counted: null, why: 'Ngày bắt đầu, không tính' },
      { day: '2023-09-01', counted: null, why: 'Quốc khánh (ngày liền kề)' },
      { day: '2023-09-02', counted: null, why: 'Quốc khánh' },
      { day: '2023-09-03', counted: null, why: 'Chủ nhật' },
      { day: '2023-09-04', counted: null, why: 'Nghỉ bù Quốc khánh' },
      { day: '2023-09-05', counted: 1, why: 'Ngày làm việc thứ 1' },
      { day: '2023-09-06', counted: 2, why: 'Ngày làm việc thứ 2' },
    ])
  })

  test('a Saturday worked instead says for which day', () => {
    expect(explainDeadline('2024-05-03', 1, office).at(-1)).toEqual({
      day: '2024-05-04',
      counted: 1,
      why: 'Ngày làm việc thứ 1: Làm bù cho ngày 29/4/2024 (thứ Bảy)',
    })
  })

  test('the explanation ends on the due day with the last number', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1400 }), fc.integer({ min: 1, max: 30 }), (offset, n) => {
        const from = addDays('2023-01-01', offset)
        const reasons = explainDeadline(from, n, office)
        expect(reasons.at(-1)?.day).toBe(addWorkingDays(from, n, office))
        expect(reasons.filter(reason => reason.counted !== null).map(reason => reason.counted)).toEqual(
          Array.from({ length: n }, (_, i) => i + 1),
        )
      }),
    )
  })
})

describe('for any catalogue', () => {
  const kind = fc.constantFrom<HolidayKind>('holiday', 'compensatory', 'swap_off', 'swap_work')
  const anyDay = fc.integer({ min: 0, max: 200 }).map(offset => addDays('2023-11-20', offset))
  const anyCalendar = fc
    .array(fc.tuple(anyDay, kind), { maxLength: 60 })
    .map((marks): Calendar => ({ kinds: new Map(marks), names: new Map(), confirmedYears: new Set() }))

  /** Day by day, the slow way. */
  function counted(after: string, upTo: string, calendar: Calendar): number {
    let count = 0
    for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1))
      count += isWorkingDay(day, calendar) ? 1 : 0
    return count
  }

  test('counting by weeks gives what counting day by day gives', () => {
    fc.assert(
      fc.property(anyDay, anyDay, anyCalendar, (a, b, calendar) => {
        expect(workingDaysBetween(a, b, calendar)).toBe(counted(a, b, calendar))
      }),
      { numRuns: 3000 },
    )
  })

  test('the earliest day within n working days is the first from which no more lie', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(12), anyCalendar, (upTo, n, calendar) => {
        const first = earliestWithin(upTo, n, calendar)
        expect(counted(first, upTo, calendar)).toBeLessThanOrEqual(n)
        expect(counted(addDays(first, -1), upTo, calendar)).toBe(n + 1)
      }),
    )
  })

  test('the nth working day is a working day, and n of them lie up to it', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), anyCalendar, (day, n, calendar) => {
        const due = addWorkingDays(day, n, calendar)
        expect(isWorkingDay(due, calendar)).toBe(true)
        expect(counted(day, due, calendar)).toBe(n)
      }),
      { numRuns: 2000 },
    )
  })
})
