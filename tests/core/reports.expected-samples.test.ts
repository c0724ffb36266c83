import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeReport } from '../../electron/core/excel/write.ts'
import type { ReportDocument } from '../../electron/core/reports/report.ts'
import type { Count, Measures } from '../../electron/core/statistics/model.ts'
import { rowsMissing, tableOf, valuesOf } from '../support/report-cells.ts'
import { listsDesk, type SampleDesk } from '../support/sample-desk.ts'
import { readWorkbook } from '../support/workbook.ts'

const counted = ['registered', 'received', 'finished', 'returned'] as const
type Kind = 'day' | 'week' | 'month' | 'quarter' | 'half' | 'year'
type Expected = {
  readonly files: readonly { readonly name: string }[]
  readonly figures: Readonly<Record<Kind, Readonly<Record<string, { readonly measures: Measures }>>>>
  readonly byDay: readonly (Readonly<Record<(typeof counted)[number], Count>> & { readonly day: string })[]
  readonly ii06a: Readonly<Record<Exclude<Kind, 'day'>, Readonly<Record<string, readonly number[]>>>>
  readonly target: Readonly<Record<string, Readonly<Record<string, number | boolean>>>>
}
/** What the five lists must give, computed apart from this program. */
const expected: Expected = JSON.parse(
  readFileSync(new URL('../samples/expected-five.json', import.meta.url), 'utf8'),
)
const parts = ({ total, online, direct, postal }: Count) => [total, online, direct, postal]

describe('what is expected of the five sample lists stands in', () => {
  let admin: SampleDesk['admin']
  beforeAll(async () => {
    ;({ admin } = await listsDesk(expected.files))
  }, 60_000)

  const build = (name: string, kind: Kind, id: string) =>
    admin.reports.preview({ name, period: { kind, id } })
  /** The figures are looked for in the workbook too, not only in the document it was made from. */
  const standsInWorkbook = async (document: ReportDocument) => {
    const sheets = await readWorkbook((await writeReport(document)).bytes)
    expect([document.period.id, rowsMissing(document, sheets)]).toEqual([document.period.id, []])
  }

  test.each(['week', 'month'] as const)(
    'ket-qua of every %s: the form, its channels and each day',
    async kind => {
      let compared = 0
      for (const [id, columns] of Object.entries(expected.ii06a[kind])) {
        const document = await build('ket-qua', kind, id)
        expect([id, valuesOf(tableOf(document, 'ii06a').rows.at(-1)).slice(2)]).toEqual([id, columns])
        const days = new Map(tableOf(document, 'days').rows.map(row => [valuesOf(row)[0], valuesOf(row)]))
        for (const day of expected.byDay.filter(one => days.has(one.day))) {
          const figures = days.get(day.day)?.slice(1, 17)
          expect([day.day, figures]).toEqual([day.day, counted.flatMap(name => parts(day[name]))])
          compared += 1
        }
        if (kind === 'month') await standsInWorkbook(document)
      }
      expect(compared).toBe(expected.byDay.length)
    },
  )

  test('ket-qua of every day', async () => {
    for (const [id, { measures }] of Object.entries(expected.figures.day)) {
      const last = valuesOf(tableOf(await build('ket-qua', 'day', id), 'days').rows.at(-1))
      expect([id, last.slice(1, 17)]).toEqual([id, counted.flatMap(name => parts(measures[name]))])
    }
  }, 60_000)

  test('ket-qua and chi-tieu at the end of a month: the target', async () => {
    const monthEnds = Object.entries(expected.target).filter(([day]) => !day.endsWith('-15'))
    expect(monthEnds.length).toBe(3)
    for (const [asOf, { numerator = 0, denominator = 0, missing, targetBp }] of monthEnds) {
      const said = [
        { numerator: targetBp, denominator: 10_000 },
        numerator,
        denominator,
        { numerator, denominator },
        'Chưa đạt',
        missing,
      ]
      for (const name of ['ket-qua', 'chi-tieu']) {
        const document = await build(name, 'month', asOf.slice(0, 7))
        expect([name, asOf, valuesOf(tableOf(document, 'target').rows[0])]).toEqual([name, asOf, said])
        await standsInWorkbook(document)
      }
      const months = tableOf(await build('chi-tieu', 'month', asOf.slice(0, 7)), 'months')
      expect(valuesOf(months.rows.at(-1)).slice(4, 6)).toEqual([numerator, denominator])
    }
  })

  test.each(['week', 'month', 'quarter', 'half', 'year'] as const)('tong-hop of every %s', async kind => {
    for (const [id, { measures: of }] of Object.entries(expected.figures[kind])) {
      const document = await build('tong-hop', kind, id)
      const { rows } = tableOf(document, 'figures')
      const at = (line: number) => valuesOf(rows[line - 1]).slice(2)
      const carried = parts(of.carriedIn).map((count, part) => count + (parts(of.resumed)[part] ?? 0))
      expect([id, at(1), at(2), at(3), at(7), at(11)]).toEqual([
        id,
        carried,
        ...[of.received, of.closed, of.open, of.returned].map(parts),
      ])
      if (kind === 'quarter') await standsInWorkbook(document)
    }
  })
})
