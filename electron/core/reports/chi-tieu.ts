import type { ReadDb } from '../../../db/database.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import { calendarRule, type Period, periodOf } from '../periods/period.ts'
import { split } from '../statistics/split.ts'
import { countedDays, standingOf, type TargetRules, targetRulesOn } from '../targets/counted-days.ts'
import { isMet, missingFiles } from '../targets/ratio.ts'
import { targetStatus } from '../targets/status.ts'
import { chiTieuDocument } from './chi-tieu-document.ts'
import type { TargetMonth, TargetTeam } from './chi-tieu-facts.ts'
import type { ReportDocument } from './report.ts'
import { reportFrame } from './report-frame.ts'
import { denominatorChannels, targetFacts } from './target-facts.ts'

/** Báo cáo chỉ tiêu: how the target of the year stands at the end of the period, or today, and where it is going. */
export function chiTieu(context: QueryContext, period: Period): ReportDocument {
  const { db } = context
  const frame = reportFrame(context, period)
  const { asOf } = frame
  const rules = targetRulesOn(db, asOf)
  const status = targetStatus(db, asOf)
  const newYear = `${status.year}-01-01`
  return chiTieuDocument({
    frame,
    target: targetFacts(status, rules),
    rules,
    givenBy: givenBy(db, status.year),
    months: months(db, rules, asOf, status.targetBp),
    pace: status.pace,
    forecast: status.forecast,
    teams: teams(db, rules, newYear, asOf),
    dailyTotals:
      db.row('SELECT 1 AS x FROM direct_counts WHERE day BETWEEN :newYear AND :asOf LIMIT 1', {
        newYear,
        asOf,
      }) !== undefined,
  })
}

function givenBy(db: ReadDb, year: number): string {
  const row = db.row<{ document: string; day: Day | null }>(
    'SELECT document, document_day AS day FROM targets WHERE year = :year AND team_id = 0 AND month = 0',
    { year },
  )
  if (row === undefined || row.document === '') return ''
  return row.day === null ? row.document : `${row.document} ngày ${showDay(row.day)}`
}

/** The months of the year up to the day, with what the target rule counted in each and since 1 January. */
function months(db: ReadDb, rules: TargetRules, asOf: Day, targetBp: number | null): readonly TargetMonth[] {
  const year = asOf.slice(0, 4)
  const days = countedDays(db, rules, `${year}-01-01`, asOf)
  const goals = new Map(
    db
      .rows<{ month: number; bp: number }>(
        'SELECT month, basis_points AS bp FROM targets WHERE year = :year AND team_id = 0 AND month > 0',
        { year: Number(year) },
      )
      .map(({ month, bp }) => [month, bp]),
  )
  return Array.from({ length: Number(asOf.slice(5, 7)) }, (_, at) => {
    const whole = periodOf('month', `${year}-${String(at + 1).padStart(2, '0')}-01`, calendarRule)
    const to = whole.to < asOf ? whole.to : asOf
    const inMonth = standingOf(
      rules,
      days.filter(({ day }) => whole.from <= day && day <= to),
    )
    const running = standingOf(
      rules,
      days.filter(({ day }) => day <= to),
    )
    return {
      month: at + 1,
      from: whole.from,
      to,
      ...inMonth,
      runningNumerator: running.numerator,
      runningDenominator: running.denominator,
      targetBp: goals.get(at + 1) ?? targetBp,
      missing: missingFiles({ ...running, targetBp, allChannels: rules.denominator === 'all' }),
    }
  })
}

/** Teams with a target for the year, counted from the files logged for them. */
function teams(db: ReadDb, rules: TargetRules, from: Day, to: Day): readonly TargetTeam[] {
  const goals = db.rows<{ key: string; name: string; targetBp: number }>(
    `SELECT CAST(t.id AS TEXT) AS key, t.name, g.basis_points AS targetBp FROM targets g JOIN teams t ON t.id = g.team_id
     WHERE g.year = :year AND g.month = 0 ORDER BY t.position, t.id`,
    { year: Number(from.slice(0, 4)) },
  )
  if (goals.length === 0) return []
  const groups = new Map(
    split(db, { from, to }, rules.unit, 'team').map(group => [group.key, group.measures]),
  )
  return goals.map(goal => {
    const counts = groups.get(goal.key)?.[rules.numerator]
    const numerator = counts?.online ?? 0
    const denominator = denominatorChannels(rules).reduce((sum, channel) => sum + (counts?.[channel] ?? 0), 0)
    const standing = {
      numerator,
      denominator,
      targetBp: goal.targetBp,
      allChannels: rules.denominator === 'all',
    }
    return { ...goal, numerator, denominator, met: isMet(standing), missing: missingFiles(standing) }
  })
}
