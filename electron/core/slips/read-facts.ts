import type { ReadDb } from '../../../db/database.ts'
import { historyOf, inForce } from '../applications/history.ts'
import { applicationById, type StoredApplication } from '../applications/read.ts'
import type { Day } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { isConfirmed } from '../calendar/working-days.ts'
import { officeOf } from '../reports/office.ts'
import { settingInForce } from '../settings/store.ts'
import type { FileFacts, FileStep } from './file-facts.ts'
import type { SlipOffice } from './layout.ts'

/** The office as it was printed on a day. */
export function slipOfficeOn(db: ReadDb, day: Day): SlipOffice {
  const department = settingInForce(db, 'department', day)
  return { ...officeOf(department), departmentInText: department.name }
}

/** A file as the slips need it, read in the caller's transaction. */
export function fileFacts(db: ReadDb, id: number): FileFacts {
  const file = applicationById(db, id)
  const { facts, dueDay, closedDay, status } = file
  const names = namesOf(db, id)
  const steps = stepsOf(db, id)
  const received = file.receivedDay === null ? null : receipt(file.receivedDay, steps)
  const from = file.receivedDay ?? file.registeredDay
  return {
    dossierCode: facts.dossierCode,
    fullName: facts.fullName,
    sex: facts.sex,
    submitterName: facts.submitterName,
    address: withDistrict(facts.address, names.district),
    phone: facts.phone,
    request: requestOf(facts.classes, names.reason),
    usualPapers: usualPapers(db, file),
    channel: facts.channel,
    returnWay: facts.returnWay,
    status,
    received,
    dueDay,
    dueConfirmed: dueDay === null || isConfirmed(from, dueDay, calendarOf(db)),
    closedDay,
    days: settingInForce(db, 'deadline', from).days,
    teamName: names.team,
    officerName: names.officer,
    steps,
  }
}

type Names = { district: string | null; reason: string | null; team: string | null; officer: string | null }

function namesOf(db: ReadDb, id: number): Names {
  const found = db.row<Names>(
    `SELECT coalesce(d.name, a.district_text) AS district, coalesce(r.name, a.reason_text) AS reason, t.name AS team,
            coalesce(u.display_name, a.officer_text) AS officer
     FROM applications a
     LEFT JOIN districts d ON d.catalogue = '2023' AND d.code = a.district_code
     LEFT JOIN catalogue_items r ON r.list = 'reason' AND r.code = a.reason_code
     LEFT JOIN teams t ON t.id = a.team_id
     LEFT JOIN users u ON u.id = a.officer_id
     WHERE a.id = :id`,
    { id },
  )
  return found ?? { district: null, reason: null, team: null, officer: null }
}

function stepsOf(db: ReadDb, id: number): readonly FileStep[] {
  const history = historyOf(db, id)
  const byName = new Map(history.map(entry => [entry.id, entry]))
  return inForce(history).flatMap(({ id: step, day, time }): FileStep[] => {
    const entry = byName.get(step)
    if (entry?.kind !== 'status' || entry.status === null) return []
    return [{ status: entry.status, day, time, reason: entry.reason, by: entry.actorName }]
  })
}

/** The moment of receipt; a list that skips the step tells its day and no hour. */
function receipt(day: Day, steps: readonly FileStep[]) {
  const step = steps.find(({ status, day: on }) => status === 2 && on === day)
  return { day, time: step?.time ?? null }
}

/** An address that names its district already is not given it twice. */
export function withDistrict(address: string | null, district: string | null): string | null {
  if (address === null || district === null) return address ?? district
  return address.toLowerCase().includes(district.toLowerCase()) ? address : `${address}, ${district}`
}

function requestOf(classes: string | null, reason: string | null): string {
  const about = classes === null ? '' : `, hạng ${classes}`
  const why = reason === null ? '' : ` (lý do: ${reason.slice(0, 1).toLowerCase()}${reason.slice(1)})`
  return `Đổi giấy phép lái xe do ngành Giao thông vận tải cấp${about}${why}`
}

const papers = {
  cccd: 'Căn cước công dân',
  cmnd: 'Giấy chứng minh nhân dân',
  passport: 'Hộ chiếu',
} as const

/** procedure.md §4: what a file for this class, in this way, holds. */
function usualPapers(db: ReadDb, { facts, paperKind, regime }: StoredApplication): readonly string[] {
  const classes = (facts.classes ?? '').split(', ')
  const excused = db
    .rows<{ class: string }>(
      'SELECT class FROM licence_classes WHERE regime = :regime AND health_certificate = 0',
      { regime },
    )
    .map(row => row.class)
  return [
    'Đơn đề nghị đổi giấy phép lái xe',
    ...(classes.every(one => excused.includes(one)) ? [] : ['Giấy khám sức khỏe của người lái xe']),
    'Giấy phép lái xe hiện có',
    paperKind === null ? 'Căn cước công dân hoặc hộ chiếu' : papers[paperKind],
    // at the counter the photo is taken there
    ...(facts.channel === 'direct' ? [] : ['Ảnh chân dung']),
  ]
}
