import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { afterEach, expect, test } from 'vitest'
import { writeReport } from '../../electron/core/excel/write.ts'
import { ketQuaDocument } from '../../electron/core/reports/ket-qua-document.ts'
import type { DifficultyFacts } from '../../electron/core/reports/ket-qua-facts.ts'
import type { Cell, ReportDocument, Sheet } from '../../electron/core/reports/report.ts'
import { ketQuaFacts } from '../support/ket-qua-facts.ts'
import { loadWorkbook, type PlainSheet, readWorkbook } from '../support/workbook.ts'

const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const difficulty = (changed: Partial<DifficultyFacts> = {}): DifficultyFacts => ({
  day: '2023-09-18',
  kind: 'Giấy khám sức khỏe điện tử',
  content: '=1+1',
  affected: 1234,
  cause: '+84 không phải số điện thoại',
  measures: '-Hướng dẫn người dân',
  proposal: '@Bộ Y tế rà soát',
  receiver: 'Bộ Y tế',
  status: 'Đã kiến nghị',
  ...changed,
})

const written = async (document: ReportDocument) => readWorkbook((await writeReport(document)).bytes)

/** Every value a sheet must hold, line by line, from left to right, reckoned from the document alone. */
function expectedLines(document: ReportDocument, sheet: Sheet, first: boolean): unknown[][] {
  const { head, title } = document
  const lines: unknown[][] = []
  if (first) {
    lines.push([head.parent, head.country], [head.department, head.motto], [head.number, head.placeAndDate])
    lines.push([title.kind], [title.subject], [title.period])
  }
  if (sheet.title !== undefined) {
    const { label, text, attachedTo, period } = sheet.title
    lines.push([label], [text], [attachedTo], [period])
  }
  for (const block of sheet.blocks) {
    if (block.kind === 'paragraph' || block.kind === 'note') lines.push([block.text])
    if (block.kind === 'picture') lines.push([block.answer])
    if (block.kind === 'table') {
      if (block.unit !== undefined) lines.push([block.unit])
      for (const headings of block.headings) lines.push(headings.map(({ text }) => text))
      for (const { cells } of block.rows) {
        const values = cells.map(expectedValue)
        lines.push(values.filter(value => value !== ''))
      }
    }
    if (block.kind === 'signature') {
      const left = [block.receiversLabel, ...block.receivers]
      for (let at = 0; at < Math.max(left.length, block.title.length); at += 1)
        lines.push([left[at], block.title[at]].filter(text => text !== undefined))
      lines.push([block.name])
    }
  }
  return lines
}

function expectedValue(cell: Cell): unknown {
  const { value } = cell
  if (value === null) return cell.none ?? '–'
  if (typeof value === 'object') return value.numerator / value.denominator
  return value
}

const linesOf = ({ rows }: PlainSheet) =>
  rows.map(row => row.filter(value => value !== null)).filter(row => row.length > 0)

test('every cell of the workbook says what the document says, and nothing else stands in it', async () => {
  const document = ketQuaDocument(ketQuaFacts({ difficulties: [difficulty()] }))
  const sheets = await written(document)
  expect(sheets.map(({ name }) => name)).toEqual(document.sheets.map(({ name }) => name))
  document.sheets.forEach((sheet, at) => {
    const read = sheets[at]
    expect(read === undefined ? [] : linesOf(read)).toEqual(expectedLines(document, sheet, at === 0))
  })
})

test('numbers, ratios and days are real ones with their formats, and codes are text', async () => {
  const [summary, days] = await written(ketQuaDocument(ketQuaFacts()))
  const cells = [...(summary?.cells.values() ?? [])]
  expect(cells.find(({ value }) => value === 110)).toMatchObject({ type: 'number', format: '#,##0' })
  expect(cells.find(({ value }) => value === 19 / 268)).toMatchObject({ type: 'number', format: '0.0%' })
  expect(cells.find(({ value }) => value === 'Trực tuyến')).toMatchObject({ type: 'text', format: '@' })
  const day = [...(days?.cells.values() ?? [])].find(({ value }) => value === '2023-09-29')
  expect(day).toMatchObject({ type: 'day', format: 'dd/mm/yyyy' })
})

