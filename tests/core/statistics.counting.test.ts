import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database, ReadDb } from '../../db/database.ts'
import { addDays } from '../../electron/core/calendar/day.ts'
import type { Calendar } from '../../electron/core/calendar/working-days.ts'
import { byDay } from '../../electron/core/statistics/by-day.ts'
import { identities } from '../../electron/core/statistics/identities.ts'
import { measure } from '../../electron/core/statistics/measures.ts'
import type { MeasureName, Unit } from '../../electron/core/statistics/model.ts'
import { split } from '../../electron/core/statistics/split.ts'
import { countedDays } from '../../electron/core/targets/counted-days.ts'
import { temporaryFolder } from '../support/folder.ts'
import { aFile, fillRegister, type HandMadeFile, openRegister } from '../support/register.ts'

// September 2023: the 4th is a Monday. No holidays here, so that every due day can be counted on the fingers.
const calendar: Calendar = { kinds: new Map(), names: new Map(), confirmedYears: new Set([2023]) }
const september = { from: '2023-09-01', to: '2023-09-30' }

let database: Database
beforeAll(() => {
  database = openRegister(temporaryFolder())
})
afterAll(() => database.close())

function register(...files: HandMadeFile[]): void {
  database.atomically(db => fillRegister(db, files, () => ({ days: 5, afterPause: 'fresh' }), calendar))
}

/** The totals that are not 0. */
function totals(
  period: { from: string; to: string },
  unit: Unit = 'files',
): Partial<Record<MeasureName, number>> {
  const measures = database.read(db => measure(db, period, unit))
  return Object.fromEntries(
    Object.entries(measures)
      .filter(([, { total }]) => total > 0)
      .map(([name, { total }]) => [name, total]),
  )
}

describe('counting', () => {
  test('licences are counted instead of files where that is the unit', () => {
    register(
      aFile('online', [[1, '2023-09-04']], { licences: 3 }),
      aFile('direct', [[1, '2023-09-05']], { licences: 2 }),
    )
    expect(totals(september)).toEqual({ registered: 2, waiting: 2 })
    expect(totals(september, 'licences')).toEqual({ registered: 5, waiting: 5 })
    expect(database.read(db => measure(db, september, 'licences')).registered).toEqual({
      ...{ total: 5, online: 3, direct: 2, postal: 0 },
    })
  })

  test('a file is open on each of its days and on no other, however long it lasts', () => {
    for (const length of [0, 1, 2, 43, 44, 45, 46, 47, 48, 400]) {
      const last = addDays('2023-01-02', length)
      register(
        aFile('direct', [
          [1, '2023-01-02'],
          [2, '2023-01-02'],
          [9, last],
        ]),
      )
      for (let day = addDays('2023-01-02', -1); day <= addDays(last, 1); day = addDays(day, 1)) {
        const open = totals({ from: day, to: day }).open ?? 0
        expect({ length, day, open }).toEqual({
          length,
          day,
          open: '2023-01-02' <= day && day < last ? 1 : 0,
        })
      }
    }
  })

  test('groups of a split bear their names: those of the catalogue, the words of the list, or what is missing', () => {
    database.atomically(db => {
      db.run("INSERT OR IGNORE INTO provinces VALUES ('2023', '91', 'Kiên Giang', 'tỉnh', NULL, NULL, NULL)")
      db.run("INSERT OR IGNORE INTO districts VALUES ('2023', '899', 'Thành phố Rạch Giá', 'rach gia', '91')")
      db.run(
        `INSERT OR IGNORE INTO catalogue_items (list, code, name, name_key, position, from_day)
         VALUES ('reason', 'expiring', 'Sắp hết hạn', 'sap het han', 1, '2023-01-01')`,
      )
    })
    const steps = [[1, '2023-09-04']] as const
    register(
      aFile('online', steps),
      aFile('online', steps, {
        traits: { team: 1, district: '899', reason: 'expiring', officer: '1', class: 'A1' },
      }),
      aFile('online', steps, {
        traits: { team: 2, district: 'Huyện cũ', reason: 'Mất', officer: 'Bà Cán Bộ' },
      }),
    )
    const names = (by: Parameters<typeof split>[3]) =>
      database.read(db => split(db, september, 'files', by)).map(({ name }) => name)
    expect(names('team')).toEqual(['Tổ Hai', 'Tổ Một', 'Chưa giao cho tổ'])
    expect(names('district')).toEqual(['Thành phố Rạch Giá', 'Huyện cũ', 'Chưa ghi địa bàn'])
    expect(names('reason')).toEqual(['Sắp hết hạn', 'Mất', 'Chưa ghi lý do'])
    expect(names('officer')).toEqual(['Cán bộ thử', 'Bà Cán Bộ', 'Chưa ghi cán bộ'])
    expect(names('class')).toEqual(['A1', 'Chưa ghi hạng'])
  })

  test('an identity that does not hold is named with its channel and both sides', () => {
    register(
      aFile('online', [
        [1, '2023-09-04'],
        [2, '2023-09-05'],
      ]),
    )
    database.atomically(db => db.run("DELETE FROM application_stretches WHERE began = 'received'"))
    const measures = database.read(db => measure(db, september, 'files'))
    expect(identities(measures, null)).toEqual(
      ['Tổng cộng', 'Trực tuyến'].map(channel => ({
        identity:
          'chờ tiếp nhận đầu kỳ + đăng ký = tiếp nhận + không tiếp nhận + rút, dừng trước tiếp nhận + chờ tiếp nhận cuối kỳ',
        left: 1,
        right: 0,
        channel,
      })),
    )
    const other = { total: 1, online: 0, direct: 1, postal: 0 }
    expect(identities(measures, other).map(({ channel }) => channel)).toContain('Trực tiếp')
  })
})

