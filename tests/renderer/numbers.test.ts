import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  readDecimal,
  readNumber,
  showDecimal,
  showNumber,
  showPercent,
} from '../../renderer/ui/number-text.ts'

test('numbers are written with dots between thousands and a comma before decimals', () => {
  expect(showNumber(0)).toBe('0')
  expect(showNumber(1234)).toBe('1.234')
  expect(showNumber(1234567)).toBe('1.234.567')
  expect(showNumber(-1234)).toBe('−1.234')
  expect(showDecimal(1234.5, 1)).toBe('1.234,5')
  expect(showDecimal(8.374, 1)).toBe('8,4')
})

test('a half is rounded away from zero', () => {
  expect(showDecimal(0.25, 1)).toBe('0,3')
  expect(showDecimal(1.005, 2)).toBe('1,01')
  expect(showDecimal(-0.25, 1)).toBe('−0,3')
  expect(showDecimal(9.95, 1)).toBe('10,0')
})

test('a percentage without a divisor is a dash, never nought', () => {
  expect(showPercent(null)).toBe('–')
  expect(showPercent(8.37)).toBe('8,4\u00a0%')
})

test('what is shown is read back as the same number', () => {
  fc.assert(
    fc.property(fc.nat(), number => {
      expect(readNumber(showNumber(number))).toBe(number)
      expect(readNumber(String(number))).toBe(number)
    }),
  )
})

test('a dot is only read between thousands, a comma only before decimals', () => {
  expect(readNumber('1.23')).toBeNull()
  expect(readNumber('12a')).toBeNull()
  expect(readNumber('')).toBeNull()
  expect(readDecimal('10,5')).toBe(10.5)
  expect(readDecimal('1.234,25')).toBe(1234.25)
  expect(readDecimal('10,')).toBeNull()
  expect(readDecimal('1,2,3')).toBeNull()
})
