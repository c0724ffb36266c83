import { expect, test } from 'vitest'
import { ketQuaDocument } from '../../electron/core/reports/ket-qua-document.ts'
import type { KetQuaFacts } from '../../electron/core/reports/ket-qua-facts.ts'
import { cellText } from '../../electron/core/reports/number-text.ts'
import type { ReportDocument, Row, Table } from '../../electron/core/reports/report.ts'
import type { Measures } from '../../electron/core/statistics/model.ts'
import { ketQuaFacts, september } from '../support/ket-qua-facts.ts'

function tableOf(document: ReportDocument, id: string): Table {
  for (const sheet of document.sheets)
    for (const block of sheet.blocks) if (block.kind === 'table' && block.id === id) return block
  throw new Error(`no table ${id}`)
}

const values = (row: Row | undefined) => row?.cells.map(({ value }) => value)

/** A row as it is read on a page. */
function shown(table: Table, row: Row | undefined): string[] {
  let column = 0
  return (row?.cells ?? []).map(cell => {
    const text = cellText(cell, table.columns[column]?.format ?? 'text')
    column += cell.colSpan ?? 1
    return text
  })
}

test('biểu II.06a of the sample month has the thirteen columns of the form, row by row', () => {
  const table = tableOf(ketQuaDocument(ketQuaFacts()), 'ii06a')
  expect(table.rows.map(values)).toEqual([
    [1, 'Trực tuyến', 15, 14, null, 1, 6, 2, 2, 2, 9, 6, 3],
    [2, 'Trực tiếp', 91, null, 70, 21, 69, 49, 12, 8, 22, 22, 0],
    [3, 'Qua bưu chính công ích', 4, null, 2, 2, 3, 2, 1, 0, 1, 1, 0],
    [null, 'Tổng cộng', 110, 14, 72, 24, 78, 53, 15, 10, 32, 29, 3],
  ])
})

test('in biểu II.06a every row balances and every column sums to the last row', () => {
  const table = tableOf(ketQuaDocument(ketQuaFacts()), 'ii06a')
  const rows = table.rows.map(row =>
    row.cells.slice(2).map(({ value }) => (typeof value === 'number' ? value : 0)),
  )
  for (const [
    c3 = 0,
    c4 = 0,
    c5 = 0,
    c6 = 0,
    c7 = 0,
    c8 = 0,
    c9 = 0,
    c10 = 0,
    c11 = 0,
    c12 = 0,
    c13 = 0,
  ] of rows) {
    expect(c3).toBe(c4 + c5 + c6)
    expect(c7).toBe(c8 + c9 + c10)
    expect(c11).toBe(c12 + c13)
    expect(c3).toBe(c7 + c11)
  }
  rows[3]?.forEach((total, column) => {
    expect(rows.slice(0, 3).reduce((sum, row) => sum + (row[column] ?? 0), 0)).toBe(total)
  })
})

test('resumed files enter column 6, and the footnote says what is inside the columns', () => {
  const measures: Measures = { ...september, resumed: { total: 2, online: 0, direct: 2, postal: 0 } }
  const document = ketQuaDocument(ketQuaFacts({ measures }))
  expect(tableOf(document, 'ii06a').rows[3]?.cells[5]?.value).toBe(26)
  const notes = document.sheets[0]?.blocks.flatMap(block => (block.kind === 'note' ? [block.text] : [])) ?? []
  expect(notes.join(' ')).toContain('Cột (6) gồm 2 hồ sơ dừng giải quyết được tiếp tục giải quyết trong kỳ')
  expect(notes.join(' ')).toContain('cột (7) gồm 2 hồ sơ công dân rút và 2 hồ sơ dừng giải quyết')
  expect(notes.join(' ')).toContain('cột (12) gồm 11 hồ sơ tạm dừng')
})

