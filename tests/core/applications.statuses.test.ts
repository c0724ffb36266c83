import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import {
  allowedMoves,
  isPause,
  isStatus,
  moveNames,
  moveOf,
  moves,
  type Status,
  statuses,
  statusNames,
} from '../../electron/core/applications/statuses.ts'

const catalogue = readFileSync(new URL('../../resources/catalogue/statuses.csv', import.meta.url), 'utf8')

/** Cells of one line; quoted ones may hold commas. */
const cells = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')

const [head = [], ...rows] = catalogue
  .trim()
  .split('\n')
  .map(line => cells(line.trim()))
const column = (row: readonly string[], name: string) => row[head.indexOf(name)] ?? ''
const national = rows.map(row => ({
  code: Number(column(row, 'code')),
  name: column(row, 'name'),
  state: column(row, 'state'),
  next: column(row, 'typical_next_codes')
    .split(';')
    .filter(code => code !== '')
    .map(Number),
}))

/** Where the moves lead from a status, before or after receipt. */
const nextOf = (status: Status): number[] =>
  [
    ...new Set([...allowedMoves(status, false), ...allowedMoves(status, true)].map(({ to }) => Number(to))),
  ].sort((a, b) => a - b)

/** Where the table leads further than the catalogue's "typical" next statuses, and why. */
const further: Readonly<Record<number, { to: readonly number[]; why: string }>> = {
  5: { to: [3], why: 'a file not yet received is refused when what was asked for does not come' },
  6: { to: [3], why: 'as 5, when the fee is not paid' },
  8: { to: [2], why: 'figures.md §8 case 3: stopped before receipt and received after all' },
}

describe('the table of statuses and moves', () => {
  test('every move name stands in the table once', () => {
    expect(moves.map(({ name }) => name).sort()).toEqual([...moveNames].sort())
    expect(new Set(moveNames).size).toBe(moveNames.length)
    for (const name of moveNames) expect(moveOf[name].name).toBe(name)
  })

  test('every label is said once', () => {
    expect(new Set(moves.map(({ label }) => label)).size).toBe(moves.length)
  })

  test('the ten statuses bear the names of the national list', () => {
    expect(national.map(({ code, name }) => [code, name])).toEqual(
      statuses.map(status => [status, statusNames[status]]),
    )
  })

  test.each(statuses)('from status %i the moves lead where the catalogue says', status => {
    const said = national.find(({ code }) => code === status)?.next ?? []
    expect(nextOf(status)).toEqual([...said, ...(further[status]?.to ?? [])].sort((a, b) => a - b))
  })

  test('refused, withdrawn and handed-over files are final, as the catalogue says', () => {
    const final = national.filter(({ state }) => state === 'final').map(({ code }) => code)
    expect(final).toEqual([3, 7, 10])
    expect(statuses.filter(status => nextOf(status).length === 0)).toEqual(final)
  })

  test('only 5 and 6 stand the clock still', () => {
    expect(statuses.filter(isPause)).toEqual([5, 6])
  })

  test('before receipt a file is never processed, finished, reopened or returned', () => {
    for (const status of statuses) {
      const names = allowedMoves(status, false).map(({ name }) => name)
      expect(
        names.filter(name => ['process', 'continue', 'finish', 'reopen', 'return'].includes(name)),
      ).toEqual([])
    }
  })

  test('after receipt a file is never received again nor refused', () => {
    for (const status of statuses) {
      const names = allowedMoves(status, true).map(({ name }) => name)
      expect(names.filter(name => ['receive', 'refuse'].includes(name))).toEqual([])
    }
  })

  test('what ends or stops a file asks for a reason', () => {
    expect(moves.filter(({ needsReason }) => needsReason).map(({ name }) => name)).toEqual([
      'refuse',
      'requestSupplement',
      'stop',
      'reopen',
      'withdraw',
    ])
  })

  test('numbers outside the list are no status', () => {
    expect([0, 11, 1.5, Number.NaN].filter(isStatus)).toEqual([])
  })
})
