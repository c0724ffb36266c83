import type { ReadDb, Values } from '../../../db/database.ts'
import type { Order } from './contract.ts'
import { dueKey, type Uncut } from './list-filter.ts'
import { labelGroups, type Walk } from './list-labels.ts'
import { channels } from './model.ts'
import { statuses } from './statuses.ts'

/** Files that follow each other whatever the direction, found by one walk or by the merging of some. */
export type Group = { readonly mark: string; readonly walks: readonly Walk[] }

/**
 * An order as groups of files, and an order inside each: by the key, then the id. Files that lack what is sorted by
 * are the last group in both directions.
 */
export type Sorting = {
  readonly groups: readonly Group[]
  /** Where a mark stands among the groups; between two of them when its group is gone. */
  readonly rankOf: (mark: string) => number
  /** The rank and the key of any file in SQL, and what must be joined to know them. */
  readonly rank: string
  readonly key: string
  readonly ranks: { readonly table: string; readonly join: string; readonly values: Values }
  readonly down: boolean
  /** The indexes of the walks hold status, channel and team too. */
  readonly covering: boolean
}

/** Orders by one column. `full`: its own condition and walk; `empty`: of the files without it. */
type Plain = {
  readonly key: string
  readonly walkKey?: string
  readonly full: readonly [where: string, index: string]
  readonly empty?: readonly [where: string, index: string]
  readonly down?: true
  readonly covering: boolean
}
const any = '1 = 1'
const plain = {
  newest: {
    key: 'a.registered_day',
    full: [any, 'applications_registered'],
    down: true,
    covering: true,
  },
  oldest: { key: 'a.registered_day', full: [any, 'applications_registered'], covering: true },
  name: { key: 'a.name_sort', full: [any, 'applications_by_name'], covering: true },
  // a year alone stands before the days of that year
  birth: {
    key: 'a.birth_day',
    full: ['a.birth_day IS NOT NULL', 'applications_by_birth'],
    empty: ['a.birth_day IS NULL', 'applications_by_birth'],
    covering: true,
  },
  due: {
    key: dueKey,
    full: [`${dueKey} < '9999-12-31'`, 'applications_by_due'],
    empty: [`${dueKey} = '9999-12-31'`, 'applications_by_due'],
    covering: true,
  },
  code: { key: 'a.dossier_key', full: [any, 'sqlite_autoindex_applications_1'], covering: false },
  received: {
    key: 'a.received_day',
    full: ['a.received_day IS NOT NULL', 'applications_received'],
    empty: ['a.received_day IS NULL', 'applications_unreceived'],
    covering: true,
  },
  finished: {
    key: 'a.finished_day',
    // a finished file is closed on that day, so the index of closing days serves both
    walkKey: 'a.closed_day',
    full: ['a.closed_day IS NOT NULL AND a.finished_day IS NOT NULL', 'applications_closed'],
    empty: ['a.finished_day IS NULL', 'applications_unfinished'],
    covering: true,
  },
  returned: {
    key: 'a.returned_day',
    full: ['a.returned_day IS NOT NULL', 'applications_returned'],
    empty: ['a.returned_day IS NULL', 'applications_unreturned'],
    covering: true,
  },
  class: {
    key: 'a.classes',
    full: ['a.classes IS NOT NULL', 'applications_by_class'],
    empty: ['a.classes IS NULL', 'applications_by_class'],
    covering: true,
  },
} as const satisfies Partial<Record<Order, Plain>>

const noRanks = { table: '', join: '', values: {} }

/** How the files of a filter follow each other. */
export function sortingOf(db: ReadDb, { order, reversed = false }: Uncut): Sorting {
  if (Object.hasOwn(plain, order)) return byColumn(plain[order as keyof typeof plain], reversed) // just looked up
  if (order === 'status' || order === 'channel') return byCode(order, reversed)
  return byLabel(db, order as Exclude<Order, keyof typeof plain | 'status' | 'channel'>, reversed) // all others
}

function byColumn({ key, walkKey = key, full, empty, down, covering }: Plain, reversed: boolean): Sorting {
  const groups: Group[] = [{ mark: '0', walks: [{ where: full[0], key: walkKey, index: full[1] }] }]
  if (empty !== undefined)
    groups.push({ mark: '1', walks: [{ where: empty[0], key: null, index: empty[1] }] })
  const lacks = empty === undefined ? '0' : `(${empty[0]})`
  const sortedBy = empty === undefined ? key : `iif(${lacks}, '', ${key})`
  return {
    groups,
    rankOf: Number,
    rank: lacks,
    key: sortedBy,
    ranks: noRanks,
    down: (down === true) !== reversed,
    covering,
  }
}

/** By the national codes of status and channel; files of one code by the day of handing in. */
function byCode(order: 'status' | 'channel', reversed: boolean): Sorting {
  const codes = order === 'status' ? statuses : channels
  const inOrder = reversed ? codes.toReversed() : codes
  const index = order === 'status' ? 'applications_status' : 'applications_registered'
  const cases = inOrder.map((code, rank) => `WHEN '${code}' THEN ${rank}`).join(' ')
  return {
    groups: inOrder.map(code => ({
      mark: String(code),
      walks: [{ where: `a.${order} = :group`, key: 'a.registered_day', index, group: code }],
    })),
    rankOf: mark => inOrder.findIndex(code => String(code) === mark),
    rank: `CASE CAST(a.${order} AS TEXT) ${cases} END`,
    key: 'a.registered_day',
    ranks: noRanks,
    down: reversed,
    covering: true,
  }
}

/** By the name shown, in the Vietnamese order; files of one name by the day of handing in. */
function byLabel(db: ReadDb, order: 'team' | 'officer' | 'district', reversed: boolean): Sorting {
  const { groups, empty, compare, keyOf } = labelGroups(db, order)
  const inOrder = reversed ? groups.toReversed() : groups
  const sign = reversed ? -1 : 1
  const last = inOrder.length
  return {
    groups: [
      ...inOrder.map(({ label, walks }) => ({ mark: `=${label}`, walks })),
      { mark: '', walks: empty },
    ],
    rankOf: mark => {
      if (mark === '') return last
      const at = inOrder.findIndex(({ label }) => sign * compare(label, mark.slice(1)) >= 0)
      const found = inOrder[at]
      if (found === undefined) return last - 0.5
      return compare(found.label, mark.slice(1)) === 0 ? at : at - 0.5
    },
    rank: `coalesce(r.rank, ${last})`,
    key: 'a.registered_day',
    ranks: {
      table: 'WITH ranks(key, rank) AS MATERIALIZED (SELECT value ->> 0, value ->> 1 FROM json_each(:ranks))',
      join: `LEFT JOIN ranks r ON r.key = ${keyOf}`,
      values: {
        ranks: JSON.stringify(inOrder.flatMap(({ keys }, rank) => keys.map(key => [key, rank]))),
      },
    },
    down: reversed,
    covering: true,
  }
}
