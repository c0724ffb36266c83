import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { AppError } from '../errors.ts'
import type { SettingInForce } from './contract.ts'
import { type SettingKey, type SettingValue, settingDefaults, settingRules, sinceAlways } from './model.ts'

type Row = { value: string; from_day: string; version: number }

/** The row of a setting that is in force on a day, or its default with version 0. */
export function settingRow<K extends SettingKey>(db: ReadDb, key: K, on: Day): SettingInForce<K> {
  const row = db.row<Row>(
    'SELECT value, from_day, version FROM settings WHERE key = :key AND from_day <= :on ORDER BY from_day DESC LIMIT 1',
    { key, on },
  )
  if (row === undefined) return { key, fromDay: sinceAlways, version: 0, value: defaultOf(key) }
  // Written through the same rule, and read through it again: a file edited by hand is refused, not believed.
  const value = settingRules[key].parse(JSON.parse(row.value)) as SettingValue<K>
  return { key, fromDay: row.from_day, version: row.version, value }
}

/** The value of a setting in force on a day. */
export function settingInForce<K extends SettingKey>(db: ReadDb, key: K, on: Day): SettingValue<K> {
  return settingRow(db, key, on).value
}

/** Every value a setting ever had, oldest first: for rules asked by many different days in one go. */
export function settingHistory<K extends SettingKey>(db: ReadDb, key: K): (on: Day) => SettingValue<K> {
  const rows = db
    .rows<Row>('SELECT value, from_day, version FROM settings WHERE key = :key ORDER BY from_day DESC', {
      key,
    })
    .map(row => ({
      from: row.from_day,
      value: settingRules[key].parse(JSON.parse(row.value)) as SettingValue<K>,
    }))
  return on => rows.find(({ from }) => from <= on)?.value ?? defaultOf(key)
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
