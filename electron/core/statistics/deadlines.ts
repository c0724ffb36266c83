import type { ReadDb } from '../../../db/database.ts'
import type { Channel } from '../applications/model.ts'
import type { Day } from '../calendar/day.ts'
import { count } from './counting.ts'
import { isPausedLate, lasting } from './families.ts'
import type { Split, Unit } from './model.ts'

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

/** The files in work at the end of `day` that are due on or before `until`, the earliest first. */
export function runningFiles(db: ReadDb, day: Day, until: Day): readonly RunningFile[] {
  const rows = lasting('end', day)
  return db.rows<RunningFile>(
    `SELECT a.dossier_code AS dossierCode, a.full_name AS fullName, r.channel, r.licences,
            a.received_day AS receivedDay, r.due_day AS dueDay, CAST(a.team_id AS TEXT) AS team,
            coalesce(CAST(a.officer_id AS TEXT), a.officer_text) AS officer
     FROM ${rows.from} JOIN applications a ON a.id = r.application_id
     WHERE r.state = 'running' AND r.due_day <= :until ORDER BY r.due_day, a.dossier_code`,
    { ...rows.values, until },
  )
}

/**
 * Of the paused files (`openPaused`) by group those that were late already when their pause began (figures.md §2:
 * lateness does not vanish); the clock of the others stands still. One pause may be several stretches.
 */
export function pausedLate(
  db: ReadDb,
  day: Day,
  unit: Unit,
  by: Split | null,
): ReadonlyMap<string | null, number> {
  const groups = count({ db, unit, by }, lasting('end', day), {
    openPaused: `r.state = 'paused' AND ${isPausedLate}`,
  })
  return new Map([...groups].map(([key, counts]) => [key, counts.openPaused?.total ?? 0]))
}
