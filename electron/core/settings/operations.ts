import type { ReadDb } from '../../../db/database.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import { isMadeFor, type Report, type ReportToCome, reports } from '../reports/kinds.ts'
import { periodKinds } from '../statistics/model.ts'
import { worded } from '../words.ts'
import type { SettingShown, settingsContract } from './contract.ts'
import {
  isReportKey,
  type OfficeKey,
  ruleOf,
  type SettingKey,
  type SettingValue,
  settingNames,
  sinceAlways,
} from './model.ts'
import { provinceExists, settingDays, settingRow } from './store.ts'

export const settingsOperations: Operations<typeof settingsContract> = {
  get: ({ db, today }, { on = today }) => {
    const shown = <K extends OfficeKey>(key: K) => shownOn(db, key, '', on)
    return {
      department: shown('department'),
      reporting: shown('reporting'),
      deadline: shown('deadline'),
      target: shown('target'),
      unit: shown('unit'),
      periods: shown('periods'),
      periodLock: shown('periodLock'),
      reportDuties: shown('reportDuties'),
      formSet: shown('formSet'),
      reportFiles: shown('reportFiles'),
      session: shown('session'),
      sample: shown('sample'),
    }
  },

  ofReport: ({ db, today }, { report, on = today }) => {
    knownReport(report)
    return {
      reportPeriod: shownOn(db, 'reportPeriod', report, on),
      reportTemplate: shownOn(db, 'reportTemplate', report, on),
    }
  },

  set: ({ db, audit }, { key, report, fromDay, version, value }) => {
    if (key === 'sample') {
      throw new AppError(
        'invalid',
        'Dấu “Dữ liệu mẫu” không sửa được. Muốn làm việc thật, mở một thư mục dữ liệu mới.',
      )
    }
    const name = nameOf(key, report)
    const given = checked(db, key, value)
    const standing = db.row<{ version: number }>(
      'SELECT version FROM settings WHERE key = :key AND report = :report AND from_day = :fromDay',
      { key, report, fromDay },
    )
    if ((standing?.version ?? 0) !== version) {
      throw new AppError('conflict', takenWords(settingNames[key], fromDay, version), {
        standing: settingRow(db, key, report, fromDay),
      })
    }
    const before = valueBefore(db, key, report, fromDay)
    db.run(
      `INSERT INTO settings (key, report, from_day, value) VALUES (:key, :report, :fromDay, :value)
       ON CONFLICT (key, report, from_day) DO UPDATE SET value = excluded.value, version = version + 1`,
      { key, report, fromDay, value: JSON.stringify(given) },
    )
    const from = fromDay === sinceAlways ? '' : ` (từ ${showDay(fromDay)})`
    audit({
      subject: 'setting',
      subjectId: report === '' ? key : `${key} ${report}`,
      changes: { [`${name}${from}`]: [before, given] },
    })
    return { version: version + 1 }
  },
}

function shownOn<K extends SettingKey>(db: ReadDb, key: K, report: string, on: Day): SettingShown<K> {
  return { ...settingRow(db, key, report, on), days: settingDays(db, key, report) }
}

/** What the trail calls it: with the kind of report where it is a setting of one. */
function nameOf(key: SettingKey, report: string): string {
  if (isReportKey(key)) return `${settingNames[key]} “${knownReport(report).title}”`
  if (report === '') return settingNames[key]
  throw new AppError(
    'invalid',
    `Mục “${settingNames[key]}” dùng chung cho mọi loại báo cáo. Sửa trong Cài đặt.`,
  )
}

function knownReport(name: string): Report | ReportToCome {
  const report = reports.find(one => one.name === name)
  if (report === undefined) {
    throw new AppError('not-found', 'Không có loại báo cáo này. Chọn lại trong danh sách.')
  }
  return report
}

/** Who names a day that has a value already has not seen that value; who has seen it was overtaken. */
function takenWords(name: string, fromDay: Day, version: number): string {
  if (version > 0 || fromDay === sinceAlways) {
    return `Mục “${name}” vừa được người khác sửa. Tải lại trang để xem rồi sửa tiếp.`
  }
  return `Mục “${name}” đã có nội dung áp dụng từ ${showDay(fromDay)}. Chọn nội dung đó ở ô “Đang xem nội dung” rồi sửa.`
}

/** Through the setting's own rule; the messages name the fields as the input does. */
function checked(db: ReadDb, key: SettingKey, value: unknown): SettingValue<SettingKey> {
  const parsed = ruleOf(key).safeParse(value, worded)
  if (!parsed.success) throw refusal(parsed.error.issues)
  if (key === 'department') {
    const { provinceCatalogue, provinceCode } = parsed.data as SettingValue<'department'> // read by its rule just now
    if (!provinceExists(db, provinceCatalogue, provinceCode)) {
      const message = 'Tỉnh, thành phố không có trong danh mục. Chọn lại trong danh sách.'
      throw refusal([{ path: ['provinceCode'], message }])
    }
  }
  if (key === 'reportDuties') assertFilable(parsed.data as SettingValue<'reportDuties'>) // likewise
  return parsed.data
}

/** Nobody can be asked for a report that is not made: it would be overdue for ever. */
function assertFilable({ duties }: SettingValue<'reportDuties'>): void {
  const issues = duties.flatMap(({ report, periodKind }, at): Issue[] => {
    if (isMadeFor(report, periodKind)) return []
    const issue = periodKinds.some(kind => isMadeFor(report, kind))
      ? { field: 'periodKind', message: 'Báo cáo này không lập theo loại kỳ đã chọn. Chọn loại kỳ khác.' }
      : { field: 'report', message: 'Chưa lập được báo cáo này. Chọn báo cáo khác trong danh sách.' }
    return [{ path: ['duties', at, issue.field], message: issue.message }]
  })
  if (issues.length > 0) throw refusal(issues)
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

function refusal(issues: readonly Issue[]): AppError {
  const fields: Record<string, string> = {}
  for (const { path, message } of issues) fields[['value', ...path].join('.')] ??= message
  return new AppError('invalid', issues[0]?.message ?? 'Giá trị không hợp lệ. Nhập lại.', { fields })
}

/** What was in force on that day until now; null for a department that had none. */
function valueBefore(db: ReadDb, key: SettingKey, report: string, on: Day): Json {
  try {
    return settingRow(db, key, report, on).value
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}