test('each figure says which measures, days and channels it was counted from', () => {
  const table = tableOf(ketQuaDocument(ketQuaFacts()), 'ii06a')
  expect(table.rows[1]?.cells[4]?.measure).toEqual({
    names: ['received'],
    from: '2023-09-01',
    to: '2023-09-30',
    channels: ['direct'],
    unit: 'files',
  })
  const days = tableOf(ketQuaDocument(ketQuaFacts()), 'days')
  expect(days.rows[1]?.cells[2]?.measure).toEqual({
    names: ['registered'],
    from: '2023-09-29',
    to: '2023-09-29',
    channels: ['online'],
    unit: 'files',
  })
  const target = { from: '2023-01-01', rulesOn: '2023-09-30' }
  expect(days.rows[1]?.cells[18]?.target).toEqual({ part: 'denominator', to: '2023-09-29', ...target })
  const standing = tableOf(ketQuaDocument(ketQuaFacts()), 'target').rows[0]
  expect(standing?.cells[1]?.target).toEqual({ part: 'numerator', to: '2023-09-30', ...target })
})

test('the target stands with its formula, both counts, the verdict and the missing files', () => {
  const table = tableOf(ketQuaDocument(ketQuaFacts()), 'target')
  expect(shown(table, table.rows[0])).toEqual(['10,0\u00a0%', '19', '268', '7,1\u00a0%', 'Chưa đạt', '8'])
  const formulas = table.headings[1]?.map(({ text }) => text.replaceAll('\u00a0', ' '))
  expect(formulas?.[3]).toBe('(4) = (2) : (3) × 100 %')
  expect(formulas?.[5]).toBe('(6): số nhỏ nhất để [(2) + (6)] : (3) đạt 10,0 %')
  expect(table.unit).toBe('Lũy kế từ ngày 01/01/2023 đến hết ngày 30/09/2023')
})

test('where there is nothing to divide by, ratio, verdict and missing files are a dash', () => {
  const target = { ...ketQuaFacts().target, numerator: 0, denominator: 0, met: null, missing: null }
  const table = tableOf(ketQuaDocument(ketQuaFacts({ target })), 'target')
  expect(shown(table, table.rows[0])).toEqual(['10,0\u00a0%', '0', '0', '–', '–', '–'])
})

test('a year without a target says that none was given', () => {
  const target = { ...ketQuaFacts().target, targetBp: null, met: null, missing: null }
  const table = tableOf(ketQuaDocument(ketQuaFacts({ target })), 'target')
  expect(shown(table, table.rows[0])[0]).toBe('Chưa giao')
  expect(table.headings[1]?.at(-1)?.text).toBe('(6)')
})

test('a share of all channels counts the missing files below the line too', () => {
  const { target } = ketQuaFacts()
  const all = { ...target, basis: { ...target.basis, allChannels: true } }
  const table = tableOf(ketQuaDocument(ketQuaFacts({ target: all })), 'target')
  expect(table.headings[1]?.at(-1)?.text.replaceAll('\u00a0', ' ')).toContain('[(3) + (6)]')
})

test('days off are marked by kind and named, and the last row holds the sums of the period', () => {
  const table = tableOf(ketQuaDocument(ketQuaFacts()), 'days')
  expect(table.rows.map(({ kind }) => kind)).toEqual(['holiday', 'normal', 'weekend', 'total'])
  expect(shown(table, table.rows[0]).slice(-4)).toEqual(['19', '0', '–', 'Quốc khánh'])
  expect(shown(table, table.rows[1]).slice(-4)).toEqual(['19', '268', '7,1\u00a0%', ''])
  expect(shown(table, table.rows[3]).slice(0, 5)).toEqual(['Tổng cộng', '88', '15', '70', '3'])
})

