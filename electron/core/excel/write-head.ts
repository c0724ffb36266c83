import type { Head, SheetTitle, Title } from '../reports/report.ts'
import { textWidth } from '../reports/text-width.ts'
import { heightOf, linesIn, nextRow, type Pen, put, widthOf } from './pen.ts'
import { type Hand, lineHeight, ruleStyle, styleOf } from './styles.ts'

const parentHand: Hand = { size: 13 }
const departmentHand: Hand = { size: 13, bold: true }
const countryHand: Hand = { size: 13, bold: true }
const mottoHand: Hand = { size: 14, bold: true }
const numberHand: Hand = { size: 13 }
const dateHand: Hand = { size: 14, italic: true }
const titleHand: Hand = { size: 14, bold: true }
const periodHand: Hand = { size: 13, italic: true }

/** Columns for a rule centred between `left` and `right`, and how far it is from what was wished. */
type Rule = { readonly from: number; readonly to: number; readonly error: number }

function ruleWithin(grid: readonly number[], left: number, right: number, wish: number): Rule {
  let best: Rule = { from: left, to: right, error: Number.POSITIVE_INFINITY }
  for (let from = left; from <= right; from += 1)
    for (let to = from; to <= right; to += 1) {
      const before = from > left ? widthOf(grid, left, from - 1) : 0
      const after = to < right ? widthOf(grid, to + 1, right) : 0
      const error = Math.abs(widthOf(grid, from, to) - wish) + Math.abs(before - after)
      if (error < best.error) best = { from, to, error }
    }
  return best
}

/** A rule from a third to a half as long as the words, as NĐ 30 asks; with several lines, as the widest may be. */
function shortRule(pen: Pen, text: string, left: number, right: number, hand: Hand): Rule {
  const words = Math.min(textWidth(text, hand.size, hand.bold), widthOf(pen.grid, left, right))
  return ruleWithin(pen.grid, left, right, words * 0.42)
}

const mottoRule = (pen: Pen, left: number, motto: string) =>
  ruleWithin(pen.grid, left, pen.grid.length, textWidth(motto, mottoHand.size, true))

/** The last column of the agency's block: where both rules come out best, with room for quốc hiệu. */
function lastLeftColumn(pen: Pen, head: Head): number {
  const all = widthOf(pen.grid, 1, pen.grid.length)
  const country = textWidth(head.country, countryHand.size, true) + 12
  let best = { column: Math.max(1, Math.floor(pen.grid.length / 3)), error: Number.POSITIVE_INFINITY }
  for (let column = 1; column < pen.grid.length; column += 1) {
    const width = widthOf(pen.grid, 1, column)
    if (width < all * 0.3 || all - width < country) continue
    const error =
      mottoRule(pen, column + 1, head.motto).error +
      shortRule(pen, head.department, 1, column, departmentHand).error
    if (error < best.error) best = { column, error }
  }
  return best.column
}

/** Agency at the left, quốc hiệu and tiêu ngữ at the right, number and date below. */
export function writeHead(pen: Pen, head: Head): void {
  const split = lastLeftColumn(pen, head)
  const right = { left: split + 1, right: pen.grid.length }
  const parentLines = head.parent === '' ? 0 : linesIn(pen, head.parent, 1, split, parentHand).length
  const departmentLines = linesIn(pen, head.department, 1, split, departmentHand).length
  const leftLines = parentLines + departmentLines
  const top = pen.row
  for (let at = 0; at < Math.max(leftLines, 2); at += 1) nextRow(pen, lineHeight(at < 2 ? 14 : 13))
  const underLeft = top + leftLines
  if (underLeft >= pen.row) nextRow(pen, 7)

  const block = (first: number, lines: number) => ({
    top: first,
    left: 1,
    bottom: first + lines - 1,
    right: split,
  })
  if (parentLines > 0)
    put(
      pen,
      block(top, parentLines),
      head.parent,
      styleOf({ ...parentHand, align: 'center', vertical: parentLines > 1 ? 'bottom' : 'middle' }),
    )
  const departmentStyle = styleOf({
    ...departmentHand,
    align: 'center',
    vertical: departmentLines > 1 ? 'top' : 'middle',
  })
  put(pen, block(top + parentLines, departmentLines), head.department, departmentStyle)
  put(pen, { top, bottom: top, ...right }, head.country, styleOf({ ...countryHand, align: 'center' }))
  put(
    pen,
    { top: top + 1, bottom: top + 1, ...right },
    head.motto,
    styleOf({ ...mottoHand, align: 'center' }),
  )
  drawRule(pen, underLeft, shortRule(pen, head.department, 1, split, departmentHand))
  if (top + 2 >= pen.row) nextRow(pen, 7)
  drawRule(pen, top + 2, mottoRule(pen, split + 1, head.motto))

  const row = nextRow(pen, lineHeight(14) + 4)
  put(
    pen,
    { top: row, left: 1, bottom: row, right: split },
    head.number,
    styleOf({ ...numberHand, align: 'center' }),
  )
  put(pen, { top: row, bottom: row, ...right }, head.placeAndDate, styleOf({ ...dateHand, align: 'center' }))
}

function drawRule(pen: Pen, row: number, rule: Rule): void {
  for (let column = rule.from; column <= rule.to; column += 1)
    pen.sheet.getCell(row, column).style = ruleStyle
}

function centred(pen: Pen, text: string, hand: Hand): void {
  const last = pen.grid.length
  const row = nextRow(pen, Math.max(heightOf(pen, text, 1, last, hand), lineHeight(hand.size)))
  put(pen, { top: row, left: 1, bottom: row, right: last }, text, styleOf({ ...hand, align: 'center' }))
}

/** Tên loại, trích yếu with its rule, period. */
export function writeTitle(pen: Pen, title: Title): void {
  nextRow(pen, 12)
  centred(pen, title.kind, titleHand)
  centred(pen, title.subject, titleHand)
  const row = nextRow(pen, 7)
  drawRule(pen, row, shortRule(pen, title.subject, 1, pen.grid.length, titleHand))
  centred(pen, title.period, periodHand)
  nextRow(pen, 8)
}

/** Phụ lục, its title, and the report it belongs to. */
export function writeSheetTitle(pen: Pen, title: SheetTitle): void {
  centred(pen, title.label, titleHand)
  centred(pen, title.text, titleHand)
  centred(pen, title.attachedTo, periodHand)
  centred(pen, title.period, periodHand)
  nextRow(pen, 8)
}
