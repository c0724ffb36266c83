import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { showDay } from '../../electron/core/calendar/day.ts'
import { momentIso, serialMoment } from '../../electron/core/excel/serial.ts'
import { type Cell, textCell } from '../../electron/core/excel/sheet.ts'
import { readFee, readLicences, readText } from '../../electron/core/imports/cell-values.ts'
import { readChannel, readReturnWay, readSex, readStatus } from '../../electron/core/imports/code-values.ts'
import { isRejected, type Reading } from '../../electron/core/imports/list-row.ts'
import { readBirthDay, readMoment } from '../../electron/core/imports/moments.ts'
import { readRows } from '../../electron/core/imports/read-rows.ts'
import { listCatalogue } from '../support/lists.ts'

const today = '2026-11-23'
const catalogue = listCatalogue()
const number = (raw: number, shown = String(raw)): Cell => ({ kind: 'number', raw, shown })
const date = (iso: string): Cell => ({ kind: 'date', raw: 0, shown: iso, iso })
const broken: Cell = { kind: 'error', raw: '#REF!', shown: '#REF!' }
const received = (text: string) => readMoment(textCell(text), 'receivedAt')
const outcome = (reading: Reading<unknown>) =>
  reading.value ?? reading.problems.map(problem => `${problem.level} ${problem.code}`).join()

describe('moments', () => {
  test.each([
    ['05/09/2023', '2023-09-05', null],
    ['5/9/23', '2023-09-05', null],
    ['05-09-2023', '2023-09-05', null],
    ['05.09.2023', '2023-09-05', null],
    ['05/09/2023 14:30', '2023-09-05', '14:30'],
    ['5/9/2023 4:05:59', '2023-09-05', '04:05'],
    ['05/09/2023 02:30 CH', '2023-09-05', '14:30'],
    ['14:30 05/09/2023', '2023-09-05', '14:30'],
    ['14h30 ngày 05/09/2023', '2023-09-05', '14:30'],
    ['ngày 5 tháng 9 năm 2023', '2023-09-05', null],
    ['2023-09-05', '2023-09-05', null],
    ['2023-09-05 14:30:00', '2023-09-05', '14:30'],
    ['2023-09-05T14:30:00+07:00', '2023-09-05', '14:30'],
    ['2023-09-05T17:00:00Z', '2023-09-06', '00:00'],
    ['2023-09-05T16:59:59.999Z', '2023-09-05', '23:59'],
    ['2023-09-05T23:30:00+0900', '2023-09-05', '21:30'],
    [' 05/09/2023\u00a0', '2023-09-05', null],
  ])('%s is %s %s', (text, day, time) => {
    expect(received(text)).toEqual({ value: { day, time }, problems: [] })
  })

  test.each([
    ['31/02/2023', 'error no-such-day'],
    ['09/13/2023', 'error no-such-day'],
    ['2023-13-45', 'error no-such-day'],
    ['05/09/2023 25:00', 'error no-such-day'],
    ['05/09/1023', 'error no-such-day'],
    ['đã nhận', 'error not-a-date'],
    ['2023', 'error not-a-date'],
    ['7.92E+10', 'error not-a-date'],
    ['', ''],
    ['-', ''],
    ['…', ''],
  ])('“%s” is refused or empty: %s', (text, expected) => {
    expect(outcome(received(text))).toBe(expected)
  })

  test('serials are read with a warning, by the workbook’s own base; real dates without one', () => {
    const serial = (base1904: boolean, value: number) => readMoment(number(value), 'receivedAt', base1904)
    expect(serial(false, 45194).value).toEqual({ day: '2023-09-25', time: null })
    expect(serial(true, 45194 - 1462).value).toEqual({ day: '2023-09-25', time: null })
    expect(serial(false, 45194).problems.map(problem => problem.level)).toEqual(['warning'])
    expect(received('45194').value?.day).toBe('2023-09-25')
    expect(outcome(serial(false, 12))).toBe('error not-a-date')
    expect(readMoment(date('2023-07-19T16:20:39'), 'receivedAt')).toEqual({
      value: { day: '2023-07-19', time: '16:20' },
      problems: [],
    })
  })

  test('an error cell and a formula without a result are refused', () => {
    expect(outcome(readMoment(broken, 'receivedAt'))).toBe('error error-cell')
    const formula: Cell = { kind: 'empty', raw: null, shown: '', formula: true }
    expect(outcome(readMoment(formula, 'receivedAt'))).toBe('error formula-without-result')
  })

  test('every day of a century reads back from text and from its serial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 36_526, max: 73_000 }), serial => {
        const moment = serialMoment(serial, false)
        const day = moment === null ? '' : momentIso(moment)
        expect(received(showDay(day)).value?.day).toBe(day)
        expect(readMoment(number(serial), 'receivedAt').value?.day).toBe(day)
      }),
    )
  })
})

describe('birth days', () => {
  const birth = (text: string) => outcome(readBirthDay(textCell(text), today))
  test.each([
    ['14/12/1964', '1964-12-14'],
    ['14/12/64', '1964-12-14'],
    ['1/2/05', '2005-02-01'],
    ['1/2/26', '1926-02-01'],
    ['1964', '1964'],
    ['00/00/1964', '1964'],
    ['1964-12-14', '1964-12-14'],
    ['31/02/1964', 'error no-such-day'],
    ['không nhớ', 'error not-a-date'],
    ['01/01/2099', 'error no-such-day'],
    ['24/11/2026', 'error birth-in-future'],
  ])('%s is %s', (text, expected) => {
    expect(birth(text)).toBe(expected)
  })

  test('a year typed as a number stays a year, a real date is a day', () => {
    expect(outcome(readBirthDay(number(1964), today))).toBe('1964')
    expect(outcome(readBirthDay(date('1964-12-14'), today))).toBe('1964-12-14')
  })
})

