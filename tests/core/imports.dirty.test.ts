import { describe, expect, test } from 'vitest'
import { isRejected, type ListRow } from '../../electron/core/imports/list-row.ts'
import { readRows } from '../../electron/core/imports/read-rows.ts'
import { expectedFile, listCatalogue, sample } from '../support/lists.ts'

const catalogue = listCatalogue()
const today = '2026-11-23'
const rowsOf = (name: string) => readRows(sample(name), { today, catalogue }).rows

describe('the list of good and bad rows', () => {
  const expected = expectedFile('10-dirty.xlsx')
  const rows = rowsOf('10-dirty.xlsx')
  const at = (number: number): ListRow => {
    const row = rows.find(one => one.row === number)
    if (row === undefined) throw new Error(`row ${number} was not read`)
    return row
  }
  const rejected = rows.filter(isRejected).map(row => row.row)
  const warned = rows.filter(row => row.problems.length > 0).map(row => row.row)

  test('refuses every row that must be refused', () => {
    expect(expected.rejectRows.filter(row => !rejected.includes(row))).toEqual([])
    for (const group of expected.rejectAtLeastOneOf)
      expect(group.some(row => rejected.includes(row))).toBe(true)
  })

  test('refuses no row that may only be warned of, and says nothing of clean rows', () => {
    expect(rejected.filter(row => expected.warnAtMostRows.includes(row))).toEqual([])
    expect(warned.filter(row => expected.cleanRows.includes(row))).toEqual([])
  })

  test('refuses as many as expected', () => {
    const [least, most] = expected.counts.rejected as readonly [number, number] // a range in this file
    expect(rejected.length).toBeGreaterThanOrEqual(least)
    expect(rejected.length).toBeLessThanOrEqual(most)
  })

  test('gives the reason that is the row’s own', () => {
    const errors = (row: number) =>
      at(row)
        .problems.filter(problem => problem.level === 'error')
        .map(problem => `${problem.field} ${problem.code}`)
    expect(errors(7)).toEqual(['dueDay due-before-received'])
    expect(errors(14)).toEqual(['fullName error-cell'])
    expect(errors(16)).toEqual(['dossierCode error-cell'])
    expect(errors(19)).toEqual(['dossierCode dossier-code-missing'])
    expect(errors(23)).toEqual(['receivedAt no-such-day'])
    expect(errors(26)).toEqual(['finishedAt not-a-date'])
    expect(errors(58)).toEqual(['returnedAt returned-before-finished'])
    expect(errors(71)).toEqual(['nationalId national-id-scientific'])
    expect(errors(73)).toEqual(['finishedAt finished-before-received'])
    expect(errors(78)).toEqual(['fullName too-long'])
  })

  test('reads what is odd and still right', () => {
    expect(at(20).values.nationalId).toBe('091197459207')
    expect(at(22).values.phone).toBe('0796200350')
    expect(at(36).values.fullName).toBe('Đinh Hồng Hồng')
    expect(at(39).values.receivedAt).toEqual({ day: '2023-07-21', time: null })
    expect(at(46).values.receivedAt).toEqual({ day: '2023-07-19', time: null })
    expect(at(49).values.receivedAt).toEqual({ day: '2023-07-17', time: null })
    expect(at(50).values.fullName).toBe(at(50).values.fullName?.normalize('NFC'))
    expect(at(61).values).toMatchObject({
      dossierCode: '000.00.06.H33-230620-0135',
      fullName: 'Sơn Sang',
      phone: '0354643274',
      status: 10,
    })
    expect(at(62).values.receivedAt).toEqual({ day: '2023-07-19', time: '15:45' })
    expect(at(63).values).toMatchObject({ channel: 'direct', status: 10 })
    expect(at(70).values.finishedAt).toEqual({ day: '2023-07-26', time: null })
  })

  test('a row that stands twice counts once, and codes that contradict each other are refused', () => {
    expect(at(8).sameAs).toBeUndefined()
    expect(at(84).sameAs).toBe(8)
    expect([21, 69, 77, 80].every(row => isRejected(at(row)))).toBe(true)
  })

  test('keeps rejected rows as they came, for the workbook of errors', () => {
    expect(at(52).shown[12]).toBe('31/02/2023')
    expect(at(14).shown[2]).toBe('#NAME?')
    expect(at(52).shown).toHaveLength(20)
  })

  test('no message holds a number or a name of the row', () => {
    for (const row of rows) {
      const personal = [row.values.fullName, row.shown[4], row.shown[5]].filter(
        text => text !== undefined && (text === row.values.fullName || /\d{4}/.test(text)),
      )
      for (const { message } of row.problems) for (const text of personal) expect(message).not.toContain(text)
    }
  })
})

describe('the good sample lists', () => {
  test.each(['01-portal.xlsx', '02-counter.xlsx', '05-list-utf8.csv', '09-update.xlsx'])(
    '%s loses no row',
    name => {
      expect(rowsOf(name).filter(isRejected)).toEqual([])
    },
  )

  test('the counter’s numbers get their zeros back, with a warning for each', () => {
    const [row] = rowsOf('02-counter.xlsx')
    expect(row?.values).toMatchObject({
      nationalId: '091053038906',
      phone: '0855240042',
      licenceNumber: '910822432000',
      fee: 135000,
      status: 10,
    })
    expect(row?.problems.map(problem => problem.code)).toEqual(['zeros-restored', 'zeros-restored'])
    expect(row?.values.registeredAt).toBeUndefined()
  })

  test('moments in UTC become days in Việt Nam', () => {
    const row = rowsOf('05-list-utf8.csv').find(one => one.values.dossierCode === 'G22.99-230626-007125')
    // 25/06 17:00 UTC is midnight of the 26th in Việt Nam
    expect(row?.values).toMatchObject({
      registeredAt: { day: '2023-06-26', time: '00:00' },
      channel: 'postal',
    })
  })

  test('no column of theirs looks flipped', () => {
    expect(readRows(sample('02-counter.xlsx'), { today, catalogue }).remarks).toEqual([])
  })
})
