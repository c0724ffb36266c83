import type { WriteDb } from '../../../db/database.ts'
import { dayOf, showDay } from '../calendar/day.ts'
import type { CommandContext } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import { fold } from '../vietnamese.ts'
import { assertNoErrors, checkCodes, checkFacts, checkLists } from './check.ts'
import { regimeOn } from './classes.ts'
import type { Saved } from './contract.ts'
import { dueToHold } from './due-hold.ts'
import { asLifeEvents, eventsOf } from './history.ts'
import { insertApplication } from './insert.ts'
import { type Facts, type FieldName, fields } from './model.ts'
import type { Finding } from './person.ts'
import { applicationById, applicationByKey, type StoredApplication, twinsOf } from './read.ts'
import { statusNames } from './statuses.ts'
import {
  addEvent,
  certain,
  dossierKey,
  factColumns,
  indexForSearch,
  lifeOf,
  type NewEvent,
  replayer,
  saveLife,
  updateList,
} from './store.ts'

/** Refuses a day that has not come yet; `path` is the input it came by. */
export function assertNotFuture(day: string, today: string, what: string, path = 'day'): void {
  if (day <= today) return
  const message = `${what} ở sau hôm nay. Sửa lại ngày.`
  throw new AppError('invalid', message, { fields: { [path]: message } })
}

/** Lists are read from this day on too: what is older is a slip of the keyboard. */
const firstDay = '1995-01-01'

function assertLikelyDay(day: string): void {
  if (day >= firstDay) return
  const message = 'Ngày nộp quá xa trong quá khứ. Kiểm tra lại năm.'
  throw new AppError('invalid', message, { fields: { 'registered.day': message } })
}

/** Refuses when somebody else has saved since, and says who and when; what was typed stays on the screen. */
export function assertUnchanged(
  { db, today }: CommandContext,
  application: StoredApplication,
  version: number,
): void {
  if (application.version === version) return
  const last = db.row<{ actor_name: string; at: string }>(
    "SELECT actor_name, at FROM audit WHERE subject = 'application' AND subject_id = :id ORDER BY id DESC LIMIT 1",
    { id: String(application.id) },
  )
  const day = last === undefined ? today : dayOf(last.at)
  const on = day === today ? '' : ` ngày ${showDay(day)}`
  const who = last === undefined ? 'người khác' : `${last.actor_name} lúc ${last.at.slice(11, 16)}${on}`
  throw new AppError(
    'conflict',
    `Hồ sơ vừa được ${who} sửa. Xem lại nội dung mới rồi lưu tiếp; nội dung vừa nhập vẫn còn.`,
    { version: application.version },
  )
}

/** Refuses a dossier code that another file has, naming that file. */
function assertOwnCode(context: CommandContext, code: string, id: number): void {
  const other = applicationByKey(context.db, dossierKey(code))
  if (other === undefined || other.id === id) return
  const message = `Mã hồ sơ này đã có trong sổ: hồ sơ nộp ngày ${showDay(other.registeredDay)}, ${statusNames[other.status].toLowerCase()}. Kiểm tra lại mã hoặc mở hồ sơ đã có.`
  throw new AppError('conflict', message, {
    fields: { 'facts.dossierCode': message },
    id: other.id,
    dossierCode: other.facts.dossierCode,
  })
}

/** The changed fields by label, from → to, for the audit trail. */
export function changesBetween(before: Facts | null, after: Facts): Record<string, readonly [Json, Json]> {
  const changes: Record<string, readonly [Json, Json]> = {}
  for (const name of Object.keys(fields) as FieldName[]) {
    const from = before?.[name] ?? null
    const to = after[name]
    if (from !== to && !(before === null && to === null)) changes[fields[name].label] = [from, to]
  }
  return changes
}

type Second = { warnings: readonly Finding[]; facts: Facts; id: number; version: number }

function saved(context: CommandContext, { warnings, facts, id, version }: Second): Saved {
  const { fullName, birthDay, nationalId } = facts
  return {
    id,
    version,
    warnings,
    twins: twinsOf(context.db, { nameKey: fold(fullName), birthDay, nationalId }, id),
  }
}

/** Logs a new application with its first steps. */
export function createApplication(context: CommandContext, given: Facts, events: readonly NewEvent[]): Saved {
  const { db, now, today, actor } = context
  const registered = events[0]?.day ?? today
  assertNotFuture(events.at(-1)?.day ?? registered, today, 'Ngày nộp', 'registered.day')
  assertLikelyDay(registered)
  const received = events.find(({ status }) => status === 2)?.day ?? null
  const checked = checkFacts(given, registered, received, checkLists(db))
  assertNoErrors([...checked.findings, ...checkCodes(db, given, registered)])
  assertOwnCode(context, checked.facts.dossierCode, 0)
  const life = certain(replayer(db)(asLifeEvents(events.map(asRow))))
  const id = insertApplication(db, { ...checked, life, events }, { actorId: actor.id, now, importId: null })
  context.audit({
    subject: 'application',
    subjectId: id,
    changes: {
      ...changesBetween(null, checked.facts),
      'Trạng thái': [null, life.status],
      'Ngày nộp': [null, registered],
    },
  })
  return saved(context, { id, version: 1, facts: checked.facts, warnings: warningsOf(checked.findings) })
}

