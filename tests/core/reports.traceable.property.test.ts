import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { calendarOf } from '../../electron/core/calendar/store.ts'
import { reports } from '../../electron/core/reports/kinds.ts'
import type { CellValue, Paragraph, ReportDocument } from '../../electron/core/reports/report.ts'
import type { FigureRef } from '../../electron/core/statistics/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { randomFile, withPostedDay } from '../support/histories.ts'
import { fillRegister } from '../support/register.ts'
import { readWorkbook } from '../support/workbook.ts'

const rule = () => ({ days: 5, afterPause: 'fresh' as const })
const office = { daysOff: new Set<string>(), saturdaysWorked: new Set<string>(), rule }

let desk: TestApp
beforeAll(async () => {
  desk = await testApp()
  desk.database.atomically(db => {
    db.run("INSERT INTO teams (id, name, position) VALUES (1, 'Tổ Một', 2), (2, 'Tổ Hai', 1)")
  })
})

const anyFile = withPostedDay(randomFile('2023-07-20', 70, office))

const cases = fc.record({
  files: fc.array(anyFile, {
    minLength: 1,
    maxLength: 80,
    size: 'max',
  }),
  period: fc.constantFrom(
    { kind: 'month', id: '2023-09' } as const,
    { kind: 'week', id: '2023-W36' } as const,
    { kind: 'day', id: '2023-08-15' } as const,
    { kind: 'quarter', id: '2023-Q3' } as const,
    { kind: 'half', id: '2023-H2' } as const,
    { kind: 'year', id: '2023' } as const,
  ),
  unit: fc.constantFrom('files', 'licences'),
  target: fc.record({
    numerator: fc.constantFrom('finished', 'received', 'registered'),
    denominator: fc.constantFrom('direct-and-postal', 'direct', 'all'),
    bothCounts: fc.constantFrom('larger', 'logged', 'total'),
  }),
  totals: fc.uniqueArray(fc.record({ day: fc.nat(60), count: fc.integer({ min: 0, max: 6 }) }), {
    selector: ({ day }) => day,
    maxLength: 30,
  }),
})

const september = { kind: 'month', id: '2023-09' } as const

type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

function fill({ files, unit, target, totals }: Case): void {
  const mine = files.map(file => ({ ...file, traits: { ...file.traits, officer: null } }))
  desk.database.atomically(db => {
    fillRegister(db, mine, rule, calendarOf(db))
    db.run("DELETE FROM settings WHERE key IN ('unit', 'target')")
    db.run('DELETE FROM direct_counts')
    for (const [key, value] of Object.entries({ unit: { unit }, target })) {
      db.run(`INSERT INTO settings (key, from_day, value) VALUES (:key, '0001-01-01', :value)`, {
        key,
        value: JSON.stringify(value),
      })
    }
    for (const { day, count } of totals) {
      db.run(
        `INSERT INTO direct_counts (day, count, source)
         VALUES (date('2023-07-20', '+' || CAST(:day AS TEXT) || ' days'), :count, 'Báo cáo ngày')`,
        { day, count },
      )
    }
  })
}

type Traced = { readonly place: string; readonly value: CellValue; readonly figure: FigureRef }

/** Every cell of every table, and every number of a text, that says what it counts. */
function traced(document: ReportDocument): readonly Traced[] {
  return document.sheets.flatMap(sheet =>
    sheet.blocks.flatMap(block => {
      if (block.kind === 'paragraph') return numbersOf(block)
      if (block.kind !== 'table') return []
      return block.rows.flatMap((row, at) =>
        row.cells.flatMap(({ value, target, measure }): Traced[] => {
          const place = `${block.id} ${at}`
          if (target !== undefined) return [{ place, value, figure: { target } }]
          return measure === undefined ? [] : [{ place, value, figure: { measure } }]
        }),
      )
    }),
  )
}

const numbersOf = ({ text, numbers = [] }: Paragraph): readonly Traced[] =>
  numbers.flatMap(({ at, length, label, measure }) => {
    const value = Number(text.slice(at, at + length).replaceAll('.', ''))
    return measure === undefined ? [] : [{ place: label, value, figure: { measure } }]
  })

