import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { writeReport } from '../../electron/core/excel/write.ts'
import { cellText } from '../../electron/core/reports/number-text.ts'
import { picturesOf, tableOf, valuesOf } from '../support/report-cells.ts'
import { type SampleDesk, sampleDesk } from '../support/sample-desk.ts'
import { readWorkbook } from '../support/workbook.ts'

let sample: SampleDesk
beforeAll(async () => {
  sample = await sampleDesk('2023-12-20T08:00:00+07:00', 600)
}, 60_000)

const preview = (kind: 'month' | 'quarter' | 'year', id: string) =>
  sample.admin.reports.preview({ name: 'chi-tieu', period: { kind, id } })

describe('the report on the target', () => {
  test('agrees with the target of the command line, at the end of the period or today', async () => {
    for (const [kind, id, asOf] of [
      ['month', '2023-09', '2023-09-30'],
      ['quarter', '2023-Q3', '2023-09-30'],
      ['year', '2023', '2023-12-20'],
    ] as const) {
      const document = await preview(kind, id)
      const status = await sample.admin.targets.status({ year: 2023, asOf })
      const [, n, d, ratio, , missing] = valuesOf(tableOf(document, 'target').rows[0])
      expect([id, n, d, missing]).toEqual([id, status.numerator, status.denominator, status.missing])
      expect(ratio).toEqual({ numerator: status.numerator, denominator: status.denominator })
      const { pace, forecast } = status
      expect(valuesOf(tableOf(document, 'forecast').rows[0])).toEqual([
        ...[pace.basisDays, pace.onlinePerDay, pace.directPerDay, pace.workingDaysLeft, pace.neededPerDay],
        ...[forecast.numerator, forecast.denominator, forecast.ratioPct],
      ])
    }
  })

  test('runs on from month to month, each month with what is missing at its end', async () => {
    const { rows } = tableOf(await preview('year', '2023'), 'months')
    expect(rows).toHaveLength(12)
    let [n, d] = [0, 0]
    for (const [at, row] of rows.entries()) {
      const [, inMonth, below, , runningN, runningD, , goal, missing] = valuesOf(row)
      n += Number(inMonth)
      d += Number(below)
      expect([runningN, runningD]).toEqual([n, d])
      const end = at === 11 ? '2023-12-20' : `2023-${String(at + 1).padStart(2, '0')}-28`
      if (at === 11)
        expect(missing).toBe((await sample.admin.targets.status({ year: 2023, asOf: end })).missing)
      expect(goal).toEqual({ numerator: at === 10 ? 900 : 1000, denominator: 10_000 })
    }
  })

  test('draws the running ratio of every month with the line of the target, in the workbook too', async () => {
    const document = await preview('month', '2023-11')
    const [picture] = picturesOf(document)
    if (picture?.chart.type !== 'bars') throw new Error('no bars')
    const { bars, line } = picture.chart
    expect(bars).toHaveLength(11)
    expect(bars.at(-1)?.label).toBe('11/2023')
    expect(bars.map(({ text }) => text)).toEqual(
      tableOf(document, 'months').rows.map(row => cellText(row.cells[6] ?? { value: null }, 'percent')),
    )
    expect(line).toEqual({ value: 10, text: 'Chỉ tiêu 10,0\u00a0%' })
    expect(picture.answer).toContain(bars.at(-1)?.text)
    expect(document.sheets.map(({ title }) => title?.label)).toEqual([undefined, 'Phụ lục I', 'Phụ lục II'])
    const parts = unzipSync((await writeReport(document)).bytes)
    expect(Object.keys(parts).filter(name => /^xl\/media\/.+/.test(name))).toHaveLength(1)
  })

  test('shows the teams that have a target, each with both counts', async () => {
    const { rows } = tableOf(await preview('month', '2023-11'), 'target-teams')
    expect(rows.map(row => valuesOf(row)[2])).toEqual([
      { numerator: 1200, denominator: 10_000 },
      { numerator: 800, denominator: 10_000 },
    ])
    for (const row of rows) {
      const [, , , n, d, ratio, verdict] = valuesOf(row)
      expect(ratio).toEqual({ numerator: n, denominator: d })
      const goal = valuesOf(row)[2] as { numerator: number } // as the line above has it
      expect(verdict).toBe(Number(n) * 10_000 >= goal.numerator * Number(d) ? 'Đạt' : 'Chưa đạt')
    }
  })

  test('says that a forecast is an estimate and on what it rests, in numbers with two decimals', async () => {
    const document = await preview('month', '2023-11')
    expect(JSON.stringify(document)).toContain(
      'Ước tính: lấy bình quân 20 ngày làm việc gần nhất trước ngày 30/11/2023',
    )
    const [sheet] = await readWorkbook((await writeReport(document)).bytes)
    const cells = [...(sheet?.cells.values() ?? [])].filter(({ format }) => format === '#,##0.00')
    expect(cells).toHaveLength(6)
    for (const { type } of cells) expect(type).toBe('number')
  })

  test('where a day has a total of its own, the denominator leads to the days as well as to files', async () => {
    await sample.admin.targets.setDirectCount({ day: '2023-02-01', count: 500, source: 'Sổ', version: 0 })
    const document = await preview('month', '2023-11')
    const { rows } = tableOf(document, 'months')
    expect(rows[0]?.cells.map(({ measure }) => measure !== undefined)).toEqual([
      false,
      true,
      false,
      false,
      true,
      false,
      false,
      false,
      false,
    ])
    const { value, target } = rows[1]?.cells[5] ?? {}
    if (target === undefined) throw new Error('no figure of the target')
    const behind = await sample.admin.statistics.files({ figure: { target }, limit: 500 })
    expect([behind.total, behind.days.map(({ day, count }) => [day, count])]).toEqual([
      value,
      [['2023-02-01', 500]],
    ])
    expect(JSON.stringify(document)).toContain('Mẫu số gồm cả tổng số trực tiếp nhập theo ngày')
  })
})
