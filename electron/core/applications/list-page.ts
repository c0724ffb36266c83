import type { ReadDb, Values } from '../../../db/database.ts'
import type { Conditions } from './list-filter.ts'
import type { Walk } from './list-labels.ts'
import type { Sorting } from './list-orders.ts'
import { rowColumns, rowJoins, type StoredRow } from './read.ts'

/** Counting stops here: nobody reads a longer list to its end. */
const countLimit = 10_000

/**
 * How a page is found, decided by the counts of the first one, for the planner keeps no statistics. `hits`: from
 * the few files that the search finds; `few`: from the few that the filter holds; `walk`: along the order, where the
 * page fills soon or all that is asked stands in the index of the order; `each`: a walk that asks the search of each of the nearest
 * files, where so many are found that gathering them would be the longer way. What is found may yet stand together far
 * off, as the codes of a year do in the order of days: then the walk gathers all the same.
 */
export const ways = ['hits', 'few', 'walk', 'each'] as const
export type Way = (typeof ways)[number]

/** So many files are asked one by one: it takes as long as gathering some ten thousand hits. */
const nearest = 2000

/** The file behind which a page begins. */
export type Place = { readonly rank: number; readonly key: string; readonly id: number }

type Found = StoredRow & { readonly rank: number; readonly cursorKey: string }

export const fromHits = 'application_search s CROSS JOIN applications a ON a.id = s.rowid'
const amongHits = '+a.id IN (SELECT rowid FROM application_search WHERE application_search MATCH :match)'
const isHit = `EXISTS (
  SELECT 1 FROM application_search s WHERE s.rowid = a.id AND application_search MATCH :match)`
const searchOn = {
  hits: 'application_search MATCH :match',
  few: amongHits,
  walk: amongHits,
  each: isHit,
} as const

/** What is wanted beside the search. */
const beside = ({ where }: Conditions): string => ['1 = 1', ...where].join(' AND ')

/** The condition of a way: on the way `hits` the search drives, otherwise it is asked of each file met. */
export function searched(conditions: Conditions, way: Way): string {
  // the search last: it is the costliest to ask of each file
  return conditions.match === null ? beside(conditions) : `${beside(conditions)} AND ${searchOn[way]}`
}

/** Counts up to 10 000, or another limit; null means more. */
export function countWith(
  db: ReadDb,
  { values }: Conditions,
  from: string,
  condition: string,
  limit = countLimit,
): number | null {
  const n =
    db.row<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${condition} LIMIT ${limit + 1})`,
      values,
    )?.n ?? 0
  return n > limit ? null : n
}

/** The next files behind a place, at most `limit`. */
export function pageRows(
  db: ReadDb,
  sorting: Sorting,
  conditions: Conditions,
  way: Way,
  place: Place | null,
  limit: number,
): readonly Found[] {
  return way === 'walk' || way === 'each'
    ? walked(db, sorting, conditions, way, place, limit)
    : gathered(db, sorting, conditions, way, place, limit)
}

/** Group by group along their indexes, until the page is full. */
function walked(
  db: ReadDb,
  { groups, down }: Sorting,
  conditions: Conditions,
  way: Way,
  place: Place | null,
  limit: number,
): readonly Found[] {
  const rows: Found[] = []
  for (const [rank, { walks }] of groups.entries()) {
    if (place !== null && rank < place.rank) continue
    const from = place !== null && rank === place.rank ? place : null
    const parts = walks.map(walk => alongWalk(db, walk, down, conditions, way, from, limit - rows.length))
    const [only = [], ...others] = parts
    const next = others.length === 0 ? only : parts.flat().sort(inOrder(down))
    for (const row of next.slice(0, limit - rows.length)) rows.push({ ...row, rank })
    if (rows.length === limit) break
  }
  return rows
}

type Met = Omit<Found, 'rank'>

const inOrder = (down: boolean) => (a: Met, b: Met) =>
  (down ? -1 : 1) * (a.cursorKey < b.cursorKey ? -1 : a.cursorKey > b.cursorKey ? 1 : a.id - b.id)

function alongWalk(
  db: ReadDb,
  { where, key, index, group }: Walk,
  down: boolean,
  conditions: Conditions,
  way: Way,
  place: Place | null,
  limit: number,
): readonly Met[] {
  const [direction, beyond] = down ? ['DESC', '<'] : ['ASC', '>']
  const sorted = key === null ? `a.id ${direction}` : `${key} ${direction}, a.id ${direction}`
  // the key alone besides: an index on an expression is not entered by a pair
  const start =
    key === null
      ? `a.id ${beyond} :afterId`
      : `${key} ${beyond}= :afterKey AND (${key}, a.id) ${beyond} (:afterKey, :afterId)`
  const behind = place === null ? '' : ` AND ${start}`
  const along = (condition: string, most: string) =>
    `SELECT a.id, ${key ?? "''"} AS cursorKey FROM applications a INDEXED BY ${index}
     WHERE ${where} AND ${condition}${behind} ORDER BY ${sorted} LIMIT ${most}`
  const values = { ...conditions.values, ...placed(place), ...(group !== undefined && { group }) }
  const page = (files: string) =>
    db.rows<Met>(
      `SELECT ${rowColumns}, page.cursorKey FROM (${files}) page
       JOIN applications a ON a.id = page.id ${rowJoins}
       ORDER BY page.cursorKey ${direction}, page.id ${direction}`,
      { ...values, limit },
    )
  if (way === 'each') {
    // the near files come in their order, which stops the asking as soon as the page is full
    const near = along(beside(conditions), `${nearest}`)
    const met = page(`SELECT a.id, a.cursorKey FROM (${near}) a WHERE ${isHit} LIMIT :limit`)
    if (met.length === limit) return met
    const asked = db.row<{ n: number }>(`SELECT count(*) AS n FROM (${near})`, values)?.n ?? 0
    if (asked < nearest) return met
  }
  return page(along(searched(conditions, way === 'each' ? 'walk' : way), ':limit'))
}

/**
 * All that the filter holds, sorted (the table of the search has a `rank` of its own, so ours is `place`). The plus
 * keeps the planner from walking a whole order in search of a few.
 */
function gathered(
  db: ReadDb,
  { rank, key, ranks, down }: Sorting,
  conditions: Conditions,
  way: 'hits' | 'few',
  place: Place | null,
  limit: number,
): readonly Found[] {
  const [direction, beyond] = down ? ['DESC', '<'] : ['ASC', '>']
  const from = way === 'hits' ? fromHits : 'applications a'
  const behind =
    place === null
      ? ''
      : ` AND (place > :afterRank OR (place = :afterRank AND (cursorKey, a.id) ${beyond} (:afterKey, :afterId)))`
  return db.rows<Found>(
    `${ranks.table} SELECT ${rowColumns}, page.place AS rank, page.cursorKey FROM (
       SELECT a.id, ${rank} AS place, +${key} AS cursorKey FROM ${from} ${ranks.join}
       WHERE ${searched(conditions, way)}${behind}
       ORDER BY place, cursorKey ${direction}, a.id ${direction} LIMIT :limit
     ) page JOIN applications a ON a.id = page.id ${rowJoins}
     ORDER BY page.place, page.cursorKey ${direction}, page.id ${direction}`,
    {
      ...conditions.values,
      ...ranks.values,
      ...placed(place),
      ...(place !== null && { afterRank: place.rank }),
      limit,
    },
  )
}

const placed = (place: Place | null): Values =>
  place === null ? {} : { afterKey: place.key, afterId: place.id }
