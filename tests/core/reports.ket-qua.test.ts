import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { calendarOf } from '../../electron/core/calendar/store.ts'
import { cellText } from '../../electron/core/reports/number-text.ts'
import type { ReportDocument, Table } from '../../electron/core/reports/report.ts'
import type { Measures } from '../../electron/core/statistics/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { randomFile } from '../support/histories.ts'
import { fillRegister } from '../support/register.ts'
import { type PlainSheet, readWorkbook } from '../support/workbook.ts'

const rule = () => ({ days: 5, afterPause: 'fresh' as const })
const office = { daysOff: new Set<string>(), saturdaysWorked: new Set<string>(), rule }
const september = { kind: 'month', id: '2023-09' } as const

let desk: TestApp
beforeAll(async () => {
  desk = await testApp()
  const files = fc
    .sample(randomFile('2023-07-20', 70, office), { numRuns: 400, seed: 7 })
    .map(file => ({ ...file, traits: { ...file.traits, officer: null } }))
  desk.database.atomically(db => {
    db.run("INSERT INTO teams (id, name, position) VALUES (1, 'Tổ Một', 2), (2, 'Tổ Hai', 1)")
    db.run(
      `INSERT INTO difficulties (day, kind_code, content, affected, status)
       SELECT '2023-09-12', code, 'Phần mềm không đồng bộ trạng thái', 4, 'proposed' FROM difficulty_kinds
       ORDER BY code LIMIT 1`,
    )
    fillRegister(db, files, rule, calendarOf(db))
  })
})

const reports = () => desk.as('viewer').reports

async function workbook(period: Parameters<ReturnType<typeof reports>['export']>[0]['period']) {
  const { jobId } = await reports().export({ name: 'ket-qua', period })
  await desk.jobs.finished(jobId)
  const status = await desk.as('viewer').jobs.status({ id: jobId })
  expect(status).toMatchObject({ state: 'done', error: null })
  const file = await desk.as('viewer').jobs.file({ id: jobId })
  return { result: status.result, file, sheets: await readWorkbook(file.bytes) }
}

/** The one line of the table of the target, below its two rows of headings. */
function targetLine(sheet: PlainSheet | undefined): unknown[] {
  const heading = sheet?.rows.findIndex(cells => cells.includes('Số hồ sơ trực tuyến đã có kết quả')) ?? -1
  return sheet?.rows[heading + 2]?.filter(value => value !== null) ?? []
}

/** Biểu II.06a of one channel, columns 3 to 13 (figures.md §3). */
function columnsOf(measures: Measures, part: 'total' | 'online' | 'direct' | 'postal'): (number | string)[] {
  const { received, carriedIn, resumed, closed, closedEarly, closedOnTime, closedLate } = measures
  const { open, openInTime, openPaused, openOverdue } = measures
  const online = part === 'total' ? received.online : part === 'online' ? received.online : '–'
  const others =
    part === 'total' ? received.direct + received.postal : part === 'online' ? '–' : received[part]
  return [
    received[part] + carriedIn[part] + resumed[part],
    online,
    others,
    carriedIn[part] + resumed[part],
    closed[part],
    closedEarly[part],
    closedOnTime[part],
    closedLate[part],
    open[part],
    openInTime[part] + openPaused[part],
    openOverdue[part],
  ]
}

