import type { ColumnChoice } from '../settings/model.ts'
import type { Cell, Column, Heading, Row, Sheet, Table } from './report.ts'

/** One heading of a table and the columns it stands over. */
type Placed = { readonly heading: Heading; readonly row: number; readonly columns: readonly number[] }

/**
 * What each column is called: the headings above it, e.g. "Số lượng hồ sơ đã giải quyết › Trước hạn", without the
 * numbers of the form and the year, so that a template outlives both.
 */
export function columnKeys(table: Table): readonly string[] {
  const placed = placeHeadings(table)
  const seen = new Map<string, number>()
  return table.columns.map((_, column) => {
    const path = placed
      .filter(({ columns, heading }) => columns.includes(column) && !/^\(\d+\)/.test(heading.text))
      .map(({ heading }) => heading.text.replaceAll('\u00a0', ' ').replace(/\bnăm \d{4}\b/g, 'năm'))
    const key = path.join(' › ') || `Cột ${column + 1}`
    const times = (seen.get(key) ?? 0) + 1
    seen.set(key, times)
    return times === 1 ? key : `${key} (${times})`
  })
}

/**
 * The sheet with the columns of its tables left out and moved. Every cell stays under its own headings, and the
 * tables go on filling the grid: what is left out gives its width to the widest column of text. Where the sheet has
 * one table only, its widths move with the columns; several tables share one grid, which then stays, and the width goes
 * where the others lose least by it.
 */
export function arrangeSheet(sheet: Sheet, choices: Readonly<Record<string, ColumnChoice>>): Sheet {
  const tables = sheet.blocks.filter(block => block.kind === 'table')
  let grid = sheet.grid
  const blocks = sheet.blocks.map(block => {
    const choice = block.kind === 'table' ? choices[block.id] : undefined
    if (block.kind !== 'table' || choice === undefined) return block
    const kept = keptColumns(columnKeys(block), choice)
    if (kept.length === block.columns.length && kept.every((column, at) => column === at)) return block
    const alone = tables.length === 1
    const shares = gridShares({ columns: block.columns, kept, grid: sheet.grid, alone })
    if (alone) grid = moved(sheet.grid, shares)
    return arranged(block, kept, shares)
  })
  return { ...sheet, grid, blocks }
}

/** Where the columns come from, in their new order. A key nobody knows is ignored; a column without one stays put. */
function keptColumns(keys: readonly string[], { order, hidden }: ColumnChoice): readonly number[] {
  const all = [...new Set(order)].map(key => keys.indexOf(key)).filter(column => column >= 0)
  keys.forEach((_, column) => {
    if (!all.includes(column)) all.splice(all.indexOf(column - 1) + 1, 0, column)
  })
  const kept = all.filter(column => !hidden.includes(keys[column] ?? ''))
  return kept.length === 0 ? all : kept
}

type Sharing = {
  readonly columns: readonly Column[]
  readonly kept: readonly number[]
  readonly grid: readonly number[]
  /** The grid moves with the columns of this table. */
  readonly alone: boolean
}

/** For each column kept, the columns of the grid it takes: its own, and for one of them also those left out. */
function gridShares({ columns, kept, grid, alone }: Sharing): readonly (readonly number[])[] {
  let next = 0
  const own = columns.map(({ span = 1 }) => Array.from({ length: span }, () => next++))
  const free = own.filter((_, column) => !kept.includes(column)).flat()
  const width = (column: number) => (own[column] ?? []).reduce((sum, at) => sum + (grid[at] ?? 0), 0)
  const given = (to: number) => kept.map(column => [...(own[column] ?? []), ...(column === to ? free : [])])
  const rank = (column: number) => {
    const { format, align } = columns[column] ?? {}
    return format === 'text' ? (align === 'left' ? 2 : 1) : 0
  }
  /** What the columns lose in all where the grid stays and only their places on it change. */
  const loss = (to: number) => {
    let from = 0
    const lost = given(to).map((share, at) => {
      const now = grid.slice(from, from + share.length).reduce((sum, each) => sum + each, 0)
      from += share.length
      return Math.max(0, width(kept[at] ?? 0) - now)
    })
    // hundredths: sums of widths differ in their last digits
    return alone ? 0 : Math.round(lost.reduce((sum, each) => sum + each, 0) * 100)
  }
  const [heir] = kept
    .map(column => ({ column, loss: loss(column) }))
    .toSorted(
      (a, b) => a.loss - b.loss || rank(b.column) - rank(a.column) || width(b.column) - width(a.column),
    )
  return given(heir?.column ?? 0)
}

