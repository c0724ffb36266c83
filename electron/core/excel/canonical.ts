import type { CellValue } from 'exceljs'
import type { Cell } from './sheet.ts'
import { unescapeText } from './xml.ts'

/** What a cell says, whatever it looks like: a number, a text, or a day as `{ day: 'YYYY-MM-DD' }`. */
export type Canonical = number | string | { readonly day: string }

/** A column's letters by its number from 1: 28 → "AB". */
export function columnLetters(column: number): string {
  let letters = ''
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  }
  return letters
}

/** A value as it was written; null for an empty cell. */
export function canonicalOfWritten(value: CellValue): Canonical | null {
  if (typeof value === 'number') return exactNumber(value)
  if (value instanceof Date) return { day: value.toISOString().slice(0, 10) }
  return typeof value === 'string' ? plainText(value) : null
}

/** What was read, where a program that saved the file again may have kept a day as its number or as its text. */
export type ReadValue = number | string | { readonly formula: true } | null

/** A cell as it was read, in the form of `comparable`. A formula is never what was written. */
export function readValue(cell: Cell | undefined): ReadValue {
  if (cell === undefined) return null
  if (cell.formula === true) return { formula: true }
  const { raw, kind, iso } = cell
  if (kind === 'date') return iso === undefined ? null : serialOfIso(iso)
  if (typeof raw === 'number') return exactNumber(raw)
  return typeof raw === 'string' ? plainText(raw) : cell.shown
}

/** A written value as it compares with a read one: days as their serial number. */
export function comparable(value: Canonical): number | string {
  return typeof value === 'object' ? serialOfIso(value.day) : value
}

/**
 * Do both say the same? Whole numbers exactly; of others the last digits are not the writer's: a program that saves
 * the file again rounds what was rounded before, so that 0.684210526315789 comes back as 0.68421052631579.
 */
export function sameValue(written: number | string | null, read: ReadValue): boolean {
  if (written === read) return true
  if (typeof written !== 'number' || typeof read !== 'number' || Number.isInteger(written)) return false
  return Math.abs(written - read) <= Math.abs(written) * 1e-13
}

/** A value by which rows are found again: numbers without the digits that saving again may change. */
export const rowKey = (value: ReadValue): ReadValue =>
  typeof value === 'number' ? Number(value.toPrecision(12)) : value

/** Doubles keep 15 digits in every spreadsheet. */
const exactNumber = (value: number): number => Number(value.toPrecision(15))

/**
 * Letters in one form, one kind of line end; nothing but spaces is nothing. Excel reads `_x0041_` as an "A" and
 * LibreOffice as what it is, so all say "A" here.
 */
function plainText(text: string): string | null {
  const plain = unescapeText(unescapeText(text)).normalize('NFC').replace(/\r\n?/g, '\n')
  return plain.trim() === '' ? null : plain
}

const firstSerial = Date.UTC(1899, 11, 30)

/** Days since the beginning of Excel's calendar, with the time of the day as a fraction. */
function serialOfIso(iso: string): number {
  const moment = Date.parse(`${iso.length === 10 ? `${iso}T00:00:00` : iso}Z`)
  return exactNumber((moment - firstSerial) / 86_400_000)
}
