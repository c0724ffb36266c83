import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { sinceAlways } from '../settings/model.ts'
import { settingInForce } from '../settings/store.ts'
import type { FormSetName, SlipKind, Wording } from './contract.ts'
import { defaultTexts, type Texts, type WordedKind, wordedKinds } from './model.ts'

type Row = { readonly fromDay: Day; readonly version: number; readonly texts: string }

const isWorded = (kind: SlipKind): kind is WordedKind => wordedKinds.some(each => each === kind)

/** The set by which slips of a day are printed. */
export const formSetOn = (db: ReadDb, day: Day): FormSetName => settingInForce(db, 'formSet', day).set

/** The sentences of a kind on a day: the office's own, or the defaults of the set. */
export function textsOn(db: ReadDb, kind: SlipKind, day: Day, set: FormSetName): Texts {
  return isWorded(kind) ? wordingOn(db, kind, day, set).texts : {}
}

/** A sentence that a later version added keeps its default beside what the office has worded. */
export function wordingOn(db: ReadDb, kind: WordedKind, day: Day, set: FormSetName): Omit<Wording, 'days'> {
  const standard = defaultTexts(kind, set)
  const row = db.row<Row>(
    `SELECT from_day AS fromDay, version, texts FROM slip_wordings
     WHERE kind = :kind AND from_day <= :day ORDER BY from_day DESC LIMIT 1`,
    { kind, day },
  )
  if (row === undefined) return { fromDay: sinceAlways, version: 0, texts: standard, standard }
  const own: Texts = JSON.parse(row.texts)
  return { fromDay: row.fromDay, version: row.version, texts: { ...standard, ...own }, standard }
}
