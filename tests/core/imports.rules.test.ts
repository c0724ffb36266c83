import { describe, expect, test } from 'vitest'
import type { ListValues } from '../../electron/core/imports/list-row.ts'
import { checkRow, impliedStatus } from '../../electron/core/imports/row-rules.ts'

const today = '2026-11-23'

describe('values of a row against each other', () => {
  const at = (day: string) => ({ day, time: null })
  const good: ListValues = {
    status: 10,
    registeredAt: at('2023-06-26'),
    receivedAt: at('2023-06-26'),
    dueDay: '2023-07-03',
    finishedAt: at('2023-06-30'),
    returnedAt: at('2023-07-03'),
    statusDay: at('2023-07-03'),
  }
  const said = (values: ListValues) =>
    checkRow(values, [], today).map(problem => `${problem.level} ${problem.field} ${problem.code}`)
  const without = (...fields: (keyof ListValues)[]): ListValues =>
    Object.fromEntries(Object.entries(good).filter(([field]) => !fields.some(one => one === field)))

  test('a row in order raises nothing, not even when times differ within a day', () => {
    expect(said(good)).toEqual([])
    const minutes = {
      ...good,
      registeredAt: { day: '2023-06-26', time: '15:45' },
      receivedAt: { day: '2023-06-26', time: '15:44' },
    }
    expect(said(minutes)).toEqual([])
  })

  test.each<[string, ListValues, string[]]>([
    ['due before receipt', { ...good, dueDay: '2023-06-25' }, ['error dueDay due-before-received']],
    [
      'received before registered',
      { ...good, registeredAt: at('2023-06-27') },
      ['error receivedAt received-before-registered'],
    ],
    [
      'result before receipt',
      { ...good, finishedAt: at('2023-06-25') },
      ['error finishedAt finished-before-received'],
    ],
    [
      'returned before result',
      { ...good, returnedAt: at('2023-06-29') },
      ['error returnedAt returned-before-finished'],
    ],
    ['a day in the future', { ...good, returnedAt: at('2026-11-24') }, ['error returnedAt in-future']],
    ['status below its days', { ...good, status: 4 }, ['error status status-below-days']],
    [
      'refused and yet received',
      { ...without('finishedAt', 'returnedAt'), status: 3 },
      ['error status status-below-days'],
    ],
    ['no status', without('status'), ['warning status status-missing']],
    [
      'an early day of a file that ended',
      { ...without('finishedAt', 'returnedAt'), status: 7, statusDay: at('2023-06-01') },
      ['error statusDay status-day-early'],
    ],
  ])('%s', (_, values, expected) => {
    expect(said(values)).toEqual(expected)
  })

  test('a value that could not be read gives one reason, not two', () => {
    const unread = [{ field: 'finishedAt', code: 'not-a-date', level: 'error', message: '' }] as const
    expect(checkRow(without('finishedAt'), unread, today)).toEqual([])
  })

  test('a missing status follows from the days', () => {
    expect(
      [
        good,
        without('returnedAt'),
        without('returnedAt', 'finishedAt'),
        { registeredAt: at('2023-06-26') },
      ].map(impliedStatus),
    ).toEqual([10, 9, 2, 1])
  })
})
