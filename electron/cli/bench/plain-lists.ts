import type { Database, Values } from '../../../db/database.ts'
import type { Order } from '../../core/applications/contract.ts'
import type { QueueName } from '../../core/views/contract.ts'

/** What a line of the list shows: a floor with fewer columns would be the floor of another list. */
const columns = `a.id, a.dossier_code, a.full_name, a.birth_day, a.channel, a.status, a.status_day, a.registered_day,
  a.received_day, a.due_day, a.finished_day, a.returned_day, a.closed_day, a.classes, d.name, t.name, u.display_name`
const joins = `LEFT JOIN districts d ON d.catalogue = '2023' AND d.code = a.district_code
  LEFT JOIN teams t ON t.id = a.team_id LEFT JOIN users u ON u.id = a.officer_id`

/** One page in one statement. */
export const page = (order: string, where = '1 = 1'): string =>
  `SELECT ${columns} FROM applications a ${joins} WHERE ${where} ORDER BY ${order} LIMIT 101`
/** How many there are, as far as the list says it. */
export const counted = (from: string): string => `SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT 10001)`

export const newest = 'a.registered_day DESC, a.id DESC'

/** The officer whose own queue is counted and opened: the first of the sample. */
export const officer = 2

type PlainOrder = {
  readonly by: string
  /** Files that have what is sorted by; the others stand at the end. */
  readonly where: string
  /** The group inside which `by` sorts on (files of one team, one status): its key, and its mark in a cursor. */
  readonly group?: { readonly key: string; readonly mark: string }
  readonly key: string
  readonly beyond: '>' | '<'
}

const upwards = (key: string, where = '1 = 1'): PlainOrder => ({
  by: `${key}, a.id`,
  ...{ where, key, beyond: '>' },
})
const inGroups = (key: string, mark: string): PlainOrder => ({
  by: `${key}, a.registered_day, a.id`,
  ...{ where: `${key} IS NOT NULL`, group: { key, mark }, key: 'a.registered_day', beyond: '>' },
})
const due = "coalesce(a.due_day, '9999-12-31')"

/** Every column that the register can be sorted by, as a plain statement sorts it. */
export const plainOrders: Readonly<Record<Order, PlainOrder>> = {
  newest: { by: newest, where: '1 = 1', key: 'a.registered_day', beyond: '<' },
  oldest: upwards('a.registered_day'),
  name: upwards('a.name_sort'),
  birth: upwards('a.birth_day', 'a.birth_day IS NOT NULL'),
  due: upwards(due, `${due} < '9999-12-31'`),
  code: upwards('a.dossier_key'),
  received: upwards('a.received_day', 'a.received_day IS NOT NULL'),
  finished: upwards('a.closed_day', 'a.closed_day IS NOT NULL AND a.finished_day IS NOT NULL'),
  returned: upwards('a.returned_day', 'a.returned_day IS NOT NULL'),
  class: upwards('a.classes', 'a.classes IS NOT NULL'),
  status: inGroups('a.status', 'a.status'),
  channel: inGroups('a.channel', 'a.channel'),
  district: inGroups('a.district_code', "'=' || d.name"),
  team: inGroups('a.team_id', "'=' || t.name"),
  officer: inGroups('a.officer_id', "'=' || u.display_name"),
}

/** A file in the middle of an order: the cursor behind it, and the plain statement of the page there. */
export type Deep = { readonly after: string; readonly sql: string; readonly values: Values }

/** Where half of the register has gone by. */
export function middleOf(database: Database, order: Order): Deep {
  const { by, where, group, key, beyond } = plainOrders[order]
  const grouped = group ?? { key: "''", mark: "'0'" }
  type Place = { mark: string; group: string | number; key: string; id: number }
  const place = database.read(db =>
    db.row<Place>(
      `SELECT CAST(${grouped.mark} AS TEXT) AS mark, ${grouped.key} AS "group", ${key} AS key, a.id FROM applications a ${joins}
       WHERE ${where} ORDER BY ${by} LIMIT 1
       OFFSET (SELECT count(*) / 2 FROM applications a WHERE ${where})`,
    ),
  )
  if (place === undefined) throw new Error('the register is empty')
  const inside = group === undefined ? where : `${group.key} = :group`
  const inOrder = group === undefined ? by : 'a.registered_day, a.id'
  return {
    after: JSON.stringify([order, place.key, place.id, 'walk', place.mark]),
    sql: page(inOrder, `${inside} AND (${key}, a.id) ${beyond} (:key, :id)`),
    values: { key: place.key, id: place.id, ...(group !== undefined && { group: place.group }) },
  }
}

const running = 'a.status IN (2, 4)'
const dueDay = 'a.due_day IS NOT NULL AND a.status IN (2, 4) AND a.due_day'

/** What each queue holds and how it is sorted, on 29 December 2023 for the officer with the id 2. */
export const plainQueues: Readonly<Record<QueueName, readonly [where: string, by: string]>> = {
  waiting: ['a.status IN (1, 5, 6) AND a.received_day IS NULL', 'a.registered_day, a.id'],
  'in-work': [running, `${due}, a.id`],
  supplement: ['a.status IN (5, 6) AND a.received_day IS NOT NULL', 'a.registered_day, a.id'],
  'due-soon': [`${dueDay} BETWEEN '2023-12-29' AND '2024-01-03'`, `${due}, a.id`],
  overdue: [`${dueDay} < '2023-12-29'`, `${due}, a.id`],
  'to-return': ['a.status = 9 AND a.posted_day IS NULL', 'a.closed_day, a.id'],
  posted: ['a.status = 9 AND a.posted_day IS NOT NULL', 'a.closed_day, a.id'],
  mine: ['a.status IN (1, 2, 4, 5, 6) AND a.officer_id = 2', `${due}, a.id`],
  all: ['1 = 1', newest],
}

/** Two ways to the page of a search: from the hits, and along the order until it is full. */
export const plainSearches = [
  page(newest, 'a.id IN (SELECT rowid FROM application_search WHERE application_search MATCH :match)'),
  page(newest, '+a.id IN (SELECT rowid FROM application_search WHERE application_search MATCH :match)'),
] as const
export const foundCount = counted('application_search WHERE application_search MATCH :match')
