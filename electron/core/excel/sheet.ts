/** What a reader hands on: every cell as it is stored and as the person saw it. Dates stay serials and text. */
export type CellKind = 'text' | 'number' | 'date' | 'boolean' | 'error' | 'empty'

export type Cell = {
  readonly kind: CellKind
  readonly raw: string | number | boolean | null
  /** The text the spreadsheet showed. */
  readonly shown: string
  /** Date cells only: `YYYY-MM-DD`, or `YYYY-MM-DDTHH:mm:ss` where the serial holds a time. */
  readonly iso?: string
  /** The value is the one kept in the file for a formula; formulas are never evaluated. */
  readonly formula?: true
  /** The text was longer than a cell may be and has been cut. */
  readonly tooLong?: true
}

/** `number` is the row number Excel shows; `cells` is by column from 0, blank cells are missing. */
export type Row = {
  readonly number: number
  readonly hidden?: true
  readonly cells: readonly (Cell | undefined)[]
}

/** Rows as numbers from 1, columns from 0, all included. */
export type Merge = {
  readonly top: number
  readonly bottom: number
  readonly left: number
  readonly right: number
}

export type Sheet = {
  /** `null` for a text file, which has no sheets. */
  readonly name: string | null
  readonly hidden: boolean
  /** Day 0 of this workbook's serials is 1 January 1904 (old Macs), not 1900. */
  readonly date1904: boolean
  /** Rows with something in them; blank formatted rows are left out. */
  readonly rows: readonly Row[]
  readonly merges: readonly Merge[]
  readonly hiddenColumns: ReadonlySet<number>
}

/** A text cell, cut at Excel's own limit and marked where it was longer. */
export function textCell(text: string): Cell {
  if (text.length <= maxCellText) return { kind: 'text', raw: text, shown: text }
  const cut = text.slice(0, maxCellText)
  return { kind: 'text', raw: cut, shown: cut, tooLong: true }
}

/** The longest text an Excel cell may hold. */
export const maxCellText = 32_767
