import type { z } from 'zod'
import type { Values } from '../../../db/database.ts'
import type { listFilter } from './contract.ts'
import { ftsQuery } from './search.ts'

export type Filter = z.output<typeof listFilter>

/** What a filter comes to in SQL; `a` is the application. */
export type Conditions = {
  /** The search of `application_search`; null where nothing is searched. */
  readonly match: string | null
  /** Everything else, all of it wanted. */
  readonly where: readonly string[]
  /** Some of it is not in the indexes of the orders: days and deadlines have their own. */
  readonly byDay: boolean
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

export function conditionsOf(filter: Filter, today: string, soon: string): Conditions {
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
  const byDay = filter.from !== undefined || filter.to !== undefined || filter.deadline !== undefined
  return { match, where, byDay, values }
}
