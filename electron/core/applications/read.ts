import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { type Calendar, workingDaysBetween } from '../calendar/working-days.ts'
import { AppError } from '../errors.ts'
import type { ApplicationRow, Twin } from './contract.ts'
import type { Channel, Facts, ReturnWay } from './model.ts'
import type { Status } from './statuses.ts'

/** The columns of one line of the register; `a` is the application. */
export const rowColumns = `a.id, a.dossier_code AS dossierCode, a.full_name AS fullName, a.birth_day AS birthDay,
  a.channel, a.status, a.status_day AS statusDay, a.registered_day AS registeredDay, a.received_day AS receivedDay,
  a.due_day AS dueDay, a.finished_day AS finishedDay, a.returned_day AS returnedDay, a.closed_day AS closedDay,
  a.classes, coalesce(d.name, a.district_text) AS districtName, t.name AS teamName,
  coalesce(u.display_name, a.officer_text) AS officerName`

export const rowJoins = `LEFT JOIN districts d ON d.catalogue = '2023' AND d.code = a.district_code
  LEFT JOIN teams t ON t.id = a.team_id
  LEFT JOIN users u ON u.id = a.officer_id`

export type StoredRow = Omit<ApplicationRow, 'workingDaysLeft'>

/** The clock of a file runs from its receipt to its end, but for the pauses. */
export const clockRuns = ({ dueDay, status }: StoredRow): boolean =>
  dueDay !== null && (status === 2 || status === 4)

/** Working days to the due day while the clock runs: positive left, negative overdue. */
export function withClock(row: StoredRow, today: Day, calendar: Calendar): ApplicationRow {
  if (!clockRuns(row) || row.dueDay === null) return { ...row, workingDaysLeft: null }
  const left =
    row.dueDay >= today
      ? workingDaysBetween(today, row.dueDay, calendar)
      : -Math.max(1, workingDaysBetween(row.dueDay, today, calendar))
  return { ...row, workingDaysLeft: left }
}

/** A stored application with its facts and the columns a command compares. */
export type StoredApplication = {
  readonly id: number
  readonly version: number
  readonly facts: Facts
  readonly status: Status
  readonly statusDay: Day
  readonly registeredDay: Day
  readonly receivedDay: Day | null
  readonly finishedDay: Day | null
  readonly returnedDay: Day | null
  readonly dueDay: Day | null
  readonly closedDay: Day | null
  readonly regime: '2008' | '2024'
  readonly paperKind: 'cccd' | 'cmnd' | 'passport' | null
  readonly reasonText: string | null
  readonly officerText: string | null
  readonly districtText: string | null
  readonly refusedDay: Day | null
  readonly droppedDay: Day | null
  readonly withdrawnDay: Day | null
  readonly stoppedDay: Day | null
  readonly pausedDay: Day | null
  readonly postedDay: Day | null
  readonly createdAt: string
  readonly updatedAt: string
}

type FactRow = Omit<StoredApplication, 'facts'> & Facts

const factColumns = `dossier_code AS dossierCode, channel, full_name AS fullName, birth_day AS birthDay, sex,
  national_id AS nationalId, phone, address, district_code AS districtCode, licence_number AS licenceNumber, classes,
  reason_code AS reasonCode, team_id AS teamId, officer_id AS officerId, return_way AS returnWay,
  postal_code AS postalCode, fee, payment_status AS paymentStatus, licences, submitter_name AS submitterName,
  submitter_id AS submitterId, notes`

const storedColumns = `id, version, status, status_day AS statusDay, registered_day AS registeredDay,
  received_day AS receivedDay, finished_day AS finishedDay, returned_day AS returnedDay, due_day AS dueDay,
  closed_day AS closedDay, regime, paper_kind AS paperKind, reason_text AS reasonText, officer_text AS officerText,
  district_text AS districtText, refused_day AS refusedDay, dropped_day AS droppedDay, withdrawn_day AS withdrawnDay,
  stopped_day AS stoppedDay, paused_day AS pausedDay, posted_day AS postedDay, created_at AS createdAt, updated_at AS updatedAt, ${factColumns}`

function stored(row: FactRow): StoredApplication {
  const {
    id,
    version,
    status,
    statusDay,
    registeredDay,
    receivedDay,
    finishedDay,
    returnedDay,
    dueDay,
    closedDay,
  } = row
  const { regime, paperKind, reasonText, officerText, districtText, refusedDay, droppedDay, withdrawnDay } =
    row
  const { stoppedDay, pausedDay, postedDay, createdAt, updatedAt, ...rest } = row
  return {
    ...{
      id,
      version,
      status,
      statusDay,
      registeredDay,
      receivedDay,
      finishedDay,
      returnedDay,
      dueDay,
      closedDay,
    },
    ...{ regime, paperKind, reasonText, officerText, districtText, refusedDay, droppedDay, withdrawnDay },
    ...{ stoppedDay, pausedDay, postedDay, createdAt, updatedAt },
    facts: factsOf(rest),
  }
}

function factsOf(row: Facts): Facts {
  return {
    dossierCode: row.dossierCode,
    channel: row.channel satisfies Channel,
    fullName: row.fullName,
    birthDay: row.birthDay,
    sex: row.sex,
    nationalId: row.nationalId,
    phone: row.phone,
    address: row.address,
    districtCode: row.districtCode,
    licenceNumber: row.licenceNumber,
    classes: row.classes,
    reasonCode: row.reasonCode,
    teamId: row.teamId,
    officerId: row.officerId,
    returnWay: row.returnWay satisfies ReturnWay | null,
    postalCode: row.postalCode,
    fee: row.fee,
    paymentStatus: row.paymentStatus,
    licences: row.licences,
    submitterName: row.submitterName,
    submitterId: row.submitterId,
    notes: row.notes,
  }
}

/** One stored application; refuses with not-found. */
export function applicationById(db: ReadDb, id: number): StoredApplication {
  const row = db.row<FactRow>(`SELECT ${storedColumns} FROM applications WHERE id = :id`, { id })
  if (row === undefined) throw new AppError('not-found', 'Không tìm thấy hồ sơ. Tải lại danh sách.')
  return stored(row)
}

/** One stored application by the key of its dossier code. */
export function applicationByKey(db: ReadDb, key: string): StoredApplication | undefined {
  const row = db.row<FactRow>(`SELECT ${storedColumns} FROM applications WHERE dossier_key = :key`, { key })
  return row === undefined ? undefined : stored(row)
}

/**
 * Open files of the same person: by paper number, or by name and birth day. Those that somebody has declared to be
 * another request than the file `except` are left out.
 */
export function twinsOf(
  db: ReadDb,
  person: { nameKey: string; birthDay: string | null; nationalId: string | null },
  except: number,
): readonly Twin[] {
  const columns = `id, dossier_code AS dossierCode, full_name AS fullName, birth_day AS birthDay, status,
    registered_day AS registeredDay, channel`
  // a decision stands once, the smaller id first
  const undecided = `status IN (1, 2, 4, 5, 6) AND id <> :except AND NOT EXISTS (
    SELECT 1 FROM twin_decisions
    WHERE application_id = min(applications.id, :except) AND other_id = max(applications.id, :except))`
  return db.rows<Twin>(
    `SELECT ${columns} FROM applications WHERE national_id = :nationalId AND ${undecided}
     UNION
     SELECT ${columns} FROM applications
     WHERE name_key = :nameKey AND birth_day = :birthDay AND ${undecided}
     ORDER BY registeredDay DESC LIMIT 10`,
    { ...person, except },
  )
}
