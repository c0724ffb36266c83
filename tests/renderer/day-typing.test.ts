import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, showDay } from '../../electron/core/calendar/day.ts'
import { readDay, showTyped, stepDay } from '../../renderer/ui/day-text.ts'

const now = '2023-09-20'

describe('a day as it is typed', () => {
  test.each([
    ['180923', '2023-09-18'],
    ['18092023', '2023-09-18'],
    ['1809', '2023-09-18'],
    ['18/9', '2023-09-18'],
    ['18/09/23', '2023-09-18'],
    ['18.9.2023', '2023-09-18'],
    ['18-09-2023', '2023-09-18'],
    ['18 9 2023', '2023-09-18'],
    [' 18/09/2023 ', '2023-09-18'],
    ['2023-09-18', '2023-09-18'],
    ['h', now],
    ['H', now],
    ['29/02/2024', '2024-02-29'],
  ])('%j is the day %s', (typed, day) => {
    expect(readDay(typed, now)).toBe(day)
  })

  test.each([
    '',
    '18',
    '1',
    '32/01/2023',
    '29/02/2023',
    '18/13',
    '180',
    '18/09/202',
    'hôm nay',
    '00/00/0000',
  ])('%j is no day', typed => {
    expect(readDay(typed, now)).toBeNull()
  })

  test('two digits of a year are the near century, and for a birth day never after today', () => {
    expect(readDay('010130', now)).toBe('2030-01-01')
    expect(readDay('010185', now)).toBe('1985-01-01')
    expect(readDay('010130', now, { past: true })).toBe('1930-01-01')
    expect(readDay('200923', now, { past: true })).toBe('2023-09-20')
    expect(readDay('210923', now, { past: true })).toBe('1923-09-21')
  })

  test('a year alone is read only where that is enough', () => {
    expect(readDay('1985', now, { yearOnly: true, past: true })).toBe('1985')
    expect(readDay('1985', now)).toBeNull()
    expect(showTyped('1985')).toBe('1985')
  })

  test('what the field shows is read back as the same day', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40_000, max: 20_000 }), offset => {
        const day = addDays(now, offset)
        expect(readDay(showDay(day), now)).toBe(day)
        expect(readDay(showDay(day).replaceAll('/', ''), now)).toBe(day)
      }),
    )
  })

  test('the arrows go one day on or back, over the end of a month, and start from today', () => {
    expect(stepDay('30/09/2023', 1, now)).toBe('2023-10-01')
    expect(stepDay('01/03/2024', -1, now)).toBe('2024-02-29')
    expect(stepDay('', 1, now)).toBe(now)
    expect(stepDay('gì đó', -1, now)).toBe(now)
  })

  test('what cannot be read stays as it was typed', () => {
    expect(showTyped('31/02')).toBe('31/02')
    expect(showTyped(null)).toBe('')
    expect(showTyped('2023-09-18')).toBe('18/09/2023')
  })
})
