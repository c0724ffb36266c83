import { join } from 'node:path'
import { type Database, openDatabase, type WriteDb } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import type { DeadlineRules } from '../../electron/core/applications/due-days.ts'
import { type LifeEvent, liveThrough } from '../../electron/core/applications/life.ts'
import { isStatus } from '../../electron/core/applications/statuses.ts'
import { saveLife } from '../../electron/core/applications/store.ts'
import type { Calendar } from '../../electron/core/calendar/working-days.ts'
import type { RandomFile } from './histories.ts'
import type { Correction, Step } from './naive-figures.ts'

/** A migrated database in a folder of the test. */
export function openRegister(folder: string): Database {
  const path = join(folder, 'register.sqlite')
  migrate(path, migrations, '2023-01-01T00:00:00+07:00')
  const database = openDatabase(path, { busyTimeout: 1000 })
  database.atomically(db => {
    db.run("INSERT INTO teams (id, name, position) VALUES (1, 'Tổ Một', 2), (2, 'Tổ Hai', 1)")
    db.run(
      `INSERT INTO users (id, username, display_name, role, password_hash, created_at)
       VALUES (1, 'can-bo', 'Cán bộ thử', 'officer', '', '2023-01-01T00:00:00+07:00')`,
    )
  })
  return database
}

export const asEvent = (fact: Step | Correction): LifeEvent => {
  if ('correctedDue' in fact) return { kind: 'due', dueDay: fact.correctedDue }
  if (!isStatus(fact.status)) throw new Error(`no status ${fact.status}`)
  return { kind: 'status', status: fact.status, day: fact.day, dueDay: fact.given }
}

/** Replaces whatever the register holds by these files, replayed and written by the product's own functions. */
export function fillRegister(
  db: WriteDb,
  files: readonly HandMadeFile[],
  rules: DeadlineRules,
  calendar: Calendar,
): void {
  db.run('DELETE FROM application_stretches')
  db.run('DELETE FROM applications')
  files.forEach(({ history, channel, licences, returnWay, traits, posted = null }, index) => {
    const life = liveThrough(history.map(asEvent), rules, calendar)
    if ('problem' in life) throw new Error(`${life.problem} ${JSON.stringify(history)}`)
    const { lastInsertRowid: id } = db.run(
      `INSERT INTO applications (dossier_code, dossier_key, channel, full_name, name_key, name_sort, licences,
         return_way, team_id, district_code, district_text, classes, reason_code, reason_text, officer_id,
         officer_text, posted_day, status, status_day, registered_day, created_at, updated_at)
       VALUES (:code, :code, :channel, '', '', '', :licences, :returnWay, :team, :districtCode, :districtText, :class,
         :reasonCode, :reasonText, :officerId, :officerText, :posted, 1, '2023-01-01', '2023-01-01', '', '')`,
      {
        code: `HS-${index}`,
        posted,
        channel,
        licences,
        returnWay,
        team: traits.team,
        class: traits.class,
        districtCode: traits.district?.length === 3 ? traits.district : null,
        districtText: traits.district?.length === 3 ? null : traits.district,
        reasonCode: traits.reason === 'expiring' ? traits.reason : null,
        reasonText: traits.reason === 'expiring' ? null : traits.reason,
        officerId: traits.officer === '1' ? 1 : null,
        officerText: traits.officer === '1' ? null : traits.officer,
      },
    )
    saveLife(db, id, life, { channel, licences })
  })
}

export type HandMadeFile = Pick<RandomFile, 'history' | 'channel' | 'licences' | 'returnWay' | 'traits'> & {
  /** The day its result was given to the post. */
  readonly posted?: string | null
}

const noTraits = { team: null, district: null, class: null, reason: null, officer: null }

/** A file by its steps: `aFile('online', [[1, '2023-09-01'], [2, '2023-09-04', '2023-09-11']])`. */
export function aFile(
  channel: HandMadeFile['channel'],
  steps: readonly (readonly [status: number, day: string, given?: string] | Correction)[],
  more: Partial<Pick<HandMadeFile, 'licences' | 'returnWay' | 'posted'>> & {
    traits?: Partial<HandMadeFile['traits']>
  } = {},
): HandMadeFile {
  const history = steps.map(step =>
    'correctedDue' in step ? step : { status: step[0], day: step[1], given: step[2] ?? null },
  )
  return { channel, history, licences: 1, returnWay: null, ...more, traits: { ...noTraits, ...more.traits } }
}
