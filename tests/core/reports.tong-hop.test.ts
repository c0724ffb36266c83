import { beforeAll, describe, expect, test } from 'vitest'
import type { Paragraph, ReportDocument, Table } from '../../electron/core/reports/report.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { isMeasure } from '../support/report-cells.ts'
import { readWorkbook } from '../support/workbook.ts'

const period = { kind: 'month', id: '2023-09' } as const

let desk: TestApp
let document: ReportDocument
beforeAll(async () => {
  desk = await testApp()
  for (const status of [1, 2, 5, 9, 10] as const) await logged(desk, { status })
  await logged(desk, { status: 9, channel: 'direct' })
  await desk.as('officer').narrative.save({
    ...{ report: 'tong-hop', period, passage: 'open', version: 0 },
    text: 'Đang giải quyết 2 hồ sơ.\nKhông có hồ sơ nào bị khiếu nại.',
  })
  document = await desk.as('viewer').reports.preview({ name: 'tong-hop', period })
})

const blocks = () => document.sheets[0]?.blocks ?? []
const paragraphs = () => blocks().filter((block): block is Paragraph => block.kind === 'paragraph')

describe('the report tong-hop', () => {
  test('has the six sections of a monthly report and ends as the decree says', () => {
    expect(
      paragraphs()
        .filter(({ heading }) => heading)
        .map(({ text }) => text),
    ).toEqual([
      'I. Kết quả thực hiện',
      'II. Khó khăn, vướng mắc',
      'III. Nguyên nhân',
      'IV. Giải pháp đã thực hiện',
      'V. Đề xuất, kiến nghị',
      'VI. Nhiệm vụ kỳ tới',
    ])
    expect(paragraphs().at(-1)?.text).toMatch(/[^.]\.\/\.$/)
    expect(blocks().at(-1)?.kind).toBe('signature')
  })

  test('prints what an officer wrote, each line as a paragraph', () => {
    const texts = paragraphs().map(({ text }) => text.trim())
    expect(texts).toContain('Đang giải quyết 2 hồ sơ.')
    expect(texts).toContain('Không có hồ sơ nào bị khiếu nại.')
  })

  test('says of every number in the text where it stands and what it counts', () => {
    for (const { text, numbers = [] } of paragraphs()) {
      for (const { at, length, label } of numbers) {
        expect(text.slice(at, at + length)).toMatch(/^([\d.,]+(\u00a0%)?|–)$/)
        expect(label).not.toBe('')
      }
    }
    expect(paragraphs().flatMap(({ numbers = [] }) => numbers).length).toBeGreaterThan(15)
  })

  test('gives the figures of the statistics, line by line', async () => {
    const { measures } = await desk.as('viewer').statistics.figures({ period })
    const table = blocks().find((block): block is Table => block.kind === 'table')
    for (const { cells } of table?.rows ?? []) {
      for (const { value, measure } of cells) {
        if (measure === undefined) continue
        const sum = measure.names.filter(isMeasure).reduce((total, name) => {
          const { channels } = measure
          const counts = measures[name]
          return total + (channels?.reduce((part, channel) => part + counts[channel], 0) ?? counts.total)
        }, 0)
        expect(value).toBe(sum)
      }
    }
  })

  test('is the same in the workbook, on upright A4', async () => {
    const { jobId } = await desk.as('viewer').reports.export({ name: 'tong-hop', period })
    await desk.jobs.finished(jobId)
    const [sheet] = await readWorkbook((await desk.as('viewer').jobs.file({ id: jobId })).bytes)
    const cells = sheet?.rows.flat()
    for (const { text } of paragraphs()) expect(cells).toContain(text)
    expect(document.print.orientation).toBe('portrait')
  })
})
