import { AppError } from '../errors.ts'
import { columnLetters, readAddress } from './cell-address.ts'
import { cleanText } from './cell-value.ts'
import { covers, formulaRanges, hasFormula } from './formulas.ts'
import { type RowSource, readSheetSource, type SheetSource } from './sheet-source.ts'
import { columnStyles, rowStyle, type StyleOf } from './source-style.ts'

/** A value for one cell by its address; null makes it empty. Numbers are numbers, text never becomes a formula. */
export type CellPatch = { readonly cell: string; readonly value: number | string | null }

type Placed = CellPatch & { readonly row: number; readonly column: number }

/**
 * The text of a sheet with other values in some cells. Their formats stay, and so does every letter outside them;
 * cells and rows that are not there yet are put in their order with the format of their row or column.
 */
export function patchSheet(text: string, patches: readonly CellPatch[]): string {
  const source = readSheetSource(text)
  const placed = patches.map(place).sort((a, b) => a.row - b.row || a.column - b.column)
  assertFree(text, source, placed)
  const rows = new Map<number, Placed[]>()
  for (const patch of placed) rows.set(patch.row, [...(rows.get(patch.row) ?? []), patch])
  const styleOf = columnStyles(text.slice(0, source.start))
  let made = ''
  let copied = 0
  const write = (until: number, piece: string, next: number) => {
    made += text.slice(copied, until) + piece
    copied = next
  }
  const left = [...rows]
  const insertBefore = (number: number, at: number) => {
    while (left[0] !== undefined && left[0][0] < number) {
      const [row, cells] = left.shift() ?? [0, []]
      write(at, newRow(row, cells, styleOf), at)
    }
  }
  if (source.rows.length === 0) {
    const all = left.map(([row, cells]) => newRow(row, cells, styleOf)).join('')
    return `${text.slice(0, source.start)}<sheetData>${all}</sheetData>${text.slice(source.end)}`
  }
  for (const row of source.rows) {
    insertBefore(row.number, row.start)
    if (left[0]?.[0] !== row.number) continue
    const [, cells] = left.shift() ?? [0, []]
    write(row.start, patchedRow(text, row, cells, styleOf), row.end)
  }
  const end = source.rows.at(-1)?.end ?? source.start
  insertBefore(Number.POSITIVE_INFINITY, end)
  return made + text.slice(copied)
}

function place(patch: CellPatch): Placed {
  const address = readAddress(patch.cell)
  if (address === null) throw new AppError('invalid', `Không có ô ${patch.cell}. Chọn lại ô trên trang tính.`)
  return { ...patch, ...address }
}

const newRow = (number: number, cells: readonly Placed[], styleOf: StyleOf) =>
  `<row r="${number}">${cells.map(cell => newCell(cell, styleOf(cell.column))).join('')}</row>`

function newCell({ row, column, value }: Placed, style: string | undefined): string {
  const kept = style === undefined || style === '0' ? '' : ` s="${style}"`
  return cellText(` r="${columnLetters(column)}${row}"${kept}`, value)
}

function patchedRow(text: string, row: RowSource, patches: readonly Placed[], styleOf: StyleOf): string {
  const own = rowStyle(row.attributes)
  const left = [...patches]
  let made = ''
  let copied = row.opened
  let added = false
  const insertBefore = (column: number, at: number) => {
    while (left[0] !== undefined && left[0].column < column) {
      const patch = left.shift()
      if (patch === undefined) return
      made += text.slice(copied, at) + newCell(patch, own ?? styleOf(patch.column))
      copied = at
      added = true
    }
  }
  for (const cell of row.cells) {
    insertBefore(cell.column, cell.start)
    const [patch] = left
    if (patch?.column !== cell.column) continue
    left.shift()
    made +=
      text.slice(copied, cell.start) +
      cellText(cell.attributes.replace(/\s(?:t|cm|vm)\s*=\s*("[^"]*"|'[^']*')/g, ''), patch.value)
    copied = cell.end
  }
  const end = row.cells.at(-1)?.end ?? row.opened
  insertBefore(Number.POSITIVE_INFINITY, end)
  if (row.empty) return `${openingOf(text, row, added).replace(/\s*\/>$/, '>')}${made}</row>`
  return openingOf(text, row, added) + made + text.slice(copied, row.end)
}

/** `spans` says between which columns a row has cells; it is only a hint, and a wrong one is worse than none. */
function openingOf(text: string, row: RowSource, added: boolean): string {
  const opening = text.slice(row.start, row.opened)
  return added ? opening.replace(/\sspans\s*=\s*("[^"]*"|'[^']*')/, '') : opening
}

function cellText(attributes: string, value: CellPatch['value']): string {
  if (value === null) return `<c${attributes}/>`
  if (typeof value === 'number') return `<c${attributes}><v>${value}</v></c>`
  return `<c${attributes} t="inlineStr"><is><t xml:space="preserve">${escaped(value)}</t></is></c>`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }
const escaped = (text: string) => cleanText(text).replace(/[&<>]/g, letter => entities[letter] ?? letter)

/** Refuses a place that cannot be filled: twice the same, a formula, covered by a merge. */
function assertFree(text: string, source: SheetSource, patches: readonly Placed[]): void {
  const after = text.slice(source.end)
  const merges = [...after.matchAll(/<mergeCell\s[^>]*?ref\s*=\s*["']([^"']+)["']/g)].map(
    ([, ref = '']) => ref,
  )
  const rows = new Map(source.rows.map(row => [row.number, row]))
  // a formula over several cells stands in the first of them only
  const arrays = formulaRanges(text)
  patches.forEach((patch, at) => {
    const { cell, row, column } = patch
    const twice = patches[at - 1]
    if (twice?.row === row && twice.column === column)
      throw new AppError('invalid', `Ô ${cell} được điền hai lần. Bỏ bớt một nguồn của ô này.`)
    const standing = rows.get(row)?.cells.find(one => one.column === column)
    if (hasFormula(standing) || arrays.some(ref => covers(ref, patch)))
      throw new AppError('invalid', `Ô ${cell} có công thức của biểu mẫu nên không điền đè. Chọn ô khác.`)
    const merge = merges.find(ref => covers(ref, patch))
    const first = merge?.split(':')[0]
    if (first !== undefined && first !== cell)
      throw new AppError('invalid', `Ô ${cell} nằm trong ô gộp ${merge}. Chọn ô đầu ${first} của ô gộp.`)
  })
}
