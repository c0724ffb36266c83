import { showDay } from '../calendar/day.ts'
import { alignRows } from './align-rows.ts'
import {
  type Canonical,
  columnLetters,
  comparable,
  type ReadValue,
  readValue,
  rowKey,
  sameValue,
} from './canonical.ts'
import type { Difference } from './model.ts'
import { showGeneral } from './number-format.ts'
import { type Seal, type SealedRow, type SealedTable, sealOf } from './read-seal.ts'
import type { Cell, Sheet } from './sheet.ts'

/**
 * Every value of the visible sheets against the seal. Looks do not count: styles, widths, hidden rows, an empty row
 * put in between, a day kept as its number.
 */
export function compareWithSeal(seal: Seal, sheets: readonly Sheet[]): readonly Difference[] {
  const ours = sealOf(sheets)
  const others = sheets.filter(sheet => sheet !== ours)
  const names = [...seal.sheets.keys()]
  const left = others.filter(({ name }) => name === null || !seal.sheets.has(name))
  const found: Difference[] = []
  for (const [name, sealed] of seal.sheets) {
    const same = others.find(sheet => sheet.name === name)
    // a sheet that was given another name still stands at its place
    const at = others[names.indexOf(name)]
    const renamed = same === undefined && at !== undefined && left.includes(at) ? at : undefined
    if (renamed !== undefined) left.splice(left.indexOf(renamed), 1)
    const sheet = same ?? renamed
    if (sheet === undefined) {
      found.push({ sheet: name, cell: '', label: 'Trang tính bị xóa', was: name, now: null })
      continue
    }
    if (renamed !== undefined) {
      found.push({ sheet: name, cell: '', label: 'Tên trang tính', was: name, now: renamed.name })
    }
    found.push(...compareSheet(name, sealed, sheet))
  }
  for (const { name } of left) {
    found.push({ sheet: name ?? '', cell: '', label: 'Trang tính thêm vào', was: null, now: name })
  }
  return found
}

type ReadRow = { readonly number: number; readonly cells: readonly (Cell | undefined)[] }

function compareSheet(
  name: string,
  { rows, tables }: { readonly rows: readonly SealedRow[]; readonly tables: readonly SealedTable[] },
  sheet: Sheet,
): readonly Difference[] {
  const read = sheet.rows.filter(({ cells }) => cells.some(cell => readValue(cell) !== null))
  const pairs = alignRows(rows.map(sealedKey), read.map(readKey))
  return pairs.flatMap(({ before, after }): readonly Difference[] => {
    const was = before === null ? undefined : rows[before]
    const now = after === null ? undefined : read[after]
    if (was !== undefined && now !== undefined) return compareRow(name, was, now, tables)
    if (was !== undefined) {
      const label = `Dòng ${was.number} bị xóa hoặc chuyển chỗ`
      return [
        { sheet: name, cell: '', label, was: Object.values(was.cells).map(shown).join(' | '), now: null },
      ]
    }
    if (now === undefined) return []
    const words = now.cells.flatMap(cell => (readValue(cell) === null ? [] : [nowShown(cell)]))
    return [
      { sheet: name, cell: '', label: `Dòng ${now.number} thêm vào`, was: null, now: words.join(' | ') },
    ]
  })
}

function compareRow(
  sheet: string,
  was: SealedRow,
  now: ReadRow,
  tables: readonly SealedTable[],
): readonly Difference[] {
  const table = tables.find(({ first, last }) => first <= was.number && was.number <= last)
  const rowWords = Object.values(was.cells).find(value => typeof value !== 'number')
  const found: Difference[] = []
  const letters = new Set([
    ...Object.keys(was.cells),
    ...now.cells.flatMap((cell, at) => (readValue(cell) === null ? [] : [columnLetters(at + 1)])),
  ])
  for (const column of letters) {
    const written = was.cells[column]
    const cell = now.cells[columnIndex(column)]
    if (sameValue(written === undefined ? null : comparable(written), readValue(cell))) continue
    const words = [
      rowWords === undefined || table === undefined ? '' : shown(rowWords),
      columnWords(table, column),
    ]
    const said = written === undefined ? null : shown(written)
    found.push({
      sheet,
      cell: `${column}${now.number}`,
      label: words.filter(word => word !== '').join(' / '),
      was: said,
      now: readValue(cell) === null ? null : nowShown(cell, said),
    })
  }
  return found
}

/** The words above a column; a merged heading stands over its first column. */
const columnWords = (table: SealedTable | undefined, column: string): string => table?.columns[column] ?? ''

const columnIndex = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1

const sealedKey = ({ cells }: SealedRow): string =>
  JSON.stringify(Object.entries(cells).map(([column, value]) => [column, rowKey(comparable(value))]))

const readKey = ({ cells }: ReadRow): string =>
  JSON.stringify(
    cells.flatMap((cell, at): readonly (readonly [string, ReadValue])[] => {
      const value = readValue(cell)
      return value === null ? [] : [[columnLetters(at + 1), rowKey(value)]]
    }),
  )

function shown(value: Canonical): string {
  if (typeof value === 'object') return showDay(value.day)
  return typeof value === 'number' ? showGeneral(value) : value
}

/** What stands there now; where it reads the same as before, in what it is another. */
function nowShown(cell: Cell | undefined, was: string | null = null): string {
  if (cell === undefined) return ''
  const value =
    cell.kind === 'date' && cell.iso !== undefined && cell.iso.length === 10 ? showDay(cell.iso) : null
  const text = value ?? (typeof cell.raw === 'number' ? showGeneral(cell.raw) : cell.shown)
  if (cell.formula === true) return `${text} (kết quả của công thức)`
  return text === was ? `${text} (${kindWords[cell.kind]})` : text
}

const kindWords: Readonly<Record<Cell['kind'], string>> = {
  text: 'dạng chữ',
  number: 'dạng số',
  date: 'dạng ngày',
  boolean: 'dạng đúng/sai',
  error: 'lỗi',
  empty: 'trống',
}
