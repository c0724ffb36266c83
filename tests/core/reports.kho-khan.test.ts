import { unzipSync } from 'fflate'
import { beforeEach, describe, expect, test } from 'vitest'
import { writeReport } from '../../electron/core/excel/write.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { picturesOf, rowsMissing, tableOf, valuesOf } from '../support/report-cells.ts'
import { readWorkbook } from '../support/workbook.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

type Told = {
  readonly code: string
  readonly affected: number
  readonly receiver?: string
  readonly status?: string
}

const record = (day: string, told: readonly Told[]) =>
  desk.database.atomically(db => {
    for (const { code, affected, receiver = '', status = 'new' } of told)
      db.run(
        `INSERT INTO difficulties (day, kind_code, content, affected, cause, measures, proposal, receiver, status)
         VALUES (:day, :code, :content, :affected, 'Vì lý do', '', :proposal, :receiver, :status)`,
        {
          day,
          code,
          affected,
          receiver,
          status,
          content: `Việc ${code}`,
          proposal: receiver === '' ? '' : 'Đề nghị',
        },
      )
  })

const preview = (kind: 'week' | 'month' = 'month', id = '2023-09') =>
  desk.as('viewer').reports.preview({ name: 'kho-khan', period: { kind, id } })

describe('the report on difficulties', () => {
  test('ranks the groups by the files they touch, with share and running share', async () => {
    await record('2023-09-12', [
      { code: 'A1', affected: 5 },
      { code: 'G1', affected: 30 },
      { code: 'A2', affected: 5 },
    ])
    await record('2023-10-01', [{ code: 'K1', affected: 99 }])
    const { rows } = tableOf(await preview(), 'difficulty-groups')
    expect(rows.map(row => valuesOf(row).slice(2))).toEqual([
      [1, 30, { numerator: 30, denominator: 40 }, { numerator: 30, denominator: 40 }],
      [2, 10, { numerator: 10, denominator: 40 }, { numerator: 40, denominator: 40 }],
      [3, 40, { numerator: 40, denominator: 40 }, null],
    ])
  })

  test('gathers them under the headings of a difficulty report', async () => {
    await record('2023-09-12', [
      { code: 'A1', affected: 5, receiver: 'Sở Y tế; Bộ Y tế' },
      { code: 'L1', affected: 1 },
      { code: 'I1', affected: 2, status: 'solved' },
    ])
    const document = await preview()
    const groups = (id: string) =>
      tableOf(document, id)
        .rows.filter(({ kind }) => kind === 'group')
        .map(row => valuesOf(row)[0])
    expect(groups('difficulties')).toEqual(['Về thể chế, cơ chế phối hợp', 'Về dữ liệu', 'Về người dân'])
    expect(groups('proposals')).toEqual(['Bộ Y tế', 'Sở Y tế'])
    const headings = document.sheets[0]?.blocks.flatMap(block =>
      block.kind === 'paragraph' && block.heading === true ? [block.text] : [],
    )
    expect(headings).toEqual([
      'I. Tổng hợp theo nhóm',
      'II. Khó khăn, vướng mắc',
      'III. Nguyên nhân',
      'IV. Giải pháp đã thực hiện',
      'V. Đề xuất, kiến nghị theo cơ quan',
      'VI. Nhiệm vụ kỳ tới',
    ])
    expect(document.sheets.map(({ name }) => name)).toEqual([
      ...['Tổng hợp', 'Khó khăn, vướng mắc', 'Nguyên nhân', 'Đề xuất, kiến nghị', 'Biểu đồ'],
    ])
    expect(document.sheets.at(-1)?.title?.label).toBe('Phụ lục IV')
    expect(JSON.stringify(document)).toContain('đối với 2 khó khăn, vướng mắc chưa giải quyết xong')
    const sheets = await readWorkbook((await writeReport(document)).bytes)
    expect(rowsMissing(document, sheets)).toEqual([])
  })

  test('draws the groups as the table ranks them, those that touch no file left out, in the workbook too', async () => {
    await record('2023-09-12', [
      { code: 'A1', affected: 5 },
      { code: 'G1', affected: 30 },
      { code: 'I1', affected: 0 },
    ])
    const document = await preview()
    const [pareto] = picturesOf(document)
    const groups = tableOf(document, 'difficulty-groups').rows.map(valuesOf)
    expect(pareto?.chart.type).toBe('pareto')
    expect(pareto?.chart.bars.map(({ label, value }) => [label, value])).toEqual(
      groups.filter(row => row[0] !== null && row[3] !== 0).map(row => [row[1], row[3]]),
    )
    expect(pareto?.answer).toContain(`nhóm “${String(groups[0]?.[1])}” chiếm 85,7\u00a0%`)
    const parts = unzipSync((await writeReport(document)).bytes)
    expect(Object.keys(parts).filter(name => /^xl\/media\/.+/.test(name))).toHaveLength(1)
  })

  test('where no file is touched there is nothing to draw', async () => {
    await record('2023-09-12', [{ code: 'A1', affected: 0 }])
    expect(picturesOf(await preview())).toEqual([])
  })

  test('of a period without any says "Không phát sinh" everywhere, on one sheet', async () => {
    const document = await preview('week', '2023-W36')
    expect(document.sheets).toHaveLength(1)
    expect(JSON.stringify(document).match(/Không phát sinh/g)).toHaveLength(5)
    expect(JSON.stringify(document)).toContain('Không có khó khăn, vướng mắc tồn đọng')
  })
})
