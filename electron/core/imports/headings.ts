import { limits } from '../excel/limits.ts'
import type { Merge, Row, Sheet } from '../excel/sheet.ts'
import { tidy } from '../vietnamese.ts'
import { claimsOf, headingKey } from './claims.ts'
import type { ListField } from './list-fields.ts'

export type Heading = {
  readonly index: number
  readonly shown: string
  /** What is looked up, the surest first. */
  readonly keys: readonly string[]
}

/** A heading cell holds words; a long text is a title or a note. */
const longestHeading = 120

/** The headings of rows top … top + height - 1, merged cells filled in. */
export function headingsOf(sheet: Sheet, top: number, height: number): Heading[] {
  const levels = Array.from({ length: height }, (_, i) => textsOf(sheet, top + i))
  const width = Math.max(0, ...levels.map(level => level.length))
  const headings: Heading[] = []
  for (let index = 0; index < width; index++) {
    const parts = levels
      .map(level => level[index] ?? '')
      // a cell merged downwards repeats itself
      .filter((part, i, all) => part !== '' && part !== all[i - 1])
    const last = parts.at(-1)
    if (last === undefined || last.length > longestHeading) continue
    const parent = parts.at(-2)
    headings.push({ index, shown: parts.join(' – '), keys: keysOf(last, parent) })
  }
  return headings
}

/** “Tiếp nhận” over “Ngày” is looked up as “Ngày Tiếp nhận” and “Tiếp nhận Ngày”, then as “Ngày”. */
function keysOf(child: string, parent: string | undefined): string[] {
  const key = headingKey(child)
  if (parent === undefined) return [key]
  return [headingKey(`${child} ${parent}`), headingKey(`${parent} ${child}`), key]
}

/** A claim found only by a later key counts as weaker than any found by an earlier one. */
const perKey = 100

/** Which column means which field: the better heading wins a field, a field goes to one column. */
export function mapColumns(headings: readonly Heading[]): ReadonlyMap<number, ListField> {
  const claims = headings.flatMap(({ index, keys }) =>
    keys.flatMap((key, i) =>
      claimsOf(key).map(claim => ({ ...claim, index, rank: claim.rank + i * perKey })),
    ),
  )
  claims.sort((a, b) => a.rank - b.rank || a.index - b.index)
  const mapped = new Map<number, ListField>()
  const taken = new Set<ListField>()
  for (const { index, field } of claims) {
    if (mapped.has(index) || taken.has(field)) continue
    mapped.set(index, field)
    taken.add(field)
  }
  return mapped
}

function textsOf(sheet: Sheet, number: number): string[] {
  const row = rowAt(sheet, number)
  const texts = (row?.cells ?? []).map(cell => tidy(cell?.shown.slice(0, 500) ?? ''))
  for (const merge of sheet.merges) {
    if (number < merge.top || number > merge.bottom) continue
    const text = topLeft(sheet, merge)
    for (let index = merge.left; index <= Math.min(merge.right, limits.columns - 1); index++)
      texts[index] = text
  }
  return Array.from(texts, text => text ?? '')
}

function topLeft(sheet: Sheet, merge: Merge): string {
  return tidy(rowAt(sheet, merge.top)?.cells[merge.left]?.shown.slice(0, 500) ?? '')
}

function rowAt(sheet: Sheet, number: number): Row | undefined {
  // headings stand among the first rows
  for (const row of sheet.rows) {
    if (row.number === number) return row
    if (row.number > number) return undefined
  }
  return undefined
}

/** (1) (2) (3) …, or 1 2 3 …: the row of column numbers under a heading. */
export function isColumnNumbers(row: Row): boolean {
  let last: number | null = null
  let count = 0
  for (const cell of row.cells) {
    const shown = cell?.shown.trim() ?? ''
    if (shown === '') continue
    const number = Number(/^\(?(\d{1,3})\)?$/.exec(shown)?.[1] ?? Number.NaN)
    if (last === null ? !(number > 0) : number !== last + 1) return false
    last = number
    count++
  }
  return count >= 3
}
