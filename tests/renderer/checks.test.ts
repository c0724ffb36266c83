import { describe, expect, test } from 'vitest'
import { type Check, checkItems } from '../../electron/core/checks/contract.ts'
import { showBytes } from '../../renderer/attachments/attachment-words.ts'
import { countWords, stepOf, whoAndWhen } from '../../renderer/checks/check-words.ts'

const check = (about: Partial<Check> = {}): Check => ({
  ...{ item: 'photo', result: 'pending', note: null, by: null, at: null },
  ...about,
})

describe('the checks of a file', () => {
  test('are counted in words', () => {
    const checks = checkItems.map(item => check({ item }))
    expect(countWords(checks)).toBe('0/7 đạt')
    const [first, second, ...rest] = checks
    if (first === undefined || second === undefined) throw new Error('there are seven')
    expect(countWords([{ ...first, result: 'pass' }, { ...second, result: 'fail' }, ...rest])).toBe(
      '1/7 đạt, 1 không đạt',
    )
  })

  test('say by whom and when, and nothing where nobody looked', () => {
    expect(whoAndWhen(check())).toBeNull()
    expect(whoAndWhen(check({ by: 'Cán bộ thử', at: '2023-09-18T14:05:09+07:00' }))).toBe(
      'Cán bộ thử, 14:05 ngày 18/09/2023',
    )
  })

  test('are walked by arrows, which stop at the edges and leave other keys alone', () => {
    expect(stepOf('ArrowDown', { row: 0, column: 1 }, 7)).toEqual({ row: 1, column: 1 })
    expect(stepOf('ArrowRight', { row: 0, column: 2 }, 7)).toEqual({ row: 0, column: 2 })
    expect(stepOf('ArrowUp', { row: 0, column: 0 }, 7)).toEqual({ row: 0, column: 0 })
    expect(stepOf('d', { row: 0, column: 0 }, 7)).toBeNull()
  })
})

test.each([
  [87, '87 byte'],
  [2048, '2 KB'],
  [1024 * 1024, '1 MB'],
  [1_300_000, '1,2 MB'],
])('%d bytes are %s', (bytes, words) => expect(showBytes(bytes)).toBe(words))
