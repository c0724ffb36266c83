import type { Cell, Row } from '../excel/sheet.ts'
import { fold, tidy } from '../vietnamese.ts'
import { isColumnNumbers } from './headings.ts'
import type { Table, TableColumn } from './table.ts'

export type DataRows = {
  readonly rows: readonly Row[]
  /** Numbers of the rows under the heading that hold something but stand for no application. */
  readonly skipped: readonly number[]
}

/** The rows of a list that stand for applications: no titles, groups, sums, column numbers or signatures. */
export function dataRows(table: Table): DataRows {
  const isData = rowJudge(table.columns)
  const below = table.sheet.rows.filter(row => row.number >= table.firstDataRow)
  const rows: Row[] = []
  const skipped: number[] = []
  for (const row of below) {
    if (isData(row)) rows.push(row)
    else if (row.cells.some(hasText)) skipped.push(row.number)
  }
  return { rows, skipped }
}

/** Judges a row under the heading: filled like the others, or at least with a code. */
export function rowJudge(columns: readonly TableColumn[]): (row: Row) => boolean {
  const mapped = columns.filter(column => column.field !== null).map(column => column.index)
  const code = columns.find(column => column.field === 'dossierCode')?.index ?? -1
  const headings = new Map(columns.map(column => [column.index, lastPart(column.heading)]))
  const usual = Math.max(3, Math.ceil(mapped.length / 3))
  return row => {
    const filled = mapped.filter(index => hasText(row.cells[index]))
    if (filled.length === 0 || isColumnNumbers(row) || isHeadingAgain(row, filled, headings)) return false
    const first = textOf(row.cells.find(hasText))
    const codeText = textOf(row.cells[code])
    // a sum may stand in the column of codes
    const isCount = codeText === first || /^[\d.,]*$/.test(codeText)
    if (isSum(first) && (isCount || filled.length < usual)) return false
    // filled like the others: it counts, and if its code is missing it is refused by name
    if (filled.length >= usual) return true
    return !isGroup(first) && /\d/.test(codeText) && !isSignature(codeText)
  }
}

const textOf = (cell: Cell | undefined): string => (cell === undefined ? '' : tidy(cell.shown.slice(0, 500)))
const lastPart = (heading: string): string => heading.split(' – ').at(-1) ?? ''

function hasText(cell: Cell | undefined): boolean {
  return cell !== undefined && (cell.formula === true || /[^\s\p{Cf}\p{Cc}]/u.test(cell.shown))
}

/** With its marks: Tống and Công are names of people. */
function isSum(text: string): boolean {
  return /^(tổng|cộng|lu[ỹy] kế|lũy kế|tong cong|tong so)(?!\p{L})/iu.test(text)
}

/** I. …, II) …, A. …, 1. Sở … : the title of a part of the list. */
function isGroup(text: string): boolean {
  return /^([IVXLC]{1,6}|[A-Z]|\d{1,2})\s*[.)\-:/]\s*\p{L}/u.test(text)
}

const signatures =
  /\bngay .{1,12}thang .{1,12}nam\b|^\(?ky,? |ghi ro ho ten|^nguoi (lap|ky|tong hop)|^thu truong|^(pho )?giam doc|^truong phong|^ke toan|^noi nhan/

const isSignature = (text: string): boolean => text !== '' && signatures.test(fold(text))

/** Long lists repeat their heading on every page, word for word. */
function isHeadingAgain(row: Row, filled: readonly number[], headings: ReadonlyMap<number, string>): boolean {
  let same = 0
  for (const index of filled) if (row.cells[index]?.shown.trim() === headings.get(index)) same++
  return same >= 2 && same * 2 > filled.length
}
