import { columnLetters, columnNumber } from '../excel/cell-address.ts'
import { readingForm } from '../excel/form-refusals.ts'
import type { Merge, Sheet } from '../excel/sheet.ts'
import { readXlsx } from '../excel/xlsx.ts'
import type { FormSheet, GridCell } from './contract.ts'
import type { ColumnPlace } from './model.ts'

/** As much of a sheet as is shown to be pointed at. */
const mostRows = 300
const mostColumns = 60
/** Empty rows and columns around what is written: a form may have room to fill there. */
const margin = 2

/** The sheets of a form as grids of their cells; hidden sheets are not filled. */
export const gridsOf = (bytes: Uint8Array): readonly FormSheet[] =>
  readingForm(() => readXlsx(bytes))
    .filter(({ hidden }) => !hidden)
    .map(gridOf)

function gridOf(sheet: Sheet): FormSheet {
  const { rows, merges } = sheet
  const height = Math.max(0, rows.at(-1)?.number ?? 0, ...merges.map(({ bottom }) => bottom))
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length), ...merges.map(({ right }) => right + 1))
  const columns = Math.min(width + margin, mostColumns)
  const byNumber = new Map(rows.map(row => [row.number, row]))
  const numbers = Array.from({ length: Math.min(height + margin, mostRows) }, (_, at) => at + 1)
  return {
    name: sheet.name ?? '',
    columns: Array.from({ length: columns }, (_, at) => columnLetters(at + 1)),
    rows: numbers.map(number => ({
      number,
      cells: Array.from({ length: columns }, (_, at) => at).flatMap((column): GridCell[] => {
        const merge = merges.find(one => covers(one, number, column))
        if (merge !== undefined && (merge.top !== number || merge.left !== column)) return []
        const cell = byNumber.get(number)?.cells[column]
        return [
          {
            cell: `${columnLetters(column + 1)}${number}`,
            text: cell?.shown ?? '',
            colSpan: merge === undefined ? 1 : Math.min(merge.right, columns - 1) - merge.left + 1,
            rowSpan: merge === undefined ? 1 : Math.min(merge.bottom, numbers.length) - merge.top + 1,
            formula: cell?.formula === true,
          },
        ]
      }),
    })),
  }
}

const covers = ({ top, bottom, left, right }: Merge, row: number, column: number): boolean =>
  top <= row && row <= bottom && left <= column && column <= right

/** The labels in some rows of one column of a sheet, by row; rows without one are left out. */
export function labelsOf(
  sheets: readonly Sheet[],
  { sheet, labels, from, to }: Pick<ColumnPlace, 'sheet' | 'labels' | 'from' | 'to'>,
) {
  const column = columnNumber(labels)
  const found = sheets.find(({ name }) => name === sheet)
  return (found?.rows ?? []).flatMap(({ number, cells }) => {
    const label = cells[column - 1]?.shown.trim() ?? ''
    return number < from || number > to || label === '' ? [] : [{ row: number, label }]
  })
}
