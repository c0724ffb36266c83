import type { ReadDb, WriteDb } from '../../../db/database.ts'
import { calendarOf } from '../calendar/store.ts'
import { AppError } from '../errors.ts'
import { settingHistory } from '../settings/store.ts'
import { fold, nameSortKey } from '../vietnamese.ts'
import { asLifeEvents, type EventRow, eventsOf } from './history.ts'
import { type Life, type LifeEvent, type LifeProblem, liveThrough } from './life.ts'
import type { Channel, Facts } from './model.ts'
import { searchWords } from './search.ts'

/** What a file needs to be replayed: read once per command, once per import. */
export type Replayer = (events: readonly LifeEvent[]) => Life | LifeProblem

/** The replay of figures.md §2 with the office's own deadlines and holidays. */
export function replayer(db: ReadDb): Replayer {
  const deadline = settingHistory(db, 'deadline')
  const calendar = calendarOf(db)
  return events => liveThrough(events, deadline, calendar)
}

/** Replays a stored file's history. */
export function lifeOf(db: ReadDb, applicationId: number): Life {
  return certain(replayer(db)(asLifeEvents(eventsOf(db, applicationId))))
}

/** Turns a history that cannot be into a refusal. */
export function certain(life: Life | LifeProblem): Life {
  if ('problem' in life) throw new AppError('invalid', life.problem)
  return life
}

/** What a dossier code is compared by: no white space, capitals. */
export const dossierKey = (code: string): string => code.normalize('NFC').replace(/\s+/g, '').toUpperCase()

/** Facts as columns, with the keys to search and sort by. */
export function factColumns(facts: Facts) {
  return {
    dossier_code: facts.dossierCode,
    dossier_key: dossierKey(facts.dossierCode),
    channel: facts.channel,
    full_name: facts.fullName,
    name_key: fold(facts.fullName),
    name_sort: nameSortKey(facts.fullName),
    birth_day: facts.birthDay,
    sex: facts.sex,
    national_id: facts.nationalId,
    phone: facts.phone,
    address: facts.address,
    district_code: facts.districtCode,
    licence_number: facts.licenceNumber,
    classes: facts.classes,
    reason_code: facts.reasonCode,
    team_id: facts.teamId,
    officer_id: facts.officerId,
    return_way: facts.returnWay,
    postal_code: facts.postalCode,
    fee: facts.fee,
    payment_status: facts.paymentStatus,
    licences: facts.licences,
    submitter_name: facts.submitterName,
    submitter_id: facts.submitterId,
    notes: facts.notes,
  }
}

/** What the history says, as columns of the application. */
export function lifeColumns(life: Life) {
  return {
    status: life.status,
    status_day: life.statusDay,
    registered_day: life.registered,
    received_day: life.received,
    refused_day: life.refused,
    dropped_day: life.dropped,
    finished_day: life.finished,
    withdrawn_day: life.withdrawn,
    stopped_day: life.stopped,
    returned_day: life.returned,
    closed_day: life.closed,
    due_day: life.due,
    paused_day: life.paused,
  }
}

type Counted = { readonly channel: Channel; readonly licences: number }

/** Writes what the history says: status and day columns, and the stretches that the figures count. */
export function saveLife(db: WriteDb, id: number, life: Life, file: Counted): void {
  const columns = lifeColumns(life)
  db.run(`UPDATE applications SET ${updateList(columns)} WHERE id = :id`, { ...columns, id })
  db.run('DELETE FROM application_stretches WHERE application_id = :id', { id })
  addStretches(db, id, life, file)
}

/** Writes the stretches of a file that has none yet. */
export function addStretches(db: WriteDb, id: number, life: Life, { channel, licences }: Counted): void {
  life.stretches.forEach((stretch, seq) => {
    db.run(
      `INSERT INTO application_stretches
         (application_id, seq, state, from_day, to_day, began, ended, due_day, channel, licences)
       VALUES (:id, :seq, :state, :from, :to, :began, :ended, :due, :channel, :licences)`,
      { id, seq, ...stretch, channel, licences },
    )
  })
}

/** Puts a file into the search index, or renews it. */
export function indexForSearch(db: WriteDb, id: number, facts: Facts, isNew: boolean): void {
  if (!isNew) db.run('DELETE FROM application_search WHERE rowid = :id', { id })
  db.run('INSERT INTO application_search (rowid, words) VALUES (:id, :words)', {
    id,
    words: searchWords(facts),
  })
}

export type NewEvent = {
  readonly kind: 'status' | 'due' | 'reappointed'
  readonly status?: number
  readonly day: string
  readonly time?: string | null
  readonly dueDay?: string | null
  readonly reason?: string | null
  readonly corrects?: number
  readonly voids?: number
}

/** A step as it will stand in the history, before it is written: for the replay that says whether it may be. */
export function asEventRow(event: NewEvent, id: number): EventRow {
  return {
    id,
    kind: event.kind,
    status: event.status ?? null,
    day: event.day,
    time: event.time ?? null,
    dueDay: event.dueDay ?? null,
    reason: event.reason ?? null,
    corrects: event.corrects ?? null,
    voids: event.voids ?? null,
  }
}

/** Appends to the history; answers the id of the entry. */
export function addEvent(
  db: WriteDb,
  applicationId: number,
  event: NewEvent,
  by: { actorId: number | null; now: string; importId: number | null },
): number {
  return db.run(
    `INSERT INTO application_events
       (application_id, kind, status, day, time, due_day, reason, import_id, actor_id, at, corrects, voids)
     VALUES (:applicationId, :kind, :status, :day, :time, :dueDay, :reason, :importId, :actorId, :now, :corrects, :voids)`,
    {
      applicationId,
      kind: event.kind,
      status: event.status ?? null,
      day: event.day,
      time: event.time ?? null,
      dueDay: event.dueDay ?? null,
      reason: event.reason ?? null,
      corrects: event.corrects ?? null,
      voids: event.voids ?? null,
      ...by,
    },
  ).lastInsertRowid
}

/** The listed columns as `a = :a, b = :b` of an UPDATE. */
export const updateList = (columns: object): string =>
  Object.keys(columns)
    .map(name => `${name} = :${name}`)
    .join(', ')
