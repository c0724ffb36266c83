import type { ReadDb } from '../../../db/database.ts'
import { dayOf, showDay } from '../calendar/day.ts'
import type { Operations, QueryContext } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import { type SlipKind, slipNames } from '../slips/contract.ts'
import { processors, supervisors } from '../users/model.ts'
import type { Application, applicationsContract } from './contract.ts'
import { type EventRow, eventsOf, inForce } from './history.ts'
import { type Facts, fields } from './model.ts'
import type { Finding } from './person.ts'
import { applicationById, type StoredApplication } from './read.ts'
import { isStatus, moveOf, statusNames } from './statuses.ts'
import { appendStep, type Told, takingBack } from './steps.ts'
import { assertUnchanged } from './unchanged.ts'

type Applications = Operations<typeof applicationsContract>

/** Takes back the last step: one's own of today, a supervisor any; the entry stays in the history. */
export const undo: Applications['undo'] = (context, { id, version }) => {
  const { db } = context
  const before = applicationById(db, id)
  assertUnchanged(context, before, version)
  const steps = inForce(eventsOf(db, id))
  const last = steps.at(-1)
  if (last === undefined || steps.length === 1) {
    throw new AppError(
      'invalid',
      'Hồ sơ chỉ có bước đăng ký, không còn bước nào để rút lại. Nếu ngày đăng ký sai, sửa ngày đăng ký.',
    )
  }
  const origin = originOf(db, last.id)
  assertMine(context, origin)
  const { facts } = restored(db, before, last)
  const told: Told = {
    ...(facts !== undefined && { facts }),
    warnings: [...slipsPrinted(db, id, origin.at), ...takenFromPost(before, last)],
  }
  const step = takingBack(last, 'Rút lại bước vừa thực hiện')
  return appendStep(context, before, step, { 'Rút lại bước': [last.day, null] }, told)
}

/** The last step of a file, where this person may take it back now: what the rules of `undo` allow. */
export function undoableStep(context: QueryContext, id: number): Application['undoable'] {
  const { actor, db } = context
  if (actor.role === null || !processors.includes(actor.role)) return null
  const steps = inForce(eventsOf(db, id))
  const last = steps.at(-1)
  if (last === undefined || steps.length === 1) return null
  const origin = originOf(db, last.id)
  if (notMine(context, origin) !== null) return null
  const { kind, status, day } = last
  const title =
    kind === 'due' || status === null || !isStatus(status) ? 'Hẹn lại ngày trả' : statusNames[status]
  return { title, day, by: origin.name ?? origin.list ?? 'hệ thống' }
}

type Origin = {
  readonly at: string
  readonly actorId: number | null
  readonly name: string | null
  readonly list: string | null
}

function originOf(db: ReadDb, eventId: number): Origin {
  const origin = db.row<Origin>(
    `SELECT e.at, e.actor_id AS actorId, users.display_name AS name, imports.file_name AS list
     FROM application_events e
     LEFT JOIN users ON users.id = e.actor_id
     LEFT JOIN imports ON imports.id = e.import_id WHERE e.id = :eventId`,
    { eventId },
  )
  return origin ?? { at: '', actorId: null, name: null, list: null }
}

function assertMine(context: QueryContext, origin: Origin): void {
  const refusal = notMine(context, origin)
  if (refusal !== null) throw refusal
}

/** Why anybody but a supervisor may not take back what is not their own or not of today. */
function notMine({ actor, today }: QueryContext, { at, actorId, name }: Origin): AppError | null {
  if (actor.role !== null && supervisors.includes(actor.role)) return null
  if (actor.id === null || actorId !== actor.id) {
    return new AppError(
      'not-allowed',
      `Bước gần nhất do ${name ?? 'người khác'} thực hiện. Đề nghị người đó hoặc tổ trưởng rút lại.`,
    )
  }
  if (dayOf(at) === today) return null
  return new AppError(
    'not-allowed',
    `Bước gần nhất được ghi ngày ${showDay(dayOf(at))}, chỉ rút lại được trong ngày. Đề nghị tổ trưởng rút lại.`,
  )
}

/** What the handing over told of the way back goes with it, where nobody has changed it since. */
export function restored(db: ReadDb, { id, facts }: StoredApplication, event: EventRow): Told {
  if (event.status !== moveOf.return.to) return {}
  const { at } = originOf(db, event.id)
  const entries = db.rows<{ changes: string }>(
    `SELECT changes FROM audit WHERE subject = 'application' AND subject_id = :id AND at = :at ORDER BY id DESC`,
    { id: String(id), at },
  )
  for (const { changes } of entries) {
    const told: Readonly<Record<string, readonly [Json, Json] | undefined>> = JSON.parse(changes)
    if (told.Bước?.[1] !== moveOf.return.label) continue
    const back = (['returnWay', 'postalCode'] as const).flatMap(name => {
      const change = told[fields[name].label]
      return change === undefined || change[1] !== facts[name] ? [] : [[name, change[0]]]
    })
    // the trail holds what the facts once were, so it fits their type
    return { facts: { ...facts, ...Object.fromEntries(back) } as Facts }
  }
  return {}
}

/** Paper that is already out says what is no longer so. */
function slipsPrinted(db: ReadDb, id: number, since: string): readonly Finding[] {
  const slips = db.rows<{ kind: SlipKind; number: number; year: number }>(
    'SELECT DISTINCT kind, number, year FROM slips WHERE application_id = :id AND at >= :since ORDER BY id',
    { id, since },
  )
  return slips.map(({ kind, number, year }) => ({
    field: 'history',
    code: 'slip-printed',
    level: 'warning',
    message: `Đã in “${slipNames[kind]}” số ${number}/${year} từ khi có bước này. Thu hồi bản đã in nếu đã giao.`,
  }))
}

function takenFromPost({ postedDay }: StoredApplication, { status }: EventRow): readonly Finding[] {
  if (postedDay === null || status !== moveOf.finish.to) return []
  const message = `Kết quả đã giao bưu chính ngày ${showDay(postedDay)}; việc giao cũng được rút lại. Báo bưu chính dừng phát.`
  return [{ field: 'postedDay', code: 'posted', level: 'warning', message }]
}
