import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, expect, test } from 'vitest'
import { openForm, type SheetPatch } from '../../electron/core/excel/fill.ts'
import { readXlsx } from '../../electron/core/excel/xlsx.ts'
import { ministryForm } from '../support/ministry-form.ts'
import { loadWorkbook } from '../support/workbook.ts'

let form: Uint8Array
beforeAll(async () => {
  form = await ministryForm()
})

const sheetPart = 'xl/worksheets/sheet1.xml'
const patches: readonly SheetPatch[] = [
  { sheet: 'Biểu 01', cell: 'A2', value: 'Tháng 9 năm 2023 <thử> & "nghiệm"' },
  { sheet: 'Biểu 01', cell: 'C6', value: 14 },
  { sheet: 'Biểu 01', cell: 'E6', value: 0.0709 },
  { sheet: 'Biểu 01', cell: 'D7', value: null },
  // a row and cells that are not there yet
  { sheet: 'Biểu 01', cell: 'B4', value: '=1+1' },
  { sheet: 'Biểu 01', cell: 'G6', value: 3 },
  { sheet: 'Biểu 01', cell: 'C12', value: 5 },
]

/** The sheet without the cells named, without what else holds only them, and without results of formulas. */
const without = (xml: string, cells: readonly string[]) =>
  cells
    .reduce((text, cell) => text.replace(new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`), ''), xml)
    .replace(/<row r="(4|12)"[^>]*?(\/>|><\/row>)/g, '')
    .replace(/ spans="[^"]*"/g, '')
    .replace(/(<\/f>)<v>[^<]*<\/v>/g, '$1')

/** Changes one part of the form as text. */
function edited(part: string, change: (text: string) => string): Uint8Array {
  const parts = unzipSync(form)
  parts[part] = strToU8(change(strFromU8(parts[part] ?? new Uint8Array())))
  return zipSync(parts)
}

test('filled cells read back, and a formula is kept with its order to be computed anew', () => {
  const [sheet] = readXlsx(openForm(form).fill(patches))
  const at = (row: number, column: number) => sheet?.rows.find(({ number }) => number === row)?.cells[column]
  expect(at(2, 0)?.raw).toBe('Tháng 9 năm 2023 <thử> & "nghiệm"')
  expect(at(6, 2)).toMatchObject({ kind: 'number', raw: 14 })
  expect(at(6, 4)?.shown).toBe('7,1%')
  expect(at(4, 1)).toMatchObject({ kind: 'text', raw: '=1+1' })
  expect([at(6, 6)?.raw, at(12, 2)?.raw]).toEqual([3, 5])
  expect(at(9, 2)?.formula).toBe(true)
})

test('every other part is the same byte for byte, and the sheet the same letter for letter', () => {
  const filled = openForm(form).fill(patches)
  const before = unzipSync(form)
  const after = unzipSync(filled)
  expect(Object.keys(after)).toEqual(Object.keys(before))
  for (const [name, bytes] of Object.entries(before)) {
    if (name !== sheetPart && name !== 'xl/workbook.xml') expect(after[name], name).toEqual(bytes)
  }
  const names = patches.map(({ cell }) => cell)
  const xml = (parts: typeof before) => strFromU8(parts[sheetPart] ?? new Uint8Array())
  expect(without(xml(after), names)).toBe(without(xml(before), names))
  expect(xml(after)).toContain('<f>SUM(C6:C8)</f>')
  expect(strFromU8(after['xl/workbook.xml'] ?? new Uint8Array())).toContain('fullCalcOnLoad="1"')
  expect(openForm(form).fill(patches)).toEqual(filled)
})

test('styles, merges, widths, rules and the picture are as the sender made them', async () => {
  const [was, is] = [await loadWorkbook(form), await loadWorkbook(openForm(form).fill(patches))]
  const sheets = [was, is].map(book => book.getWorksheet('Biểu 01'))
  const look = sheets.map(sheet => ({
    styles: ['A2', 'C6', 'E6', 'D7', 'C9'].map(cell => sheet?.getCell(cell).style),
    merges: sheet?.model.merges,
    widths: sheet?.columns.slice(0, 5).map(column => column.width),
    validation: sheet?.getCell('D6').dataValidation,
    images: sheet?.getImages().length,
    views: sheet?.views,
  }))
  expect(look[1]).toEqual(look[0])
  expect(look[1]?.images).toBe(1)
})

test('what has been filled can be filled again', () => {
  const once = openForm(form).fill(patches)
  const again = openForm(once).fill([{ sheet: 'Biểu 01', cell: 'C6', value: 15 }])
  expect(readXlsx(again)[0]?.rows.find(({ number }) => number === 6)?.cells[2]?.raw).toBe(15)
})

test('a percentage cell is known by its format', () => {
  expect(openForm(form).isPercent('Biểu 01', 'E6')).toBe(true)
  expect(openForm(form).isPercent('Biểu 01', 'C6')).toBe(false)
})

test.each([
  ['C9', /công thức/],
  ['B2', /ô gộp A2:E2. Chọn ô đầu A2/],
  ['B0', /Không có ô B0/],
])('the cell %s is refused with the reason', (cell, reason) => {
  expect(() => openForm(form).fill([{ sheet: 'Biểu 01', cell, value: 1 }])).toThrow(reason)
})

test('one cell cannot be filled twice, nor a sheet that is not there', () => {
  const twice = [1, 2].map(value => ({ sheet: 'Biểu 01', cell: 'C6', value }))
  expect(() => openForm(form).fill(twice)).toThrow(/hai lần/)
  expect(() => openForm(form).fill([{ sheet: 'Khác', cell: 'C6', value: 1 }])).toThrow(/trang tính “Khác”/)
})

test('a file that cannot be filled without damage is refused with the reason', () => {
  const signed = zipSync({ ...unzipSync(form), '_xmlsignatures/sig1.xml': strToU8('<Signature/>') })
  expect(() => openForm(signed)).toThrow(/chữ ký số/)
  const macros = zipSync({ ...unzipSync(form), 'xl/vbaProject.bin': strToU8('x') })
  expect(() => openForm(macros)).toThrow(/macro/)
  expect(() => openForm(strToU8('Họ và tên;Ngày sinh\nA;1'))).toThrow(/\.xlsx/)
  expect(() => openForm(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]))).toThrow()
  expect(() => openForm(form.subarray(0, 900))).toThrow(/hỏng/)
  const strict = edited(sheetPart, text =>
    text.replace(
      'schemas.openxmlformats.org/spreadsheetml/2006/main',
      'purl.oclc.org/ooxml/spreadsheetml/main',
    ),
  )
  expect(() => openForm(strict)).toThrow(/Strict/)
  const prefixed = edited(sheetPart, text => text.replaceAll(/<(\/?)(?=[a-zA-Z])/g, '<$1x:'))
  expect(() => openForm(prefixed)).toThrow(/khác Excel/)
  const unaddressed = edited(sheetPart, text => text.replace(/<c r="C6"/, '<c'))
  expect(() => openForm(unaddressed)).toThrow(/khác Excel/)
  const array = edited(sheetPart, text =>
    text.replace('<f>SUM(C6:C8)</f>', '<f t="array" ref="C9:D9">C6:D6</f>'),
  )
  expect(() => openForm(array).fill([{ sheet: 'Biểu 01', cell: 'D9', value: 1 }])).toThrow(/công thức/)
})
