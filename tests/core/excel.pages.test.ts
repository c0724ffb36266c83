import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { writeReport } from '../../electron/core/excel/write.ts'
import { ketQuaDocument } from '../../electron/core/reports/ket-qua-document.ts'
import { ketQuaFacts } from '../support/ket-qua-facts.ts'
import { readWorkbook } from '../support/workbook.ts'

test('a sheet that is a little too high is one page with its signature; a longer one breaks between its rows', async () => {
  const facts = ketQuaFacts()
  const [team] = facts.teams
  const [one] = facts.byDay
  if (team === undefined || one === undefined) throw new Error('the facts have a team and a day')
  const printed = async (teams: number, days: number) => {
    const { bytes } = await writeReport(
      ketQuaDocument(
        ketQuaFacts({
          teams: Array.from({ length: teams }, () => team),
          byDay: Array.from({ length: days }, () => one),
        }),
      ),
    )
    const parts = unzipSync(bytes)
    return ['sheet1', 'sheet2'].map(name => {
      const xml = strFromU8(parts[`xl/worksheets/${name}.xml`] ?? new Uint8Array())
      return { high: /fitToHeight="(\d)"/.exec(xml)?.[1], breaks: [...xml.matchAll(/<brk /g)].length }
    })
  }
  expect((await printed(1, 16))[1]).toEqual({ high: '1', breaks: 0 })
  const [summary, days] = await printed(40, 31)
  expect(days).toEqual({ high: '0', breaks: 1 })
  expect(summary?.high).toBe('0')
  expect(summary?.breaks).toBeGreaterThan(1)
})

test('a low table in running text is on one page, for its headings would not come back on the next', async () => {
  const document = ketQuaDocument(ketQuaFacts())
  const [summary] = document.sheets
  const table = summary?.blocks.find(block => block.kind === 'table')
  if (summary === undefined || table === undefined) throw new Error('the report has a table')
  for (let before = 0; before < 24; before += 1) {
    const text = Array.from({ length: before }, (_, at) => ({
      ...{ kind: 'paragraph' as const, body: true as const, text: `Đoạn văn thứ ${at + 1} của báo cáo.` },
    }))
    const { bytes } = await writeReport({
      ...document,
      sheets: [
        { ...summary, blocks: [...text, { ...table, rows: [...table.rows, ...table.rows] }, ...text] },
      ],
    })
    const [sheet] = await readWorkbook(bytes)
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const ends = [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id))
    const first = (sheet?.rows.findIndex(row => row.includes('(1)')) ?? 0) + 1
    const last = (sheet?.rows.findLastIndex(row => row.includes('Tổng cộng')) ?? 0) + 1
    expect([before, ends.filter(row => row >= first && row < last)]).toEqual([before, []])
  }
})

test('the signature stays on the page of the last rows of the table above it', async () => {
  const { measures } = ketQuaFacts()
  for (const count of [3, 6, 12, 19, 20, 21, 22, 23, 40]) {
    const teams = Array.from({ length: count }, (_, at) => ({
      key: `${at + 1}`,
      name: `Tổ ${at + 1}`,
      measures,
    }))
    const { bytes } = await writeReport(ketQuaDocument(ketQuaFacts({ teams })))
    const [summary] = await readWorkbook(bytes)
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    const lastRowsOfPages = [...xml.matchAll(/<brk id="(\d+)"/g)].map(([, id]) => Number(id))
    const totals = (summary?.rows.findLastIndex(row => row.includes('Tổng cộng')) ?? 0) + 1
    expect(lastRowsOfPages.length).toBeGreaterThan(0)
    expect(lastRowsOfPages.filter(row => row >= totals - 1)).toEqual([])
  }
})
