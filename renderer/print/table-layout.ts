import type { Column, Heading, PrintSetup, Row } from '../../electron/core/reports/report.ts'
import { pointsPerUnit } from '../../electron/core/reports/text-width.ts'

/** The edges of A4 in inches, as the margins are. */
const a4 = { short: 8.27, long: 11.69 }

/**
 * By how much the letters of a sheet's tables shrink so that its columns fit the page: the workbook is fitted to
 * the width of the paper in the same way. At full size a day or a word of a narrow column would be cut in two.
 */
export function textScale(grid: readonly number[], { orientation, margins }: PrintSetup): number {
  const paper = orientation === 'landscape' ? a4.long : a4.short
  const room = (paper - margins.left - margins.right) * 72
  const wished = grid.reduce((sum, width) => sum + width, 0) * pointsPerUnit
  return wished <= room ? 1 : room / wished
}

/** How many columns of the sheet's grid the table's columns take from `first` on. */
export function gridSpan(columns: readonly Column[], first: number, count: number): number {
  return columns.slice(first, first + count).reduce((sum, column) => sum + (column.span ?? 1), 0)
}

export type PlacedHeading = { readonly heading: Heading; readonly column: number; readonly gridSpan: number }

/** Finds the column each heading stands in: places covered from above are left out in the data, as in HTML. */
export function placeHeadings(
  rows: readonly (readonly Heading[])[],
  columns: readonly Column[],
): readonly (readonly PlacedHeading[])[] {
  const taken = rows.map(() => columns.map(() => false))
  return rows.map((row, at) => {
    let column = 0
    return row.map(heading => {
      while (taken[at]?.[column] === true) column += 1
      const wide = heading.colSpan ?? 1
      for (const line of taken.slice(at, at + (heading.rowSpan ?? 1))) line.fill(true, column, column + wide)
      const placed = { heading, column, gridSpan: gridSpan(columns, column, wide) }
      column += wide
      return placed
    })
  })
}

export type PlacedCell = {
  readonly cell: Row['cells'][number]
  readonly column: Column
  readonly at: number
  readonly gridSpan: number
}

/** The cells of a row with the column each begins in. */
export function placeCells(row: Row, columns: readonly Column[]): readonly PlacedCell[] {
  let at = 0
  const placed: PlacedCell[] = []
  for (const cell of row.cells) {
    const column = columns[at]
    if (column === undefined) break
    const wide = cell.colSpan ?? 1
    placed.push({ cell, column, at, gridSpan: gridSpan(columns, at, wide) })
    at += wide
  }
  return placed
}
