import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { settingInForce } from '../settings/store.ts'
import { fold } from '../vietnamese.ts'

/** A catalogue entry for the words of a list, or the words themselves where none fits. */
export type Matched = { readonly code: string | null; readonly text: string | null }

export type TextMatcher = {
  district(text: string): Matched
  reason(text: string): Matched
  officer(text: string): { readonly id: number | null; readonly text: string | null }
}

/** "Huyện", "Thành phố", … in front of a district's name: lists leave them out as often as not. */
const districtKinds = /^(huyen|thanh pho|thi xa|quan|tp\.?|tx\.?|h\.?|q\.?)\s+/

/** Compares the words of a list with the office's own catalogues, read once per import. */
export function textMatcher(db: ReadDb, today: Day): TextMatcher {
  const districts = new Map<string, string>()
  const province = settingInForce(db, 'department', today).provinceCode
  for (const { code, key } of db.rows<{ code: string; key: string }>(
    "SELECT code, name_key AS key FROM districts WHERE catalogue = '2023' AND province_code = :province",
    { province },
  )) {
    districts.set(key, code)
    districts.set(key.replace(districtKinds, ''), code)
  }
  const reasons = new Map(
    db
      .rows<{ code: string; key: string }>(
        "SELECT code, name_key AS key FROM catalogue_items WHERE list = 'reason'",
      )
      .map(({ code, key }) => [key, code]),
  )
  const officers = new Map(
    db
      .rows<{ id: number; name: string }>('SELECT id, display_name AS name FROM users WHERE active = 1')
      .map(({ id, name }) => [fold(name), id]),
  )
  const match = (known: ReadonlyMap<string, string>, text: string, key: string): Matched => {
    const code = known.get(key) ?? null
    return { code, text: code === null ? text : null }
  }
  return {
    district: text =>
      match(districts, text, districts.has(fold(text)) ? fold(text) : fold(text).replace(districtKinds, '')),
    reason: text => match(reasons, text, fold(text)),
    officer: text => {
      const id = officers.get(fold(text)) ?? null
      return { id, text: id === null ? text : null }
    },
  }
}