describe('codes and names', () => {
  test.each([
    ['9', 9],
    ['10', 10],
    ['Đã xử lý xong', 9],
    ['ĐÃ TRẢ KẾT QUẢ', 10],
    ['9 - Đã xử lý xong', 9],
    ['5. Yêu cầu bổ sung giấy tờ', 5],
    ['Đã\u00a0trả\u00a0kết\u00a0quả', 10],
    ['Da xu ly xong', 9],
    ['42', 'error status-unknown'],
    ['0', 'error status-unknown'],
    ['Đang bay', 'error status-unknown'],
    ['9 - Đang bay', 'error status-unknown'],
    ['9 - Đang xử lý', 'error status-two'],
    ['', ''],
  ])('status “%s” is %s', (text, expected) => {
    expect(outcome(readStatus(textCell(text)))).toBe(expected)
  })

  test('channels, ways of return and sexes by name or code', () => {
    const channel = (text: string) => outcome(readChannel(textCell(text)))
    expect(['1', 'Trực tuyến', '3', 'Qua bưu chính công ích', '2 - Trực tuyến'].map(channel)).toEqual([
      'direct',
      'online',
      'postal',
      'postal',
      'online',
    ])
    expect(channel('Fax')).toBe('error channel-unknown')
    const way = (text: string) => outcome(readReturnWay(textCell(text)))
    expect(way('Trả kết quả tại bộ phận tiếp nhận và trả kết quả')).toBe('counter')
    expect(way('Trả kết quả qua đường bưu điện')).toBe('post')
    expect(way('Trả kết quả trên môi trường mạng')).toBe('electronic')
    expect(way('Bồ câu')).toBe('warning return-way-unknown')
    expect(['Nữ', 'nam', '?'].map(text => outcome(readSex(textCell(text))))).toEqual([
      'female',
      'male',
      'warning sex-unknown',
    ])
  })
})

describe('numbers', () => {
  test.each([
    ['135.000', 135000],
    ['135.000 đ', 135000],
    ['135000', 135000],
    ['1.234.567 đồng', 1234567],
    ['135.000,00', 135000],
    ['1.5', 'warning fee'],
    ['135,000', 'warning fee'],
    ['miễn', 'warning fee'],
    ['', ''],
  ])('a fee of “%s” is %s', (text, expected) => {
    expect(outcome(readFee(textCell(text)))).toBe(expected)
  })

  test('a doubtful number of licences refuses the row', () => {
    expect(['1', '2,0', '0', '1,5', 'hai'].map(text => outcome(readLicences(textCell(text))))).toEqual([
      1,
      2,
      'error licences',
      'error licences',
      'error licences',
    ])
    expect(outcome(readLicences(number(1)))).toBe(1)
  })

  test('text is tidied, and letters broken elsewhere are refused', () => {
    expect(outcome(readText(textCell('\ufeff Sơn\u00a0 Sang\u200b'), 'notes', 100))).toBe('Sơn Sang')
    expect(outcome(readText(textCell('Nguy\ufffdn'), 'notes', 100))).toBe('error broken-letters')
    expect(outcome(readText(textCell('a'.repeat(101)), 'notes', 100))).toBe('error too-long')
  })
})

describe('numbers of papers', () => {
  const heading = 'Mã hồ sơ;Họ tên;Số CCCD;SĐT;Số GPLX;Ngày nhận;Trạng thái'
  function row(id: string, phone = '', licence = '') {
    const text = `${heading}\n000.00.06.H33-230626-0156;Đào Ổn;${id};${phone};${licence};26/06/2023;4`
    const [read] = readRows(
      { name: 'a.csv', bytes: new TextEncoder().encode(text) },
      { today, catalogue },
    ).rows
    if (read === undefined) throw new Error('no row')
    return { ...read, codes: read.problems.map(problem => problem.code) }
  }

  test('leading zeros a spreadsheet took are put back with a warning', () => {
    expect(row('91053038906').values.nationalId).toBe('091053038906')
    expect(row('1053038906').values.nationalId).toBe('001053038906')
    expect(row('91053038906').codes).toEqual(['zeros-restored'])
    expect(row('091053038906').codes).toEqual([])
    expect(row('', '912345678').values.phone).toBe('0912345678')
    expect(row('', '', '11077058179').values.licenceNumber).toBe('011077058179')
  })

  test('digits that are lost refuse the row', () => {
    expect(isRejected(row('7.92E+10'))).toBe(true)
    expect(isRejected(row('7,92E+10'))).toBe(true)
    expect(isRejected(row('12345'))).toBe(true)
  })

  test('a phone that cannot be one is left out with a warning only', () => {
    expect(row('', 'không có').values.phone).toBeUndefined()
    expect(isRejected(row('', 'không có'))).toBe(false)
    expect(row('', '+84 912.345.678').values.phone).toBe('0912345678')
  })
})
