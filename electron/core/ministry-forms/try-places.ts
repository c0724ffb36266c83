import type { SheetPatch } from '../excel/fill.ts'
import { readXlsx } from '../excel/xlsx.ts'
import { labelsOf } from './grid.ts'
import type { Place } from './model.ts'

/** A value for every cell that may be filled one day, so that a place that cannot is told when it is chosen. */
export function triedPatches(bytes: Uint8Array, places: readonly Place[]): readonly SheetPatch[] {
  const sheets = readXlsx(bytes)
  return places.flatMap((place): SheetPatch[] => {
    if (place.kind === 'cell') return [{ sheet: place.sheet, cell: place.cell, value: 0 }]
    // a column on a sheet that is not there has no labels, and must be told all the same
    const rows = labelsOf(sheets, place).map(({ row }) => row)
    const tried = rows.length === 0 ? [place.from] : rows
    return tried.map(row => ({ sheet: place.sheet, cell: `${place.column}${row}`, value: 0 }))
  })
}
