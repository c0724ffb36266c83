import type { ReadDb, Values } from '../../../db/database.ts'
import type { Channel } from '../applications/model.ts'
import type { Status } from '../applications/statuses.ts'
import type { Day } from '../calendar/day.ts'
import { groupOf } from './counting.ts'
import { familiesOf, isPausedLate } from './families.ts'
import type { MeasureName, MeasureRef } from './model.ts'

/** A file behind a figure; it stands there once for each event and measure in which it counts. */
export type FileBehind = {
  readonly id: number
  readonly dossierCode: string
  readonly fullName: string
  readonly channel: Channel
  readonly status: Status
  readonly measure: MeasureName
  readonly day: Day
  readonly licences: number
}

export type Wanted = {
  readonly ref: MeasureRef
  /** Days whose direct files do not count, because a total does. */
  readonly withoutDirectOn?: readonly Day[]
}

export type Part = { readonly after: number; readonly limit: number }

/** How many lines the list of a figure has, and how many licences they ask for: the figure in either unit. */
export function sumBehind(db: ReadDb, wanted: Wanted): { lines: number; licences: number } {
  const { sql, values } = linesOf(wanted)
  const found = db.row<{ lines: number; licences: number }>(
    `SELECT count(*) AS lines, coalesce(sum(licences), 0) AS licences FROM (${sql})`,
    values,
  )
  return found ?? { lines: 0, licences: 0 }
}

/** One part of that list, by day and then by file. */
export function filesBehind(db: ReadDb, wanted: Wanted, { after, limit }: Part): readonly FileBehind[] {
  const { sql, values } = linesOf(wanted)
  return db.rows<FileBehind>(
    `SELECT f.id, a.dossier_code AS dossierCode, a.full_name AS fullName, f.channel, a.status, f.measure, f.day, f.licences
     FROM (SELECT * FROM (${sql}) ORDER BY day, id, measure LIMIT :limit OFFSET :after) f
     JOIN applications a ON a.id = f.id ORDER BY f.day, f.id, f.measure`,
    { ...values, after, limit },
  )
}

/** One line for each row that counts in each of the measures: as many as the figure says. */
function linesOf({ ref, withoutDirectOn = [] }: Wanted): { sql: string; values: Values } {
  const families = familiesOf(ref)
  let values: Values = {}
  const selects = ref.names.map(name => {
    const family = families.find(({ conditions }) => conditions[name] !== undefined)
    if (family === undefined) throw new Error(`no family counts ${name}`)
    const { rows, conditions } = family
    values = { ...values, ...rows.values }
    const asked = [rows.where, `(${conditions[name]})`]
    if (ref.channels !== undefined) asked.push('r.channel IN (SELECT value FROM json_each(:channels))')
    if (ref.group !== undefined) asked.push(`${groupOf[ref.group.by]} IS :group`)
    if (ref.due !== undefined)
      asked.push('(:dueFrom IS NULL OR r.due_day >= :dueFrom)', 'r.due_day <= :dueTo')
    // a file that never had a due day was never late
    if (ref.pausedLate !== undefined) asked.push(`coalesce(${isPausedLate}, FALSE) = :pausedLate`)
    if (withoutDirectOn.length > 0) {
      asked.push(`NOT (r.channel = 'direct' AND ${rows.day} IN (SELECT value FROM json_each(:without)))`)
    }
    return `SELECT '${name}' AS measure, a.id AS id, ${rows.day} AS day, r.channel AS channel, r.licences AS licences
      FROM ${rows.from} JOIN applications a ON a.id = ${rows.application} WHERE ${asked.join(' AND ')}`
  })
  return {
    sql: selects.join(' UNION ALL '),
    values: {
      ...values,
      channels: JSON.stringify(ref.channels ?? []),
      group: ref.group?.key ?? null,
      dueFrom: ref.due?.from ?? null,
      dueTo: ref.due?.to ?? null,
      pausedLate: ref.pausedLate === true ? 1 : 0,
      without: JSON.stringify(withoutDirectOn),
    },
  }
}
