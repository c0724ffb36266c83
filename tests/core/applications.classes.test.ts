import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkAge, parseClasses, regimeOn } from '../../electron/core/applications/classes.ts'

const catalogue = readFileSync(
  new URL('../../resources/catalogue/licence-classes.csv', import.meta.url),
  'utf8',
)
const classesOf = (law: string): string[] =>
  catalogue
    .split('\n')
    .filter(line => line.startsWith(law))
    .map(line => line.split(',')[1] ?? '')
const of2008 = new Set(classesOf('Luật GTĐB 2008'))
const of2024 = new Set(classesOf('Luật TTATGTĐB'))

const refused = (code: string) => ({
  value: null,
  findings: [expect.objectContaining({ level: 'error', code })],
})

describe('licence classes', () => {
  test('the catalogue has 13 classes of 2008 and 15 of 2024', () => {
    expect(of2008.size).toBe(13)
    expect(of2024.size).toBe(15)
  })

  test.each([
    ...[
      'A1, B2',
      'A1,B2',
      'A1;B2',
      'A1/B2',
      'A1+B2',
      'A1 B2',
      'B2, A1',
      'a1 , b2',
      'A1\nB2',
      'A1,, B2;',
      'B2 A1 B2',
    ],
    ...['\u00A0A1\u00A0+\u00A0B2'],
  ])('%j reads as A1, B2', text => {
    expect(parseClasses(text, of2008)).toEqual({ value: 'A1, B2', findings: [] })
  })

  test('every choice of classes, in any order and with any separator, has one way to be written', () => {
    for (const known of [of2008, of2024]) {
      const choice = fc.shuffledSubarray([...known], { minLength: 1 })
      fc.assert(
        fc.property(choice, fc.constantFrom(', ', ';', ' / ', '+', '  '), (classes, separator) => {
          const read = parseClasses(classes.join(separator), known).value
          expect(read).toBe([...classes].sort().join(', '))
          expect(parseClasses(read ?? '', known).value).toBe(read)
        }),
      )
    }
  })

  test('a class the law does not know is refused, even beside one it knows', () => {
    expect(parseClasses('Z9', of2008)).toEqual(refused('classes-unknown'))
    expect(parseClasses('A1, Z9', of2008)).toEqual(refused('classes-unknown'))
    expect(parseClasses('B2', of2024)).toEqual(refused('classes-unknown'))
    expect(parseClasses('C1', of2008)).toEqual(refused('classes-unknown'))
    expect(parseClasses('C1', of2024).value).toBe('C1')
  })

  test('separators alone are no class, and an empty cell says nothing', () => {
    expect(parseClasses(' , ;', of2008)).toEqual(refused('classes-form'))
    expect(parseClasses(' \u200B', of2008)).toEqual({ value: null, findings: [] })
  })

  test('the law changes with the year 2025', () => {
    expect(regimeOn('2023-09-18')).toBe('2008')
    expect(regimeOn('2024-12-31')).toBe('2008')
    expect(regimeOn('2025-01-01')).toBe('2024')
  })
})

describe('the age for a class', () => {
  test('on the birthday itself the person is old enough, the day before only a warning is given', () => {
    expect(checkAge('2005-09-18', 18, '2023-09-18')).toEqual([])
    expect(checkAge('2005-09-19', 18, '2023-09-18')).toEqual([
      expect.objectContaining({ field: 'birthDay', code: 'under-age', level: 'warning' }),
    ])
  })

  test('somebody born on 29 February is of age on 1 March', () => {
    expect(checkAge('2004-02-29', 18, '2022-02-28')).toHaveLength(1)
    expect(checkAge('2004-02-29', 18, '2022-03-01')).toEqual([])
  })

  test('what is not known is not judged', () => {
    expect(checkAge(null, 18, '2023-09-18')).toEqual([])
    expect(checkAge('2015-01-01', null, '2023-09-18')).toEqual([])
    expect(checkAge('2015-01-01', 18, null)).toEqual([])
  })
})
