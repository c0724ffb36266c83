import type { FormHead } from '../reports/report.ts'
import { heightOf, nextRow, type Pen, put, widthOf } from './pen.ts'
import { type Hand, lineHeight, styleOf } from './styles.ts'

const codeHand: Hand = { size: 12, bold: true }
const smallHand: Hand = { size: 11 }
const titleHand: Hand = { size: 13, bold: true }
const periodHand: Hand = { size: 12, italic: true }

/** Shares of the width at which the middle block begins and ends. */
const middle = { from: 0.27, to: 0.71 }

/** The columns of a form's three blocks, those of the grid nearest to the shares. */
function blocksOf(grid: readonly number[]): [number, number] {
  const all = widthOf(grid, 1, grid.length)
  const nearest = (share: number) => {
    const columns = grid.slice(0, -1).map((_, at) => at + 1)
    const off = (column: number) => Math.abs(widthOf(grid, 1, column) - share * all)
    return columns.reduce((best, column) => (off(column) < off(best) ? column : best), 1)
  }
  return [nearest(middle.from), nearest(middle.to)]
}

/** Number and basis of the form, its title and period, reporter and receiver: two rows of three blocks. */
export function writeFormHead(pen: Pen, form: FormHead): void {
  const [first, second] = blocksOf(pen.grid)
  const columns = [
    { left: 1, right: first },
    { left: first + 1, right: second },
    { left: second + 1, right: pen.grid.length },
  ]
  const write = (texts: readonly [string, Hand, 'left' | 'center'][]) => {
    const areas = texts.flatMap(([text, hand, align], at) => {
      const area = columns[at]
      return area === undefined ? [] : [{ ...area, text, hand, align }]
    })
    const heights = areas.map(({ text, left, right, hand }) => heightOf(pen, text, left, right, hand))
    const row = nextRow(pen, Math.max(lineHeight(13), ...heights))
    for (const { text, hand, align, left, right } of areas)
      put(pen, { top: row, left, bottom: row, right }, text, styleOf({ ...hand, align, vertical: 'top' }))
  }
  write([
    [form.code, codeHand, 'left'],
    [form.title, titleHand, 'center'],
    [form.reporter, smallHand, 'left'],
  ])
  write([
    [form.basis, smallHand, 'left'],
    [form.period, periodHand, 'center'],
    [form.receiver, smallHand, 'left'],
  ])
  nextRow(pen, 8)
}
