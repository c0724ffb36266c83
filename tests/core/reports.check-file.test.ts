import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { compareWithSeal } from '../../electron/core/excel/compare-seal.ts'
import { openReport } from '../../electron/core/excel/open-report.ts'
import { readSeal } from '../../electron/core/excel/read-seal.ts'
import { altered, sheetOf, totalRow, withoutRow } from '../support/altered-workbook.ts'
import { type ExportingOffice, exportingOffice } from '../support/exporting-office.ts'
import { sample } from '../support/lists.ts'
import { loadWorkbook } from '../support/workbook.ts'

let office: ExportingOffice
let exported: Uint8Array
beforeAll(async () => {
  office = await exportingOffice()
  exported = await office.exportOf('ket-qua')
}, 60_000)

const check = (bytes: Uint8Array) => office.check(bytes)

describe('a workbook as it was exported', () => {
  test('matches, and the answer says what it is, when it was exported and by whom', async () => {
    const answer = await check(exported)
    expect(answer).toMatchObject({
      verdict: 'match',
      period: 'Tháng 9 năm 2023',
      office: 'Sở Giao thông vận tải tỉnh Kiên Giang',
      exportedBy: 'Cán bộ thử nghiệm',
      differences: [],
      count: 0,
    })
    expect(answer.report).toContain('Báo cáo kết quả')
    expect(answer.exportedAt).not.toBeNull()
  })

  test('matches after another program has saved it again, the book of the register too', async () => {
    expect(await check(await altered(exported, () => undefined))).toMatchObject({ verdict: 'match' })
    const book = await office.exportOf('so-theo-doi')
    expect(await check(book)).toMatchObject({ verdict: 'match' })
    expect(await check(await altered(book, () => undefined))).toMatchObject({ verdict: 'match' })
  })

  test('matches after LibreOffice has saved it again, with formulas in words and odd letters', () => {
    const opened = openReport(sample('report-saved-by-libreoffice.xlsx').bytes)
    if (!('sheets' in opened)) throw new Error('not opened')
    const seal = readSeal(opened.sheets)
    if (typeof seal === 'string') throw new Error(seal)
    expect(compareWithSeal(seal, opened.sheets)).toEqual([])
    expect([...seal.sheets.keys()]).toEqual(['Tổng hợp', 'Theo ngày', 'Khó khăn, vướng mắc'])
  })

  test('matches where a program that saved it rounded the last digits of a ratio, and no further', async () => {
    // LibreOffice keeps 15 digits and rounds what it shows: …578947 comes back as …579
    const rounded = (digits: number) =>
      altered(exported, workbook =>
        sheetOf(workbook, 'Theo ngày').eachRow(row =>
          row.eachCell(cell => {
            const { value } = cell
            if (typeof value === 'number' && !Number.isInteger(value))
              cell.value = Number(Number(value.toPrecision(16)).toPrecision(digits))
          }),
        ),
      )
    expect(await check(await rounded(14))).toMatchObject({ verdict: 'match', differences: [] })
    expect(await check(await rounded(8))).toMatchObject({ verdict: 'changed' })
  })

  test('may look otherwise: a style, a hidden row, a width, a format, an empty row put in between', async () => {
    const bytes = await altered(exported, workbook => {
      const sheet = sheetOf(workbook, 'Tổng hợp')
      const row = totalRow(sheet)
      sheet.getRow(row).hidden = true
      sheet.getColumn(3).width = 40
      sheet.getCell(row, 5).font = { color: { argb: 'FFFF0000' }, bold: true }
      sheet.getCell(row, 5).numFmt = '0.00'
      const days = sheetOf(workbook, 'Theo ngày')
      days.eachRow(line => {
        if (line.getCell(1).value instanceof Date) line.getCell(1).style = { numFmt: 'General' }
      })
    })
    expect(await check(bytes)).toMatchObject({ verdict: 'match', differences: [] })
  })
})

