import { beforeAll, expect, test } from 'vitest'
import { writeReport } from '../../electron/core/excel/write.ts'
import { periodsOfYear } from '../../electron/core/periods/rules.ts'
import type { ReportKind } from '../../electron/core/reports/contract.ts'
import { measuredCells, rowsMissing, statisticsOf } from '../support/report-cells.ts'
import { type SampleDesk, sampleDesk } from '../support/sample-desk.ts'
import { readWorkbook } from '../support/workbook.ts'

const named = ['day', 'week', 'month', 'quarter', 'half', 'year'] as const
type Named = (typeof named)[number]
const isNamed = (kind: string): kind is Named => named.some(each => each === kind)

/** Every month, quarter, half and year of 2023; of weeks and days one in each month. */
function periodsOf({ rules }: ReportKind, kind: Named) {
  const all = periodsOfYear(kind, 2023, rules)
  if (kind === 'day') return all.filter(({ id }) => id.endsWith('-12'))
  return kind === 'week' ? all.filter((_, at) => at % 4 === 1) : all
}

let sample: SampleDesk
let kinds: readonly ReportKind[]
beforeAll(async () => {
  sample = await sampleDesk('2024-01-10T08:00:00+07:00', 1000)
  kinds = (await sample.admin.reports.kinds({})).filter(({ unavailable }) => unavailable === null)
}, 60_000)

test('each kind of report can be made for the periods it offers', () => {
  expect(kinds.map(({ name }) => name)).toEqual([
    ...[
      'ket-qua',
      'bieu-06a',
      'tien-do',
      'chi-tieu',
      'kho-khan',
      'buu-chinh',
      'so-theo-doi',
      'so-tiep-nhan',
      'tong-hop',
    ],
  ])
})

test('every figure of every kind in every period is what the statistics say', async () => {
  const { admin } = sample
  const ask = statisticsOf(admin)
  let compared = 0
  for (const kind of kinds)
    for (const periodKind of kind.periodKinds.filter(isNamed))
      for (const { id } of periodsOf(kind, periodKind)) {
        const document = await admin.reports.preview({ name: kind.name, period: { kind: periodKind, id } })
        const wrong: unknown[] = []
        for (const { cell, measure, where } of measuredCells(document)) {
          const expected = await ask(measure)
          compared += 1
          if (cell.value !== expected) wrong.push([where, cell.value, expected])
        }
        expect([kind.name, id, wrong]).toEqual([kind.name, id, []])
      }
  expect(compared).toBeGreaterThan(20_000)
}, 60_000)

test('every workbook holds the figures of its document, row by row', async () => {
  const { admin } = sample
  let read = 0
  for (const kind of kinds)
    for (const periodKind of kind.periodKinds.filter(isNamed)) {
      // every month; of the longer and shorter periods two, for the preview was compared for all of them
      const periods = periodsOf(kind, periodKind)
      for (const { id } of periodKind === 'month' ? periods : periods.slice(-2)) {
        const document = await admin.reports.preview({ name: kind.name, period: { kind: periodKind, id } })
        const sheets = await readWorkbook((await writeReport(document)).bytes)
        expect(sheets.map(({ name }) => name)).toEqual(document.sheets.map(({ name }) => name))
        expect([kind.name, id, rowsMissing(document, sheets)]).toEqual([kind.name, id, []])
        read += 1
      }
    }
  expect(read).toBeGreaterThan(150)
}, 120_000)

test('the rows of every table fill its columns, on the grid of its sheet', async () => {
  for (const { name } of kinds) {
    const document = await sample.admin.reports.preview({ name, period: { kind: 'month', id: '2023-11' } })
    expect(JSON.parse(JSON.stringify(document))).toEqual(document)
    for (const sheet of document.sheets)
      for (const block of sheet.blocks) {
        if (block.kind !== 'table') continue
        const where = `${name} ${block.id}`
        const wide = block.columns.reduce((sum, { span = 1 }) => sum + span, 0)
        expect([where, wide]).toEqual([where, sheet.grid.length])
        for (const row of block.rows) {
          const cells = row.cells.reduce((sum, { colSpan = 1 }) => sum + colSpan, 0)
          expect([where, cells]).toEqual([where, block.columns.length])
        }
        const headings = block.headings
          .flat()
          .reduce((sum, { colSpan = 1, rowSpan = 1 }) => sum + colSpan * rowSpan, 0)
        expect([where, headings]).toEqual([where, block.columns.length * block.headings.length])
      }
  }
})
