import type { ReadDb } from '../../../db/database.ts'
import { nameSortKey } from '../vietnamese.ts'

/** One walk along an index, which holds the files it is for in their order. */
export type Walk = {
  /** Which files; `:group` stands for `group`. */
  readonly where: string
  /** What they are sorted by before their id; null where the id alone sorts them. */
  readonly key: string | null
  readonly index: string
  readonly group?: string | number
}

type Entry = { readonly label: string; readonly key: string; readonly walk: Walk }
type LabelGroup = {
  readonly label: string
  /** What `keyOf` gives for its files. */
  readonly keys: readonly string[]
  readonly walks: readonly Walk[]
}
export type LabelGroups = {
  /** In the Vietnamese order; what reads the same is one group, whether it is linked or only written. */
  readonly groups: readonly LabelGroup[]
  /** The files without any. */
  readonly empty: readonly Walk[]
  readonly compare: (a: string, b: string) => number
  /** The key of any file, in SQL. */
  readonly keyOf: string
}

const places = new Intl.Collator('vi', { numeric: true })
const byPlace = (a: string, b: string) => places.compare(a, b)
const byName = (a: string, b: string) => {
  const [left, right] = [nameSortKey(a), nameSortKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

/** The teams, officers or districts that the register names, to sort it by. */
export function labelGroups(db: ReadDb, order: 'team' | 'officer' | 'district'): LabelGroups {
  if (order === 'team') return teamGroups(db)
  return order === 'officer' ? officerGroups(db) : districtGroups(db)
}

const along = (where: string, index: string, group?: string | number): Walk => ({
  where,
  key: 'a.registered_day',
  index,
  ...(group !== undefined && { group }),
})

function teamGroups(db: ReadDb): LabelGroups {
  const teams = db.rows<{ id: number; name: string }>('SELECT id, name FROM teams')
  const index = 'applications_by_team'
  return {
    groups: grouped(
      teams.map(({ id, name }) => ({
        label: name,
        key: String(id),
        walk: along('a.team_id = :group', index, id),
      })),
      byPlace,
    ),
    empty: [along('a.team_id IS NULL', index)],
    compare: byPlace,
    keyOf: 'CAST(a.team_id AS TEXT)',
  }
}

function officerGroups(db: ReadDb): LabelGroups {
  const officers = db.rows<{ id: number; name: string }>('SELECT id, display_name AS name FROM users')
  const index = 'applications_by_officer'
  const textIndex = 'applications_by_officer_text'
  const linked = officers.map(({ id, name }) => ({
    label: name,
    key: `=${id}`,
    walk: along('a.officer_id = :group', index, id),
  }))
  const written = texts(db, 'officer').map(text => ({
    label: text,
    key: `+${text}`,
    walk: along('a.officer_id IS NULL AND a.officer_text = :group', textIndex, text),
  }))
  return {
    groups: grouped([...linked, ...written], byName),
    empty: [along('a.officer_id IS NULL AND a.officer_text IS NULL', textIndex)],
    compare: byName,
    keyOf: "coalesce('=' || a.officer_id, '+' || a.officer_text)",
  }
}

function districtGroups(db: ReadDb): LabelGroups {
  const codes = db.rows<{ code: string; name: string | null }>(
    `WITH RECURSIVE known(code) AS (
       SELECT min(district_code) FROM applications
       UNION ALL
       SELECT (SELECT min(a.district_code) FROM applications a WHERE a.district_code > known.code)
       FROM known WHERE known.code IS NOT NULL
     )
     SELECT known.code, d.name FROM known
     LEFT JOIN districts d ON d.catalogue = '2023' AND d.code = known.code WHERE known.code IS NOT NULL`,
  )
  const index = 'applications_by_district'
  const textIndex = 'applications_by_district_text'
  const linked = codes.flatMap(({ code, name }) =>
    name === null
      ? []
      : [{ label: name, key: `=${code}`, walk: along('a.district_code = :group', index, code) }],
  )
  const written = texts(db, 'district').map(text => ({
    label: text,
    key: `+${text}`,
    walk: along('a.district_code IS NULL AND a.district_text = :group', textIndex, text),
  }))
  // a code that the catalogue does not know has no name to stand by
  const unknown = codes.filter(({ name }) => name === null)
  return {
    groups: grouped([...linked, ...written], byPlace),
    empty: [
      along('a.district_code IS NULL AND a.district_text IS NULL', textIndex),
      ...unknown.map(({ code }) => along('a.district_code = :group', index, code)),
    ],
    compare: byPlace,
    keyOf: "coalesce('=' || a.district_code, '+' || a.district_text)",
  }
}

/** What lists wrote where nothing is linked, each text found by one step along its index. */
const texts = (db: ReadDb, what: 'officer' | 'district'): readonly string[] => {
  const [link, text, index] =
    what === 'officer'
      ? ['officer_id', 'officer_text', 'applications_by_officer_text']
      : ['district_code', 'district_text', 'applications_by_district_text']
  // by its own index: the planner would rather look at every file without a link, and lists bring thousands of those
  return db
    .rows<{ text: string }>(
      `WITH RECURSIVE known(text) AS (
         SELECT min(${text}) FROM applications INDEXED BY ${index} WHERE ${link} IS NULL AND ${text} IS NOT NULL
         UNION ALL
         SELECT (SELECT min(a.${text}) FROM applications a INDEXED BY ${index}
                 WHERE a.${link} IS NULL AND a.${text} > known.text)
         FROM known WHERE known.text IS NOT NULL
       )
       SELECT text FROM known WHERE text IS NOT NULL`,
    )
    .map(row => row.text)
}

function grouped(
  entries: readonly Entry[],
  compare: (a: string, b: string) => number,
): readonly LabelGroup[] {
  const groups: { label: string; keys: string[]; walks: Walk[] }[] = []
  for (const { label, key, walk } of entries.toSorted((a, b) => compare(a.label, b.label))) {
    const last = groups.at(-1)
    if (last !== undefined && compare(last.label, label) === 0) {
      last.keys.push(key)
      last.walks.push(walk)
    } else groups.push({ label, keys: [key], walks: [walk] })
  }
  return groups
}