describe('the report ket-qua', () => {
  test('is listed with its title and the periods it is made for', async () => {
    expect(await reports().kinds({})).toContainEqual({
      name: 'ket-qua',
      title: 'Báo cáo kết quả thực hiện dịch vụ công trực tuyến toàn trình đổi GPLX',
      periodKinds: ['day', 'week', 'month'],
      rules: [],
      unavailable: null,
    })
  })

  test('the workbook says what the statistics say, for a day, a week and a month', async () => {
    for (const period of [
      { kind: 'day', id: '2023-09-12' },
      { kind: 'week', id: '2023-W37' },
      september,
    ] as const) {
      const { sheets } = await workbook(period)
      const { measures, byDay } = await desk.as('viewer').statistics.figures({ period })
      const [summary, daily] = sheets
      const lines = { online: 'Trực tuyến', direct: 'Trực tiếp', postal: 'Qua bưu chính công ích' } as const
      for (const [part, label] of Object.entries(lines) as ['online' | 'direct' | 'postal', string][]) {
        const row = summary?.rows.find(cells => cells[1] === label || cells[2] === label)
        const cells = (row ?? []).slice(-11).map(value => value ?? '–')
        expect({ period, label, cells }).toEqual({ period, label, cells: columnsOf(measures, part) })
      }
      for (const { day, registered, received, finished, returned } of byDay) {
        const row = daily?.rows.find(cells => cells[0] === day)
        expect(row?.slice(1, 17)).toEqual(
          [registered, received, finished, returned].flatMap(count => [
            ...[count.total, count.online, count.direct, count.postal],
          ]),
        )
      }
    }
  })

  test('the target of the workbook is the target of the command line, day by day', async () => {
    const { sheets } = await workbook({ kind: 'week', id: '2023-W37' })
    for (const asOf of ['2023-09-11', '2023-09-14', '2023-09-17']) {
      const { numerator, denominator } = await desk.as('viewer').targets.status({ year: 2023, asOf })
      const row = sheets[1]?.rows.find(cells => cells[0] === asOf)
      expect(row?.slice(17, 19)).toEqual([numerator, denominator])
    }
    const status = await desk.as('viewer').targets.status({ year: 2023, asOf: '2023-09-17' })
    const { numerator, denominator, missing, met } = status
    const [goal, n, d, ratio, verdict, k] = targetLine(sheets[0])
    expect([goal, n, d, k]).toEqual([0.1, numerator, denominator, missing])
    expect(Number(ratio)).toBeCloseTo(numerator / denominator, 3)
    expect(verdict).toBe(met === true ? 'Đạt' : 'Chưa đạt')
  })

  test('teams sum to the whole', async () => {
    const { measures } = await desk.as('viewer').statistics.figures({ period: september })
    const table = tableOf(await reports().preview({ name: 'ket-qua', period: september }), 'teams')
    const figures = table.rows.map(row => row.cells.slice(2).map(({ value }) => Number(value)))
    const totals = figures.at(-1) ?? []
    expect(table.rows.map(row => row.cells[1]?.value)).toEqual([
      'Tổ Hai',
      'Tổ Một',
      'Chưa giao cho tổ',
      'Tổng cộng',
    ])
    expect(totals[0]).toBe(measures.received.total)
    totals.forEach((total, column) => {
      expect(figures.slice(0, -1).reduce((sum, row) => sum + (row[column] ?? 0), 0)).toBe(total)
    })
  })

  test('marks days off, lists difficulties and says that the month still runs', async () => {
    const document = await reports().preview({ name: 'ket-qua', period: september })
    const days = tableOf(document, 'days').rows
    expect(days.find(row => row.cells[0]?.value === '2023-09-02')?.kind).toBe('holiday')
    expect(days.find(row => row.cells[0]?.value === '2023-09-10')?.kind).toBe('weekend')
    expect(days.find(row => row.cells[0]?.value === '2023-09-12')?.kind).toBe('normal')
    const difficulty = tableOf(document, 'difficulties').rows[0]
    expect(difficulty?.cells.map(cell => cellText(cell, 'text'))).toContain(
      'Phần mềm không đồng bộ trạng thái',
    )
    expect(JSON.stringify(document)).toContain('Kỳ báo cáo chưa kết thúc: số liệu tính đến ngày 25/09/2023.')
    const day = await reports().preview({ name: 'ket-qua', period: { kind: 'day', id: '2023-09-11' } })
    expect(JSON.stringify(day)).toContain('Không phát sinh')
    expect(JSON.stringify(day)).not.toContain('chưa kết thúc')
  })

  test('leaves an audit entry with the hash of the very bytes that are handed out', async () => {
    const { result, file } = await workbook(september)
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    expect(result).toEqual({ fileName: file.name, sha256 })
    const entry = desk.database.read(db =>
      db.row<{ subject_id: string; changes: string; actor_name: string }>(
        "SELECT subject_id, changes, actor_name FROM audit WHERE subject = 'report' ORDER BY id DESC LIMIT 1",
      ),
    )
    expect(entry?.subject_id).toBe('ket-qua/2023-09')
    expect(entry?.changes).toContain(sha256)
  })

  test('is refused for periods it is not made for, for periods that do not exist and under unknown names', async () => {
    const quarter = { kind: 'quarter', id: '2023-Q3' } as const
    await expect(reports().preview({ name: 'ket-qua', period: quarter })).rejects.toMatchObject({
      code: 'invalid',
    })
    const none = { kind: 'month', id: '2023-13' } as const
    await expect(reports().preview({ name: 'ket-qua', period: none })).rejects.toMatchObject({
      code: 'invalid',
    })
    await expect(reports().preview({ name: 'khac', period: september })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  test('is not exported when an identity is broken, and says which', async () => {
    const broken = await testApp()
    broken.database.atomically(db => {
      fillRegister(
        db,
        fc.sample(randomFile('2023-09-01', 1, office), { numRuns: 30, seed: 3 }).map(untraced),
        rule,
        calendarOf(db),
      )
      db.run("DELETE FROM application_stretches WHERE began = 'received'")
    })
    const { jobId } = await broken.as('viewer').reports.export({ name: 'ket-qua', period: september })
    await broken.jobs.finished(jobId)
    const status = await broken.as('viewer').jobs.status({ id: jobId })
    expect(status).toMatchObject({ state: 'failed', fileName: null, error: { code: 'conflict' } })
    expect(status.error?.message).toContain('chờ tiếp nhận đầu kỳ + đăng ký = tiếp nhận + không tiếp nhận')
    await expect(broken.as('viewer').jobs.file({ id: jobId })).rejects.toMatchObject({ code: 'not-found' })
  })
})

const untraced = <F extends { traits: object }>(file: F) => ({
  ...file,
  traits: { team: null, district: null, class: null, reason: null, officer: null },
})

function tableOf(document: ReportDocument, id: string): Table {
  for (const sheet of document.sheets)
    for (const block of sheet.blocks) if (block.kind === 'table' && block.id === id) return block
  throw new Error(`no table ${id}`)
}
