import type { CellValue, Style } from 'exceljs'
import type { Align, Row, RowKind, Table } from '../reports/report.ts'
import { type Written, writtenCell } from './cell-value.ts'
import { linesIn, nextRow, type Pen, put, widthOf } from './pen.ts'
import { type Framed, type Hand, lineHeight, numberFormat, styleOf, type Vertical } from './styles.ts'

export const bodySize = 11

/** Excel allows a row 409 points, and a page has little more: a longer text goes on in further rows. */
const mostLines = 16
const linesOfPiece = 8
/** From so many lines on, the cells of a row are read from the top. */
const manyLines = 4
/** A column of figures as wide as this keeps its figures away from the line. */
const wideColumn = 39

/** exceljs knows styles by object: cells that look alike share one. */
export type Styles = Map<string, Partial<Style>>

/** Columns of the grid on which a column of the table stands. */
export type Span = { readonly left: number; readonly right: number }

type Placed = Written & Span & { readonly align: Align; readonly lines: readonly string[] }

/** Writes one row of a table; answers the rows of the worksheet it takes: one, unless a text is very long. */
export function writeRow(pen: Pen, table: Table, spans: readonly Span[], row: Row, styles: Styles): number[] {
  const hand: Hand = { size: bodySize, bold: row.kind === 'total' || row.kind === 'group' }
  const cells = placed(pen, table, spans, row, hand)
  const lines = Math.max(...cells.map(cell => cell.lines.length))
  const pieces = lines > mostLines ? Math.ceil(lines / linesOfPiece) : 1
  const taken: number[] = []
  for (let piece = 0; piece < pieces; piece += 1) {
    const here = pieces === 1 ? lines : Math.min(lines - piece * linesOfPiece, linesOfPiece)
    const top = nextRow(pen, here * lineHeight(bodySize) + (pieces === 1 ? 3 : 0))
    taken.push(top)
    for (const cell of cells) {
      const goesOn = pieces > 1 && cell.lines.length > (piece + 1) * linesOfPiece
      const vertical = lines <= manyLines ? 'middle' : goesOn ? 'justify' : 'top'
      const style = cellStyle(pen, cell, row.kind, { hand, vertical, framed: framing(piece, pieces) }, styles)
      const value = pieces === 1 ? cell.value : pieceOf(cell, piece)
      put(pen, { top, left: cell.left, bottom: top, right: cell.right }, value, style)
    }
  }
  return taken
}

function placed(pen: Pen, table: Table, spans: readonly Span[], row: Row, hand: Hand): Placed[] {
  let column = 0
  return row.cells.map(cell => {
    const said = table.columns[column]
    const left = spans[column]?.left ?? 1
    column += cell.colSpan ?? 1
    const right = spans[column - 1]?.right ?? left
    const written = writtenCell(cell, said?.format ?? 'text')
    const lines = linesIn(pen, written.shown, left, right, hand)
    return { ...written, left, right, lines, align: cell.align ?? said?.align ?? 'left' }
  })
}

/** The value of a cell in one piece of its row: a short one in the first, a long text line by line in all. */
function pieceOf(cell: Placed, piece: number): CellValue {
  if (cell.lines.length <= linesOfPiece) return piece === 0 ? cell.value : null
  return cell.lines.slice(piece * linesOfPiece, (piece + 1) * linesOfPiece).join(' ') || null
}

function framing(piece: number, pieces: number): Framed {
  if (pieces === 1) return 'all'
  if (piece === 0) return 'top'
  return piece === pieces - 1 ? 'bottom' : 'middle'
}

type CellLook = { readonly hand: Hand; readonly vertical: Vertical; readonly framed: Framed }

function cellStyle(pen: Pen, cell: Placed, kind: RowKind, look: CellLook, styles: Styles): Partial<Style> {
  const numFmt = numberFormat(cell.format, cell.shown)
  const indented = cell.align === 'right' && widthOf(pen.grid, cell.left, cell.right) >= wideColumn
  const { hand, vertical, framed } = look
  const key = [kind, cell.align, numFmt, indented, vertical, framed].join()
  const known = styles.get(key)
  if (known !== undefined) return known
  const shaded = kind === 'weekend' || kind === 'holiday'
  const indent = indented ? { indent: 1 } : {}
  const style = styleOf({ ...hand, align: cell.align, numFmt, vertical, shaded, framed, ...indent })
  styles.set(key, style)
  return style
}
