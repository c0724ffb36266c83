import { calendarOf } from '../calendar/store.ts'
import { workingDaysBetween } from '../calendar/working-days.ts'
import type { QueryContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { deadlineFamily, runningFiles, soonUntil } from '../statistics/deadlines.ts'
import { countFamilies, measure, noneOf } from '../statistics/measures.ts'
import { deadlineNames, type Split, type SplitGroup } from '../statistics/model.ts'
import { split } from '../statistics/split.ts'
import type { ReportDocument } from './report.ts'
import { reportFrame } from './report-frame.ts'
import { tienDoDocument } from './tien-do-document.ts'
import type { DueFile } from './tien-do-facts.ts'

/** Báo cáo tiến độ: what is in work at the end of the period, or today, what is late and what is due soon. */
export function tienDo(context: QueryContext, period: Period): ReportDocument {
  const { db } = context
  const frame = reportFrame(context, period)
  const { asOf, unit } = frame
  const days = { from: period.from, to: asOf }
  const calendar = calendarOf(db)
  const family = deadlineFamily(asOf, calendar)
  const late = runningFiles(db, family, ['lateUpTo5', 'lateUpTo10', 'lateOver10']).map(file => ({
    ...file,
    days: workingDaysBetween(file.dueDay, asOf, calendar),
  }))
  const dueSoon = runningFiles(db, family, ['dueSoon']).map(file => ({
    ...file,
    days: workingDaysBetween(asOf, file.dueDay, calendar),
  }))
  const counted = (by: Split | null) => countFamilies({ db, unit, by }, [family], deadlineNames)
  const teams = split(db, days, unit, 'team')
  const officers = split(db, days, unit, 'officer')
  const lines = (groups: readonly SplitGroup[], by: 'team' | 'officer') => {
    const found = counted(by)
    return groups.map(({ key, name, measures }) => ({
      key,
      name,
      measures,
      deadlines: found.get(key) ?? noDeadlines,
      latest: latestOf(late.filter(file => file[by] === key)),
    }))
  }
  return tienDoDocument({
    frame,
    until: soonUntil(asOf, calendar),
    teams: lines(teams, 'team'),
    officers: lines(officers, 'officer'),
    whole: {
      name: 'Tổng cộng',
      measures: measure(db, days, unit),
      deadlines: counted(null).get(null) ?? noDeadlines,
      latest: latestOf(late),
    },
    late,
    dueSoon,
    names: { team: namesOf(teams), officer: namesOf(officers) },
  })
}

const namesOf = (groups: readonly SplitGroup[]) =>
  new Map(groups.map(({ key, name }) => [key, key === null ? '' : name]))

const noDeadlines = noneOf(deadlineNames)

const latestOf = (late: readonly DueFile[]) =>
  late.length === 0 ? null : late.reduce((most, { days }) => Math.max(most, days), 0)
