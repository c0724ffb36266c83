import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { AppError } from '../errors.ts'
import type { SettingInForce } from './contract.ts'
import {
  type OfficeKey,
  type ReportKey,
  ruleOf,
  type SettingKey,
  type SettingValue,
  settingDefaults,
  sinceAlways,
} from './model.ts'

type Row = { value: string; from_day: string; version: number }

/** The row of a setting that is in force on a day, or its default with version 0; `report` '' = of the office. */
export function settingRow<K extends SettingKey>(
  db: ReadDb,
  key: K,
  report: string,
  on: Day,
): SettingInForce<K> {
  const row = db.row<Row>(
    `SELECT value, from_day, version FROM settings WHERE key = :key AND report = :report AND from_day <= :on
     ORDER BY from_day DESC LIMIT 1`,
    { key, report, on },
  )
  if (row === undefined) return { key, report, fromDay: sinceAlways, version: 0, value: defaultOf(key) }
  return { key, report, fromDay: row.from_day, version: row.version, value: read(key, row.value) }
}

/** The days on which a value of a setting begins, first one first; a default holds since always. */
export function settingDays(db: ReadDb, key: SettingKey, report: string): readonly Day[] {
  const days = db
    .rows<{ day: Day }>(
      'SELECT from_day AS day FROM settings WHERE key = :key AND report = :report ORDER BY day',
      { key, report },
    )
    .map(({ day }) => day)
  return key === 'department' || days[0] === sinceAlways ? days : [sinceAlways, ...days]
}

/** The value of a setting of the office in force on a day. */
export function settingInForce<K extends OfficeKey>(db: ReadDb, key: K, on: Day): SettingValue<K> {
  return settingRow(db, key, '', on).value
}

/** The same of one kind of report. */
export function reportSettingInForce<K extends ReportKey>(
  db: ReadDb,
  key: K,
  report: string,
  on: Day,
): SettingValue<K> {
  return settingRow(db, key, report, on).value
}

/** Every value a setting ever had, oldest first: for rules asked by many different days in one go. */
export function settingHistory<K extends SettingKey>(
  db: ReadDb,
  key: K,
  report = '',
): (on: Day) => SettingValue<K> {
  const rows = db
    .rows<Row>(
      `SELECT value, from_day, version FROM settings WHERE key = :key AND report = :report
       ORDER BY from_day DESC`,
      { key, report },
    )
    .map(row => ({ from: row.from_day, value: read(key, row.value) }))
  return on => {
    const row = rows.find(({ from }) => from <= on)
    return row === undefined ? defaultOf(key) : row.value
  }
}

/** Written through the same rule, and read through it again: a file edited by hand is refused, not believed. */
function read<K extends SettingKey>(key: K, text: string): SettingValue<K> {
  return ruleOf(key).parse(JSON.parse(text)) as SettingValue<K>
}

function defaultOf<K extends SettingKey>(key: K): SettingValue<K> {
  if (key === 'department') {
    throw new AppError(
      'not-found',
      'Chưa khai báo cơ quan cho thời gian này. Vào Cài đặt, mục Cơ quan để khai báo.',
    )
  }
  // The one key without a default has just been dealt with; the compiler does not narrow a generic key.
  return settingDefaults[key as Exclude<SettingKey, 'department'>] as SettingValue<K>
}

/** Whether a province stands in the catalogue of its time. */
export function provinceExists(db: ReadDb, catalogue: '2023' | '2025', code: string): boolean {
  const values = { catalogue, code }
  return (
    db.row('SELECT 1 AS x FROM provinces WHERE catalogue = :catalogue AND code = :code', values) !== undefined
  )
}
