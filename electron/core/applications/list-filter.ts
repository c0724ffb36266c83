import type { z } from 'zod'
import type { Values } from '../../../db/database.ts'
import type { listFilter, Ticked } from './contract.ts'
import { ftsQuery } from './search.ts'

export type Filter = z.output<typeof listFilter>
/** A filter without the place in its list. */
export type Uncut = Omit<Filter, 'after' | 'limit'>

/** What a filter comes to in SQL; `a` is the application. */
export type Conditions = {
  /** The search of `application_search`; null where nothing is searched. */
  readonly match: string | null
  /** Everything else, all of it wanted. */
  readonly where: readonly string[]
  /** Some of it has an index of its own, or is not in those of the orders: it may be gathered rather than walked for. */
  readonly beside: boolean
  /** There is a period among it. */
  readonly days: boolean
  readonly values: Values
}

/** The due day as the index `applications_by_due` holds it: files without one come last. */
export const dueKey = "coalesce(a.due_day, '9999-12-31')"

/** A finished file is closed on that day, so the index of closing days serves both. */
const dayColumns = {
  registered: ['a.registered_day'],
  received: ['a.received_day'],
  due: [dueKey, 'a.due_day'],
  finished: ['a.closed_day', 'a.finished_day'],
  returned: ['a.returned_day'],
  closed: ['a.closed_day'],
} as const

export function conditionsOf(filter: Uncut, today: string, soon: string): Conditions {
  const where: string[] = []
  const values: Record<string, string | number> = {}
  const match = ftsQuery(filter.text ?? '')
  if (match !== null) values.match = match
  // one statement text per set of statuses, whatever their order
  const statuses = [...new Set(filter.statuses)].sort((a, b) => a - b)
  if (statuses.length > 0) where.push(`a.status IN (${statuses.join(', ')})`)
  if (filter.channel !== undefined) {
    where.push('a.channel = :channel')
    values.channel = filter.channel
  }
  if (filter.teamId !== undefined) {
    where.push('a.team_id = :teamId')
    values.teamId = filter.teamId
  }
  const held = where.length
  addDays(filter, where, values, today, soon)
  addPeople(filter, where, values)
  const days = filter.from !== undefined || filter.to !== undefined
  return { match, where, beside: statuses.length > 0 || where.length > held, days, values }
}

/** Those named are meant whatever the filter has come to hold since they were ticked. */
export function onlyTicked(conditions: Conditions, ticked: Ticked | undefined): Conditions {
  if (ticked === undefined) return conditions
  if ('ids' in ticked) {
    const where = ['a.id IN (SELECT value FROM json_each(:ids))']
    return { match: null, where, beside: true, days: false, values: { ids: JSON.stringify(ticked.ids) } }
  }
  return {
    ...conditions,
    where: [...conditions.where, 'a.id NOT IN (SELECT value FROM json_each(:except))'],
    values: { ...conditions.values, except: JSON.stringify(ticked.except) },
  }
}

type Bound = Record<string, string | number>

function addDays(filter: Uncut, where: string[], values: Bound, today: string, soon: string): void {
  for (const column of dayColumns[filter.dayField ?? 'registered']) {
    if (filter.from !== undefined) {
      where.push(`${column} >= :from`)
      values.from = filter.from
    }
    if (filter.to !== undefined) {
      where.push(`${column} <= :to`)
      values.to = filter.to
    }
  }
  if (filter.deadline !== undefined) {
    // word for word the condition of the index `applications_due`
    where.push('a.due_day IS NOT NULL AND a.status IN (2, 4)')
    values.today = today
  }
  if (filter.deadline === 'overdue') where.push('a.due_day < :today')
  if (filter.deadline === 'due-soon') {
    where.push('a.due_day BETWEEN :today AND :soon')
    values.soon = soon
  }
  if (filter.received !== undefined) where.push(`a.received_day IS ${filter.received ? 'NOT NULL' : 'NULL'}`)
  if (filter.posted === true) where.push('a.posted_day IS NOT NULL AND a.status = 9')
  if (filter.posted === false) where.push('(a.posted_day IS NULL OR a.status <> 9)')
}

function addPeople(filter: Uncut, where: string[], values: Bound): void {
  if (filter.officerId !== undefined) {
    where.push('a.officer_id = :officerId')
    values.officerId = filter.officerId
  }
  if (filter.districtCode !== undefined) {
    where.push('a.district_code = :districtCode')
    values.districtCode = filter.districtCode
  }
  if (filter.licenceClass !== undefined) {
    where.push(`a.classes IN (${classesWith})`)
    values.licenceClass = filter.licenceClass
  }
}

/** The few dozen combinations that the register knows, each found by one step along the index, and those that hold it. */
const classesWith = `
  WITH RECURSIVE known(classes) AS (
    SELECT min(classes) FROM applications
    UNION ALL
    SELECT (SELECT min(b.classes) FROM applications b WHERE b.classes > known.classes)
    FROM known WHERE known.classes IS NOT NULL
  )
  SELECT classes FROM known WHERE instr(', ' || classes || ',', ', ' || :licenceClass || ',') > 0`
