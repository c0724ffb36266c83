import type { PrintSetup } from '../reports/report.ts'
import { type Pen, widthOf } from './pen.ts'
import type { HeadingRows } from './write-table.ts'

/** Programs and printers differ by a little: a page that is thought to be full must really be so. */
const safety = 0.97

const a4 = { short: 8.27, long: 11.69 }

/** Points of height one page gives to rows, at the scale at which the columns fit its width. */
function pageHeight(pen: Pen, print: PrintSetup): number {
  const { orientation, margins } = print
  const [across, down] = orientation === 'landscape' ? [a4.long, a4.short] : [a4.short, a4.long]
  const width = (across - margins.left - margins.right) * 72
  const scale = Math.min(1, width / widthOf(pen.grid, 1, pen.grid.length))
  return ((down - margins.top - margins.bottom) * 72 * safety) / scale
}

/** How much too high a sheet of tables may be and still be drawn smaller on one page: 11 points stay above 9. */
const shrinkable = 1.2

/** A sheet that is a little too high prints on one page, rather than its last lines and the signature on another. */
export function fitsOnePage(pen: Pen, print: PrintSetup): boolean {
  const total = pen.heights.reduce((sum, points) => sum + points, 0)
  return total <= pageHeight(pen, print) * shrinkable
}

/**
 * The rows before which a new page has to begin, so that a heading stays with its table, a low table whole, and
 * the signature together with the end of the table above it. Long tables otherwise run on from page to page,
 * each page under the repeated headings.
 */
export function pageBreaks(pen: Pen, print: PrintSetup, repeated: HeadingRows | undefined): number[] {
  const height = pageHeight(pen, print)
  const repeats =
    repeated === undefined
      ? 0
      : pen.heights.slice(repeated.first - 1, repeated.last).reduce((sum, points) => sum + points, 0)
  const breaks: number[] = []
  let used = 0
  let start = 1
  for (let row = 1; row < pen.row; row += 1) {
    const points = pen.heights[row - 1] ?? 0
    if (used + points <= height || row === start) {
      used += points
      continue
    }
    let cut = row
    while (cut > start && !pen.mayBreak.has(cut)) cut -= 1
    if (cut === start) cut = row
    else breaks.push(cut)
    start = cut
    used = repeated !== undefined && cut > repeated.last ? repeats : 0
    row = cut - 1
  }
  return breaks
}
