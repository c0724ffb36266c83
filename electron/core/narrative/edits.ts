import type { ReadDb } from '../../../db/database.ts'
import type { Period } from '../periods/period.ts'
import { boundNumbers, type Doubt, doubtsIn, refill } from './bind.ts'
import { type KeptPart, type Part, type Passage, type SectionName, sectionNames, shapeOf } from './model.ts'

/** A rewritten paragraph as it is kept. */
export type Edit = {
  readonly passage: string
  readonly section: SectionName
  readonly parts: readonly KeptPart[]
  readonly shape: string
  readonly version: number
  readonly by: string
  readonly at: string
}

type Row = Omit<Edit, 'parts'> & { readonly parts: string }

/** The rewritten paragraphs of a report of a period, by paragraph. */
export function editsOf(db: ReadDb, report: string, { kind, id }: Period): ReadonlyMap<string, Edit> {
  const rows = db.rows<Row>(
    `SELECT e.passage, e.section, e.parts, e.shape, e.version, u.display_name AS by, e.at
     FROM narrative_edits e JOIN users u ON u.id = e.by_id
     WHERE e.report = :report AND e.period_kind = :kind AND e.period_id = :id ORDER BY e.passage`,
    { report, kind, id },
  )
  // written by `narrative.save` alone
  return new Map(rows.map(row => [row.passage, { ...row, parts: JSON.parse(row.parts) as KeptPart[] }]))
}

/** One paragraph as it stands in the report. */
export type Standing = {
  readonly id: string
  readonly section: SectionName
  /** What the rules write now; null where only somebody's own words are left. */
  readonly written: Passage | null
  readonly parts: readonly Part[]
  readonly edit: Edit | null
  readonly doubts: readonly Doubt[]
  readonly reworded: boolean
}

/**
 * The narrative with what was rewritten. A rewritten paragraph whose occasion is gone (its difficulty was deleted)
 * stays at the end of its section: nobody's words are lost.
 */
export function standingPassages(
  passages: readonly Passage[],
  edits: ReadonlyMap<string, Edit>,
): readonly Standing[] {
  const known = boundNumbers(passages)
  const written = passages.map((passage): Standing => {
    const { id, section } = passage
    const edit = edits.get(id)
    if (edit === undefined) {
      return { id, section, written: passage, parts: passage.parts, edit: null, doubts: [], reworded: false }
    }
    const parts = refill(edit.parts, known)
    const reworded = edit.shape !== shapeOf(passage.parts)
    return { id, section, written: passage, parts, edit, doubts: doubtsIn(parts, passage), reworded }
  })
  const left = [...edits.values()]
    .filter(({ passage }) => !passages.some(({ id }) => id === passage))
    .map((edit): Standing => {
      const { passage: id, section } = edit
      const parts = refill(edit.parts, known)
      const doubts = doubtsIn(parts, { id, section, parts: [] })
      return { id, section, written: null, parts, edit, doubts, reworded: true }
    })
  return sectionNames.flatMap(name => [...written, ...left].filter(({ section }) => section === name))
}