describe('every figure of a report can be traced to its files', () => {
  test.each(reports.filter(report => 'build' in report))(
    'the list behind every cell of $name has as many files as the cell says',
    async ({ name, periodKinds }) => {
      const possible = cases.filter(({ period }) => periodKinds.includes(period.kind))
      await fc.assert(
        fc.asyncProperty(possible, async given => {
          fill(given)
          const viewer = desk.as('viewer')
          const document = await viewer.reports.preview({ name, period: given.period })
          for (const { place, value, figure } of traced(document)) {
            const { total, lines, files, days, next } = await viewer.statistics.files({ figure, limit: 500 })
            expect({ place, total }).toEqual({ place, total: value })
            const listed =
              given.unit === 'files' ? lines : files.reduce((sum, { licences }) => sum + licences, 0)
            expect({ place, listed: listed + days.reduce((sum, { count }) => sum + count, 0), next }).toEqual(
              { place, listed: total, next: null },
            )
          }
        }),
        { numRuns: 8, seed: 11 },
      )
    },
    120_000,
  )

  test.each([
    // the numbers of the lines, and what is missing to the target: reckoned, not counted
    { name: 'ket-qua', without: ['ii06a 0', 'teams 0', 'target 5'] },
    // the days of the latest file, and the days in the appendices
    {
      name: 'tien-do',
      without: [
        ...['progress 0', 'deadlines-team 0', 'deadlines-team 10', 'deadlines-officer 0'],
        ...['deadlines-officer 10', 'late 0', 'late 6', 'due-soon 0', 'due-soon 6'],
      ],
    },
    // the mean of the days of delivery
    { name: 'buu-chinh', without: ['post 0', 'post 5', 'with-the-post 0', 'with-the-post 5'] },
  ])('no count of files of $name goes without its files', async ({ name, without }) => {
    const [given] = fc.sample(cases, { numRuns: 1, seed: 3 })
    if (given === undefined) throw new Error('no case')
    const files = fc.sample(anyFile, { numRuns: 400, seed: 3 })
    fill({ ...given, files, unit: 'files' })
    const document = await desk.as('viewer').reports.preview({ name, period: september })
    const silent = document.sheets.flatMap(sheet =>
      sheet.blocks.flatMap(block =>
        block.kind !== 'table' || block.id === 'difficulties'
          ? []
          : block.rows.flatMap(row =>
              row.cells.flatMap((cell, at) =>
                typeof cell.value === 'number' && cell.measure === undefined && cell.target === undefined
                  ? [`${block.id} ${at}`]
                  : [],
              ),
            ),
      ),
    )
    expect(new Set(silent)).toEqual(new Set(without))
  })
})

describe('the list of a figure', () => {
  beforeAll(() => {
    const [given] = fc.sample(cases, { numRuns: 1, seed: 5 })
    if (given === undefined) throw new Error('no case')
    const files = fc.sample(anyFile, { numRuns: 60, seed: 5 })
    fill({ ...given, files, unit: 'files' })
  })
  const figure = {
    measure: {
      names: ['registered', 'closed'] as ('registered' | 'closed')[],
      from: '2023-07-20',
      to: '2023-10-20',
    },
  }

  test('comes in pages that follow each other without a gap or a twin', async () => {
    const viewer = desk.as('viewer')
    const whole = await viewer.statistics.files({ figure, limit: 500 })
    expect(whole.lines).toBeGreaterThan(20)
    const paged = []
    for (let after: number | null = 0; after !== null; ) {
      const page: Awaited<ReturnType<typeof viewer.statistics.files>> = await viewer.statistics.files({
        figure,
        after,
        limit: 7,
      })
      paged.push(...page.files)
      after = page.next
    }
    expect(paged).toEqual(whole.files)
  })

  test('says what was counted', async () => {
    const { said } = await desk.as('viewer').statistics.files({
      figure: {
        measure: {
          names: ['received', 'carriedIn'],
          from: '2023-09-01',
          to: '2023-09-30',
          channels: ['direct', 'postal'],
          group: { by: 'team', key: '1' },
        },
      },
    })
    expect(said).toBe(
      'Tiếp nhận trong kỳ + kỳ trước chuyển qua, từ ngày 01/09/2023 đến ngày 30/09/2023; nộp trực tiếp, qua bưu chính công ích; tổ: Tổ Một; đếm hồ sơ.',
    )
    const late = await desk.as('viewer').statistics.files({
      figure: {
        measure: {
          names: ['lateOver10'],
          from: '2023-09-01',
          to: '2023-09-30',
        },
      },
    })
    expect(late.said).toMatch(/^Quá hạn trên 10 ngày làm việc, từ ngày 01\/09\/2023/)
    const target = await desk.as('viewer').statistics.files({
      figure: { target: { part: 'numerator', from: '2023-01-01', to: '2023-09-30', rulesOn: '2023-09-30' } },
    })
    expect(target.said).toMatch(/^Tử số của chỉ tiêu: .*nộp trực tuyến; đếm hồ sơ\.$/)
  })

  test('goes out as a workbook with one line for each file, and leaves a trace', async () => {
    const viewer = desk.as('viewer')
    const { lines } = await viewer.statistics.files({ figure })
    const started = await viewer.statistics.exportFiles({ figure })
    const done = await desk.run(Promise.resolve(started))
    expect(done.lines).toBe(lines)
    const [sheet] = await readWorkbook((await viewer.jobs.file({ id: started.jobId })).bytes)
    expect(sheet?.rows.length).toBe(lines + 2)
    expect(String(sheet?.rows[0]?.[0])).toMatch(/^Đăng ký \+ đã giải quyết/)
    const [entry] = await desk.as('admin').audit.list({})
    expect(entry).toMatchObject({ operation: 'statistics.exportFiles', subject: 'register' })
  })
})