/** Changes facts of a file; a closed one asks for a reason (a correction after the fact). */
export function editApplication(
  context: CommandContext,
  id: number,
  version: number,
  changes: Partial<Facts>,
  reason: string,
): Saved {
  const { db, now } = context
  const before = applicationById(db, id)
  assertUnchanged(context, before, version)
  if (before.closedDay !== null && reason === '') {
    throw new AppError('invalid', 'Hồ sơ đã giải quyết. Nhập lý do sửa.', {
      fields: { reason: 'Nhập lý do sửa.' },
    })
  }
  // Only what is changed is checked and written: what stood before, a list's odd number or a code that has been
  // retired since, neither stops the save nor is lost by it.
  const chosen = Object.fromEntries(
    Object.entries(changes).filter(
      ([name, value]) => value !== undefined && value !== before.facts[name as FieldName], // keys of Partial<Facts>
    ),
  ) as Partial<Facts> // of its keys
  const { registeredDay, receivedDay } = before
  const checked = checkFacts({ ...before.facts, ...chosen }, registeredDay, receivedDay, checkLists(db))
  assertNoErrors([
    ...checked.findings.filter(({ field }) => field in chosen),
    ...checkCodes(db, chosen, registeredDay),
  ])
  const facts: Facts = { ...before.facts, ...picked(checked.facts, chosen) }
  assertOwnCode(context, facts.dossierCode, id)
  const paperKind = 'nationalId' in chosen ? checked.paperKind : before.paperKind
  writeFacts(db, before, facts, { paper_kind: paperKind, updated_at: now })
  context.audit({
    subject: 'application',
    subjectId: id,
    changes: {
      ...changesBetween(before.facts, facts),
      ...(reason === '' ? {} : { 'Lý do sửa': [null, reason] }),
    },
  })
  return saved(context, { id, version: version + 1, facts, warnings: warningsOf(checked.findings) })
}

/** Of the checked facts those that were chosen, in their checked form. */
function picked(checked: Facts, chosen: Partial<Facts>): Partial<Facts> {
  return Object.fromEntries(Object.entries(checked).filter(([name]) => name in chosen)) as Partial<Facts> // of its keys
}

/** Writes facts with all that follows from them: search words, and what the stretches repeat for the figures. */
function writeFacts(
  db: WriteDb,
  { id, facts: before }: StoredApplication,
  facts: Facts,
  more: Readonly<Record<string, string | null>>,
): void {
  const columns = { ...factColumns(facts), ...more }
  db.run(`UPDATE applications SET ${updateList(columns)}, version = version + 1 WHERE id = :id`, {
    ...columns,
    id,
  })
  const { channel, licences } = facts
  if (channel !== before.channel || licences !== before.licences) {
    db.run(
      'UPDATE application_stretches SET channel = :channel, licences = :licences WHERE application_id = :id',
      { id, channel, licences },
    )
  }
  indexForSearch(db, id, facts, false)
}

/** Writes the due day into the history where a replay would shift it (`due-hold.ts`). */
export function holdDueDay({ db, now, actor }: CommandContext, before: StoredApplication): void {
  const held = dueToHold(before, lifeOf(db, before.id))
  if (held !== null) addEvent(db, before.id, held, { actorId: actor.id, now, importId: null })
}

/**
 * Appends one step to the history, replays the file, and saves what follows from it; `facts` and their
 * `warnings` where the step tells some anew (how the result went back).
 */
export function appendStep(
  context: CommandContext,
  before: StoredApplication,
  event: NewEvent,
  changes: Record<string, readonly [Json, Json]>,
  { facts = before.facts, warnings = [] }: { facts?: Facts; warnings?: readonly Finding[] } = {},
): Saved {
  const { db, now, actor } = context
  const { id } = before
  addEvent(db, id, event, { actorId: actor.id, now, importId: null })
  const life = certain(replayer(db)(asLifeEvents(eventsOf(db, id))))
  saveLife(db, id, life, facts)
  // the law a class is meant by follows the day of handing in, should that be corrected
  writeFacts(db, before, facts, { regime: regimeOn(life.registered), updated_at: now })
  context.audit({
    subject: 'application',
    subjectId: id,
    changes: {
      ...changes,
      ...changesBetween(before.facts, facts),
      'Trạng thái': [before.status, life.status],
      'Ngày hẹn trả': [before.dueDay, life.due],
      ...(event.reason == null ? {} : { 'Lý do': [null, event.reason] as const }),
    },
  })
  return saved(context, { id, version: before.version + 1, facts, warnings })
}

export const warningsOf = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level === 'warning')

function asRow(event: NewEvent, index: number) {
  const { kind, day } = event
  return {
    ...{ id: index + 1, kind, day, corrects: null, voids: null },
    ...{
      status: event.status ?? null,
      time: event.time ?? null,
      dueDay: event.dueDay ?? null,
      reason: event.reason ?? null,
    },
  }
}
