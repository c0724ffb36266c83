import type { ReadDb } from '../../../db/database.ts'
import { calendarOf } from '../calendar/store.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { ApplicationRow, Page } from './contract.ts'
import { type Conditions, conditionsOf, dueKey, type Filter } from './list-filter.ts'
import { rowColumns, rowJoins, type StoredRow, withClock } from './read.ts'

/** Sort columns with their index; the id breaks ties, so that a page never repeats or loses a row. */
const orders = {
  newest: { column: 'a.registered_day', index: 'applications_registered', down: true },
  oldest: { column: 'a.registered_day', index: 'applications_registered', down: false },
  name: { column: 'a.name_sort', index: 'applications_by_name', down: false },
  due: { column: dueKey, index: 'applications_by_due', down: false },
} as const

/** Counting stops here: nobody reads a longer list to its end. */
const countLimit = 10_000

/**
 * How a page is found, decided by the counts of the first one, for the planner keeps no statistics. `hits`: from
 * the few files that the search finds; `few`: from the few of some days; `walk`: along the order, where the page fills
 * soon or all that is asked stands in the index of the order.
 */
const ways = ['hits', 'few', 'walk'] as const
type Way = (typeof ways)[number]

/** One page of the register by keyset: the thousandth page is as quick as the first. */
export function list({ db, today }: QueryContext, filter: Filter): Page {
  const calendar = calendarOf(db)
  const conditions = conditionsOf(filter, today, addWorkingDays(today, 2, calendar))
  const cursor = filter.after == null ? null : readCursor(filter.after, filter.order)
  const { way, total } = cursor === null ? survey(db, conditions) : { way: cursor.way, total: null }
  const rows = pageRows(db, filter, conditions, way, cursor)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const more = rows.length > filter.limit && last !== undefined
  return {
    rows: page.map(({ cursorKey: _, ...row }): ApplicationRow => withClock(row, today, calendar)),
    next: more ? JSON.stringify([filter.order, last.cursorKey, last.id, way]) : null,
    total,
  }
}

const fromHits = 'application_search s CROSS JOIN applications a ON a.id = s.rowid'
const amongHits = '+a.id IN (SELECT rowid FROM application_search WHERE application_search MATCH :match)'

/** The condition of a way: on the way `hits` the search drives, otherwise it is asked of each file met. */
function whereOf({ match, where }: Conditions, way: Way): string {
  const search = match === null ? [] : [way === 'hits' ? 'application_search MATCH :match' : amongHits]
  // the search last: it is the costliest to ask of each file
  return ['1 = 1', ...where, ...search].join(' AND ')
}

/** How many files the filter holds, and which way to their pages follows from that. */
function survey(db: ReadDb, conditions: Conditions): { way: Way; total: number | null } {
  const { match, where, byDay, values } = conditions
  const count = (from: string, condition: string) =>
    db.row<{ n: number }>(
      `SELECT count(*) AS n FROM (SELECT 1 FROM ${from} WHERE ${condition} LIMIT ${countLimit + 1})`,
      values,
    )?.n ?? 0
  const shown = (n: number) => (n > countLimit ? null : n)
  if (match === null) {
    const total = shown(count('applications a', whereOf(conditions, 'walk')))
    return { way: byDay && total !== null ? 'few' : 'walk', total }
  }
  const found = shown(count('application_search', 'application_search MATCH :match'))
  const way = found === null ? 'walk' : 'hits'
  if (where.length === 0) return { way, total: found }
  const from = way === 'hits' ? fromHits : 'applications a'
  return { way, total: shown(count(from, whereOf(conditions, way))) }
}

type Cursor = { readonly afterKey: string; readonly afterId: number; readonly way: Way }

/** One row more than a page, so that it is known whether another page follows. */
function pageRows(
  db: ReadDb,
  { order, limit }: Filter,
  conditions: Conditions,
  way: Way,
  cursor: Cursor | null,
): readonly (StoredRow & { cursorKey: string })[] {
  const { column, index, down } = orders[order]
  const direction = down ? 'DESC' : 'ASC'
  const from = { hits: fromHits, few: 'applications a', walk: `applications a INDEXED BY ${index}` }[way]
  // the plus keeps the planner from walking the whole order in search of a few
  const key = way === 'walk' ? column : `+${column}`
  const behind = cursor === null ? '' : ` AND (${key}, a.id) ${down ? '<' : '>'} (:afterKey, :afterId)`
  const { afterKey, afterId } = cursor ?? { afterKey: '', afterId: 0 }
  return db.rows<StoredRow & { cursorKey: string }>(
    `SELECT ${rowColumns}, page.cursorKey FROM (
       SELECT a.id, ${column} AS cursorKey FROM ${from} WHERE ${whereOf(conditions, way)}${behind}
       ORDER BY ${key} ${direction}, a.id ${direction} LIMIT :limit
     ) page JOIN applications a ON a.id = page.id ${rowJoins}
     ORDER BY page.cursorKey ${direction}, page.id ${direction}`,
    { ...conditions.values, limit: limit + 1, ...(cursor === null ? {} : { afterKey, afterId }) },
  )
}

function readCursor(text: string, order: Filter['order']): Cursor {
  const parsed = parseJson(text)
  if (Array.isArray(parsed) && parsed.length === 4 && parsed[0] === order) {
    const [, afterKey, afterId, way]: unknown[] = parsed
    const known = ways.find(each => each === way)
    if (typeof afterKey === 'string' && Number.isSafeInteger(afterId) && known !== undefined)
      return { afterKey, afterId: Number(afterId), way: known }
  }
  throw new AppError('invalid', 'Vị trí trang không hợp lệ. Tải lại danh sách.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
