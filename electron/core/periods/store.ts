import type { ReadDb } from '../../../db/database.ts'
import { type Day, daysBetween } from '../calendar/day.ts'
import { AppError } from '../errors.ts'
import { settingInForce } from '../settings/store.ts'
import {
  calendarRule,
  type Period,
  type PeriodKind,
  type PeriodRule,
  parsePeriod,
  rangePeriod,
} from './period.ts'

/** A period as a person names it: kind and id, or its first and last day. */
export type AskedPeriod =
  | { readonly kind: PeriodKind; readonly id: string }
  | { readonly from: Day; readonly to: Day }

/** How periods are cut by the setting in force on a day. */
export const periodRuleOn = (db: ReadDb, day: Day): PeriodRule => settingInForce(db, 'periods', day)

/** The period that is asked for, cut by the rule that was in force in its own time. */
export function askedPeriod(db: ReadDb, asked: AskedPeriod): Period {
  if (!('kind' in asked)) return notTooLong(rangePeriod(asked.from, asked.to))
  const { kind, id } = asked
  // where the calendar knows no such id, it begins with a day: a week that does not begin on Monday
  const around = parsePeriod(kind, id, calendarRule)?.to ?? id.slice(0, 10)
  const period = parsePeriod(kind, id, periodRuleOn(db, around))
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
