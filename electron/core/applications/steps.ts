import type { CommandContext } from '../context.ts'
import { assertPeriodsOpen, countable } from '../filings/lock.ts'
import { regimeOn } from './classes.ts'
import type { Saved } from './contract.ts'
import { dueToHold, dueToStand } from './due-hold.ts'
import { asLifeEvents, type EventRow, eventsOf } from './history.ts'
import type { Facts } from './model.ts'
import type { Finding } from './person.ts'
import type { StoredApplication } from './read.ts'
import { type Changes, changesBetween, saved, type Written, writeFacts } from './save.ts'
import { addEvent, asEventRow, certain, type NewEvent, type Replayer, replayer, saveLife } from './store.ts'
import { postedLabel } from './unchanged.ts'

/**
 * What a step tells anew beside itself: how the result went back, and the due day that the citizen has on paper once a
 * step is taken back, whatever the calendar has become since.
 */
export type Told = {
  readonly facts?: Facts
  readonly warnings?: readonly Finding[]
  readonly dueDay?: string | null
}

export type Stepped = Written & { readonly eventId: number }

/**
 * Appends one step to the history, replays the file, and saves what follows from it. It refuses before it writes,
 * so that a batch may go on to the next file; a batch also brings its own `replay`, read once.
 */
export function takeStep(
  context: CommandContext,
  before: StoredApplication,
  event: NewEvent,
  changes: Changes,
  { facts = before.facts, warnings = [], dueDay }: Told = {},
  replay: Replayer = replayer(context.db),
): Stepped {
  const { db, now, actor } = context
  const { id } = before
  const events = eventsOf(db, id)
  const written = events.at(-1)?.id ?? 0
  // a correction is meant to have the due day counted anew; a further step is not
  const held = isFurther(event) ? dueToHold(before, replay(asLifeEvents(events))) : null
  const rowsOf = (added: readonly NewEvent[]) =>
    added.map((each, index) => asEventRow(each, written + index + 1))
  const replayed = (added: readonly NewEvent[]) =>
    certain(replay(asLifeEvents([...events, ...rowsOf(added)])))
  const first = held === null ? [event] : [held, event]
  const told = dueDay === undefined ? null : dueToStand(dueDay, replayed(first))
  const life = replayed(told === null ? first : [...first, told])
  const by = { actorId: actor.id, now, importId: null }
  // without a result there is nothing that the post could have
  const posted = life.finished === null ? null : before.postedDay
  assertPeriodsOpen(
    context,
    () => countable(db, before),
    () => ({ stretches: life.stretches, returned: life.returned, facts, posted, texts: before }),
  )
  if (held !== null) addEvent(db, id, held, by)
  const eventId = addEvent(db, id, event, by)
  if (told !== null) addEvent(db, id, told, by)
  saveLife(db, id, life, facts)
  // the law a class is meant by follows the day of handing in, should that be corrected
  writeFacts(db, before, facts, { regime: regimeOn(life.registered), posted_day: posted, updated_at: now })
  context.audit({
    subject: 'application',
    subjectId: id,
    changes: {
      ...changes,
      ...changesBetween(before.facts, facts),
      'Trạng thái': [before.status, life.status],
      'Ngày hẹn trả': [before.dueDay, life.due],
      ...(posted === before.postedDay ? {} : { [postedLabel]: [before.postedDay, posted] as const }),
      ...(event.reason == null ? {} : { 'Lý do': [null, event.reason] as const }),
    },
  })
  return { id, version: before.version + 1, facts, warnings, eventId }
}

const isFurther = ({ kind, corrects, voids }: NewEvent) =>
  kind !== 'due' && corrects === undefined && voids === undefined

/** The same for one file alone, with what the screen is told of it. */
export function appendStep(
  context: CommandContext,
  before: StoredApplication,
  event: NewEvent,
  changes: Changes,
  told?: Told,
): Saved {
  return saved(context, takeStep(context, before, event, changes, told))
}

/** The entry that takes back a step: both stay in the history. */
export function takingBack({ id, kind, status, day }: EventRow, reason: string): NewEvent {
  return { kind, ...(status !== null && { status }), day, reason, voids: id }
}
