import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openForm } from '../../electron/core/excel/fill.ts'
import { readXlsx } from '../../electron/core/excel/xlsx.ts'
import { sample } from '../support/lists.ts'
import { ministryForm } from '../support/ministry-form.ts'

/** A form as it comes: what its sender set up beside the cells to fill. */
const name = 'Biểu 01'
const partOf = (bytes: Uint8Array, part: string) => strFromU8(unzipSync(bytes)[part] ?? new Uint8Array())
const edited = (bytes: Uint8Array, part: string, change: (text: string) => string) =>
  zipSync({ ...unzipSync(bytes), [part]: strToU8(change(partOf(bytes, part))) })
const cellOf = (bytes: Uint8Array, part: string, cell: string) =>
  new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`).exec(partOf(bytes, part))?.[0]

test('no formula keeps a result from before the form was filled, on any sheet', async () => {
  const form = await ministryForm(workbook => {
    const sheet = workbook.getWorksheet(name)
    if (sheet === undefined) throw new Error('no sheet')
    sheet.getCell('D9').value = { formula: 'IF(C9=0,"không có","có")', result: 'không có' }
    sheet.getCell('E9').value = { formula: 'C9/D6', result: { error: '#DIV/0!' } }
    workbook.addWorksheet('Tổng hợp').getCell('A1').value = { formula: "'Biểu 01'!C9*2", result: 0 }
  })
  const array = edited(form, 'xl/worksheets/sheet1.xml', text =>
    text.replace(
      '</sheetData>',
      '<row r="20"><c r="A20"><f t="array" ref="A20:B20">C6:D6</f><v>7</v></c><c r="B20" s="1"><v>8</v></c></row></sheetData>',
    ),
  )
  const filled = openForm(array).fill([{ sheet: name, cell: 'C6', value: 14 }])
  const [first, third] = ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet3.xml']
  expect(cellOf(filled, first, 'C9')).toMatch(/^<c r="C9" s="\d+"><f>SUM\(C6:C8\)<\/f><\/c>$/)
  expect(cellOf(filled, first, 'D9')).toMatch(/<f>IF\(.*\)<\/f><\/c>$/)
  expect(cellOf(filled, first, 'D9')).not.toContain('t="str"')
  expect(cellOf(filled, first, 'E9')).not.toContain('DIV')
  expect(cellOf(filled, first, 'A20')).toBe('<c r="A20"><f t="array" ref="A20:B20">C6:D6</f></c>')
  expect(cellOf(filled, first, 'B20')).toBe('<c r="B20" s="1"/>')
  expect(cellOf(filled, third, 'A1')).not.toContain('<v>')
  // what is no formula is as it was
  expect(cellOf(filled, first, 'A1')).toBe(cellOf(array, first, 'A1'))
})

test('a form made by LibreOffice is filled, and only its cells and results are other', () => {
  const form = sample('form-saved-by-libreoffice.xlsx').bytes
  const filled = openForm(form).fill([
    { sheet: 'Biểu II.06a', cell: 'D10', value: 12 },
    { sheet: 'Biểu II.06a', cell: 'I13', value: 0 },
  ])
  const [before, after] = [unzipSync(form), unzipSync(filled)]
  const changed = Object.keys(before).filter(
    part =>
      strFromU8(before[part] ?? new Uint8Array(), true) !== strFromU8(after[part] ?? new Uint8Array(), true),
  )
  expect(changed.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml'])
  const bare = (bytes: Uint8Array) =>
    partOf(bytes, 'xl/worksheets/sheet1.xml').replace(/<c r="(?:[CDJK]1[0-5]|I13)"[^>]*?(\/>|>.*?<\/c>)/g, '')
  expect(bare(filled)).toBe(bare(form))
  const rows = readXlsx(filled)[0]?.rows ?? []
  expect(rows.find(({ number }) => number === 10)?.cells[3]?.raw).toBe(12)
})

test('on a protected sheet the cells its sender left open are filled, a locked one is refused', async () => {
  const plain = await ministryForm(workbook => {
    const cell = workbook.getWorksheet(name)?.getCell('C6')
    if (cell !== undefined) cell.protection = { locked: false }
  })
  const guarded = edited(plain, 'xl/worksheets/sheet1.xml', text =>
    text.replace('</sheetData>', '</sheetData><sheetProtection sheet="1" objects="1"/>'),
  )
  const fill = (form: Uint8Array, cell: string) => () =>
    openForm(form).fill([{ sheet: name, cell, value: 1 }])
  expect(fill(guarded, 'C6')).not.toThrow()
  // locked by its own format, and not there yet: a sheet is locked unless it says otherwise
  expect(fill(guarded, 'C7')).toThrow(/Ô C7 bị khóa.*bảo vệ/)
  expect(fill(guarded, 'G20')).toThrow(/bị khóa/)
  expect(fill(plain, 'C7')).not.toThrow()
})

test.each([
  ['a workbook with macros under another name', 'application/vnd.ms-excel.sheet.macroEnabled.main+xml'],
  ['a template', 'application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml'],
])('%s is refused: Excel would not open it as .xlsx', async (_, type) => {
  const form = edited(await ministryForm(), '[Content_Types].xml', text =>
    text.replace('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml', type),
  )
  expect(() => openForm(form)).toThrow(/\.xlsm.*\.xltx/)
})

test('a cell that a table of the form repeats is refused, one inside it is filled', async () => {
  const form = await ministryForm(workbook => {
    workbook.addWorksheet('Bảng').addTable({
      name: 'Bang',
      ref: 'B3',
      headerRow: true,
      totalsRow: true,
      columns: [{ name: 'Đơn vị', totalsRowLabel: 'Cộng' }, { name: 'Số hồ sơ' }],
      rows: [['Tổ Một', 0]],
    })
  })
  const fill = (cell: string) => () => openForm(form).fill([{ sheet: 'Bảng', cell, value: 1 }])
  expect(fill('C3')).toThrow(/Ô C3 là tiêu đề cột/)
  expect(fill('C5')).toThrow(/dòng tổng/)
  expect(fill('C4')).not.toThrow()
  expect(fill('D3')).not.toThrow()
  // a pivot table stands in the same list of what a sheet refers to
  const pivot = zipSync({
    ...unzipSync(form),
    'xl/worksheets/_rels/sheet2.xml.rels': strToU8(
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/pivotTable" Target="../pivotTables/pivotTable1.xml"/></Relationships>',
    ),
    'xl/pivotTables/pivotTable1.xml': strToU8(
      '<?xml version="1.0"?><pivotTableDefinition xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" name="P"><location ref="B2:C4"/></pivotTableDefinition>',
    ),
  })
  expect(() => openForm(pivot).fill([{ sheet: 'Hướng dẫn', cell: 'C4', value: 1 }])).toThrow(/PivotTable/)
})

test('cells within a comment are not taken for those of the sheet', async () => {
  const form = edited(await ministryForm(), 'xl/worksheets/sheet1.xml', text =>
    text.replace('<sheetData>', '<!-- <sheetData><row r="6"><c r="C6"/></row></sheetData> --><sheetData>'),
  )
  expect(() => openForm(form)).toThrow(/khác Excel/)
})

test.each<[string, () => Uint8Array, RegExp]>([
  ['a text list', () => sample('05-list-utf8.csv').bytes, /CSV.*\.xlsx/],
  ['an old workbook', () => sample('08-biff.xls').bytes, /97–2003.*đưa lên lại/],
  ['a page named .xls', () => sample('07-html.xls').bytes, /trang web/],
  ['nothing', () => new Uint8Array(), /không có nội dung/],
  ['half a file', () => sample('form-saved-by-libreoffice.xlsx').bytes.subarray(0, 4000), /Biểu mẫu bị hỏng/],
  [
    'a bomb',
    () =>
      zipSync({
        ...unzipSync(sample('form-saved-by-libreoffice.xlsx').bytes),
        'xl/worksheets/sheet1.xml': new Uint8Array(90_000_000),
      }),
    /bất thường/,
  ],
  ['one without a workbook', () => zipSync({ 'a.txt': strToU8('a') }), /không phải bảng tính/],
])('%s is refused in words about a form, not about a list to import', (_, bytes, said) => {
  const refusal = (() => {
    try {
      openForm(bytes())
      return ''
    } catch (error) {
      return error instanceof Error ? error.message : ''
    }
  })()
  expect(refusal).toMatch(said)
  expect(refusal).not.toMatch(/danh sách|nhập/)
})
