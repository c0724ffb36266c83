import type { ReadDb } from '../../../db/database.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import { isMadeFor } from '../reports/kinds.ts'
import { periodKinds } from '../statistics/model.ts'
import { worded } from '../words.ts'
import type { settingsContract } from './contract.ts'
import { type SettingKey, type SettingValue, settingNames, settingRules, sinceAlways } from './model.ts'
import { provinceExists, settingRow } from './store.ts'

export const settingsOperations: Operations<typeof settingsContract> = {
  get: ({ db, today }, { on = today }) => ({
    department: settingRow(db, 'department', on),
    reporting: settingRow(db, 'reporting', on),
    deadline: settingRow(db, 'deadline', on),
    target: settingRow(db, 'target', on),
    unit: settingRow(db, 'unit', on),
    periods: settingRow(db, 'periods', on),
    reportPeriods: settingRow(db, 'reportPeriods', on),
    periodLock: settingRow(db, 'periodLock', on),
    reportDuties: settingRow(db, 'reportDuties', on),
    formSet: settingRow(db, 'formSet', on),
    reportFiles: settingRow(db, 'reportFiles', on),
    reportTemplates: settingRow(db, 'reportTemplates', on),
    session: settingRow(db, 'session', on),
    sample: settingRow(db, 'sample', on),
  }),

  set: ({ db, audit }, { key, fromDay, version, value }) => {
    if (key === 'sample') {
      throw new AppError(
        'invalid',
        'Dấu “Dữ liệu mẫu” không sửa được. Muốn làm việc thật, mở một thư mục dữ liệu mới.',
      )
    }
    const given = checked(db, key, value)
    const standing = db.row<{ version: number }>(
      'SELECT version FROM settings WHERE key = :key AND from_day = :fromDay',
      { key, fromDay },
    )
    if ((standing?.version ?? 0) !== version) {
      throw new AppError(
        'conflict',
        `Mục “${settingNames[key]}” vừa được người khác sửa. Tải lại trang để xem rồi sửa tiếp.`,
        { standing: settingRow(db, key, fromDay) },
      )
    }
    const before = valueBefore(db, key, fromDay)
    db.run(
      `INSERT INTO settings (key, from_day, value) VALUES (:key, :fromDay, :value)
       ON CONFLICT (key, from_day) DO UPDATE SET value = excluded.value, version = version + 1`,
      { key, fromDay, value: JSON.stringify(given) },
    )
    const from = fromDay === sinceAlways ? '' : ` (từ ${showDay(fromDay)})`
    audit({
      subject: 'setting',
      subjectId: key,
      changes: { [`${settingNames[key]}${from}`]: [before, given] },
    })
    return { version: version + 1 }
  },
}

/** Through the setting's own rule; the messages name the fields as the input does. */
function checked(db: ReadDb, key: SettingKey, value: unknown): SettingValue<SettingKey> {
  const parsed = settingRules[key].safeParse(value, worded)
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
function valueBefore(db: ReadDb, key: SettingKey, on: Day): Json {
  try {
    return settingRow(db, key, on).value
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}
