import type { CellValue } from 'exceljs'
import { cellText, nothingToShow } from '../reports/number-text.ts'
import type { Cell, CellFormat } from '../reports/report.ts'

const longestText = 32_767

/** Text as a workbook can hold it: no control characters, which make Excel repair the file, and not too long. */
export function cleanText(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  const clean = text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').toWellFormed()
  return clean.length > longestText ? clean.slice(0, longestText) : clean
}

/** A day as Excel counts days. exceljs takes UTC: a local `Date` would come out one day early in Việt Nam. */
export function dateOfDay(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1, date))
}

/** What stands in the cell, how it is to be formatted, and what a reader will see. */
export type Written = { readonly value: CellValue; readonly format: CellFormat; readonly shown: string }

/**
 * A cell of a report as a cell of a workbook: real numbers and dates. Text is always a typed string, so what
 * begins with = + - @ is never taken for a formula.
 */
export function writtenCell(cell: Cell, columnFormat: CellFormat): Written {
  const format = cell.format ?? columnFormat
  const shown = cleanText(cellText(cell, columnFormat))
  const { value } = cell
  if (value === null) return { value: shown === '' ? null : shown, format: 'text', shown }
  if (typeof value === 'number') return { value, format, shown }
  if (typeof value === 'object')
    return value.denominator === 0
      ? { value: nothingToShow, format: 'text', shown }
      : { value: value.numerator / value.denominator, format: 'percent', shown }
  return format === 'day'
    ? { value: dateOfDay(value), format, shown }
    : { value: shown, format: 'text', shown }
}
