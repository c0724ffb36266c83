import type { WriteDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import type { Regime } from './classes.ts'
import type { Life } from './life.ts'
import type { Facts } from './model.ts'
import type { PaperKind } from './person.ts'
import { addEvent, addStretches, factColumns, indexForSearch, lifeColumns, type NewEvent } from './store.ts'

export type NewApplication = {
  readonly facts: Facts
  readonly paperKind: PaperKind | null
  readonly regime: Regime
  readonly life: Life
  readonly events: readonly NewEvent[]
  /** The day its result was given to the post; no step of the procedure. */
  readonly posted?: Day | null
  /** What a list said in its own words where no catalogue entry fits. */
  readonly texts?: {
    readonly reasonText: string | null
    readonly officerText: string | null
    readonly districtText: string | null
  }
}

/** Writes a checked, replayed application with its history, stretches and search words; answers its id. */
export function insertApplication(
  db: WriteDb,
  { facts, paperKind, regime, life, events, posted, texts }: NewApplication,
  by: { actorId: number | null; now: string; importId: number | null },
): number {
  const columns = {
    ...factColumns(facts),
    paper_kind: paperKind,
    regime,
    reason_text: texts?.reasonText ?? null,
    officer_text: texts?.officerText ?? null,
    district_text: texts?.districtText ?? null,
    ...lifeColumns(life),
    posted_day: posted ?? null,
    import_id: by.importId,
    created_at: by.now,
    updated_at: by.now,
  }
  const id = db.run(`INSERT INTO applications ${insertList(columns)}`, columns).lastInsertRowid
  for (const event of events) addEvent(db, id, event, by)
  addStretches(db, id, life, facts)
  indexForSearch(db, id, facts, true)
  return id
}

/** The listed columns as `(a, b) VALUES (:a, :b)`. */
function insertList(columns: object): string {
  const names = Object.keys(columns)
  return `(${names.join(', ')}) VALUES (${names.map(name => `:${name}`).join(', ')})`
}
