import { expect, test } from 'vitest'
import {
  cellText,
  dayInWords,
  documentNumber,
  placeAndDate,
  showInteger,
  showPercent,
} from '../../electron/core/reports/number-text.ts'

test('thousands are grouped by dots', () => {
  expect([0, 999, 1000, 1_234_567, -1234].map(showInteger)).toEqual([
    '0',
    '999',
    '1.000',
    '1.234.567',
    '-1.234',
  ])
})

test('a difference bears its sign, and none where nothing differs', () => {
  const shown = [1234, 0, -7].map(value => cellText({ value }, 'difference'))
  expect(shown).toEqual(['+1.234', '0', '-7'])
})

test('a percentage is rounded once, half away from zero, from its exact counts', () => {
  const shown = (numerator: number, denominator: number) => showPercent({ numerator, denominator })
  expect(shown(19, 268)).toBe('7,1\u00a0%')
  expect(shown(14, 200)).toBe('7,0\u00a0%')
  // As fractions of 2 these three lie just below the half: rounding the quotient would lose a tenth.
  expect(shown(141, 2000)).toBe('7,1\u00a0%')
  expect(shown(1, 16)).toBe('6,3\u00a0%')
  expect(shown(-1, 16)).toBe('-6,3\u00a0%')
  expect(shown(999_500, 10_000)).toBe('9.995,0\u00a0%')
  expect(shown(999, 10_000)).toBe('10,0\u00a0%')
})

test('no divisor, no percentage: a dash, never 0 and never 100', () => {
  expect(showPercent({ numerator: 0, denominator: 0 })).toBe('–')
  expect(showPercent(null)).toBe('–')
})

test('a day below 10 gets its zero, a month only when it is January or February', () => {
  expect(dayInWords('2023-01-05')).toBe('ngày 05 tháng 01 năm 2023')
  expect(dayInWords('2023-02-28')).toBe('ngày 28 tháng 02 năm 2023')
  expect(dayInWords('2023-03-09')).toBe('ngày 09 tháng 3 năm 2023')
  expect(placeAndDate('Kiên Giang', '2023-12-24')).toBe('Kiên Giang, ngày 24 tháng 12 năm 2023')
})

test('a number below 10 gets its zero, and a number not yet given gets room', () => {
  expect(documentNumber('5', 'BC-SGTVT')).toBe('Số: 05/BC-SGTVT')
  expect(documentNumber('128', 'BC-SGTVT')).toBe('Số: 128/BC-SGTVT')
  expect(documentNumber(null, 'BC-SGTVT')).toBe(`Số: ${'\u00a0'.repeat(8)}/BC-SGTVT`)
  expect(documentNumber('  ', 'BC-SGTVT')).toBe(`Số: ${'\u00a0'.repeat(8)}/BC-SGTVT`)
})
