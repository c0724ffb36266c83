import type { Cell } from '../../electron/core/reports/report.ts'
import type { FigureRef } from '../../electron/core/statistics/model.ts'

/** What stands behind a cell, where it says so and there is a figure at all. */
export function figureOf({ value, measure, target }: Cell): FigureRef | null {
  if (typeof value !== 'number') return null
  if (target !== undefined) return { target }
  return measure === undefined ? null : { measure }
}
