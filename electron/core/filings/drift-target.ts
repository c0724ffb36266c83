import type { ReadDb } from '../../../db/database.ts'
import { asLifeEvents, eventsOf } from '../applications/history.ts'
import { type Channel, fields } from '../applications/model.ts'
import { type Replayer, replayer } from '../applications/store.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { Json } from '../errors.ts'
import { countDay, type DayCounts, standingOf, type TargetRules } from '../targets/counted-days.ts'
import type { FigureDrift, TotalDrift } from './contract.ts'
import type { Moved } from './drift-members.ts'
import { channelInWords, figureNames } from './figure-words.ts'
import type { Freeze, FrozenFigures } from './freeze.ts'

/** Both counts of the target then and now, by the rules of then. */
export function targetFigures(
  { rules, targetDays }: FrozenFigures,
  now: readonly DayCounts[],
): readonly FigureDrift[] {
  const standing = (days: readonly DayCounts[]) =>
    standingOf(
      rules,
      days.map(day => countDay(rules, day)),
    )
  const [was, is] = [standing(targetDays), standing(now)]
  const names = { targetNumerator: 'numerator', targetDenominator: 'denominator' } as const
  return (['targetNumerator', 'targetDenominator'] as const).flatMap(measure => {
    const [before, after] = [was[names[measure]], is[names[measure]]]
    if (before === after) return []
    return [{ measure, label: figureNames[measure], part: 'total' as const, was: before, now: after }]
  })
}

/** The days on which the files counted differ, and those on which the typed total does. */
function differingDays(then: readonly DayCounts[], now: readonly DayCounts[]) {
  const was = new Map(then.map(day => [day.day, day]))
  const is = new Map(now.map(day => [day.day, day]))
  const none = { online: 0, direct: 0, postal: 0, total: null }
  const days = [...new Set([...was.keys(), ...is.keys()])].sort()
  const of = (day: Day) => [was.get(day) ?? none, is.get(day) ?? none] as const
  return {
    files: new Set(
      days.filter(day => {
        const [a, b] = of(day)
        return a.online !== b.online || a.direct !== b.direct || a.postal !== b.postal
      }),
    ),
    totals: days.filter(day => {
      const [a, b] = of(day)
      return a.total !== b.total
    }),
  }
}

/** Daily totals of in-person work that were typed or changed after the freeze. */
export function changedTotals(
  db: ReadDb,
  { figures, lastAuditId }: Freeze,
  now: readonly DayCounts[],
): readonly TotalDrift[] {
  return differingDays(figures.targetDays, now).totals.flatMap(day =>
    db
      .rows<{ at: string; by: string; changes: string }>(
        `SELECT at, actor_name AS by, changes FROM audit
         WHERE subject = 'direct-count' AND subject_id = :day AND id > :lastAuditId ORDER BY id`,
        { day, lastAuditId },
      )
      .map(({ at, by, changes }) => {
        const told: Readonly<Record<string, readonly [Json, Json]>> = JSON.parse(changes)
        const [from = null, to = null] = told['Số lượt trực tiếp'] ?? []
        const text = (value: Json) => (typeof value === 'number' ? String(value) : null)
        const what = `Tổng số trực tiếp ngày ${showDay(day)}`
        return { day, what, from: text(from), to: text(to), at, by, file: null }
      }),
  )
}

type Counted = { readonly day: Day; readonly channel: Channel; readonly licences: number }

/**
 * The files that the target counts otherwise than then. What a file was then is read from what cannot change: its
 * history up to the freeze, and the trail after it, which says what its facts were before.
 */
export function movedInTarget(
  db: ReadDb,
  freeze: Freeze,
  now: readonly DayCounts[],
  upTo: Day,
): ReadonlyMap<number, Moved> {
  const { rules, targetDays } = freeze.figures
  const { files: days } = differingDays(targetDays, now)
  const moved = new Map<number, Moved>()
  if (days.size === 0) return moved
  const replay = replayer(db)
  const inside = (counted: Counted | null) => {
    if (counted === null || counted.day > upTo) return null
    return rules.unit === 'files' ? { ...counted, licences: 1 } : counted
  }
  for (const id of touchedSince(db, freeze, upTo)) {
    const was = inside(countedThen(db, id, freeze, replay))
    const is = inside(countedNow(db, id, rules))
    if (![was, is].some(counted => counted !== null && days.has(counted.day))) continue
    if (JSON.stringify(was) === JSON.stringify(is)) continue
    const said = (counted: Counted | null) => (counted === null ? [] : [wordsOf(counted, rules)])
    moved.set(id, { left: said(was), entered: said(is) })
  }
  return moved
}