test.each(['Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'UTC'])(
  'no day moves in the time zone %s',
  async tz => {
    process.env.TZ = tz
    const [, days] = await written(ketQuaDocument(ketQuaFacts()))
    const read = [...(days?.cells.values() ?? [])]
      .filter(({ type }) => type === 'day')
      .map(({ value }) => value)
    expect(read).toEqual(['2023-09-01', '2023-09-29', '2023-09-30'])
  },
)

test('text that looks like a formula stays text', async () => {
  const sheets = await written(ketQuaDocument(ketQuaFacts({ difficulties: [difficulty()] })))
  const cells = [...(sheets[2]?.cells.values() ?? [])]
  for (const text of ['=1+1', '+84 không phải số điện thoại', '-Hướng dẫn người dân', '@Bộ Y tế rà soát'])
    expect(cells.find(({ value }) => value === text)).toMatchObject({ type: 'text', format: '@' })
  for (const sheet of sheets) for (const cell of sheet.cells.values()) expect(cell.type).not.toBe('formula')
})

test('each sheet prints on A4 landscape with the margins of the decree, one page wide, titles repeated', async () => {
  const document = ketQuaDocument(ketQuaFacts())
  for (const [at, { sheet }] of (await written(document)).entries()) {
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true })
    expect(sheet.pageSetup.fitToWidth).toBe(1)
    expect(sheet.pageSetup.margins).toMatchObject({ top: 0.79, bottom: 0.79, left: 1.18, right: 0.59 })
    if (document.sheets[at]?.blocks.some(({ kind }) => kind === 'table'))
      expect(sheet.pageSetup.printTitlesRow).toMatch(/^\d+:\d+$/)
    expect(sheet.headerFooter.differentFirst).toBe(true)
    expect(sheet.headerFooter.oddHeader).toMatch(/^&C.*&P$/)
    expect(sheet.headerFooter.firstHeader ?? '').toBe('')
  }
})

test('titles repeated in print are the headings of the last table, and appendices freeze theirs', async () => {
  const [summary, days] = await written(ketQuaDocument(ketQuaFacts()))
  const row = (sheet: PlainSheet | undefined, at: number) =>
    sheet?.rows[at - 1]?.filter(value => value !== null)
  const [first = 0, last = 0] = (days?.sheet.pageSetup.printTitlesRow ?? '').split(':').map(Number)
  expect(row(days, first)?.[0]).toBe('Ngày')
  expect(days?.sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: last })
  const [teams = 0] = (summary?.sheet.pageSetup.printTitlesRow ?? '').split(':').map(Number)
  expect(row(summary, teams)).toContain('Tổ triển khai')
})

test('every written cell is in Times New Roman, 11 points or more, and every row has a height', async () => {
  for (const { cells, sheet } of await written(ketQuaDocument(ketQuaFacts({ difficulties: [difficulty()] }))))
    for (const [address, { type }] of cells) {
      if (type === 'empty') continue
      const cell = sheet.getCell(address)
      expect(cell.font.name).toBe('Times New Roman')
      expect(cell.font.size).toBeGreaterThanOrEqual(11)
      expect(sheet.getRow(cell.row as unknown as number).height).toBeGreaterThan(10) // typed string, is a number
    }
})

test('the rule under tiêu ngữ is centred in its block and as long as the words, within a few points', async () => {
  const [summary] = await written(ketQuaDocument(ketQuaFacts()))
  const motto = [...(summary?.cells.entries() ?? [])].find(
    ([, { value }]) => value === 'Độc lập - Tự do - Hạnh phúc',
  )
  const left = (motto?.[0] ?? 'A1').charCodeAt(0) - 64
  const points = (column: number) => (summary?.sheet.getColumn(column).width ?? 0) * 6
  let [before, rule, after] = [0, 0, 0]
  for (let column = left; column <= 15; column += 1) {
    const ruled = summary?.sheet.getCell(3, column).border?.top !== undefined
    if (ruled) rule += points(column)
    else if (rule === 0) before += points(column)
    else after += points(column)
  }
  expect(Math.abs(rule - 169)).toBeLessThan(4) // the words in Times New Roman Bold 14, measured
  expect(Math.abs(before - after)).toBeLessThan(4)
})

