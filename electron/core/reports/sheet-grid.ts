import { motto } from './administrative-layout.ts'
import { pointsPerUnit, textWidth } from './text-width.ts'

/** Width of the room for TT. */
const number = 4.4
/** Columns of figures above which the agency's block reaches beyond the label. */
const leftFigures = 3
/** Columns of figures as long as tiêu ngữ, whose rule stands on them. */
const underMotto = 5

/**
 * The grid of a first sheet with many narrow figures: TT, the label in three parts, the figures. The rule of the
 * department's name stands on the middle part of the label, that of tiêu ngữ on five figures.
 */
export function narrowGrid(department: string, figures: number): number[] {
  const figure = textWidth(motto, 14, true) / pointsPerUnit / underMotto
  const label = 25
  // "Kỳ trước chuyển sang" needs room; it stands left of what tiêu ngữ is measured by
  const widths = Array.from({ length: figures }, (_, at) => (at === 1 ? 1.4 * figure : figure))
  const left = widths.slice(0, leftFigures).reduce((sum, width) => sum + width, 0)
  const centre = (number + label + left) / 2
  const words = textWidth(department, 13, true) / pointsPerUnit
  const rule = Math.min(words * 0.42, 2 * (number + label - centre) - 1)
  const before = centre - rule / 2 - number
  return [number, before, rule, label - before - rule, ...widths].map(width => Math.round(width * 100) / 100)
}