function wordsOf({ day, channel, licences }: Counted, { unit }: TargetRules): string {
  const amount = unit === 'files' ? '' : `, ${licences} GPLX`
  return `Chỉ tiêu từ đầu năm (ngày ${showDay(day)}, ${channelInWords(channel)}${amount})`
}

/** Files with a late step, a correction, or a late change of what is counted. */
function touchedSince(db: ReadDb, { lastEventId, lastAuditId }: Freeze, upTo: Day): ReadonlySet<number> {
  const events = db.rows<{ id: number }>(
    `SELECT DISTINCT application_id AS id FROM application_events
     WHERE id > :lastEventId AND (day <= :upTo OR corrects IS NOT NULL OR voids IS NOT NULL)`,
    { lastEventId, upTo },
  )
  const facts = db.rows<{ id: number }>(
    `SELECT DISTINCT CAST(subject_id AS INTEGER) AS id FROM audit
     WHERE id > :lastAuditId AND subject = 'application' AND (instr(changes, :channel) > 0 OR instr(changes, :licences) > 0)`,
    {
      lastAuditId,
      channel: JSON.stringify(fields.channel.label),
      licences: JSON.stringify(fields.licences.label),
    },
  )
  return new Set([...events, ...facts].map(({ id }) => id))
}

type Facts = { readonly channel: Channel; readonly licences: number }

function countedNow(db: ReadDb, id: number, { numerator }: TargetRules): Counted | null {
  const day = numerator === 'finished' ? 'to_day' : 'from_day'
  // the plus keeps the planner from going through all that ever finished for each file
  const where = numerator === 'finished' ? "+ended = 'finished'" : `+began = '${numerator}'`
  return (
    db.row<Counted>(
      `SELECT ${day} AS day, channel, licences FROM application_stretches WHERE application_id = :id AND ${where}`,
      { id },
    ) ?? null
  )
}

function countedThen(
  db: ReadDb,
  id: number,
  { figures, ...since }: Freeze,
  replay: Replayer,
): Counted | null {
  const events = eventsOf(db, id).filter(event => event.id <= since.lastEventId)
  if (events.length === 0) return null
  const life = replay(asLifeEvents(events))
  if ('problem' in life) return null
  const { numerator } = figures.rules
  const found = life.stretches.find(({ began, ended }) =>
    numerator === 'finished' ? ended === 'finished' : began === numerator,
  )
  if (found === undefined) return null
  const { channel, licences } = factsThen(db, id, since.lastAuditId)
  return { day: numerator === 'finished' ? found.to : found.from, channel, licences }
}

/** What the first change after the freeze says a fact was before it; unchanged facts are what they are. */
function factsThen(db: ReadDb, id: number, lastAuditId: number): Facts {
  const now = db.row<Facts>('SELECT channel, licences FROM applications WHERE id = :id', { id })
  if (now === undefined) throw new Error(`file ${id} is missing`)
  const entries = db.rows<{ changes: string }>(
    `SELECT changes FROM audit WHERE subject = 'application' AND subject_id = :id AND id > :lastAuditId ORDER BY id DESC`,
    { id: String(id), lastAuditId },
  )
  // from the last change back to the first: each says what stood before it
  return entries.reduce<Facts>((facts, { changes }) => {
    const told: Readonly<Record<string, readonly [Json, Json] | undefined>> = JSON.parse(changes)
    const channel = told[fields.channel.label]?.[0] ?? facts.channel
    const licences = told[fields.licences.label]?.[0] ?? facts.licences
    return { channel: channel as Channel, licences: Number(licences) } // the trail holds what the fact once was
  }, now)
}
