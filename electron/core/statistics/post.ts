import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { groupOf, type Rows, type Scope } from './counting.ts'
import type { Days, Family } from './families.ts'
import type { Unit } from './model.ts'

/**
 * The road of a result by post, on two days of its file: given to the post, and returned. Over the same rows each file
 * that the post had, or was given, is delivered or still there: postCarriedIn + handedOver = delivered + withPost. A
 * return written down (or corrected) to a day before the post got it was no delivery by the post: it is left out of all.
 */
export function postFamilies({ from, to }: Days): readonly Family[] {
  const rows = (day: Rows['day'], where: string): Rows => ({
    from: 'applications r',
    where,
    application: 'r.id',
    day,
    values: { from, to },
  })
  return [
    {
      rows: rows(
        'r.posted_day',
        'r.posted_day <= :to AND (r.returned_day IS NULL OR r.returned_day >= r.posted_day)',
      ),
      conditions: {
        postCarriedIn: 'r.posted_day < :from AND (r.returned_day IS NULL OR r.returned_day >= :from)',
        handedOver: 'r.posted_day >= :from',
        withPost: 'r.returned_day IS NULL OR r.returned_day > :to',
      },
    },
    {
      rows: rows('r.returned_day', 'r.returned_day BETWEEN :from AND :to AND r.posted_day <= r.returned_day'),
      conditions: { delivered: 'TRUE' },
    },
    {
      rows: rows(
        'r.finished_day',
        `r.finished_day <= :to AND r.return_way = 'post' AND (r.returned_day IS NULL OR r.returned_day > :to)
         AND (r.posted_day IS NULL OR r.posted_day > :to)`,
      ),
      conditions: { notHandedOver: 'TRUE' },
    },
  ]
}

/** The rows of one of these counts alone, as a FROM with its WHERE. */
function rowsOf(period: Days, name: 'handedOver' | 'delivered' | 'withPost') {
  const family = postFamilies(period).find(({ conditions }) => conditions[name] !== undefined)
  if (family === undefined) throw new Error(`no family counts ${name}`)
  const { rows, conditions } = family
  return {
    sql: `FROM ${rows.from} JOIN applications a ON a.id = ${rows.application}
      WHERE ${rows.where} AND (${conditions[name]})`,
    values: rows.values,
  }
}

const inUnit = (unit: Unit) => (unit === 'files' ? '1' : 'r.licences')

/** Calendar days from the post to the citizen, of all that `delivered` counts together, by group. */
export function deliveryDays({ db, unit, by }: Scope, period: Days): ReadonlyMap<string | null, number> {
  const { sql, values } = rowsOf(period, 'delivered')
  const found = db.rows<{ key: string | null; days: number | null }>(
    `SELECT ${by === null ? 'NULL' : groupOf[by]} AS key,
       sum((julianday(r.returned_day) - julianday(r.posted_day)) * ${inUnit(unit)}) AS days
     ${sql} ${by === null ? '' : 'GROUP BY 1'}`,
    values,
  )
  return new Map(found.map(({ key, days }) => [key, days ?? 0]))
}

/** Of what `handedOver` counts, what bears no code of an item. */
export function withoutCode(db: ReadDb, period: Days, unit: Unit): number {
  const { sql, values } = rowsOf(period, 'handedOver')
  const found = db.row<{ n: number | null }>(
    `SELECT sum(${inUnit(unit)}) AS n ${sql} AND r.postal_code IS NULL`,
    values,
  )
  return found?.n ?? 0
}

/** A result that is with the post. */
export type PostedFile = {
  readonly dossierCode: string
  readonly fullName: string
  readonly postalCode: string | null
  readonly postedDay: Day
  readonly team: string | null
}

/** The files that `withPost` counts, the longest there first. */
export function postedFiles(db: ReadDb, period: Days): readonly PostedFile[] {
  const { sql, values } = rowsOf(period, 'withPost')
  return db.rows<PostedFile>(
    `SELECT a.dossier_code AS dossierCode, a.full_name AS fullName, a.postal_code AS postalCode,
            a.posted_day AS postedDay, (SELECT name FROM teams t WHERE t.id = a.team_id) AS team
     ${sql} ORDER BY a.posted_day, a.dossier_code`,
    values,
  )
}
