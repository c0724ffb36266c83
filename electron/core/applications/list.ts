import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { addWorkingDays } from '../calendar/working-days.ts'
import type { QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { ApplicationRow, Page, Ticked } from './contract.ts'
import { type Conditions, conditionsOf, type Filter, onlyTicked, type Uncut } from './list-filter.ts'
import { marksFirst } from './list-marks.ts'
import { type Sorting, sortingOf } from './list-orders.ts'
import { countWith, fromHits, type Place, pageRows, searched, type Way, ways } from './list-page.ts'
import { clockRuns, type StoredRow, withClock } from './read.ts'

type Asked = Pick<QueryContext, 'db' | 'today'>
type Found = ReturnType<typeof pageRows>[number]

/**
 * How many files are sorted rather than looked for along an order where they may stand far apart from its beginning. Of
 * those of some days the indexes hold what is sorted by: a month of a register of a million takes 50 ms so, and 400 ms
 * along the order. Those of some statuses must be looked at one by one.
 */
const gatherLimit = { days: 200_000, statuses: 50_000 } as const

/** So many hits are a good part of any register. */
const denseFrom = 100_000

/** One page of the register by keyset: the thousandth page is as quick as the first. */
export function list({ db, today }: Asked, filter: Filter): Page {
  const conditions = conditionsFor({ db, today }, filter)
  const cursor = filter.after == null ? null : readCursor(filter.after, filter)
  const whole = sortingOf(db, filter)
  const { way, total } =
    cursor === null ? survey(db, filter, conditions, whole) : { way: cursor.way, total: null }
  const sorting = way === 'hits' ? marksFirst(filter, whole) : whole
  const place = cursor === null ? null : { ...cursor, rank: rankIn(sorting, cursor.mark) }
  const rows = total === 0 ? [] : pageRows(db, sorting, conditions, way, place, filter.limit + 1)
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  const more = rows.length > filter.limit && last !== undefined
  return {
    rows: withClocks(db, page, today),
    next: more ? writeCursor(filter, way, last, sorting) : null,
    total,
  }
}

/** How many files a filter holds, counted up to 10 000; null means more. */
export function countOf({ db, today }: Asked, filter: Uncut): number | null {
  return total(db, conditionsFor({ db, today }, filter))
}

/** How many files a filter holds, however many, or those ticked of them. */
export function countWhole({ db, today }: Asked, filter: Uncut, ticked?: Ticked): number {
  const conditions = onlyTicked(conditionsFor({ db, today }, filter), ticked)
  const way = conditions.match === null ? 'walk' : 'hits'
  const from = way === 'walk' ? 'applications a' : fromHits
  const sql = `SELECT count(*) AS n FROM ${from} WHERE ${searched(conditions, way)}`
  return db.row<{ n: number }>(sql, conditions.values)?.n ?? 0
}

/** Every file of a filter, or those ticked of them, as the list shows them, page after page, without their clocks. */
export function* wholeList(
  { db, today }: Asked,
  filter: Uncut,
  size: number,
  ticked?: Ticked,
): Generator<readonly StoredRow[]> {
  const shown = conditionsFor({ db, today }, filter)
  const whole = sortingOf(db, filter)
  const found = survey(db, filter, shown, whole).way
  const sorting = found === 'hits' ? marksFirst(filter, whole) : whole
  const way = ticked !== undefined && 'ids' in ticked ? 'few' : found
  const conditions = onlyTicked(shown, ticked)
  let place: Place | null = null
  for (;;) {
    const rows: readonly Found[] = pageRows(db, sorting, conditions, way, place, size)
    const last = rows.at(-1)
    if (last === undefined) return
    yield rows
    if (rows.length < size) return
    place = { rank: last.rank, key: last.cursorKey, id: last.id }
  }
}

/** Only what is about deadlines asks the calendar what "soon" is. */
function conditionsFor({ db, today }: Asked, filter: Uncut): Conditions {
  const soon = filter.deadline === 'due-soon' ? addWorkingDays(today, 2, calendarOf(db)) : today
  return conditionsOf(filter, today, soon)
}

/** The calendar is read only where a clock runs, and each due day counted once: a page has few of them. */
function withClocks(db: ReadDb, found: readonly Found[], today: Day): readonly ApplicationRow[] {
  const calendar = found.some(clockRuns) ? calendarOf(db) : null
  const known = new Map<Day, number | null>()
  const leftOf = (row: StoredRow): number | null => {
    if (calendar === null || row.dueDay === null || !clockRuns(row)) return null
    const left = known.get(row.dueDay) ?? withClock(row, today, calendar).workingDaysLeft
    known.set(row.dueDay, left)
    return left
  }
  return found.map(({ cursorKey: _, rank: __, ...row }) =>
    Object.assign(row, { workingDaysLeft: leftOf(row) }),
  )
}

/** How many files the filter holds, and which way to their pages follows from that. */
function survey(
  db: ReadDb,
  filter: Uncut,
  conditions: Conditions,
  sorting: Sorting,
): { way: Way; total: number | null } {
  const { match, where, beside } = conditions
  if (match !== null) {
    const found = countWith(db, conditions, 'application_search', 'application_search MATCH :match')
    return {
      way: found !== null ? 'hits' : isBrief(match) && isDense(db, conditions) ? 'each' : 'walk',
      total: where.length === 0 ? found : totalAmong(db, conditions, found),
    }
  }
  const all = total(db, conditions)
  const few =
    all === null
      ? isFar(filter, conditions, sorting) &&
        countWith(
          db,
          conditions,
          'applications a',
          searched(conditions, 'walk'),
          conditions.days ? gatherLimit.days : gatherLimit.statuses,
        ) !== null
      : beside || (!sorting.covering && where.length > 0)
  return { way: few ? 'few' : 'walk', total: all }
}

/** Words of which the search knows the beginnings: it can be asked of one file without gathering all it finds. */
const isBrief = (match: string): boolean => (match.match(/"[^"]*"/g) ?? []).every(word => word.length <= 5)

/** A page fills among the first files of any order. */
const isDense = (db: ReadDb, conditions: Conditions): boolean =>
  countWith(db, conditions, 'application_search', 'application_search MATCH :match', denseFrom) === null

/**
 * A walk finds soon what is spread over its order, as any files are over names and birthdays. Those of some days stand
 * together in an order by another day, and so do those of a status, for files grow older as they go on: there the walk
 * may be long.
 */
function isFar(
  { dayField = 'registered', order, statuses = [] }: Uncut,
  { days }: Conditions,
  { key }: Sorting,
): boolean {
  if (order === 'name' || order === 'birth' || order === 'class') return false
  const sortedBy = key === 'a.registered_day' ? 'registered' : order
  return days ? sortedBy !== dayField : statuses.length > 0
}

function total(db: ReadDb, conditions: Conditions): number | null {
  if (conditions.match === null)
    return countWith(db, conditions, 'applications a', searched(conditions, 'walk'))
  const found = countWith(db, conditions, 'application_search', 'application_search MATCH :match')
  return conditions.where.length === 0 ? found : totalAmong(db, conditions, found)
}

/** Of the hits of the search, those that hold the rest of the filter. */
function totalAmong(db: ReadDb, conditions: Conditions, found: number | null): number | null {
  return found === null
    ? countWith(db, conditions, 'applications a', searched(conditions, 'walk'))
    : countWith(db, conditions, fromHits, searched(conditions, 'hits'))
}

type Cursor = Omit<Place, 'rank'> & { readonly way: Way; readonly mark: string }

const tagOf = ({ order, reversed }: Filter) => (reversed === true ? `${order} reversed` : order)

function writeCursor(filter: Filter, way: Way, last: Found, { groups }: Sorting): string {
  return JSON.stringify([tagOf(filter), last.cursorKey, last.id, way, groups[last.rank]?.mark ?? ''])
}

function rankIn(sorting: Sorting, mark: string): number {
  const rank = sorting.rankOf(mark)
  if (!Number.isFinite(rank) || rank < -0.5) throw lost()
  return rank
}

/** A place without a group is in the first one. */
function readCursor(text: string, filter: Filter): Cursor {
  const parsed = parseJson(text)
  if (Array.isArray(parsed) && (parsed.length === 4 || parsed.length === 5) && parsed[0] === tagOf(filter)) {
    const [, key, id, way, mark = '0']: unknown[] = parsed
    const known = ways.find(each => each === way)
    if (
      typeof key === 'string' &&
      Number.isSafeInteger(id) &&
      known !== undefined &&
      typeof mark === 'string'
    )
      return { key, id: Number(id), way: known, mark }
  }
  throw lost()
}

const lost = () => new AppError('invalid', 'Vị trí trang không hợp lệ. Tải lại danh sách.')

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
