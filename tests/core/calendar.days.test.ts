import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  addDays,
  dayOf,
  daysBetween,
  isDay,
  nowInVietnam,
  showDay,
  weekday,
} from '../../electron/core/calendar/day.ts'

/** Zones with their offset on 18/09/2023, in minutes behind UTC. */
const zones = [
  ['America/Los_Angeles', 420],
  ['Asia/Ho_Chi_Minh', -420],
  ['Pacific/Kiritimati', -840],
] as const

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const leap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

/** Every day from 1890 to 2120, counted out on the fingers. */
function countedOut(): string[] {
  const days: string[] = []
  for (let year = 1890; year <= 2120; year += 1) {
    for (const [month, length] of lengths.entries()) {
      for (let date = 1; date <= length + (month === 1 && leap(year) ? 1 : 0); date += 1) {
        days.push(`${year}-${String(month + 1).padStart(2, '0')}-${String(date).padStart(2, '0')}`)
      }
    }
  }
  return days
}

const days = countedOut()
const position = fc.integer({ min: 0, max: days.length - 1 })
const at = (index: number): string => days[index] ?? ''

describe.each(zones)('on a computer set to %s', (zone, offset) => {
  const before = process.env.TZ
  beforeAll(() => {
    process.env.TZ = zone
  })
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  test('the zone of the test is really in force', () => {
    expect(new Date(2023, 8, 18).getTimezoneOffset()).toBe(offset)
  })

  test('every day of two centuries follows the one before, on the next day of the week', () => {
    const monday = days.indexOf('2023-09-18')
    for (const [index, day] of days.entries()) {
      if (!isDay(day) || addDays(at(0), index) !== day) expect.fail(`${day} is not day ${index}`)
      if (weekday(day) !== ((((index - monday) % 7) + 7) % 7) + 1)
        expect.fail(`${day} falls on the wrong weekday`)
      if (index > 0 && addDays(day, -1) !== at(index - 1)) expect.fail(`${day} follows a wrong day`)
      if (index > 0 && addDays(at(index - 1), 1) !== day) expect.fail(`${day} does not follow the day before`)
    }
  })

  test('adding and counting days agree, both ways', () => {
    fc.assert(
      fc.property(position, position, (a, b) => {
        expect(addDays(at(a), b - a)).toBe(at(b))
        expect(daysBetween(at(a), at(b))).toBe(b - a)
      }),
      { numRuns: 2000 },
    )
  })

  test('a moment belongs to its day in Việt Nam, whatever offset it is written with', () => {
    expect(dayOf('2023-09-18T23:59:59+07:00')).toBe('2023-09-18')
    expect(dayOf('2023-09-18T00:00:00+07:00')).toBe('2023-09-18')
    expect(dayOf('2023-09-18T16:59:59Z')).toBe('2023-09-18')
    expect(dayOf('2023-09-18T17:00:00Z')).toBe('2023-09-19')
    expect(dayOf('2023-12-31T17:00:00.000Z')).toBe('2024-01-01')
    expect(dayOf('2023-09-18T10:00-07:00')).toBe('2023-09-19')
    expect(dayOf('2023-09-18T01:30:00+14:00')).toBe('2023-09-17')
  })

  test('the present moment is written in Vietnamese time and keeps its day', () => {
    expect(nowInVietnam(Date.UTC(2026, 10, 23, 7, 5, 9))).toBe('2026-11-23T14:05:09+07:00')
    fc.assert(
      fc.property(fc.integer({ min: 0, max: Date.UTC(2100, 0, 1) }), ms => {
        const moment = nowInVietnam(ms)
        expect(Math.floor(ms / 1000)).toBe(Date.parse(moment) / 1000)
        expect(dayOf(moment)).toBe(dayOf(new Date(ms).toISOString()))
      }),
    )
  })
})

describe('what a day is', () => {
  test.each([
    ...['2023-02-29', '1900-02-29', '2023-04-31', '2023-13-01', '2023-00-10', '2023-09-00', '2023-09-32'],
    ...[
      '2023-9-18',
      '18/09/2023',
      '2023-09-18T00:00',
      ' 2023-09-18',
      '2023-09-18 ',
      '0999-01-01',
      '',
      '2023-09',
    ],
  ])('%j is no day', text => {
    expect(isDay(text)).toBe(false)
  })

  test.each(['2024-02-29', '2000-02-29', '2023-12-31', '1950-01-01'])('%s is a day', text => {
    expect(isDay(text)).toBe(true)
  })

  test('a moment without an offset belongs to no place and is refused', () => {
    for (const text of [
      '2023-09-18T10:00:00',
      '2023-09-18',
      '18/09/2023 10:00',
      '2023-09-18T25:00:00Z',
      '',
    ]) {
      expect(() => dayOf(text)).toThrow(RangeError)
    }
  })

  test('a day is shown as dd/mm/yyyy with its zeros', () => {
    expect(showDay('2023-09-05')).toBe('05/09/2023')
  })
})
