import { createHash } from 'node:crypto'
import type { ReadDb } from '../../../db/database.ts'
import type { Channel } from '../applications/model.ts'
import type { Day } from '../calendar/day.ts'
import type { CommandContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { countFamilies, measure, noneOf } from '../statistics/measures.ts'
import { type Member, type MemberName, members } from '../statistics/members.ts'
import {
  type Count,
  type Measures,
  type PostName,
  postNames,
  type Split,
  type Unit,
} from '../statistics/model.ts'
import { unitOn } from '../statistics/operations.ts'
import { postFamilies } from '../statistics/post.ts'
import { countsByDay, type DayCounts, type TargetRules, targetRulesOn } from '../targets/counted-days.ts'

/** The figures at the moment of an approval, with the rules they were counted by. */
export type FrozenFigures = {
  readonly unit: Unit
  readonly rules: TargetRules
  readonly measures: Measures
  /** What the post had and delivered, where the report counts it. */
  readonly post?: Readonly<Record<PostName, Count>>
  /** The days of the target, from 1 January to the end of the period. */
  readonly targetDays: readonly DayCounts[]
}

export type Freeze = {
  readonly figures: FrozenFigures
  readonly members: readonly Member[]
  /** The last entries of the histories and of the trail that they know of. */
  readonly lastEventId: number
  readonly lastAuditId: number
}

/** The figures of a period as they stand, and those of the post where asked; in the caller's read transaction. */
export function figuresNow(
  db: ReadDb,
  period: Period,
  post: boolean,
  by?: Pick<FrozenFigures, 'unit' | 'rules'>,
): FrozenFigures {
  const unit = by?.unit ?? unitOn(db, period.to)
  const rules = by?.rules ?? targetRulesOn(db, period.to)
  return {
    unit,
    rules,
    measures: measure(db, period, unit),
    ...(post ? { post: postNow(db, period, unit) } : {}),
    targetDays: countsByDay(db, rules, newYearOf(period), period.to),
  }
}

const postNow = (db: ReadDb, period: Period, unit: Unit) =>
  countFamilies({ db, unit, by: null }, postFamilies(period), postNames).get(null) ?? noneOf(postNames)

/** Every file behind such figures. */
export const membersNow = (db: ReadDb, period: Period, post: boolean): readonly Member[] =>
  members(db, period, post ? postFamilies(period) : [])

export const newYearOf = ({ to }: Pick<Period, 'to'>): Day => `${to.slice(0, 4)}-01-01`

export function takeFreeze(db: ReadDb, period: Period, post: boolean): Freeze {
  const last = (table: 'application_events' | 'audit') =>
    db.row<{ id: number | null }>(`SELECT max(id) AS id FROM ${table}`)?.id ?? 0
  return {
    figures: figuresNow(db, period, post),
    members: membersNow(db, period, post),
    lastEventId: last('application_events'),
    lastAuditId: last('audit'),
  }
}

type Groups = readonly [
  team: string | null,
  district: string | null,
  classes: string | null,
  reason: string | null,
  officer: string | null,
]

/** Thousands of files share a few sets of measures: each set is written once. */
type Kept = {
  readonly sets: readonly (readonly MemberName[])[]
  readonly rows: readonly (readonly [
    id: number,
    set: number,
    day: Day,
    channel: Channel,
    licences: number,
    groups: Groups,
  ])[]
}

function packed(all: readonly Member[]): Kept {
  const places = new Map<string, number>()
  const sets: (readonly MemberName[])[] = []
  const rows = all.map(({ applicationId, measures, day, channel, licences, groups }) => {
    const key = measures.join(' ')
    const place = places.get(key) ?? sets.push(measures) - 1
    places.set(key, place)
    const { team, district, class: classes, reason, officer } = groups
    return [applicationId, place, day, channel, licences, [team, district, classes, reason, officer]] as const
  })
  return { sets, rows }
}

function unpacked({ sets, rows }: Kept): readonly Member[] {
  return rows.map(
    ([applicationId, set, day, channel, licences, [team, district, classes, reason, officer]]) => {
      const groups: Record<Split, string | null> = { team, district, class: classes, reason, officer }
      return { applicationId, measures: sets[set] ?? [], day, channel, licences, groups }
    },
  )
}

const hashOf = (...texts: readonly string[]) =>
  texts.reduce((hash, text) => hash.update(text), createHash('sha256')).digest('hex')

/** Writes a freeze; answers its id. */
export function keepFreeze({ db, now, actor }: CommandContext, filingId: number, freeze: Freeze): number {
  if (actor.id === null) throw new Error('a report is approved by somebody')
  const figures = JSON.stringify(freeze.figures)
  const kept = JSON.stringify(packed(freeze.members))
  const { lastEventId, lastAuditId } = freeze
  return db.run(
    `INSERT INTO filing_freezes (filing_id, at, by_id, last_event_id, last_audit_id, figures, members, sha256)
     VALUES (:filingId, :now, :actorId, :lastEventId, :lastAuditId, :figures, :kept, :sha256)`,
    {
      ...{ filingId, now, actorId: actor.id, lastEventId, lastAuditId, figures, kept },
      sha256: hashOf(figures, kept),
    },
  ).lastInsertRowid
}

type FreezeRow = {
  readonly at: string
  readonly lastEventId: number
  readonly lastAuditId: number
  readonly figures: string
  readonly members: string
}

/** A freeze as it was written. */
export function freezeById(db: ReadDb, id: number): Freeze & { readonly at: string } {
  const row = db.row<FreezeRow>(
    `SELECT at, last_event_id AS lastEventId, last_audit_id AS lastAuditId, figures, members
     FROM filing_freezes WHERE id = :id`,
    { id },
  )
  if (row === undefined) throw new Error(`freeze ${id} is missing`)
  const figures: FrozenFigures = JSON.parse(row.figures)
  const kept: Kept = JSON.parse(row.members)
  const { at, lastEventId, lastAuditId } = row
  return { at, lastEventId, lastAuditId, figures, members: unpacked(kept) }
}

/** Frozen figures that are no longer what their hash says, by the id of their filing. */
export function damagedFreezes(db: ReadDb): readonly number[] {
  const damaged: number[] = []
  for (const row of db.iterate<{ filingId: number; figures: string; members: string; sha256: string }>(
    'SELECT filing_id AS filingId, figures, members, sha256 FROM filing_freezes ORDER BY id',
  )) {
    if (hashOf(row.figures, row.members) !== row.sha256) damaged.push(row.filingId)
  }
  return damaged
}
