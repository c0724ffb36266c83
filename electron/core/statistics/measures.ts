import type { ReadDb } from '../../../db/database.ts'
import { count, type Scope } from './counting.ts'
import { type Days, type Family, familiesOf } from './families.ts'
import {
  type Count,
  type CountName,
  type Measures,
  measureNames,
  noCount,
  type Split,
  type Unit,
} from './model.ts'

/** Every measure of figures.md §3, counted by the database over the families of `families.ts`. */
export function measure(db: ReadDb, period: Days, unit: Unit): Measures {
  return countFamilies({ db, unit, by: null }, familiesOf(period), measureNames).get(null) ?? noMeasures
}

/** The measures of each group of a split; groups without any row are left out. */
export function measuresOfGroups(
  db: ReadDb,
  period: Days,
  unit: Unit,
  by: Split,
): ReadonlyMap<string | null, Measures> {
  return countFamilies({ db, unit, by }, familiesOf(period), measureNames)
}

/** No files in any of the names. */
export const noneOf = <Name extends CountName>(names: readonly Name[]) =>
  Object.fromEntries(names.map(name => [name, noCount])) as Readonly<Record<Name, Count>> // every name is in the list

/** The measures of a group without any row. */
export const noMeasures: Measures = noneOf(measureNames)

/** What some families count, group by group; `names` are those they have conditions for. */
export function countFamilies<Name extends CountName>(
  scope: Scope,
  families: readonly Family[],
  names: readonly Name[],
): Map<string | null, Readonly<Record<Name, Count>>> {
  const nothing = noneOf(names)
  const groups = new Map<string | null, Readonly<Record<Name, Count>>>()
  for (const { rows, conditions } of families) {
    for (const [group, counts] of count(scope, rows, conditions)) {
      groups.set(group, { ...(groups.get(group) ?? nothing), ...counts })
    }
  }
  return groups
}
