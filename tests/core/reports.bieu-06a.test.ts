import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ReportDocument } from '../../electron/core/reports/report.ts'
import { type TestApp, testApp } from '../support/app.ts'
import {
  exported,
  measuredCells,
  rowsMissing,
  statisticsOf,
  tableOf,
  valuesOf,
} from '../support/report-cells.ts'
import { listsDesk } from '../support/sample-desk.ts'
import { readWorkbook } from '../support/workbook.ts'

type Kind = 'week' | 'month' | 'quarter' | 'half' | 'year'
type Expected = {
  readonly files: readonly { readonly name: string }[]
  readonly ii06a: Readonly<Record<Kind | 'monthTo14', Readonly<Record<string, readonly number[]>>>>
}
const expected: Expected = JSON.parse(
  readFileSync(new URL('../samples/expected-five.json', import.meta.url), 'utf8'),
)
const name = 'bieu-06a'

describe('biểu II.06a of the five sample lists', () => {
  let desk: TestApp
  let admin: ReturnType<TestApp['as']>
  beforeAll(async () => {
    ;({ desk, admin } = await listsDesk(expected.files))
  }, 60_000)

  const build = (kind: Kind, id: string) => admin.reports.preview({ name, period: { kind, id } })
  const totals = (document: ReportDocument, by: string) =>
    valuesOf(tableOf(document, `ii06a-${by}`).rows.at(-1)).slice(2)

  test.each(['week', 'month', 'quarter', 'half', 'year'] as const)(
    'has the expected totals in every %s, by team, class and district alike',
    async kind => {
      for (const [id, figures] of Object.entries(expected.ii06a[kind])) {
        const document = await build(kind, id)
        for (const by of ['team', 'class', 'district'])
          expect([id, by, totals(document, by)]).toEqual([id, by, figures])
      }
    },
  )

  test('balances in every row and sums to the last in every column', async () => {
    const document = await build('month', '2023-09')
    for (const by of ['team', 'class', 'district']) {
      const { rows } = tableOf(document, `ii06a-${by}`)
      const figures = rows.map(row => valuesOf(row).slice(2).map(Number))
      for (const row of figures) {
        const [c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0, c8 = 0, c9 = 0, c10 = 0, c11 = 0, c12 = 0, c13 = 0] =
          row
        expect([c3, c7, c11, c3]).toEqual([c4 + c5 + c6, c8 + c9 + c10, c12 + c13, c7 + c11])
      }
      figures.at(-1)?.forEach((total, column) => {
        expect(figures.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0), 0)).toBe(total)
      })
    }
  })

  test('says of each figure what it counts, and the statistics agree', async () => {
    const cells = measuredCells(await build('quarter', '2023-Q3'))
    expect(cells.length).toBeGreaterThan(100)
    const ask = statisticsOf(admin)
    for (const { cell, measure, where } of cells)
      expect([where, cell.value]).toEqual([where, await ask(measure)])
  })

  test('is exported as three sheets that bear the top of the form and the same figures', async () => {
    const period = { kind: 'month', id: '2023-09' } as const
    const sheets = await readWorkbook(await exported(desk, admin, { name, period }))
    expect(sheets.map(sheet => sheet.name)).toEqual(['Theo đơn vị', 'Theo hạng GPLX', 'Theo địa bàn'])
    for (const sheet of sheets) {
      const texts = sheet.rows.flat().filter(value => typeof value === 'string')
      expect(texts).toEqual(
        expect.arrayContaining([
          'Biểu số II.06a/VPCP/KSTT',
          'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH ĐỔI GIẤY PHÉP LÁI XE',
          'Kỳ báo cáo: Tháng 9 năm 2023\n(Từ ngày 01/09/2023 đến ngày 30/09/2023)',
          'Đơn vị báo cáo: Sở Giao thông vận tải tỉnh Kiên Giang',
          'Đơn vị nhận báo cáo: UBND tỉnh Kiên Giang',
          'Đơn vị tính: Số hồ sơ TTHC',
          'Từ kỳ trước',
          'NGƯỜI LẬP BIỂU',
          ...Array.from({ length: 13 }, (_, at) => `(${at + 1})`),
        ]),
      )
    }
    expect(rowsMissing(await build('month', '2023-09'), sheets)).toEqual([])
  })

  test('closed on the 14th, has the expected totals of such months, and ket-qua with it', async () => {
    const rule = { weekStart: 1, monthClosesOn14: true } as const
    for (const report of [name, 'ket-qua']) {
      await admin.settings.set({ key: 'reportPeriod', report, version: 0, value: rule })
    }
    for (const [id, figures] of Object.entries(expected.ii06a.monthTo14)) {
      const period = { kind: 'month', id } as const
      expect([id, totals(await build('month', id), 'team')]).toEqual([id, figures])
      const result = await admin.reports.preview({ name: 'ket-qua', period })
      expect([id, valuesOf(tableOf(result, 'ii06a').rows.at(-1)).slice(2)]).toEqual([id, figures])
    }
    const week = await build('week', '2023-W38')
    expect(totals(week, 'team')).toEqual(expected.ii06a.week['2023-W38'])
  })
})

test('a report whose register does not exist yet is listed with the reason and refused with it', async () => {
  const desk = await testApp()
  const kinds = await desk.as('viewer').reports.kinds({})
  const reason = kinds.find(kind => kind.name === 'huong-dan')?.unavailable
  expect(reason).toContain('chưa có sổ ghi lượt hướng dẫn')
  const period = { kind: 'month', id: '2023-09' } as const
  await expect(desk.as('viewer').reports.preview({ name: 'huong-dan', period })).rejects.toMatchObject({
    code: 'invalid',
    message: reason,
  })
  await expect(
    desk.run(desk.as('viewer').reports.export({ name: 'huong-dan', period })),
  ).rejects.toMatchObject({
    message: reason,
  })
})