/** The grid in the order of the columns; what no column took stays at the end. */
function moved(grid: readonly number[], shares: readonly (readonly number[])[]): readonly number[] {
  const taken = shares.flat()
  const rest = grid.map((_, at) => at).filter(at => !taken.includes(at))
  return [...taken, ...rest].map(at => grid[at] ?? 0)
}

function arranged(table: Table, kept: readonly number[], shares: readonly (readonly number[])[]): Table {
  return {
    ...table,
    columns: kept.flatMap((column, at) => {
      const { span: _, ...from } = table.columns[column] ?? { align: 'left', format: 'text' }
      const span = shares[at]?.length ?? 1
      return span === 1 ? [from] : [{ ...from, span }]
    }),
    headings: arrangedHeadings(table, kept),
    rows: table.rows.map(row => arrangedRow(row, table.columns, kept)),
  }
}

/** Cells as in HTML: a place covered from above or from the left is left out. */
function placeHeadings({ headings, columns }: Table): readonly Placed[] {
  const taken = headings.map(() => columns.map(() => false))
  return headings.flatMap((row, at) => {
    let column = 0
    return row.map(heading => {
      while (taken[at]?.[column] === true) column += 1
      const { colSpan = 1, rowSpan = 1 } = heading
      for (const line of taken.slice(at, at + rowSpan)) line.fill(true, column, column + colSpan)
      const placed = { heading, row: at, columns: Array.from({ length: colSpan }, (_, by) => column + by) }
      column += colSpan
      return placed
    })
  })
}

/** A heading stands over those of its columns that are neighbours, once for each such run. */
function arrangedHeadings(table: Table, kept: readonly number[]): Heading[][] {
  const placed = placeHeadings(table)
  const used = table.headings.map((_, row) =>
    placed.some(one => one.row === row && one.columns.some(column => kept.includes(column))),
  )
  return table.headings.flatMap((_, row) => {
    if (used[row] !== true) return []
    const over = kept.map(column => placed.find(one => one.row === row && one.columns.includes(column)))
    return [
      runs(over).flatMap(({ of, length }) => {
        if (of === undefined) return []
        const { text, rowSpan = 1 } = of.heading
        const rows = used.slice(row, row + rowSpan).filter(Boolean).length
        return [{ text, ...(length > 1 ? { colSpan: length } : {}), ...(rows > 1 ? { rowSpan: rows } : {}) }]
      }),
    ]
  })
}

/** A cell over several columns that are neighbours no longer stands at the first of them; the others are white. */
function arrangedRow(row: Row, columns: readonly Column[], kept: readonly number[]): Row {
  const owners: { readonly cell: Cell; readonly column: number }[] = []
  for (const cell of row.cells) {
    const owner = { cell, column: owners.length }
    owners.push(...Array.from({ length: cell.colSpan ?? 1 }, () => owner))
  }
  const written = new Set<Cell>()
  let at = 0
  const cells = runs(kept.map(column => owners[column])).map(({ of, length }): Cell => {
    const under = columns[kept[at] ?? 0]
    at += length
    const wide = length > 1 ? { colSpan: length } : {}
    if (of === undefined || written.has(of.cell)) return { value: null, none: '', ...wide }
    written.add(of.cell)
    const { colSpan: _, ...cell } = of.cell
    return { ...asIn(columns[of.column], under), ...cell, ...wide }
  })
  return { ...row, cells }
}

/** What a cell took from the column it began in and the one it begins in now does not have. */
function asIn(from: Column | undefined, to: Column | undefined): Pick<Cell, 'format' | 'align'> {
  return {
    ...(from !== undefined && from.format !== to?.format ? { format: from.format } : {}),
    ...(from !== undefined && from.align !== to?.align ? { align: from.align } : {}),
  }
}

/** Neighbours that are the same thing, with how many there are. */
function runs<T>(list: readonly T[]): readonly { readonly of: T; readonly length: number }[] {
  const found: { of: T; length: number }[] = []
  for (const of of list) {
    const last = found.at(-1)
    if (last !== undefined && last.of === of && of !== undefined) last.length += 1
    else found.push({ of, length: 1 })
  }
  return found
}
