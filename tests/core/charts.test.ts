import { createHash } from 'node:crypto'
import { unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { chartPng, chartSvg } from '../../electron/core/charts/draw.ts'
import type { Chart } from '../../electron/core/charts/model.ts'
import { chartOption } from '../../electron/core/charts/option.ts'
import { writeReport } from '../../electron/core/excel/write.ts'
import { ketQuaDocument } from '../../electron/core/reports/ket-qua-document.ts'
import { ketQuaFacts } from '../support/ket-qua-facts.ts'
import { picturesOf } from '../support/report-cells.ts'

const pareto: Chart = {
  type: 'pareto',
  bars: [
    { label: 'Nhận thức của người dân', value: 22, text: '22' },
    { label: 'Phần mềm', value: 18, text: '18' },
  ],
}
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const difficulty = {
  ...{ day: '2023-09-18', kind: 'Phần mềm', content: 'Chậm', affected: 4, cause: '', measures: '' },
  ...{ proposal: '', receiver: '', status: 'Mới ghi nhận' },
}
const facts = () => ketQuaFacts({ difficulties: [difficulty] })
const pictures = () => picturesOf(ketQuaDocument(facts()))

describe('charts', () => {
  test('say their words whole, with every Vietnamese mark', () => {
    const svg = chartSvg(pareto)
    for (const word of ['Nhận', 'thức', 'người', 'Phần mềm', '22', '18', '100 %']) expect(svg).toContain(word)
  })

  test('name every group however many there are', () => {
    const names = Array.from({ length: 12 }, (_, at) => `Nhóm khó khăn số${at + 1} của người dân nộp hồ sơ`)
    const bars = names.map((label, at) => ({ label, value: 20 - at, text: String(20 - at) }))
    const svg = chartSvg({ type: 'pareto', bars })
    for (const [at] of names.entries()) expect(svg).toMatch(new RegExp(`số${at + 1}\\b`))
  })

  test('words that would stand on the line of the target stand in the bar', () => {
    const bar = (value: number) => ({ label: `${value}`, value, text: `${value} %` })
    const option = chartOption({
      type: 'bars',
      bars: [bar(4), bar(9), bar(12)],
      line: { value: 10, text: 'Chỉ tiêu' },
    })
    const { series } = option as { series: { data: { label: { position: string } }[] }[] } // data alone
    expect(series[0]?.data.map(({ label }) => label.position)).toEqual(['top', 'insideTop', 'top'])
  })

  test('are drawn alike for screen and workbook: the option is data, without a function in it', () => {
    for (const { chart } of pictures()) {
      const option = chartOption(chart)
      expect(JSON.parse(JSON.stringify(option))).toEqual(option)
    }
  })

  test('give the same picture for the same figures, and another for others', async () => {
    const once = await chartPng(pareto)
    expect([...once.subarray(1, 4)].map(code => String.fromCharCode(code)).join('')).toBe('PNG')
    expect(hash(await chartPng(pareto))).toBe(hash(once))
    const [first, ...rest] = pareto.bars
    if (first === undefined) throw new Error('no bar')
    const other: Chart = { ...pareto, bars: [{ ...first, value: 40, text: '40' }, ...rest] }
    expect(hash(await chartPng(other))).not.toBe(hash(once))
  })

  test('stand in the workbook as the pictures of the document', async () => {
    const parts = unzipSync((await writeReport(ketQuaDocument(facts()))).bytes)
    const media = Object.entries(parts).filter(([name]) => /^xl\/media\/.+/.test(name))
    const drawn = await Promise.all(pictures().map(({ chart }) => chartPng(chart)))
    expect(pictures().map(({ id }) => id)).toEqual(['ratio', 'road', 'difficulties'])
    expect(media.map(([, bytes]) => hash(bytes)).sort()).toEqual(drawn.map(hash).sort())
  })

  test('answer their question in a sentence that bears the same figures', () => {
    const { measures, target } = facts()
    const [ratio, road] = pictures()
    expect(ratio?.answer).toContain('chỉ tiêu')
    if (ratio?.chart.type !== 'bars') throw new Error('not bars')
    expect(ratio.chart.line?.value).toBe((target.targetBp ?? 0) / 100)
    expect(road?.chart.bars.map(({ value }) => value)).toEqual([
      measures.registered.online,
      measures.received.online,
      measures.finished.online,
      measures.returned.online,
    ])
  })
})
