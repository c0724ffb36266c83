import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readList } from '../../electron/core/excel/read.ts'
import { arrangeSheet, columnKeys } from '../../electron/core/reports/arrange-table.ts'
import { ketQuaDocument } from '../../electron/core/reports/ket-qua-document.ts'
import type { Cell, ReportDocument, Sheet, Table } from '../../electron/core/reports/report.ts'
import { withTemplate } from '../../electron/core/reports/template.ts'
import { plainTemplate, type ReportTemplate } from '../../electron/core/settings/model.ts'
import { clientOf, testApp, testPassword } from '../support/app.ts'
import { ketQuaFacts } from '../support/ket-qua-facts.ts'
import { refusal } from '../support/refusal.ts'

const september = { kind: 'month', id: '2023-09' } as const
const document = ketQuaDocument(ketQuaFacts())
const tables = document.sheets.flatMap(sheet =>
  sheet.blocks.flatMap(block => (block.kind === 'table' ? [{ sheet, table: block }] : [])),
)

function tableOf(from: ReportDocument, id: string): Table {
  for (const { blocks } of from.sheets)
    for (const block of blocks) if (block.kind === 'table' && block.id === id) return block
  throw new Error(`no table ${id}`)
}

/** For each column its whole headings, from the top, as a browser would lay them out. */
function headingsOver(table: Table): string[][] {
  const taken: string[][] = table.headings.map(() => [])
  table.headings.forEach((row, at) => {
    let column = 0
    for (const { text, colSpan = 1, rowSpan = 1 } of row) {
      while (taken[at]?.[column] !== undefined) column += 1
      for (let line = at; line < at + rowSpan; line += 1)
        for (let side = column; side < column + colSpan; side += 1) (taken[line] ?? [])[side] = text
    }
  })
  return table.columns.map((_, column) => [...new Set(taken.map(line => line[column] ?? '?'))])
}

/** For each column its figures from top to bottom. */
function cellsUnder(table: Table): (Cell | undefined)[][] {
  const rows = table.rows.map(row => row.cells.flatMap(cell => Array(cell.colSpan ?? 1).fill(cell) as Cell[]))
  return table.columns.map((_, column) => rows.map(row => row[column]))
}

const spans = (table: Table) => table.columns.reduce((sum, { span = 1 }) => sum + span, 0)
const width = (grid: readonly number[]) => grid.reduce((sum, one) => sum + one, 0)
const arrange = (sheet: Sheet, table: Table, order: readonly string[], hidden: readonly string[]) => {
  const arranged = arrangeSheet(sheet, { [table.id]: { order, hidden } })
  const found = arranged.blocks.find(block => block.kind === 'table' && block.id === table.id)
  if (found?.kind !== 'table') throw new Error('the table is gone')
  return { grid: arranged.grid, table: found }
}

test('however columns are moved or left out, each cell stays under its own headings on the whole grid', () => {
  expect(tables.map(({ table }) => table.id)).toEqual(['ii06a', 'target', 'teams', 'days', 'difficulties'])
  fc.assert(
    fc.property(
      fc.constantFrom(...tables).chain(({ sheet, table }) =>
        fc.record({
          sheet: fc.constant(sheet),
          table: fc.constant(table),
          order: fc.shuffledSubarray([...columnKeys(table)], { minLength: table.columns.length }),
          hidden: fc.subarray([...columnKeys(table)], { maxLength: table.columns.length - 1 }),
        }),
      ),
      ({ sheet, table, order, hidden }) => {
        const { grid, table: made } = arrange(sheet, table, order, hidden)
        const keys = columnKeys(table)
        const kept = order.filter(key => !hidden.includes(key))
        expect(headingsOver(made)).toEqual(kept.map(key => headingsOver(table)[keys.indexOf(key)]))
        const before = cellsUnder(table)
        cellsUnder(made).forEach((cells, at) => {
          const from = before[keys.indexOf(kept[at] ?? '')] ?? []
          cells.forEach((cell, row) => {
            // a cell over several columns is written once, where the first of its pieces stands
            if (from[row]?.colSpan !== undefined && cell?.value === null) return
            expect(cell?.value).toEqual(from[row]?.value)
            expect(cell?.measure).toEqual(from[row]?.measure)
          })
        })
        expect(made.rows.map(({ kind }) => kind)).toEqual(table.rows.map(({ kind }) => kind))
        expect(spans(made)).toBe(spans(table))
        expect(grid.length).toBe(sheet.grid.length)
        expect(width(grid)).toBeCloseTo(width(sheet.grid), 6)
      },
    ),
  )
})

