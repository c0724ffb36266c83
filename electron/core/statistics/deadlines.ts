import type { ReadDb } from '../../../db/database.ts'
import type { Channel } from '../applications/model.ts'
import type { Day } from '../calendar/day.ts'
import { addWorkingDays, type Calendar, earliestWithin } from '../calendar/working-days.ts'
import { type Family, lasting } from './families.ts'
import type { DeadlineName } from './model.ts'

/** Due on the day that is looked at or within so many working days: sắp đến hạn, as on the overview. */
const soon = 2

/** The last day that is soon. */
export const soonUntil = (day: Day, calendar: Calendar): Day => addWorkingDays(day, soon, calendar)

/**
 * Of the files in work at the end of a day those due soon, and the late ones by working days since they were due. Of the
 * paused files those that were late already when their pause began (figures.md §2: lateness does not vanish); the clock
 * of the others stands still. One pause may be several stretches.
 */
export function deadlineFamily(day: Day, calendar: Calendar): Family {
  const rows = lasting('end', day)
  const late = "r.state = 'running' AND r.due_day < :end"
  const pausedLate = `r.due_day < (
    SELECT max(p.to_day) FROM application_stretches p
    WHERE p.application_id = r.application_id AND p.seq < r.seq AND p.state <> 'paused')`
  return {
    rows: {
      ...rows,
      values: {
        ...rows.values,
        soonUntil: soonUntil(day, calendar),
        late5: earliestWithin(day, 5, calendar),
        late10: earliestWithin(day, 10, calendar),
      },
    },
    conditions: {
      dueSoon: "r.state = 'running' AND r.due_day BETWEEN :end AND :soonUntil",
      lateUpTo5: `${late} AND r.due_day >= :late5`,
      lateUpTo10: `${late} AND r.due_day < :late5 AND r.due_day >= :late10`,
      lateOver10: `${late} AND r.due_day < :late10`,
      pausedInTime: `r.state = 'paused' AND (${pausedLate}) IS NOT TRUE`,
      pausedLate: `r.state = 'paused' AND ${pausedLate}`,
    },
  }
}

/** A file whose clock runs at the end of a day, with the due day in force then. */
export type RunningFile = {
  readonly dossierCode: string
  readonly fullName: string
  readonly channel: Channel
  readonly licences: number
  readonly receivedDay: Day
  readonly dueDay: Day
  /** Keys of the splits of `statistics/split.ts`. */
  readonly team: string | null
  readonly officer: string | null
}

/** The files that a family counts in some of its names, the earliest due first. */
export function runningFiles(
  db: ReadDb,
  { rows, conditions }: Family,
  names: readonly DeadlineName[],
): readonly RunningFile[] {
  const counted = names.map(name => `(${conditions[name] ?? 'FALSE'})`).join(' OR ')
  return db.rows<RunningFile>(
    `SELECT a.dossier_code AS dossierCode, a.full_name AS fullName, r.channel, r.licences,
            a.received_day AS receivedDay, r.due_day AS dueDay, CAST(a.team_id AS TEXT) AS team,
            coalesce(CAST(a.officer_id AS TEXT), a.officer_text) AS officer
     FROM ${rows.from} JOIN applications a ON a.id = ${rows.application}
     WHERE ${counted} ORDER BY r.due_day, a.dossier_code`,
    rows.values,
  )
}
