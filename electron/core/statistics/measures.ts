import type { ReadDb } from '../../../db/database.ts'
import { count, type Scope } from './counting.ts'
import { type Days, familiesOf } from './families.ts'
import { type Measures, measureNames, noCount, type Split, type Unit } from './model.ts'

/** Every measure of figures.md §3, counted by the database over the families of `families.ts`. */
export function measure(db: ReadDb, period: Days, unit: Unit): Measures {
  return measuresBy({ db, unit, by: null }, period).get(null) ?? nothing
}

/** The measures of each group of a split; groups without any row are left out. */
export function measuresOfGroups(
  db: ReadDb,
  period: Days,
  unit: Unit,
  by: Split,
): ReadonlyMap<string | null, Measures> {
  return measuresBy({ db, unit, by }, period)
}

const nothing = Object.fromEntries(measureNames.map(name => [name, noCount])) as Measures // every name is in the list

function measuresBy(scope: Scope, period: Days): Map<string | null, Measures> {
  const groups = new Map<string | null, Measures>()
  for (const { rows, conditions } of familiesOf(period)) {
    for (const [group, counts] of count(scope, rows, conditions)) {
      groups.set(group, { ...(groups.get(group) ?? nothing), ...counts })
    }
  }
  return groups
}
