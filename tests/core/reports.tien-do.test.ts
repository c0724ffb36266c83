import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { calendarOf } from '../../electron/core/calendar/store.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { randomFile } from '../support/histories.ts'
import { fillRegister } from '../support/register.ts'
import { tableOf, valuesOf } from '../support/report-cells.ts'

let desk: TestApp
beforeEach(async () => {
  // Monday 25/09/2023; five working days from the 11th end on the 18th, from the 20th on the 27th
  desk = await testApp()
})

const month = { kind: 'month', id: '2023-09' } as const
const preview = (period: { kind: 'day' | 'month'; id: string } = month) =>
  desk.as('viewer').reports.preview({ name: 'tien-do', period })

describe('the report on progress', () => {
  test('says as of today what is late, by how many working days, and what is due soon', async () => {
    await logged(desk, { status: 4, registered: '2023-09-11', dossierCode: 'HS-TRE' })
    await logged(desk, { status: 2, registered: '2023-09-20', dossierCode: 'HS-GAN', channel: 'direct' })
    await logged(desk, { status: 2, registered: '2023-09-22', dossierCode: 'HS-XA' })
    await logged(desk, { status: 9, registered: '2023-09-11', dossierCode: 'HS-XONG' })
    const document = await preview()
    const late = tableOf(document, 'late').rows
    expect(late.map(row => valuesOf(row).slice(1, 7))).toEqual([
      ['HS-TRE', expect.any(String), 'Trực tuyến', '2023-09-11', '2023-09-18', 5],
    ])
    const soon = tableOf(document, 'due-soon').rows
    expect(soon.map(row => [valuesOf(row)[1], valuesOf(row)[5], valuesOf(row)[6]])).toEqual([
      ['HS-GAN', '2023-09-27', 2],
    ])
    const total = valuesOf(tableOf(document, 'deadlines-team').rows.at(-1))
    expect(total).toEqual([null, 'Tổng cộng', 3, 2, 1, 0, 1, 1, 0, 0, 5])
    expect(JSON.stringify(document)).toContain('tính đến hết ngày 25/09/2023')
  })

  test('looks at the end of a period that is over, whatever happened since', async () => {
    const file = await logged(desk, { status: 4, registered: '2023-09-11', dossierCode: 'HS-TRE' })
    await moved(desk, file, 'finish', '2023-09-22')
    const thatDay = await preview({ kind: 'day', id: '2023-09-20' })
    expect(valuesOf(tableOf(thatDay, 'late').rows[0]).slice(1, 7)).toContain(2)
    expect(valuesOf(tableOf(await preview(), 'late').rows[0])).toEqual(['Không có hồ sơ'])
  })

  test('bears initials and the dossier code, never a name, an identity number or a telephone', async () => {
    const about = { fullName: 'Nguyễn Văn Ánh', nationalId: '091090000001', phone: '0912345678' }
    await logged(desk, { status: 4, registered: '2023-09-11', ...about })
    const text = JSON.stringify(await preview())
    expect(text).toContain('N. V. Á.')
    for (const secret of Object.values(about)) expect(text).not.toContain(secret)
  })

  test('parts paused files into those late before their pause and the others', async () => {
    const inTime = await logged(desk, { status: 2, registered: '2023-09-11' })
    await moved(desk, inTime, 'requestSupplement', '2023-09-14')
    const late = await logged(desk, { status: 2, registered: '2023-09-11' })
    await moved(desk, late, 'requestSupplement', '2023-09-20')
    const total = valuesOf(tableOf(await preview(), 'progress').rows.at(-1))
    expect(total.slice(-3)).toEqual([2, 1, 1])
    expect(total.slice(12, 15)).toEqual([0, 0, 0])
  })

  test('parts late files by the days its own list gives each of them, and lists those due soon', async () => {
    const rule = () => ({ days: 5, afterPause: 'fresh' as const })
    const office = { daysOff: new Set<string>(), saturdaysWorked: new Set<string>(), rule }
    const file = randomFile('2023-07-20', 65, office).map(each => ({
      ...each,
      traits: { ...each.traits, team: null, officer: null },
    }))
    await fc.assert(
      fc.asyncProperty(fc.array(file, { minLength: 20, maxLength: 60 }), async files => {
        desk.database.atomically(db => fillRegister(db, files, rule, calendarOf(db)))
        const document = await preview()
        const days = (table: string) =>
          tableOf(document, table).rows.flatMap(row => {
            const value = valuesOf(row)[6]
            return typeof value === 'number' ? [value] : []
          })
        const late = days('late')
        const between = (least: number, most: number) =>
          late.filter(each => least <= each && each <= most).length
        const total = valuesOf(tableOf(document, 'deadlines-team').rows.at(-1))
        expect(total[4]).toBe(days('due-soon').length)
        expect(total.slice(6)).toEqual([
          late.length,
          ...[between(0, 5), between(6, 10), between(11, 1000)],
          late.length === 0 ? null : Math.max(...late),
        ])
        const [paused, ...parts] = valuesOf(tableOf(document, 'progress').rows.at(-1)).slice(-3).map(Number)
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(paused)
      }),
      { numRuns: 30, seed: 13 },
    )
  }, 30_000)

  test('balances: what came in is done, in work or paused', async () => {
    await logged(desk, { status: 2, registered: '2023-08-30' })
    await logged(desk, { status: 5, registered: '2023-09-12' })
    await logged(desk, { status: 10, registered: '2023-09-13' })
    await logged(desk, { status: 7, registered: '2023-09-14' })
    for (const row of tableOf(await preview(), 'progress').rows) {
      const [c3 = 0, c4 = 0, c5 = 0, c6 = 0, c7 = 0, c8 = 0, c9 = 0, ...rest] = valuesOf(row)
        .slice(2)
        .map(Number)
      const [, , , c13 = 0, , , c16 = 0] = rest
      expect([c3, c5, c3]).toEqual([c4 + c5, c6 + c7 + c8, c9 + c13 + c16])
    }
  })
})
