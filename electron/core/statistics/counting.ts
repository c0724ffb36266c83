import type { ReadDb, Values } from '../../../db/database.ts'
import type { Count, CountName, Split, Unit } from './model.ts'

/** What is counted, and into which groups: none, or one of the splits. */
export type Scope = { readonly db: ReadDb; readonly unit: Unit; readonly by: Split | null }

/**
 * The rows to count, under the alias `r`, with their columns `channel` and `licences`. `application` names the
 * column that holds the file's id, `day` the one with the day on which it happened or since which it lasts.
 */
export type Rows = {
  readonly from: string
  readonly where: string
  readonly application: 'r.id' | 'r.application_id'
  readonly day: 'r.from_day' | 'r.to_day' | 'r.returned_day' | 'r.posted_day' | 'r.finished_day'
  readonly values: Values
}

/** Group → the counts found in it. Without a split there is one group, null. */
export type Groups = ReadonlyMap<string | null, Readonly<Partial<Record<CountName, Count>>>>

/** The group a file `a` falls in; every file falls in exactly one, so that a split sums to its total. */
export const groupOf: Readonly<Record<Split, string>> = {
  team: 'CAST(a.team_id AS TEXT)',
  district: 'coalesce(a.district_code, a.district_text)',
  class: 'a.classes',
  reason: 'coalesce(a.reason_code, a.reason_text)',
  officer: 'coalesce(CAST(a.officer_id AS TEXT), a.officer_text)',
}

/** The group beside the figures, which are named `measure.channel`. */
type Row = Readonly<Record<string, number | string | null>> & { readonly group: string | null }

const channels = ['online', 'direct', 'postal'] as const

/** One figure for each name: the rows for which its condition is true, in the scope's unit, by channel. */
export function count(
  { db, unit, by }: Scope,
  rows: Rows,
  conditions: Readonly<Partial<Record<CountName, string>>>,
): Groups {
  const of = unit === 'files' ? 'count(*)' : 'sum(r.licences)'
  const figures = Object.entries(conditions).flatMap(([name, condition]) =>
    channels.map(
      channel => `${of} FILTER (WHERE r.channel = '${channel}' AND (${condition})) AS "${name}.${channel}"`,
    ),
  )
  const sql =
    by === null
      ? `SELECT NULL AS "group", ${figures.join(', ')} FROM ${rows.from} WHERE ${rows.where}`
      : `SELECT ${groupOf[by]} AS "group", ${figures.join(', ')}
         FROM ${rows.from} JOIN applications a ON a.id = ${rows.application} WHERE ${rows.where} GROUP BY 1`
  const found = db.rows<Row>(sql, rows.values)
  return new Map(
    found.map(row => {
      const figure = (name: string): Count => {
        // a sum over no rows is null
        const [online, direct, postal] = channels.map(channel => Number(row[`${name}.${channel}`] ?? 0))
        return countOf(online ?? 0, direct ?? 0, postal ?? 0)
      }
      return [row.group, Object.fromEntries(Object.keys(conditions).map(name => [name, figure(name)]))]
    }),
  )
}

/** The parts with their sum. */
export function countOf(online: number, direct: number, postal: number): Count {
  return { total: online + direct + postal, online, direct, postal }
}