test('the order that stands already changes nothing, and unknown columns are ignored', () => {
  for (const { sheet, table } of tables) {
    expect(arrange(sheet, table, columnKeys(table), ['Cột không có'])).toEqual({ grid: sheet.grid, table })
    expect(arrange(sheet, table, ['Cột không có'], []).table).toEqual(table)
    expect(arrange(sheet, table, [], columnKeys(table)).table.columns).toHaveLength(table.columns.length)
  }
})

test('a column is called by its headings, without the form’s numbers and the year', () => {
  const keys = columnKeys(tableOf(document, 'ii06a'))
  expect(keys[7]).toBe('Số lượng hồ sơ đã giải quyết › Trước hạn')
  expect(new Set(keys).size).toBe(13)
  expect(columnKeys(tableOf(document, 'days')).at(-2)).toBe('Lũy kế từ đầu năm › Tỷ lệ')
})

test('a column left out gives its room to the label, and a heading row without headings goes', () => {
  const [first] = document.sheets
  if (first === undefined) throw new Error('no sheet')
  const { table } = arrange(
    first,
    tableOf(document, 'ii06a'),
    [],
    [
      'Số lượng hồ sơ tiếp nhận › Trong kỳ › Trực tuyến',
      'Số lượng hồ sơ tiếp nhận › Trong kỳ › Trực tiếp, dịch vụ bưu chính',
    ],
  )
  expect(table.columns[1]?.span).toBe(5)
  expect(table.headings).toHaveLength(3)
  expect(table.headings[0]?.[2]).toEqual({ text: 'Số lượng hồ sơ tiếp nhận', colSpan: 2 })
})

test('where tables share a grid, a column left out makes no other column narrower', () => {
  const [first] = document.sheets
  if (first === undefined) throw new Error('no sheet')
  const plain = tableOf(document, 'ii06a')
  const keys = columnKeys(plain)
  const widths = ({ columns }: Table, grid: readonly number[]) => {
    let from = 0
    return columns.map(({ span = 1 }) => {
      from += span
      return width(grid.slice(from - span, from))
    })
  }
  const before = widths(plain, first.grid)
  for (const [column, key] of keys.entries()) {
    const { grid, table } = arrange(first, plain, [], [key])
    const was = before.filter((_, at) => at !== column)
    const narrower = widths(table, grid).flatMap((now, at) => (now < (was[at] ?? 0) - 0.01 ? [at] : []))
    expect({ key, narrower }).toEqual({ key, narrower: [] })
  }
})

test('a template puts its own head, signature and paragraphs, the rest stays as the office has it', () => {
  const made = withTemplate(document, {
    ...plainTemplate,
    department: 'Văn phòng Sở',
    symbol: 'BC-VP',
    signerTitle: 'TL. Giám đốc / Chánh Văn phòng',
    receivers: ['Cục Đường bộ Việt Nam', 'Lưu: VT'],
    before: 'Thực hiện Chỉ thị.\nSở báo cáo như sau:',
    after: 'Kính trình.',
  })
  expect(made.head).toEqual({
    ...document.head,
    department: 'VĂN PHÒNG SỞ',
    number: document.head.number.replace('BC-SGTVT', 'BC-VP'),
  })
  const [first, second] = made.sheets
  expect(first?.blocks.slice(0, 2)).toEqual([
    { kind: 'paragraph', text: '\u2003\u2003Thực hiện Chỉ thị.', body: true },
    { kind: 'paragraph', text: '\u2003\u2003Sở báo cáo như sau:', body: true },
  ])
  expect(first?.blocks.slice(-2)).toMatchObject([
    { kind: 'paragraph', text: '\u2003\u2003Kính trình.' },
    {
      kind: 'signature',
      title: ['TL. GIÁM ĐỐC', 'CHÁNH VĂN PHÒNG'],
      receivers: ['- Cục Đường bộ Việt Nam;', '- Lưu: VT.'],
      name: 'Họ và tên',
    },
  ])
  expect(second?.title?.attachedTo).toContain('/BC-VP ngày 02 tháng 10')
  expect(second?.title?.attachedTo).toContain('của Văn phòng Sở)')
  expect(withTemplate(document, plainTemplate)).toEqual(document)
})

