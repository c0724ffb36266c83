import type { CellValue, Style, Worksheet } from 'exceljs'
import { pointsPerUnit, wrapLines } from '../reports/text-width.ts'
import { cleanText } from './cell-value.ts'
import { type Hand, lineHeight } from './styles.ts'

/** Where writing on one worksheet has come to; rows and columns count from 1. */
export type Pen = {
  readonly sheet: Worksheet
  /** Widths of the columns. */
  readonly grid: readonly number[]
  /** The next free row. */
  row: number
  /** Heights of the rows written, in points; the first stands at 0. */
  readonly heights: number[]
  /** Rows before which a page may end without tearing apart what belongs together. */
  readonly mayBreak: Set<number>
  /** What was written last belongs to what comes next. */
  holds: boolean
  /** The workbook's pictures by the id of their block. */
  readonly pictures: ReadonlyMap<string, number>
  /** The sheet is running text: no headings come back on a later page, so a low table stays whole. */
  readonly runs: boolean
  /** Where tables stand, with the words above each column of the worksheet. */
  readonly tables: TableWords[]
}

/** Rows of figures, and what heads their columns, from the widest heading to the narrowest. */
export type TableWords = {
  /** The first row of the headings; they end above `first`. */
  readonly headings: number
  readonly first: number
  readonly last: number
  readonly columns: Readonly<Record<number, string>>
}

export type Area = {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export function newPen(
  sheet: Worksheet,
  grid: readonly number[],
  pictures: ReadonlyMap<string, number>,
  runs: boolean,
): Pen {
  return { sheet, grid, row: 1, heights: [], mayBreak: new Set(), holds: true, tables: [], pictures, runs }
}

/** Takes the next row, of so many points. */
export function nextRow(pen: Pen, height: number): number {
  const row = pen.row
  pen.sheet.getRow(row).height = height
  pen.sheet.getCell(row, 1) // a row without any cell makes exceljs forget where the sheet begins
  pen.heights.push(height)
  pen.row += 1
  return row
}

/** Changes the height of a row already taken. */
export function raise(pen: Pen, row: number, height: number): void {
  pen.sheet.getRow(row).height = height
  pen.heights[row - 1] = height
}

/** Puts one value into an area, merging its cells where there are several. */
export function put(pen: Pen, area: Area, value: CellValue, style: Partial<Style>): void {
  const { top, left, bottom, right } = area
  for (let row = top; row <= bottom; row += 1)
    for (let column = left; column <= right; column += 1) pen.sheet.getCell(row, column).style = style
  pen.sheet.getCell(top, left).value = typeof value === 'string' ? cleanText(value) : value
  if (bottom > top || right > left) pen.sheet.mergeCellsWithoutStyle(top, left, bottom, right)
}

/** Width of the columns from `left` to `right`, in points. */
export function widthOf(grid: readonly number[], left: number, right: number): number {
  let units = 0
  for (const width of grid.slice(left - 1, right)) units += width
  return units * pointsPerUnit
}

/** Points a text needs from top to bottom when it stands in these columns: nothing is ever clipped. */
export function heightOf(pen: Pen, text: string, left: number, right: number, hand: Hand): number {
  return linesIn(pen, text, left, right, hand).length * lineHeight(hand.size) + 3
}

/** The lines of a text in these columns, a little pessimistic: screens draw letters wider than printers. */
export function linesIn(pen: Pen, text: string, left: number, right: number, hand: Hand): string[] {
  return wrapLines(text, widthOf(pen.grid, left, right) * 0.97 - 4, hand.size, hand.bold)
}