describe('a workbook changed by hand', () => {
  test('names the cell, its row and column, what it was and what it is', async () => {
    let was = 0
    let address = ''
    const bytes = await altered(exported, workbook => {
      const sheet = sheetOf(workbook, 'Tổng hợp')
      const cell = sheet.getCell(totalRow(sheet), 5)
      was = Number(cell.value)
      address = cell.address
      cell.value = was + 100
    })
    const answer = await check(bytes)
    expect(answer).toMatchObject({ verdict: 'changed', count: 1, exportedBy: 'Cán bộ thử nghiệm' })
    expect(answer.differences).toEqual([
      {
        sheet: 'Tổng hợp',
        cell: address,
        label: 'Tổng cộng / Số lượng hồ sơ tiếp nhận – Tổng số',
        was: String(was),
        now: String(was + 100),
      },
    ])
  })

  test.each([
    ['a number made a text', (value: unknown) => String(value), /^\d+ \(dạng chữ\)$/],
    [
      'a formula with the same result',
      (value: unknown) => ({ formula: '1+1', result: Number(value) }),
      /\(kết quả của công thức\)$/,
    ],
    ['a cell emptied', () => null, null],
  ])('%s is a change', async (_, to, now) => {
    const bytes = await altered(exported, workbook => {
      const sheet = sheetOf(workbook, 'Tổng hợp')
      const cell = sheet.getCell(totalRow(sheet), 5)
      cell.value = to(cell.value)
    })
    const { verdict, differences } = await check(bytes)
    expect({ verdict, count: differences.length }).toEqual({ verdict: 'changed', count: 1 })
    if (now === null) expect(differences[0]?.now).toBeNull()
    else expect(differences[0]?.now).toMatch(now)
  })

  test('a row taken out is one row missing, and a figure changed below it is still named', async () => {
    const { worksheets } = await loadWorkbook(exported)
    let day = 0
    worksheets[1]?.eachRow((row, number) => {
      const value = row.getCell(1).value
      if (value instanceof Date && value.toISOString().startsWith('2023-09-12')) day = number
    })
    const bytes = await altered(withoutRow(exported, 'xl/worksheets/sheet2.xml', day), workbook => {
      sheetOf(workbook, 'Theo ngày').getCell(day + 5, 2).value = 77
    })
    const { verdict, differences } = await check(bytes)
    expect(verdict).toBe('changed')
    expect(differences.map(({ label }) => label)).toEqual([
      expect.stringMatching(/^Dòng \d+ bị xóa hoặc chuyển chỗ$/),
      '18/09/2023 / Đăng ký – Tổng số',
    ])
    expect(differences[0]?.was).toContain('12/09/2023')
    expect(differences[1]?.now).toBe('77')
  })

  test('words beside the figures, a value put into an empty cell, sheets that came, went or got another name', async () => {
    const bytes = await altered(exported, workbook => {
      sheetOf(workbook, 'Tổng hợp').getCell(1, 1).value = 'UBND TỈNH KHÁC'
      sheetOf(workbook, 'Theo ngày').getCell(100, 3).value = 'ghi thêm'
      sheetOf(workbook, 'Khó khăn, vướng mắc').name = 'Phụ lục'
      workbook.addWorksheet('Bảng mới').getCell(1, 1).value = 1
    })
    const { differences } = await check(bytes)
    expect(differences.map(({ sheet, cell, label, now }) => [sheet, cell, label, now])).toEqual([
      ['Tổng hợp', 'A1', '', 'UBND TỈNH KHÁC'],
      ['Theo ngày', '', 'Dòng 100 thêm vào', 'ghi thêm'],
      ['Khó khăn, vướng mắc', '', 'Tên trang tính', 'Phụ lục'],
      ['Bảng mới', '', 'Trang tính thêm vào', 'Bảng mới'],
    ])
    const gone = await check(await altered(exported, workbook => workbook.removeWorksheet('Theo ngày')))
    expect(gone.differences).toEqual([
      { sheet: 'Theo ngày', cell: '', label: 'Trang tính bị xóa', was: 'Theo ngày', now: null },
    ])
  })

  test('whatever single cell is changed, it alone is named', async () => {
    const { worksheets } = await loadWorkbook(exported)
    const places = worksheets
      .filter(({ state }) => state === 'visible')
      .flatMap(sheet => {
        const found: [string, string][] = []
        sheet.eachRow(row =>
          row.eachCell(cell => {
            const own = !cell.isMerged || cell.master.address === cell.address
            if (own && cell.value !== null) found.push([sheet.name, cell.address])
          }),
        )
        return found
      })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...places), async ([name, address]) => {
        const bytes = await altered(exported, workbook => {
          sheetOf(workbook, name).getCell(address).value = 987_654_321
        })
        const { verdict, differences } = await check(bytes)
        expect([verdict, differences.map(({ sheet, cell }) => [sheet, cell])]).toEqual([
          'changed',
          [[name, address]],
        ])
      }),
      { numRuns: 15, seed: 2 },
    )
  }, 60_000)
})

test('the part kept for checking is out of sight, and the same report gives the same bytes', async () => {
  const workbook = await loadWorkbook(exported)
  expect(workbook.worksheets.map(({ name, state }) => [name, state])).toEqual([
    ['Tổng hợp', 'visible'],
    ['Theo ngày', 'visible'],
    ['Khó khăn, vướng mắc', 'visible'],
    ['Biểu đồ', 'visible'],
    ['GPLX', 'veryHidden'],
  ])
  const names = new Set<unknown>()
  sheetOf(workbook, 'GPLX').eachRow(row => names.add(row.getCell(1).value))
  expect([...names]).toEqual([
    'product',
    'format',
    'report',
    'period',
    'reportDay',
    'snapshot',
    'basis',
    'table',
    'row',
    'sha256',
  ])
  expect(await office.exportOf('ket-qua')).toEqual(exported)
})
