import type { Alignment, Borders, Fill, Font, Style } from 'exceljs'
import type { Align, CellFormat } from '../reports/report.ts'

/** The hand of an administrative report: black Times New Roman, thin black rules. */
export type Hand = { readonly size: number; readonly bold?: boolean; readonly italic?: boolean }

/** justify spreads the lines of a text that goes on in the next row, so that no gap shows between the two. */
export type Vertical = 'top' | 'middle' | 'bottom' | 'justify'

type Look = Hand & {
  readonly align: Align | 'justify'
  readonly vertical?: Vertical
  readonly indent?: number
  readonly framed?: Framed
  readonly shaded?: boolean
  readonly numFmt?: string
}

export const fontName = 'Times New Roman'

const line = { style: 'thin', color: { argb: 'FF000000' } } as const

/** all: a cell · top, middle, bottom: a piece of a row that continues in the next row of the worksheet. */
export type Framed = 'all' | 'top' | 'middle' | 'bottom'

const sides: Partial<Borders> = { left: line, right: line }
const frames: Readonly<Record<Framed, Partial<Borders>>> = {
  all: { ...sides, top: line, bottom: line },
  top: { ...sides, top: line },
  middle: sides,
  bottom: { ...sides, bottom: line },
}

const shade: Fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFEDEDED' } }

const formats: Readonly<Record<CellFormat, string>> = {
  text: '@',
  integer: '#,##0',
  difference: '+#,##0;-#,##0;0',
  decimal: '#,##0.00',
  percent: '0.0%',
  day: 'dd/mm/yyyy',
}

/** Number format of a cell. Old Excel shows a text cell of more than 255 letters as ####: those are General. */
export function numberFormat(format: CellFormat, shown: string): string {
  return format === 'text' && shown.length > 255 ? 'General' : formats[format]
}

/** One style object; exceljs knows styles by object, so many cells should share it. */
export function styleOf(look: Look): Partial<Style> {
  const font: Partial<Font> = {
    name: fontName,
    family: 1,
    size: look.size,
    bold: look.bold === true,
    italic: look.italic === true,
    color: { argb: 'FF000000' },
  }
  const alignment: Partial<Alignment> = {
    horizontal: look.align,
    vertical: look.vertical ?? 'middle',
    wrapText: look.numFmt === undefined || look.numFmt === '@' || look.numFmt === 'General',
    ...(look.indent === undefined ? {} : { indent: look.indent }),
  }
  return {
    font,
    alignment,
    numFmt: look.numFmt ?? '@',
    ...(look.framed === undefined ? {} : { border: frames[look.framed] }),
    ...(look.shaded === true ? { fill: shade } : {}),
  }
}

/** The style of a piece of a rule: the line is the upper border of the row below the words. */
export const ruleStyle: Partial<Style> = { border: { top: line } }

/** Height of one line, with room for Vietnamese capitals that carry two marks. */
export const lineHeight = (size: number): number => Math.ceil(size * 2.6) / 2