describe('the figures use their indexes', () => {
  test('no measure reads a whole table', () => {
    const statements: string[] = []
    const plans: string[] = []
    database.read(db => {
      const spy: ReadDb = {
        ...db,
        rows: <R>(sql: string, values = {}) => {
          statements.push(sql)
          return db.rows<R>(sql, values)
        },
      }
      measure(spy, september, 'files')
      measure(spy, september, 'licences')
      for (const by of ['team', 'district', 'class', 'reason', 'officer'] as const)
        split(spy, september, 'files', by)
      byDay(spy, september, 'files')
      for (const numerator of ['finished', 'received', 'registered'] as const) {
        countedDays(spy, { ...rules, numerator }, september.from, september.to)
      }
      for (const sql of statements.filter(text => text.includes('application'))) {
        const plan = db
          .rows<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, plausible)
          .map(({ detail }) => detail)
        plans.push(plan.join('\n'))
        const reads = plan.filter(detail =>
          /^(SCAN|SEARCH) (r|applications|application_stretches|a)\b/.test(detail),
        )
        const covered = reads.filter(
          detail =>
            detail.includes('USING COVERING INDEX') ||
            detail.startsWith('SEARCH a USING INTEGER PRIMARY KEY'),
        )
        // `SCAN r` is the walk over the two index searches of the files open on a day
        expect(covered).toEqual(reads.filter(detail => detail !== 'SCAN r'))
        expect(covered.length).toBeGreaterThan(0)
      }
    })
    expect(statements.length).toBeGreaterThan(20)
    expect(plans.filter(plan => plan.includes('INDEX stretches_long'))).not.toEqual([])
    expect(
      plans.filter(plan => plan.includes('UNION ALL') && !plan.includes('INDEX stretches_long')),
    ).toEqual([])
  })
})

const rules = { denominator: 'all', bothCounts: 'larger', unit: 'files' } as const
const plausible = {
  from: '2023-09-01',
  to: '2023-09-30',
  before: '2023-08-31',
  beforeLately: '2023-07-17',
  end: '2023-09-30',
  endLately: '2023-08-16',
}