test('a very long text goes on in further rows of the worksheet, none too high, no word lost', async () => {
  const content = Array.from({ length: 900 }, (_, at) => `từ${at}`).join(' ')
  const sheets = await written(ketQuaDocument(ketQuaFacts({ difficulties: [difficulty({ content })] })))
  const texts = [...(sheets[2]?.cells.values() ?? [])].flatMap(({ value }) =>
    typeof value === 'string' && /^từ\d/.test(value) ? [value] : [],
  )
  expect(texts.length).toBeGreaterThan(1)
  expect(texts.join(' ')).toBe(content)
  for (let row = 1; row <= (sheets[2]?.sheet.rowCount ?? 0); row += 1)
    expect(sheets[2]?.sheet.getRow(row).height).toBeLessThanOrEqual(409)
})

test('a text of more than 255 letters is no text-formatted cell, which old Excel shows as ####', async () => {
  const content = 'a'.repeat(300)
  const sheets = await written(ketQuaDocument(ketQuaFacts({ difficulties: [difficulty({ content })] })))
  const cell = [...(sheets[2]?.cells.values() ?? [])].find(({ value }) => value === content)
  expect(cell).toMatchObject({ type: 'text', format: 'General' })
})

test('control characters and halves of letters never reach the file, so Excel has nothing to repair', async () => {
  const content = 'một\u0001hai\ud800ba\uffff'
  const { bytes } = await writeReport(
    ketQuaDocument(ketQuaFacts({ difficulties: [difficulty({ content })] })),
  )
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(xml|rels)$/.test(name))
  expect(parts.length).toBeGreaterThan(8)
  for (const [, part] of parts) {
    const parser = new SaxesParser({ xmlns: true })
    parser.on('error', error => {
      throw error
    })
    parser.write(strFromU8(part)).close()
  }
  const sheets = await readWorkbook(bytes)
  expect([...(sheets[2]?.cells.values() ?? [])].map(({ value }) => value)).toContain('mộthai\ufffdba')
})

test('no two merged areas touch the same cell, and sheet names are names Excel takes', async () => {
  for (const { merges, name } of await written(ketQuaDocument(ketQuaFacts()))) {
    expect(name.length).toBeLessThanOrEqual(31)
    expect(name).not.toMatch(/[:\\/?*[\]]/)
    const seen = new Set<string>()
    for (const merge of merges) {
      const [, a = '', top = '', b = '', bottom = ''] = /^([A-Z])(\d+):([A-Z])(\d+)$/.exec(merge) ?? []
      for (let row = Number(top); row <= Number(bottom); row += 1)
        for (let column = a.charCodeAt(0); column <= b.charCodeAt(0); column += 1) {
          expect(seen.has(`${column}:${row}`)).toBe(false)
          seen.add(`${column}:${row}`)
        }
    }
    expect(seen.size).toBeGreaterThan(0)
  }
})

test('the same document gives the same bytes, later and in another time zone', async () => {
  const document = ketQuaDocument(ketQuaFacts())
  const first = await writeReport(document)
  await new Promise(resolve => setTimeout(resolve, 2100)) // a zip counts time in steps of two seconds
  process.env.TZ = 'America/Los_Angeles'
  expect(Buffer.compare(first.bytes, (await writeReport(document)).bytes)).toBe(0)
})

test('the workbook bears title, department and day of the report', async () => {
  const { name, bytes } = await writeReport(ketQuaDocument(ketQuaFacts()))
  const workbook = await loadWorkbook(bytes)
  expect(name).toBe('bao-cao-ket-qua-2023-09.xlsx')
  expect(workbook.title).toContain('Kết quả thực hiện dịch vụ công trực tuyến toàn trình')
  expect(workbook.creator).toBe('SỞ GIAO THÔNG VẬN TẢI')
  expect(workbook.created.toISOString()).toBe('2023-10-02T00:00:00.000Z')
  expect(strFromU8(unzipSync(bytes)['xl/styles.xml'] ?? new Uint8Array())).not.toContain('Calibri')
})
