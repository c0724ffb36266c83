import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { compileFormat } from '../../electron/core/excel/number-format.ts'
import { readList } from '../../electron/core/excel/read.ts'
import { momentIso, serialMoment } from '../../electron/core/excel/serial.ts'
import type { Cell, Sheet } from '../../electron/core/excel/sheet.ts'
import { refusal, sample } from '../support/lists.ts'

const first = (sheets: readonly Sheet[]): Sheet => {
  const [sheet] = sheets
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}
const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined =>
  sheet.rows.find(one => one.number === row)?.cells[column]

async function written(
  fill: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void,
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook()
  fill(book.addWorksheet('Danh sách'), book)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
const read = (bytes: Uint8Array): Sheet => first(readList({ name: 'ds.xlsx', bytes }).sheets)

/** A workbook of hand-made parts, for what exceljs does not write. */
function handMade(sheetXml: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
  const all: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    '_rels/.rels': `<Relationships>${relation('r1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels': `<Relationships>${relation('r1', 'worksheet', 'worksheets/sheet1.xml')}${relation('r2', 'sharedStrings', '/xl/sharedStrings.xml')}</Relationships>`,
    'xl/worksheets/sheet1.xml': sheetXml,
    'xl/sharedStrings.xml': '<sst/>',
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(all).map(([name, text]) => [name, strToU8(text)])))
}

describe('reading a workbook', () => {
  test('finds the sheets of the counter’s book and leaves its 5 000 blank rows out', () => {
    const { kind, encoding, sheets } = readList(sample('02-counter.xlsx'))
    expect([kind, encoding]).toEqual(['xlsx', null])
    expect(sheets.map(sheet => [sheet.name, sheet.rows.length])).toEqual([
      ['Sheet1', 0],
      ['DS tiếp nhận', 158],
    ])
  })

  test('gives raw value and shown text of numbers, dates and text', () => {
    const sheet = readList(sample('02-counter.xlsx')).sheets[1]
    if (sheet === undefined) throw new Error('no sheet')
    expect(cellAt(sheet, 2, 3)).toEqual({ kind: 'number', raw: 91053038906, shown: '91053038906' })
    expect(cellAt(sheet, 2, 2)).toMatchObject({ kind: 'date', shown: '21/07/1953', iso: '1953-07-21' })
    expect(cellAt(sheet, 2, 10)).toMatchObject({ shown: '12/06/2023 07:50:09', iso: '2023-06-12T07:50:09' })
  })

  test('knows merged cells and hidden columns', () => {
    const sheet = first(readList(sample('01-portal.xlsx')).sheets)
    expect(sheet.merges).toContainEqual({ top: 7, bottom: 7, left: 3, right: 8 })
    expect([...sheet.hiddenColumns]).toEqual([2, 24])
  })

  test('takes the kept value of a formula, marks it, and never calculates', () => {
    const sheet = first(readList(sample('10-dirty.xlsx')).sheets)
    expect(cellAt(sheet, 36, 1)).toMatchObject({
      kind: 'text',
      raw: '000.00.06.H33-230720-0005',
      formula: true,
    })
    expect(cellAt(sheet, 16, 1)).toMatchObject({ kind: 'error', shown: '#REF!' })
    expect(cellAt(sheet, 11, 19)).toMatchObject({ kind: 'text', raw: "=cmd|' /C calc'!A0" })
    const empty = read(
      handMade('<worksheet><sheetData><row r="3"><c r="B3"><f>1+1</f></c></row></sheetData></worksheet>'),
    )
    expect(cellAt(empty, 3, 1)).toEqual({ kind: 'empty', raw: null, shown: '', formula: true })
  })

  test('cuts and marks a text longer than a cell may hold', () => {
    const cell = cellAt(first(readList(sample('10-dirty.xlsx')).sheets), 78, 2)
    expect(cell?.tooLong).toBe(true)
    expect(cell?.shown).toHaveLength(32_767)
  })

  test('joins rich text, leaves phonetic text out and reads inline strings and prefixes', () => {
    const sheet = read(
      handMade(
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>Đào </x:t></x:r><x:r><x:t>&amp; Ổn</x:t></x:r></x:is></x:c></x:row></x:sheetData></x:worksheet>',
        {
          'xl/sharedStrings.xml':
            '<sst><si><r><t>Nguyễn </t></r><r><t>Thị_x000A_Hồng</t></r><rPh><t>xxx</t></rPh></si></sst>',
        },
      ),
    )
    expect(sheet.rows[0]?.number).toBe(1)
    expect(sheet.rows[0]?.cells.map(cell => cell?.raw)).toEqual(['Nguyễn Thị\nHồng', 'Đào & Ổn'])
  })

  test('refuses a part that declares entities instead of expanding them', () => {
    const bomb =
      '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;">]><worksheet><sheetData/></worksheet>'
    expect(refusal(() => read(handMade(bomb))).code).toBe('invalid')
  })

  test('refuses bytes that are not UTF-8 rather than showing a broken letter', () => {
    const bytes = zipSync({
      '[Content_Types].xml': strToU8('<Types/>'),
      '_rels/.rels': strToU8('<Relationships/>'),
      'xl/workbook.xml': Uint8Array.from([...strToU8('<workbook><a>'), 0xe9, ...strToU8('</a></workbook>')]),
    })
    expect(refusal(() => read(bytes)).message).toContain('hỏng')
  })

  test('tells hidden sheets and rows', async () => {
    const bytes = await written((sheet, book) => {
      sheet.addRow(['a'])
      sheet.addRow(['b']).hidden = true
      book.addWorksheet('Ẩn', { state: 'hidden' }).addRow(['c'])
    })
    const { sheets } = readList({ name: 'x', bytes })
    expect(sheets.map(sheet => sheet.hidden)).toEqual([false, true])
    expect(sheets[0]?.rows.map(row => row.hidden ?? false)).toEqual([false, true])
  })

  test('refuses data beyond column 200 and beyond 200 000 rows', () => {
    const wide = '<worksheet><sheetData><row r="1"><c r="GS1"><v>1</v></c></row></sheetData></worksheet>'
    expect(refusal(() => read(handMade(wide))).message).toContain('cột thứ 200')
    const rows = '<row><c><v>1</v></c></row>'.repeat(200_201)
    expect(
      refusal(() => read(handMade(`<worksheet><sheetData>${rows}</sheetData></worksheet>`))).message,
    ).toContain('200.000 dòng')
  })
})

describe('days of a workbook', () => {
  test('both bases give the same day, and 29/02/1900 is none', () => {
    const iso = (serial: number, base1904: boolean) => {
      const moment = serialMoment(serial, base1904)
      return moment === null ? null : momentIso(moment)
    }
    expect(iso(45194, false)).toBe('2023-09-25')
    expect(iso(45194 - 1462, true)).toBe('2023-09-25')
    expect([iso(1, false), iso(59, false), iso(60, false), iso(61, false)]).toEqual([
      '1900-01-01',
      '1900-02-28',
      null,
      '1900-03-01',
    ])
    expect(iso(45194.75, false)).toBe('2023-09-25T18:00:00')
    expect(iso(45194.9999999, false)).toBe('2023-09-26')
  })

  test('a workbook of base 1904 is read by its own base', async () => {
    const bytes = await written((sheet, book) => {
      book.properties.date1904 = true
      sheet.getCell('A1').value = new Date(Date.UTC(2023, 8, 25))
      sheet.getCell('A1').numFmt = 'dd/mm/yyyy'
    })
    expect(read(bytes).date1904).toBe(true)
    expect(cellAt(read(bytes), 1, 0)).toMatchObject({ kind: 'date', iso: '2023-09-25', shown: '25/09/2023' })
  })
})

describe('number formats', () => {
  const shown = (code: string, value: number): string => {
    const format = compileFormat(code)
    if (format.kind === 'number') return format.show(value)
    const moment = serialMoment(value, false)
    return moment === null ? '' : format.show(moment)
  }

  test.each([
    ['General', 91053038906, '91053038906'],
    ['General', 79200000000123, '7.92E+13'],
    ['General', 1.5, '1,5'],
    ['0', 91053038906, '91053038906'],
    ['000000000000', 91053038906, '091053038906'],
    ['0000 000 000', 912345678, '0912 345 678'],
    ['#,##0', 1234567, '1.234.567'],
    ['#,##0', 0, '0'],
    ['#,##0.00', 1234.5, '1.234,50'],
    ['0%', 0.1, '10%'],
    ['0.00E+00', 79200000000, '7.92E+10'],
    ['#,##0" đ";[Red]-#,##0" đ"', 135000, '135.000 đ'],
    ['dd/mm/yyyy', 45194, '25/09/2023'],
    ['m/d/yy', 45194, '9/25/23'],
    ['yyyy-mm-dd hh:mm', 45194.5, '2023-09-25 12:00'],
    ['[$-42A]dd/mm/yyyy;@', 45194, '25/09/2023'],
    ['h:mm:ss', 45194.25, '6:00:00'],
    ['mm:ss', 45194.25, '00:00'],
  ])('%s shows %d as %s', (code, value, text) => {
    expect(shown(code, value)).toBe(text)
  })
})

describe('Vietnamese letters', () => {
  const letters = 'aăâeêioôơuưyđAĂÂEÊIOÔƠUƯYĐạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ \'-<>&"🛵'

  test('no text changes between exceljs and our reader', async () => {
    // a letter that only Unicode has stands in each: chance strings without one may look like VNI, and rightly
    const text = fc
      .string({ unit: fc.constantFrom(...letters), minLength: 1, maxLength: 60 })
      .map(some => `${some}ệ`)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 12 }),
        async table => {
          const bytes = await written(sheet => {
            for (const row of table) sheet.addRow(row)
          })
          expect(read(bytes).rows.map(row => row.cells.map(cell => cell?.raw))).toEqual(table)
        },
      ),
      { numRuns: 40 },
    )
  })

  test.each([0, 1, 2, 3])(
    'no letter is cut where one piece ends and the next begins (shifted by %d bytes)',
    shift => {
      // hardly compressible, so that it comes out in many pieces
      let seed = 7919 + shift
      const letter = () => {
        seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
        return 'ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹđơưă'[(seed >> 8) % 48] ?? 'a'
      }
      const rows = Array.from({ length: 6000 }, () => Array.from({ length: 60 }, letter).join(''))
      const xml = rows.map(text => `<row><c t="str"><v>${text}</v></c></row>`).join('')
      const sheet = read(handMade(`<worksheet>${' '.repeat(shift)}<sheetData>${xml}</sheetData></worksheet>`))
      expect(sheet.rows.map(row => row.cells[0]?.raw)).toEqual(rows)
    },
  )
})
