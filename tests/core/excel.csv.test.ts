import { describe, expect, test } from 'vitest'
import { readList } from '../../electron/core/excel/read.ts'
import { refusal, sample } from '../support/lists.ts'

const list = (bytes: Uint8Array) => readList({ name: 'ds.csv', bytes })
const utf8 = (text: string) => new TextEncoder().encode(text)
const texts = (text: string) =>
  list(utf8(text)).sheets[0]?.rows.map(row => row.cells.map(cell => cell?.shown ?? ''))
const numbers = (text: string) => list(utf8(text)).sheets[0]?.rows.map(row => row.number)

function utf16(text: string, big: boolean): Uint8Array {
  const bytes = new Uint8Array(2 + text.length * 2)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0xfeff, !big)
  for (let i = 0; i < text.length; i++) view.setUint16(2 + i * 2, text.charCodeAt(i), !big)
  return bytes
}

describe('reading a CSV list', () => {
  test('the sample with BOM, semicolons and line breaks in quotes has 57 records', () => {
    const { kind, encoding, sheets } = readList(sample('05-list-utf8.csv'))
    expect([kind, encoding]).toEqual(['csv', 'utf-8'])
    const rows = sheets[0]?.rows ?? []
    expect(rows.map(row => row.number)).toEqual(Array.from({ length: 57 }, (_, i) => i + 1))
    expect(rows[0]?.cells[0]?.raw).toBe('Mã hồ sơ')
    expect(rows[1]?.cells[5]?.raw).toBe('Số 6 đường Hùng Vương,\nHuyện Vĩnh Thuận, tỉnh Kiên Giang')
    expect(rows.every(row => row.cells.length <= 20)).toBe(true)
  })

  test.each([
    [';', 'Mã;Tên\nA1;"Đào; Ổn"\n'],
    [',', 'Mã,Tên\r\nA1,"Đào; Ổn"\r\n'],
    ['tab', 'Mã\tTên\nA1\tĐào; Ổn'],
  ])('finds the delimiter %s by the content', (_, text) => {
    expect(texts(text)).toEqual([
      ['Mã', 'Tên'],
      ['A1', 'Đào; Ổn'],
    ])
  })

  test('commas in unquoted addresses do not win over semicolons', () => {
    expect(texts('a;b;c\n1;Số 1, tổ 2, phường 3, tỉnh;2\n3;Số 4, tổ 5, phường 6, tỉnh;5')?.[1]).toHaveLength(
      3,
    )
  })

  test('doubled quotes, a quote inside a word and empty fields are kept as written', () => {
    expect(texts('a;b;c\n"Ghi: ""gọi lại""";5" x;\n;;z')).toEqual([
      ['a', 'b', 'c'],
      ['Ghi: "gọi lại"', '5" x'],
      ['', '', 'z'],
    ])
  })

  test('blank lines count as rows, as in Excel, and are left out', () => {
    expect(numbers('a;b\n\n"x\ny";z\n;\nq;r\n')).toEqual([1, 3, 5])
  })

  test('a quote that never closes is named by its row', () => {
    expect(refusal(() => list(utf8('a;b\n1;2\n3;"x\n4;5'))).message).toContain('Dòng 3')
  })

  test.each([false, true])('UTF-16 with a byte order mark is read (big end first: %s)', big => {
    const { encoding, sheets } = list(utf16('Mã hồ sơ\tHọ tên\nA1\tĐặng Ổn', big))
    expect(encoding).toBe(big ? 'utf-16be' : 'utf-16le')
    expect(sheets[0]?.rows[1]?.cells.map(cell => cell?.raw)).toEqual(['A1', 'Đặng Ổn'])
  })

  test('the guard of our own lists before = + - @ is taken off, other apostrophes stay', () => {
    expect(texts("a;b;c\n'=1+1;'abc;H'Blô")?.[1]).toEqual(['=1+1', "'abc", "H'Blô"])
  })

  test('bytes that are no UTF-8 are refused with what to do', () => {
    const { code, message } = refusal(() => readList(sample('06-list-1258.csv')))
    expect(code).toBe('invalid')
    expect(message).toContain('Save As')
  })
})