test('a template holds from its day on, for its own report, in every face', async () => {
  const desk = await testApp()
  const admin = desk.as('admin')
  const reportTemplates = {
    'ket-qua': {
      ...plainTemplate,
      parent: 'Bộ Xây dựng',
      columns: { ii06a: { order: [], hidden: ['Số lượng hồ sơ tiếp nhận › Từ kỳ trước'] } },
    },
    'tong-hop': { ...plainTemplate, after: 'Trên đây là báo cáo' },
  }
  for (const [report, value] of Object.entries(reportTemplates)) {
    await admin.settings.set({ key: 'reportTemplate', report, fromDay: '2023-09-26', version: 0, value })
  }
  let reader = desk.as('viewer')
  const preview = (name: string) => reader.reports.preview({ name, period: september })
  const before = await preview('ket-qua')
  expect(before.head.parent).toBe('UBND TỈNH KIÊN GIANG')
  desk.at('2023-09-26T08:00:00+07:00')
  const { token } = await desk.anyone.users.signIn({ username: 'viewer', password: testPassword })
  reader = clientOf(desk.app.call, () => token)
  const after = await preview('ket-qua')
  expect(after.head.parent).toBe('BỘ XÂY DỰNG')
  expect(tableOf(before, 'ii06a').columns).toHaveLength(13)
  expect(tableOf(after, 'ii06a').columns).toHaveLength(12)
  const words = (await preview('tong-hop')).sheets[0]?.blocks ?? []
  expect((await preview('tong-hop')).head.parent).toBe('UBND TỈNH KIÊN GIANG')
  expect(words.filter(block => block.kind === 'paragraph' && block.text.endsWith('./.'))).toEqual([
    { kind: 'paragraph', text: '\u2003\u2003Trên đây là báo cáo./.', body: true },
  ])
  // what may be chosen does not depend on what has been left out
  const offered = await reader.reports.tables({ name: 'ket-qua' })
  expect(offered.find(({ id }) => id === 'ii06a')?.columns).toHaveLength(13)
  const { jobId } = await reader.reports.export({ name: 'ket-qua', period: september })
  await desk.jobs.finished(jobId)
  const { sheets } = readList(await reader.jobs.file({ id: jobId }))
  const texts = sheets[0]?.rows.flatMap(({ cells }) => cells.map(cell => cell?.shown)) ?? []
  expect(texts).toContain('BỘ XÂY DỰNG')
  expect(texts).toContain('Tổng số')
  expect(texts).not.toContain('Từ kỳ trước')
})

test('every kind of report takes a template: its last column left out, its first at the end', async () => {
  const desk = await testApp()
  const admin = desk.as('admin')
  const kinds = (await admin.reports.kinds({})).filter(({ unavailable }) => unavailable === null)
  const preview = ({ name, periodKinds }: (typeof kinds)[number]) => {
    const kind = periodKinds.includes('month') ? 'month' : 'week'
    const period = { kind, id: kind === 'month' ? '2023-09' : '2023-W38' } as const
    return admin.reports.preview({ name, period })
  }
  const value: Record<string, ReportTemplate> = {}
  for (const { name } of kinds) {
    const columns = Object.fromEntries(
      (await admin.reports.tables({ name })).map(table => {
        const [first = '', ...others] = table.columns
        return [table.id, { order: [...others, first], hidden: others.slice(-1) }]
      }),
    )
    value[name] = { ...plainTemplate, signerName: 'Nguyễn Văn Mẫu', columns }
  }
  const plain = await Promise.all(kinds.map(preview))
  for (const [report, template] of Object.entries(value)) {
    await admin.settings.set({ key: 'reportTemplate', report, version: 0, value: template })
  }
  for (const [at, kind] of kinds.entries()) {
    const made = await preview(kind)
    const was = plain[at]?.sheets ?? []
    expect(made.sheets.map(({ grid }) => grid.length)).toEqual(was.map(({ grid }) => grid.length))
    for (const { id } of await admin.reports.tables({ name: kind.name })) {
      const before = was.flatMap(({ blocks }) => blocks).find(block => 'id' in block && block.id === id)
      if (before?.kind !== 'table') continue
      const after = tableOf(made, id)
      expect([kind.name, id, after.columns.length]).toEqual([kind.name, id, before.columns.length - 1])
      expect(spans(after)).toBe(spans(before))
      expect(headingsOver(after).at(-1)).toEqual(headingsOver(before)[0])
    }
    const signed = made.sheets.flatMap(({ blocks }) => blocks).filter(({ kind: of }) => of === 'signature')
    expect(signed).toMatchObject(signed.map(() => ({ name: 'Nguyễn Văn Mẫu' })))
  }
})

test('a template that cannot be is refused at its field', async () => {
  const desk = await testApp()
  const value = { ...plainTemplate, symbol: 'X'.repeat(41) }
  const set = desk.as('admin').settings.set({ key: 'reportTemplate', report: 'ket-qua', version: 0, value })
  expect((await refusal(set)).details?.fields).toEqual({
    'value.symbol': 'Nội dung dài quá 40 ký tự. Rút ngắn lại.',
  })
})