test('files of no team have a row of their own, and a period without teams says so in words', () => {
  const document = ketQuaDocument(ketQuaFacts())
  expect(tableOf(document, 'teams').rows.map(row => row.cells[1]?.value)).toEqual([
    'Tổ triển khai thành phố Rạch Giá',
    'Chưa giao cho tổ',
    'Tổng cộng',
  ])
  const none = ketQuaDocument(ketQuaFacts({ teams: [] }))
  expect(none.sheets[0]?.blocks).toContainEqual({
    kind: 'paragraph',
    text: 'Chưa có tổ triển khai nào được giao hồ sơ trong kỳ báo cáo.',
  })
})

test('a period without difficulties says "Không phát sinh" over the whole width', () => {
  const table = tableOf(ketQuaDocument(ketQuaFacts()), 'difficulties')
  expect(table.rows).toHaveLength(1)
  expect(table.rows[0]?.cells[0]).toMatchObject({ value: 'Không phát sinh', colSpan: table.columns.length })
})

test('the sheets are those of the report, and the appendices name the report they belong to', () => {
  const document = ketQuaDocument(ketQuaFacts({ number: '5' }))
  expect(document.sheets.map(({ name }) => name)).toEqual([
    'Tổng hợp',
    'Theo ngày',
    'Khó khăn, vướng mắc',
    'Biểu đồ',
  ])
  expect(document.sheets[1]?.title).toEqual({
    label: 'Phụ lục I',
    text: 'SỐ LIỆU THEO NGÀY',
    attachedTo:
      '(Kèm theo Báo cáo số 05/BC-SGTVT ngày 02 tháng 10 năm 2023 của Sở Giao thông vận tải tỉnh Kiên Giang)',
    period: 'Kỳ báo cáo: Tháng 9 năm 2023 (từ ngày 01/09/2023 đến ngày 30/09/2023)',
  })
})

test('head and signature follow NĐ 30: capitals, room for the number, zero before months 1 and 2 only', () => {
  const january = ketQuaDocument(ketQuaFacts({ reportDay: '2023-01-05' }))
  expect(january.head).toMatchObject({
    parent: 'UBND TỈNH KIÊN GIANG',
    department: 'SỞ GIAO THÔNG VẬN TẢI',
    number: `Số: ${'\u00a0'.repeat(8)}/BC-SGTVT`,
    placeAndDate: 'Kiên Giang, ngày 05 tháng 01 năm 2023',
  })
  expect(january.sheets[0]?.blocks.at(-1)).toEqual({
    kind: 'signature',
    receiversLabel: 'Nơi nhận:',
    receivers: ['- Bộ Giao thông vận tải;', '- Cục Đường bộ Việt Nam;', '- Lưu: VT.'],
    title: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
    name: 'Họ và tên',
  })
})

test('the rows of every table take as many columns as it has, on the grid of its sheet', () => {
  const difficulty: KetQuaFacts['difficulties'][number] = {
    day: '2023-09-18',
    kind: 'Giấy khám sức khỏe điện tử',
    content: 'Chưa liên thông',
    affected: 12,
    cause: '',
    measures: '',
    proposal: '',
    receiver: 'Bộ Y tế',
    status: 'Đang xử lý',
  }
  const document = ketQuaDocument(ketQuaFacts({ difficulties: [difficulty] }))
  for (const sheet of document.sheets)
    for (const block of sheet.blocks) {
      if (block.kind !== 'table') continue
      expect(block.columns.reduce((sum, { span = 1 }) => sum + span, 0)).toBe(sheet.grid.length)
      for (const row of block.rows)
        expect(row.cells.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0)).toBe(block.columns.length)
      const covered = block.headings
        .flat()
        .reduce((sum, { colSpan = 1, rowSpan = 1 }) => sum + colSpan * rowSpan, 0)
      expect(covered).toBe(block.columns.length * block.headings.length)
    }
})

test('a report is plain data: it comes back from JSON as it was', () => {
  const document = ketQuaDocument(ketQuaFacts())
  expect(JSON.parse(JSON.stringify(document))).toEqual(document)
})
