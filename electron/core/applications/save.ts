import type { WriteDb } from '../../../db/database.ts'
import { showDay } from '../calendar/day.ts'
import type { CommandContext, QueryContext } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import { assertPeriodsOpen, countable } from '../filings/lock.ts'
import { fold } from '../vietnamese.ts'
import { assertNoErrors, checkCodes, checkFacts, checkLists } from './check.ts'
import type { Saved } from './contract.ts'
import { asLifeEvents } from './history.ts'
import { insertApplication } from './insert.ts'
import { type Facts, type FieldName, fields } from './model.ts'
import type { Finding } from './person.ts'
import { applicationById, applicationByKey, type StoredApplication, twinsOf } from './read.ts'
import { searchWords } from './search.ts'
import { statusNames } from './statuses.ts'
import {
  asEventRow,
  certain,
  dossierKey,
  factColumns,
  indexForSearch,
  type NewEvent,
  replayer,
  updateList,
} from './store.ts'
import { assertUnchanged } from './unchanged.ts'

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

/** What an entry of the trail says, label by label, from → to. */
export type Changes = Readonly<Record<string, readonly [Json, Json]>>

/** The changed fields by label, from → to, for the audit trail. */
export function changesBetween(before: Facts | null, after: Facts): Changes {
  const changes: Record<string, readonly [Json, Json]> = {}
  for (const name of Object.keys(fields) as FieldName[]) {
    const from = before?.[name] ?? null
    const to = after[name]
    if (from !== to && !(before === null && to === null)) changes[fields[name].label] = [from, to]
  }
  return changes
}

/** A file as a save leaves it. */
export type Written = {
  readonly id: number
  readonly version: number
  readonly facts: Facts
  readonly warnings: readonly Finding[]
}

/** What the screen is told of a save: with the other open files of the same person. */
export function saved(context: QueryContext, { warnings, facts, id, version }: Written): Saved {
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
  const life = certain(replayer(db)(asLifeEvents(events.map((event, index) => asEventRow(event, index + 1)))))
  assertPeriodsOpen(
    context,
    () => null,
    () => ({ stretches: life.stretches, returned: life.returned, facts: checked.facts, posted: null }),
  )
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
  const { db } = context
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
  const told: Changes = reason === '' ? {} : { 'Lý do sửa': [null, reason] }
  const written = saveFacts(context, before, facts, told, { paper_kind: paperKind })
  return saved(context, { ...written, warnings: warningsOf(checked.findings) })
}

/** Saves checked facts of a file with the entry in the trail that says what has changed; `told` says why. */
export function saveFacts(
  context: CommandContext,
  before: StoredApplication,
  facts: Facts,
  told: Changes,
  more: Readonly<Record<string, string | null>> = {},
): Written {
  const { id } = before
  const standing = () => countable(context.db, before)
  assertPeriodsOpen(context, standing, () => ({ ...standing(), facts }))
  writeFacts(context.db, before, facts, { ...more, updated_at: context.now })
  context.audit({
    subject: 'application',
    subjectId: id,
    changes: { ...changesBetween(before.facts, facts), ...told },
  })
  return { id, version: before.version + 1, facts, warnings: [] }
}

/** Of the checked facts those that were chosen, in their checked form. */
function picked(checked: Facts, chosen: Partial<Facts>): Partial<Facts> {
  return Object.fromEntries(Object.entries(checked).filter(([name]) => name in chosen)) as Partial<Facts> // of its keys
}

/** Writes facts with all that follows from them: search words, and what the stretches repeat for the figures. */
export function writeFacts(
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
  if (searchWords(facts) !== searchWords(before)) indexForSearch(db, id, facts, false)
}

export const warningsOf = (findings: readonly Finding[]) =>
  findings.filter(({ level }) => level === 'warning')
