import { dayOf, showDay } from '../../electron/core/calendar/day.ts'
import type { Check } from '../../electron/core/checks/contract.ts'
import { checkResults } from '../../electron/core/checks/contract.ts'

/** "5/7 đạt, 1 không đạt": how far the looking has come. */
export function countWords(checks: readonly Check[]): string {
  const of = (result: Check['result']) => checks.filter(check => check.result === result).length
  const failed = of('fail')
  return `${of('pass')}/${checks.length} đạt${failed === 0 ? '' : `, ${failed} không đạt`}`
}

/** "Trần Thị Mẫu, 14:05 ngày 23/11/2026"; nothing where nobody has looked yet. */
export function whoAndWhen({ by, at }: Check): string | null {
  if (by === null || at === null) return null
  return `${by}, ${at.slice(11, 16)} ngày ${showDay(dayOf(at))}`
}

type Place = { readonly row: number; readonly column: number }

/** Where an arrow leads in the grid of items and results; null for other keys and at the edge. */
export function stepOf(key: string, { row, column }: Place, rows: number): Place | null {
  const [down, right] =
    key === 'ArrowDown'
      ? [1, 0]
      : key === 'ArrowUp'
        ? [-1, 0]
        : key === 'ArrowRight'
          ? [0, 1]
          : key === 'ArrowLeft'
            ? [0, -1]
            : [0, 0]
  const next = { row: row + down, column: column + right }
  if (next.row === row && next.column === column) return null
  const inside = next.row >= 0 && next.row < rows && next.column >= 0 && next.column < checkResults.length
  return inside ? next : { row, column }
}
