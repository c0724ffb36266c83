import type { ReadDb } from '../../../db/database.ts'
import type { HistoryEntry } from './contract.ts'
import type { LifeEvent } from './life.ts'
import { isStatus } from './statuses.ts'

/** One row of `application_events`, with the columns the replay needs. */
export type EventRow = {
  readonly id: number
  readonly kind: 'status' | 'due' | 'reappointed'
  readonly status: number | null
  readonly day: string
  readonly time: string | null
  readonly dueDay: string | null
  readonly reason: string | null
  readonly corrects: number | null
  readonly voids: number | null
}

const columns = 'id, kind, status, day, time, due_day AS dueDay, reason, corrects, voids'

/** The whole history of a file, in the order in which it was written. */
export function eventsOf(db: ReadDb, applicationId: number): readonly EventRow[] {
  return db.rows<EventRow>(
    `SELECT ${columns} FROM application_events WHERE application_id = :applicationId ORDER BY id`,
    {
      applicationId,
    },
  )
}

/**
 * What the history says now: a correction takes the place of the entry it corrects, an entry taken back drops
 * out. The steps stand in the order of the days, and on one day in the order of writing. An appointed day without
 * a step follows every step that was known when it was written: whatever day it bears, those do not undo it.
 */
export function inForce(events: readonly EventRow[]): readonly EventRow[] {
  const slots: { event: EventRow; ids: number[] }[] = []
  const slotOf = (id: number) => slots.find(({ ids }) => ids.includes(id))
  for (const event of events) {
    if (event.voids !== null) {
      const slot = slotOf(event.voids)
      if (slot !== undefined) slots.splice(slots.indexOf(slot), 1)
    } else if (event.corrects !== null) {
      const slot = slotOf(event.corrects)
      if (slot !== undefined) {
        slot.event = event
        slot.ids.push(event.id)
      }
    } else {
      slots.push({ event, ids: [event.id] })
    }
  }
  const place = new Map(slots.map(({ event }, index) => [event, index]))
  const placeOf = (event: EventRow) => place.get(event) ?? 0
  const inOrder = slots
    .map(({ event }) => event)
    .filter(({ kind }) => kind !== 'due')
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  for (const { event } of slots.filter(slot => slot.event.kind === 'due')) {
    inOrder.splice(inOrder.findLastIndex(other => placeOf(other) < placeOf(event)) + 1, 0, event)
  }
  return inOrder
}

/** The events as the replay in `life.ts` takes them. */
export function asLifeEvents(events: readonly EventRow[]): readonly LifeEvent[] {
  return inForce(events).flatMap((event): LifeEvent[] => {
    const { kind, day, dueDay } = event
    if (kind !== 'status')
      return dueDay === null ? [] : [kind === 'due' ? { kind, dueDay } : { kind, day, dueDay }]
    return event.status === null || !isStatus(event.status)
      ? []
      : [{ kind: 'status', status: event.status, day: event.day, dueDay: event.dueDay }]
  })
}

type FullRow = EventRow & {
  readonly at: string
  readonly actorName: string | null
  readonly importName: string | null
}

/** The history as the timeline shows it: nothing is left out, what was corrected is marked. */
export function historyOf(db: ReadDb, applicationId: number): readonly HistoryEntry[] {
  const rows = db.rows<FullRow>(
    `SELECT e.id, e.kind, e.status, e.day, e.time, e.due_day AS dueDay, e.reason, e.corrects, e.voids, e.at,
            users.display_name AS actorName, imports.file_name AS importName
     FROM application_events e
     LEFT JOIN users ON users.id = e.actor_id
     LEFT JOIN imports ON imports.id = e.import_id
     WHERE e.application_id = :applicationId ORDER BY e.id`,
    { applicationId },
  )
  const standing = new Set(inForce(rows).map(({ id }) => id))
  return rows.map(row => ({
    ...row,
    status: row.status !== null && isStatus(row.status) ? row.status : null,
    superseded: row.voids === null && !standing.has(row.id),
  }))
}
