import type { ReadDb } from '../../../db/database.ts'
import type { Channel } from '../applications/model.ts'
import type { Day } from '../calendar/day.ts'
import { groupOf } from './counting.ts'
import { type Days, type Family, familiesOf } from './families.ts'
import { type MeasureName, measureNames, type PostName, postNames, type Split, splits } from './model.ts'

const memberNames = [...measureNames, ...postNames] as const
export type MemberName = MeasureName | PostName

/**
 * One file standing once in figures of a period: with all the measures it counts in for one event of the period, or
 * for being in a state at its beginning or end. A file has as many members as it has such places, two alike where it
 * was stopped twice; each counts 1 in `files` and its `licences` in `licences`, under its `channel`.
 */
export type Member = {
  readonly applicationId: number
  readonly measures: readonly MemberName[]
  readonly channel: Channel
  readonly licences: number
  /** The day on which it happened, or since which it lasts. */
  readonly day: Day
  /** Its group in each split, by the keys of `statistics.split`. */
  readonly groups: Readonly<Record<Split, string | null>>
}

/**
 * Every file in every figure of a period, and in those of `more`: sums over the members are `measure()` and `split()`
 * exactly.
 */
export const members = (db: ReadDb, period: Days, more: readonly Family[] = []): readonly Member[] => [
  ...eachMember(db, period, more),
]

/** The same one by one, for a year of a large register: nothing is held. The order is that of the families. */
export function* eachMember(
  db: ReadDb,
  period: Days,
  more: readonly Family[] = [],
): IterableIterator<Member> {
  for (const family of [...familiesOf(period), ...more]) {
    const names = memberNames.filter(name => family.conditions[name] !== undefined)
    // the same few sets of measures come back for thousands of files: each is made once
    const sets = new Map<string, readonly MemberName[]>()
    for (const row of db.iterate<Row>(selectOf(family, names), family.rows.values)) {
      const {
        id: applicationId,
        channel,
        licences,
        day,
        team,
        district,
        class: classes,
        reason,
        officer,
      } = row
      const measures = sets.get(row.counts) ?? names.filter((_, at) => row.counts[at] === '1')
      sets.set(row.counts, measures)
      if (measures.length === 0) continue
      const groups = { team, district, class: classes, reason, officer }
      yield { applicationId, measures, channel, licences, day, groups }
    }
  }
}

/** `counts`: a 1 for each measure it counts in, a 0 for each it does not. */
type Row = Readonly<Record<Split, string | null>> & {
  readonly id: number
  readonly counts: string
  readonly channel: Channel
  readonly licences: number
  readonly day: Day
}

function selectOf({ rows, conditions }: Family, names: readonly MemberName[]): string {
  const counts = names.map(name => `iif(${conditions[name]}, '1', '0')`).join(' || ')
  const groups = splits.map(by => `${groupOf[by]} AS "${by}"`).join(', ')
  return `SELECT a.id, ${counts} AS counts, r.channel, r.licences, ${rows.day} AS day, ${groups}
    FROM ${rows.from} JOIN applications a ON a.id = ${rows.application} WHERE ${rows.where}`
}
