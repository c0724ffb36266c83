import type { ReadDb } from '../../../db/database.ts'
import { changesIn } from '../audit/changes.ts'
import { calendarOf } from '../calendar/store.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { daysOf, rangePeriod } from '../periods/period.ts'
import { type catalogueContract, type Holiday, holidayKindNames } from './contract.ts'
import { certainly, changedMeanwhile } from './store.ts'

const holidayColumns = 'day, name, kind, source, version'

const holidayOf = (db: ReadDb, day: string) =>
  db.row<Holiday>(`SELECT ${holidayColumns} FROM holidays WHERE day = :day`, { day })

/** What the audit trail says of a day, in the words of the screen. */
const described = ({ name, kind, source }: Holiday) => ({
  Tên: name,
  Loại: holidayKindNames[kind],
  'Căn cứ': source,
})

type Declared = Operations<typeof catalogueContract>

/** The office calendar: a change counts for deadlines set from then on; appointed days already given stay. */
export const holidayOperations: Pick<Declared, 'holidays' | 'saveHoliday' | 'removeHoliday' | 'confirmYear'> =
  {
    holidays: ({ db }) => {
      const calendar = calendarOf(db)
      const days = db.rows<Holiday>(`SELECT ${holidayColumns} FROM holidays ORDER BY day`)
      return db
        .rows<{ year: number; confirmed: number; version: number }>(
          'SELECT year, confirmed, version FROM holiday_years ORDER BY year',
        )
        .map(({ year, confirmed, version }) => ({
          year,
          confirmed: confirmed === 1,
          version,
          workingDays: daysOf(rangePeriod(`${year}-01-01`, `${year}-12-31`)).filter(day =>
            isWorkingDay(day, calendar),
          ).length,
          days: days.filter(({ day }) => day.startsWith(`${year}-`)),
        }))
    },

    saveHoliday: ({ db, audit }, { day, name, kind, source, version }) => {
      const before = holidayOf(db, day)
      if ((before?.version ?? 0) !== version) throw changedMeanwhile('Ngày này', before)
      db.run('INSERT INTO holiday_years (year, confirmed) VALUES (:year, 0) ON CONFLICT DO NOTHING', {
        year: Number(day.slice(0, 4)),
      })
      db.run(
        `INSERT INTO holidays (day, name, kind, source) VALUES (:day, :name, :kind, :source)
       ON CONFLICT (day) DO UPDATE SET name = excluded.name, kind = excluded.kind, source = excluded.source,
         version = version + 1`,
        { day, name, kind, source },
      )
      const after = certainly(holidayOf(db, day))
      audit({
        subject: 'holiday',
        subjectId: day,
        changes: changesIn(before === undefined ? null : described(before), described(after)),
      })
      return after
    },

    removeHoliday: ({ db, audit }, { day, version }) => {
      const before = holidayOf(db, day)
      if (before === undefined)
        throw new AppError('not-found', 'Ngày này không có trong lịch nghỉ. Tải lại danh sách.')
      if (before.version !== version) throw changedMeanwhile('Ngày này', before)
      db.run('DELETE FROM holidays WHERE day = :day', { day })
      audit({
        subject: 'holiday',
        subjectId: day,
        changes: {
          Tên: [before.name, null],
          Loại: [holidayKindNames[before.kind], null],
          'Căn cứ': [before.source, null],
        },
      })
      return { day }
    },

    confirmYear: ({ db, audit }, { year, confirmed, version }) => {
      const before = db.row<{ confirmed: number; version: number }>(
        'SELECT confirmed, version FROM holiday_years WHERE year = :year',
        { year },
      )
      if (before === undefined)
        throw new AppError('not-found', 'Năm này chưa có ngày nghỉ nào. Thêm ngày nghỉ trước.')
      if (before.version !== version)
        throw changedMeanwhile('Năm này', {
          year,
          confirmed: before.confirmed === 1,
          version: before.version,
        })
      db.run('UPDATE holiday_years SET confirmed = :confirmed, version = version + 1 WHERE year = :year', {
        year,
        confirmed: confirmed ? 1 : 0,
      })
      audit({
        subject: 'holiday-year',
        subjectId: year,
        changes: { 'Đã xác nhận': [before.confirmed === 1, confirmed] },
      })
      return { year, confirmed }
    },
  }
