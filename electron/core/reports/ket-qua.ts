import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { dayOff } from '../calendar/days-off.ts'
import { calendarOf } from '../calendar/store.ts'
import type { Calendar } from '../calendar/working-days.ts'
import type { QueryContext } from '../context.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import { settingInForce } from '../settings/store.ts'
import { byDay } from '../statistics/by-day.ts'
import { measure } from '../statistics/measures.ts'
import type { Unit } from '../statistics/model.ts'
import { unitOn } from '../statistics/operations.ts'
import { split } from '../statistics/split.ts'
import type { TargetStatus } from '../targets/contract.ts'
import { countedDays, standingOf, type TargetRules, targetRulesOn } from '../targets/counted-days.ts'
import { targetStatus } from '../targets/status.ts'
import { ketQuaDocument } from './ket-qua-document.ts'
import type { DayFacts, DifficultyFacts, KetQuaFacts, TeamFacts } from './ket-qua-facts.ts'
import { type DifficultyStatus, difficultyStates } from './kho-khan-facts.ts'
import { officeOf } from './office.ts'
import type { ReportDocument } from './report.ts'
import { usualNotices } from './report-frame.ts'
import { targetFacts } from './target-facts.ts'

/** Báo cáo kết quả: how the online exchange goes in a day, a week or a month. */
export function ketQua(context: QueryContext, period: Period): ReportDocument {
  return ketQuaDocument(ketQuaFacts(context, period))
}

/** Everything the report says, counted in the caller's one read transaction. */
export function ketQuaFacts({ db, today }: QueryContext, period: Period): KetQuaFacts {
  const unit = unitOn(db, period.to)
  const calendar = calendarOf(db)
  // a period that still runs is looked at as of today
  const asOf = period.from <= today && today < period.to ? today : period.to
  const status = targetStatus(db, asOf)
  const rules = targetRulesOn(db, asOf)
  return {
    office: officeOf(settingInForce(db, 'department', today)),
    reportDay: today,
    number: null,
    period,
    periodTitle: periodTitle(period),
    unit,
    measures: measure(db, period, unit),
    target: targetFacts(status, rules),
    teams: teams(db, period, unit),
    byDay: days(db, period, unit, { rules, calendar, asOf }),
    difficulties: difficulties(db, period),
    notices: notices(db, period, { today, status, rules }),
  }
}

/** Teams that had a file, and the files that no team has; nothing where no file belongs to a team. */
function teams(db: ReadDb, period: Period, unit: Unit): readonly TeamFacts[] {
  const groups = split(db, period, unit, 'team').filter(
    ({ measures: { received, finished, returned, open } }) =>
      [received, finished, returned, open].some(({ total }) => total > 0),
  )
  if (groups.every(({ key }) => key === null)) return []
  return groups.map(({ key, name, measures }) => ({ key, name: key === null ? null : name, measures }))
}

type Running = { readonly rules: TargetRules; readonly calendar: Calendar; readonly asOf: Day }

/** The running counts begin on 1 January of the year that the report looks at; before it they are 0. */
function days(
  db: ReadDb,
  period: Period,
  unit: Unit,
  { rules, calendar, asOf }: Running,
): readonly DayFacts[] {
  const newYear = `${asOf.slice(0, 4)}-01-01`
  const counted = countedDays(db, rules, newYear, period.to)
  return byDay(db, period, unit).map(figures => {
    const running = standingOf(
      rules,
      counted.filter(({ day }) => day <= figures.day),
    )
    const kind = calendar.kinds.get(figures.day)
    return {
      ...figures,
      runningNumerator: running.numerator,
      runningDenominator: running.denominator,
      dayOff: dayOff(figures.day, calendar),
      holiday: kind !== undefined && kind !== 'swap_work',
    }
  })
}

function difficulties(db: ReadDb, { from, to }: Period): readonly DifficultyFacts[] {
  return db
    .rows<Omit<DifficultyFacts, 'status'> & { status: DifficultyStatus }>(
      `SELECT d.day, k.category AS kind, d.content, d.affected, d.cause, d.measures, d.proposal, d.receiver, d.status
       FROM difficulties d JOIN difficulty_kinds k ON k.code = d.kind_code
       WHERE d.day BETWEEN :from AND :to ORDER BY d.day, d.id`,
      { from, to },
    )
    .map(row => ({ ...row, status: difficultyStates[row.status] }))
}

/** What a reader has to know to read the figures right. */
function notices(
  db: ReadDb,
  period: Period,
  { today, status, rules }: { today: Day; status: TargetStatus; rules: TargetRules },
): readonly string[] {
  const both = status.daysWithBoth.length
  if (both === 0) return usualNotices(db, period, today)
  const chosen = { larger: 'số lớn hơn', logged: 'số ghi từng hồ sơ', total: 'tổng số theo ngày' }[
    rules.bothCounts
  ]
  return [
    ...usualNotices(db, period, today),
    `Có ${both} ngày vừa ghi từng hồ sơ trực tiếp vừa có tổng số theo ngày: mẫu số lấy ${chosen}, không cộng hai số.`,
  ]
}
