import type { ReadDb } from '../../../db/database.ts'
import { type EventRow, inForce } from '../applications/history.ts'
import { type Day, showDay } from '../calendar/day.ts'
import { AppError } from '../errors.ts'
import type { Period } from '../periods/period.ts'
import { withDistrict } from '../slips/read-facts.ts'
import type { BookEntry } from './so-theo-doi-document.ts'

/** As many files as a printed book of one period holds; more are not leafed through. */
const longestBook = 5000

type Row = Omit<BookEntry, 'place' | 'given' | 'remarks'> & {
  readonly id: number
  readonly withdrawnDay: Day | null
  readonly stoppedDay: Day | null
  readonly receipt: number | null
}

const received = 'received_day BETWEEN :from AND :to'

/** The files received in a period, in the order of receipt; throws `invalid` where they are too many for a book. */
export function bookEntries(db: ReadDb, { from, to }: Period): readonly BookEntry[] {
  const total = db.row<{ n: number }>(`SELECT count(*) AS n FROM applications WHERE ${received}`, {
    from,
    to,
  })
  if ((total?.n ?? 0) > longestBook) {
    throw new AppError(
      'invalid',
      'Kỳ này tiếp nhận hơn 5.000 hồ sơ nên sổ quá dài để in. Chọn kỳ ngắn hơn: tuần hoặc ngày.',
    )
  }
  const rows = db.rows<Row>(
    `SELECT a.id, a.dossier_code AS dossierCode, a.full_name AS fullName, a.address,
            coalesce(d.name, a.district_text) AS district, a.phone, a.received_day AS receivedDay, a.due_day AS dueDay,
            a.finished_day AS finishedDay, a.returned_day AS returnedDay, a.return_way AS returnWay,
            a.withdrawn_day AS withdrawnDay, a.stopped_day AS stoppedDay,
            coalesce(u.display_name, a.officer_text) AS officer,
            (SELECT min(s.number) FROM slips s WHERE s.application_id = a.id AND s.kind = 'receipt') AS receipt
     FROM applications a LEFT JOIN districts d ON d.catalogue = '2023' AND d.code = a.district_code
       LEFT JOIN users u ON u.id = a.officer_id
     WHERE a.${received}`,
    { from, to },
  )
  const histories = historiesOf(db, { from, to })
  return rows
    .map(row => ({ row, ...handed(histories.get(row.id) ?? []) }))
    .sort(
      (a, b) =>
        order(a.row.receivedDay, b.row.receivedDay) ||
        order(a.receivedTime, b.receivedTime) ||
        a.row.id - b.row.id,
    )
    .map(({ row, given }) => ({ ...row, place: placeOf(row), given, remarks: remarksOf(row) }))
}

/** A moment without an hour stands before those of its day that have one. */
const order = (a: string | null, b: string | null): number =>
  (a ?? '') < (b ?? '') ? -1 : (a ?? '') > (b ?? '') ? 1 : 0

/** All histories of the period's files in one statement. */
function historiesOf(db: ReadDb, period: { from: Day; to: Day }): ReadonlyMap<number, readonly EventRow[]> {
  const histories = new Map<number, EventRow[]>()
  const events = db.rows<EventRow & { applicationId: number }>(
    `SELECT e.application_id AS applicationId, e.id, e.kind, e.status, e.day, e.time, e.due_day AS dueDay, e.reason,
            e.corrects, e.voids
     FROM applications a JOIN application_events e ON e.application_id = a.id
     WHERE a.${received} ORDER BY e.application_id, e.id`,
    period,
  )
  for (const event of events) {
    const history = histories.get(event.applicationId)
    if (history === undefined) histories.set(event.applicationId, [event])
    else history.push(event)
  }
  return histories
}

/** The hour of receipt, and the day on which the file first went to those who decide it. */
function handed(events: readonly EventRow[]): { receivedTime: string | null; given: Day | null } {
  const steps = inForce(events)
  const receipt = steps.findIndex(({ status }) => status === 2)
  const given = steps.slice(Math.max(0, receipt)).find(({ status }) => status === 4)
  return { receivedTime: steps[receipt]?.time ?? null, given: given?.day ?? null }
}

/** Địa chỉ, số điện thoại. */
function placeOf({ address, district, phone }: Row): string | null {
  const parts = [withDistrict(address, district), phone].filter(part => part !== null)
  return parts.length === 0 ? null : parts.join(', ')
}

function remarksOf({ receipt, receivedDay, withdrawnDay, stoppedDay }: Row): string {
  return [
    receipt === null ? null : `Giấy tiếp nhận số ${receipt}/${receivedDay.slice(0, 4)}`,
    withdrawnDay === null ? null : `Công dân rút ngày ${showDay(withdrawnDay)}`,
    stoppedDay === null ? null : `Dừng giải quyết ngày ${showDay(stoppedDay)}`,
  ]
    .filter(text => text !== null)
    .join('; ')
}
