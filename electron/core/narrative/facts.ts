import type { ReadDb } from '../../../db/database.ts'
import { addDays, type Day, isDay } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { neighbour, type PeriodRules, periodNamed } from '../periods/rules.ts'
import { settingInForce } from '../settings/store.ts'
import { measure } from '../statistics/measures.ts'
import type { Measures, Unit } from '../statistics/model.ts'
import { unitOn } from '../statistics/operations.ts'
import { split } from '../statistics/split.ts'
import type { TargetStatus } from '../targets/contract.ts'
import { targetStatus } from '../targets/status.ts'

/** A period to compare with; left out where nothing was recorded then. */
export type Comparison = { readonly period: Period; readonly measures: Measures }

export type Difficulty = {
  /** Name of its group. */
  readonly category: string
  readonly content: string
  readonly affected: number
  readonly cause: string
  readonly measures: string
  readonly proposal: string
  readonly receiver: string
  readonly status: 'new' | 'working' | 'proposed' | 'solved' | 'left'
  /** First letter of its code: under which head of section II it falls. */
  readonly letter: string
}

/** Everything the narrative says, counted in the caller's one read transaction. */
export type NarrativeFacts = {
  readonly department: string
  readonly period: Period
  readonly next: Period
  readonly unit: Unit
  readonly measures: Measures
  readonly before: Comparison | null
  readonly lastYear: Comparison | null
  readonly target: TargetStatus
  /** Teams with overdue files at the end, the most first. */
  readonly overdueTeams: readonly {
    readonly key: string | null
    readonly name: string
    readonly count: number
  }[]
  readonly difficulties: readonly Difficulty[]
}

/** Counts what the narrative of a period speaks of. */
export function narrativeFacts(
  { db, today }: QueryContext,
  period: Period,
  rules: PeriodRules,
): NarrativeFacts {
  const unit = unitOn(db, period.to)
  const known = firstDay(db)
  const compare = (other: Period | null): Comparison | null =>
    other === null || known === null || other.from < known
      ? null
      : { period: other, measures: measure(db, other, unit) }
  const before = neighbour(period, -1, rules)
  // after a change of the rule the period before may end elsewhere; then there is nothing to compare
  const abuts = addDays(before.to, 1) === period.from
  const asOf = period.from <= today && today < period.to ? today : period.to
  return {
    department: settingInForce(db, 'department', today).name,
    period,
    next: neighbour(period, 1, rules),
    unit,
    measures: measure(db, period, unit),
    before: compare(abuts ? before : null),
    lastYear: compare(yearBefore(period, rules)),
    target: targetStatus(db, asOf),
    overdueTeams: split(db, period, unit, 'team')
      .map(({ key, name, measures }) => ({ key, name, count: measures.openOverdue.total }))
      .filter(({ count }) => count > 0)
      .sort((a, b) => b.count - a.count),
    difficulties: difficultiesOf(db, period),
  }
}

/** The same period a year earlier; null where that year has none (29 February, week 53). */
export function yearBefore(period: Period, rules: PeriodRules): Period | null {
  if (period.kind === 'range') return null
  const id = `${String(Number(period.id.slice(0, 4)) - 1).padStart(4, '0')}${period.id.slice(4)}`
  if (period.kind === 'day' && !isDay(id)) return null
  // a week named by its first day has no counterpart of the same name
  if (period.kind === 'week' && id.includes('+')) return null
  return periodNamed(period.kind, id, rules)
}

/** A period that began before the first file was recorded is only half known: nothing is compared with it. */
function firstDay(db: ReadDb): Day | null {
  const row = db.row<{ day: Day }>(
    'SELECT registered_day AS day FROM applications ORDER BY registered_day LIMIT 1',
  )
  return row?.day ?? null
}

function difficultiesOf(db: ReadDb, { from, to }: Period): readonly Difficulty[] {
  return db.rows<Difficulty>(
    `SELECT k.category, d.content, d.affected, d.cause, d.measures, d.proposal, d.receiver, d.status,
            substr(d.kind_code, 1, 1) AS letter
     FROM difficulties d JOIN difficulty_kinds k ON k.code = d.kind_code
     WHERE d.day BETWEEN :from AND :to ORDER BY d.affected DESC, d.day, d.id`,
    { from, to },
  )
}
