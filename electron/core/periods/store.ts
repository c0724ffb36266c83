import type { ReadDb } from '../../../db/database.ts'
import { type Day, daysBetween } from '../calendar/day.ts'
import { AppError } from '../errors.ts'
import { settingHistory, settingInForce } from '../settings/store.ts'
import { type Period, type PeriodKind, type PeriodRule, rangePeriod } from './period.ts'
import { type PeriodRules, periodNamed } from './rules.ts'

/** A period as a person names it: kind and id, or its first and last day. */
export type AskedPeriod =
  | { readonly kind: PeriodKind; readonly id: string }
  | { readonly from: Day; readonly to: Day }

/** How periods are cut by the setting in force on a day. */
export const periodRuleOn = (db: ReadDb, day: Day): PeriodRule => settingInForce(db, 'periods', day)

/** The office's own rules through time. */
export const officeRules = (db: ReadDb): PeriodRules => rulesOf(db, null)

/**
 * How one kind of report cuts time (figures.md §5): by its own rule where the office has given it one, otherwise as
 * the office does.
 */
export const reportRules = (db: ReadDb, report: string): PeriodRules => rulesOf(db, report)

function rulesOf(db: ReadDb, report: string | null): PeriodRules {
  const office = settingHistory(db, 'periods')
  const own = report === null ? () => null : settingHistory(db, 'reportPeriod', report)
  return db
    .rows<{ day: Day }>(
      `SELECT DISTINCT from_day AS day FROM settings
       WHERE (key = 'periods' AND report = '') OR (key = 'reportPeriod' AND report = :report) ORDER BY day DESC`,
      { report },
    )
    .map(({ day }) => ({ from: day, ...(own(day) ?? office(day)) }))
}

/** The period that is asked for, cut by the rule that was in force in its own time: the office's unless said. */
export function askedPeriod(db: ReadDb, asked: AskedPeriod, rules = officeRules(db)): Period {
  if (!('kind' in asked)) return notTooLong(rangePeriod(asked.from, asked.to))
  const period = periodNamed(asked.kind, asked.id, rules)
  if (period === null) {
    throw new AppError('invalid', 'Kỳ báo cáo không có trong lịch. Chọn lại kỳ báo cáo.')
  }
  return notTooLong(period)
}

/** Figures are given day by day: a slip of a digit in a year must not ask for thousands of years. */
function notTooLong(period: Period): Period {
  if (daysBetween(period.from, period.to) > longest) {
    throw new AppError('invalid', 'Kỳ báo cáo dài quá 10 năm. Chọn kỳ ngắn hơn.')
  }
  return period
}

const longest = 3660
