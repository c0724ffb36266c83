import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, describe, expect, test } from 'vitest'
import type { QueryContext } from '../../electron/core/context.ts'
import { openReport } from '../../electron/core/excel/open-report.ts'
import { readSeal } from '../../electron/core/excel/read-seal.ts'
import { writeReport } from '../../electron/core/excel/write.ts'
import { askedPeriod } from '../../electron/core/periods/store.ts'
import { reports } from '../../electron/core/reports/kinds.ts'
import { showDecimal, showInteger, showPercent } from '../../electron/core/reports/number-text.ts'
import type { ReportDocument } from '../../electron/core/reports/report.ts'
import { ReportPages } from '../../renderer/print/report-pages.tsx'
import { type ExportingOffice, exportingOffice } from '../support/exporting-office.ts'
import { type PlainCell, readWorkbook } from '../support/workbook.ts'

const made = reports.filter(report => 'build' in report)

let office: ExportingOffice
beforeAll(async () => {
  office = await exportingOffice()
  office.desk.database.atomically(db => {
    db.run('INSERT OR IGNORE INTO targets (year, basis_points) VALUES (2023, 1000)')
  })
}, 60_000)

function built(name: string): ReportDocument {
  return office.desk.database.read(db => {
    const context: QueryContext = {
      db,
      now: '2023-10-02T08:00:00+07:00',
      today: '2023-10-02',
      actor: { id: null, name: 'Thử nghiệm', role: null, host: 'app' },
    }
    const report = made.find(each => each.name === name)
    if (report === undefined) throw new Error(name)
    const period = askedPeriod(db, {
      kind: report.periodKinds.includes('month') ? 'month' : 'year',
      id: report.periodKinds.includes('month') ? '2023-09' : '2023',
    })
    return report.build(context, period)
  })
}

const decode = (html: string): string =>
  html
    .replace(/<br\/?>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')

type TableTexts = { readonly headings: readonly string[]; readonly rows: readonly string[] }

const cellsIn = (html: string): readonly string[] =>
  [...html.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)]
    .map(([, cell = '']) => decode(cell))
    .filter(text => text !== '')

/** The cells of every table of the page, sheet by sheet, as a reader sees them. */
function pageTables(document: ReportDocument): readonly (readonly TableTexts[])[] {
  const html = renderToStaticMarkup(createElement(ReportPages, { document }))
  return html
    .split('<section ')
    .slice(1)
    .map(section =>
      [...section.matchAll(/<thead>(.*?)<\/thead><tbody>(.*?)<\/tbody>/gs)].map(
        ([, head = '', body = '']) => ({
          headings: cellsIn(head),
          rows: cellsIn(body),
        }),
      ),
    )
}

/** The same of the workbook, read back from its file; where its tables stand, the file itself says. */
async function workbookTables(bytes: Uint8Array): Promise<readonly (readonly TableTexts[])[]> {
  const opened = openReport(bytes)
  const seal = 'sheets' in opened ? readSeal(opened.sheets) : 'none'
  if (typeof seal === 'string') throw new Error(seal)
  const sheets = await readWorkbook(bytes)
  return sheets.map(({ name, cells }) => {
    const within = (first: number, last: number) =>
      [...cells]
        .filter(([address]) => {
          const row = Number(address.replace(/^[A-Z]+/, ''))
          return first <= row && row <= last
        })
        .map(([, cell]) => seen(cell))
        .filter(text => text !== '')
    return (seal.sheets.get(name)?.tables ?? []).map(({ first, last, headings }) => ({
      headings: within(headings, first - 1),
      rows: within(first, last),
    }))
  })
}

/** What a reader of the workbook sees in a cell, reckoned from the value and the number format that stand in it. */
function seen({ value, format, type }: PlainCell): string {
  if (type === 'day' && typeof value === 'string') return value.split('-').reverse().join('/')
  if (typeof value === 'number' && format === '0.0%')
    return showPercent({ numerator: value * 1e9, denominator: 1e9 })
  if (typeof value === 'number' && format === '#,##0.00') return showDecimal(value)
  return typeof value === 'number' ? showInteger(value) : String(value ?? '')
}

describe('preview, print and workbook say the same', () => {
  test.each(made.map(({ name }) => name))(
    'every cell of every table of %s',
    async name => {
      const document = built(name)
      const { bytes } = await writeReport(document)
      const pages = pageTables(document)
      expect(await workbookTables(bytes)).toEqual(pages)
      expect(pages.flat().flatMap(({ rows }) => rows).length).toBeGreaterThan(0)
    },
    60_000,
  )
})
