import type { ReadDb, Values } from '../../../db/database.ts'
import type { Count, Split, Unit } from './model.ts'

/** What is counted, and into which groups: none, or one of the splits. */
export type Scope = { readonly db: ReadDb; readonly unit: Unit; readonly by: Split | null }

/**
 * The rows to count, under the alias `r`, with their columns `channel` and `licences`. `application` names the
 * column that holds the file's id.
 */
export type Rows = {
  readonly from: string
  readonly where: string
  readonly application: 'r.id' | 'r.application_id'
  readonly values: Values
}

/** Group → the counts found in it. Without a split there is one group, null. */
export type Groups<N extends string> = ReadonlyMap<string | null, Readonly<Record<N, Count>>>

/** The group a file falls in; every file falls in exactly one, so that a split sums to its total. */
const groupOf: Readonly<Record<Split, string>> = {
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
export function count<N extends string>(
  { db, unit, by }: Scope,
  rows: Rows,
  conditions: Readonly<Record<N, string>>,
): Groups<N> {
  const names = Object.keys(conditions) as N[] // the keys of a record of N are N
  const of = unit === 'files' ? 'count(*)' : 'sum(r.licences)'
  const figures = names.flatMap(name =>
    channels.map(
      channel =>
        `${of} FILTER (WHERE r.channel = '${channel}' AND (${conditions[name]})) AS "${name}.${channel}"`,
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
      const figure = (name: N): Count => {
        // a sum over no rows is null
        const [online, direct, postal] = channels.map(channel => Number(row[`${name}.${channel}`] ?? 0))
        return countOf(online ?? 0, direct ?? 0, postal ?? 0)
      }
      const counts = Object.fromEntries(names.map(name => [name, figure(name)])) as Record<N, Count> // one for each name
      return [row.group, counts]
    }),
  )
}

/** The parts with their sum. */
export function countOf(online: number, direct: number, postal: number): Count {
  return { total: online + direct + postal, online, direct, postal }
}
