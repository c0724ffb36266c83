import type { FormSheet, GridCell } from '../../electron/core/ministry-forms/contract.ts'

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Which cell stands at each place of the sheet; a merged one stands at all of its places. */
export function ownersOf({ columns, rows }: FormSheet): readonly (readonly (GridCell | undefined)[])[] {
  const owners: (GridCell | undefined)[][] = rows.map(() => columns.map(() => undefined))
  rows.forEach(({ cells }, row) => {
    for (const cell of cells) {
      const column = columnOf(columns, cell.cell)
      for (const line of owners.slice(row, row + cell.rowSpan)) line.fill(cell, column, column + cell.colSpan)
    }
  })
  return owners
}

/** The cell an arrow leads to; the same one at the edge, null for any other key. */
export function cellAfter(sheet: FormSheet, from: string, key: string): string | null {
  const step = steps[key]
  if (step === undefined) return null
  const owners = ownersOf(sheet)
  let row = Number(from.replace(/\D+/, '')) - 1
  let column = columnOf(sheet.columns, from)
  do {
    row += step[0]
    column += step[1]
  } while (owners[row]?.[column]?.cell === from)
  return owners[row]?.[column]?.cell ?? from
}

const columnOf = (columns: readonly string[], cell: string) => columns.indexOf(cell.replace(/\d+/, ''))
