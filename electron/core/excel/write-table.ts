import type { Table } from '../reports/report.ts'
import { heightOf, nextRow, type Pen, put, raise } from './pen.ts'
import { type Hand, lineHeight, styleOf } from './styles.ts'
import { bodySize, type Span, type Styles, writeRow } from './write-row.ts'

const headingHand: Hand = { size: bodySize, bold: true }
const unitHand: Hand = { size: bodySize, italic: true }

/** A table as low as this is divided between two pages only if the first gets some rows of it; in running text never. */
const lowTable = 280
const someRows = 3
/** The last rows, with what stands below them: a total never begins a page alone. */
const lastRows = 2

/** Rows of the worksheet that hold the headings, and the last row of their table. */
export type HeadingRows = { readonly first: number; readonly last: number; readonly end: number }

/** For each column of the table, the columns of the grid it stands on. */
function columnSpans(table: Table): Span[] {
  let left = 1
  return table.columns.map(column => {
    const span = { left, right: left + (column.span ?? 1) - 1 }
    left = span.right + 1
    return span
  })
}

/** Writes a table where the pen stands; answers where its headings are, to repeat or to freeze them. */
export function writeTable(pen: Pen, table: Table): HeadingRows {
  const spans = columnSpans(table)
  const first = pen.row
  if (!pen.holds) pen.mayBreak.add(first)
  if (table.unit !== undefined) writeUnit(pen, table.unit, spans)
  const words: string[][] = table.columns.map(() => [])
  const headings = writeHeadings(pen, table, spans, words)
  const styles: Styles = new Map()
  const starts = table.rows.flatMap(row => writeRow(pen, table, spans, row, styles))
  const columns = Object.fromEntries(spans.map(({ left }, at) => [left, (words[at] ?? []).join(' – ')]))
  pen.tables.push({ headings: headings.first, first: headings.last + 1, last: pen.row - 1, columns })
  const height = pen.heights.slice(first - 1).reduce((sum, points) => sum + points, 0)
  const low = height <= lowTable
  const within =
    low && pen.runs ? [] : starts.slice(low ? someRows : 1, Math.max(0, starts.length - lastRows + 1))
  for (const start of within) pen.mayBreak.add(start)
  pen.holds = false
  return { ...headings, end: pen.row - 1 }
}

function writeUnit(pen: Pen, unit: string, spans: readonly Span[]): void {
  const row = nextRow(pen, lineHeight(unitHand.size) + 2)
  const right = spans.at(-1)?.right ?? 1
  put(pen, { top: row, left: 1, bottom: row, right }, unit, styleOf({ ...unitHand, align: 'right' }))
}

/** `words` gets, for each column of the table, the headings above it; numbers of columns say nothing. */
function writeHeadings(
  pen: Pen,
  table: Table,
  spans: readonly Span[],
  words: readonly string[][],
): Omit<HeadingRows, 'end'> {
  const first = pen.row
  const style = styleOf({ ...headingHand, align: 'center', framed: 'all' })
  for (const _ of table.headings) nextRow(pen, lineHeight(headingHand.size) + 3)
  const taken = new Set<string>()
  const tall: { readonly top: number; readonly bottom: number; readonly height: number }[] = []
  table.headings.forEach((headings, at) => {
    let column = 0
    for (const heading of headings) {
      while (taken.has(`${at}:${column}`)) column += 1
      const { colSpan = 1, rowSpan = 1 } = heading
      for (let row = at; row < at + rowSpan; row += 1)
        for (let side = column; side < column + colSpan; side += 1) taken.add(`${row}:${side}`)
      if (!/^\(\d+\)/.test(heading.text))
        for (const said of words.slice(column, column + colSpan)) said.push(heading.text)
      const left = spans[column]?.left ?? 1
      const right = spans[column + colSpan - 1]?.right ?? left
      const area = { top: first + at, left, bottom: first + at + rowSpan - 1, right }
      put(pen, area, heading.text, style)
      tall.push({ ...area, height: heightOf(pen, heading.text, left, right, headingHand) })
      column += colSpan
    }
  })
  // One-row headings first: what spans several rows then adds to the last of them only what is still missing.
  for (const { top, bottom, height } of tall.sort((a, b) => a.bottom - a.top - (b.bottom - b.top))) {
    const has = pen.heights.slice(top - 1, bottom).reduce((sum, points) => sum + points, 0)
    if (has < height) raise(pen, bottom, (pen.heights[bottom - 1] ?? 0) + height - has)
  }
  return { first, last: pen.row - 1 }
}
