import type { ReadDb } from '../../../db/database.ts'
import { fold } from '../vietnamese.ts'
import type { Days } from './families.ts'
import { measuresOfGroups, noMeasures } from './measures.ts'
import type { Split, SplitGroup, Unit } from './model.ts'

/** Names by key in the order in which groups are listed; a key without a name is a text and names itself. */
const namesOf: Readonly<Record<Split, string | null>> = {
  team: 'SELECT CAST(id AS TEXT) AS key, name FROM teams ORDER BY position, id',
  district: "SELECT code AS key, name FROM districts WHERE catalogue = '2023' ORDER BY name_key",
  class: null,
  reason: "SELECT code AS key, name FROM catalogue_items WHERE list = 'reason' ORDER BY position",
  officer: 'SELECT CAST(id AS TEXT) AS key, display_name AS name FROM users ORDER BY username',
}

/** What the group is called of files that do not say. */
const notStated: Readonly<Record<Split, string>> = {
  team: 'Chưa giao cho tổ',
  district: 'Chưa ghi địa bàn',
  class: 'Chưa ghi hạng',
  reason: 'Chưa ghi lý do',
  officer: 'Chưa ghi cán bộ',
}

/** The name of one group, as the split lists it. */
export function groupName(db: ReadDb, by: Split, key: string | null): string {
  if (key === null) return notStated[by]
  const names = namesOf[by] === null ? [] : db.rows<{ key: string; name: string }>(namesOf[by])
  return names.find(each => each.key === key)?.name ?? key
}

/** The groups there may be, those without files too; of classes the single ones, as files name them. */
export function namedGroups(db: ReadDb, by: Split): readonly { key: string; name: string }[] {
  return db.rows(
    namesOf[by] ?? 'SELECT DISTINCT class AS key, class AS name FROM licence_classes ORDER BY class',
  )
}

/**
 * All measures for each group of a split, and for groups in which only something else is counted. Every file is in
 * exactly one group: the groups sum to the whole.
 */
export function split(
  db: ReadDb,
  period: Days,
  unit: Unit,
  by: Split,
  more: Iterable<string | null> = [],
): readonly SplitGroup[] {
  const names = namesOf[by] === null ? [] : db.rows<{ key: string; name: string }>(namesOf[by])
  const known = new Map(names.map(({ key, name }, position) => [key, { name, position }]))
  const place = (key: string | null) =>
    key === null ? names.length + 1 : (known.get(key)?.position ?? names.length)
  const groups = measuresOfGroups(db, period, unit, by)
  return [...new Set([...groups.keys(), ...more])]
    .map(key => ({
      key,
      name: key === null ? notStated[by] : (known.get(key)?.name ?? key),
      measures: groups.get(key) ?? noMeasures,
    }))
    .sort((a, b) => place(a.key) - place(b.key) || (fold(a.name) < fold(b.name) ? -1 : 1))
}
