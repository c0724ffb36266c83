import type { Day } from '../calendar/day.ts'
import type { Chart } from '../charts/model.ts'
import type { Period, PeriodRule } from '../periods/period.ts'
import type { MeasureRef, Measures, TargetRef, Unit } from '../statistics/model.ts'

export type { MeasureRef } from '../statistics/model.ts'

/**
 * One report as plain data (JSON through and through). The workbook, the preview on screen and the print route
 * all draw this; none of them counts, rounds or words anything. What a cell looks like as text is said once,
 * by `cellText` in `number-text.ts`.
 */
export type ReportDocument = {
  /** The report's own name, e.g. `ket-qua`. */
  readonly report: string
  /** Name of the workbook, with `.xlsx`. */
  readonly fileName: string
  readonly period: Period
  /** The day the report bears: printed in the head, and kept as the workbook's date of creation. */
  readonly reportDay: Day
  readonly print: PrintSetup
  readonly head: Head
  readonly title: Title
  /** The first sheet carries head and title above its blocks; the others are its appendices. */
  readonly sheets: readonly Sheet[]
  /** What the figures rest on, where the document leaves the office: kept in the workbook out of sight. */
  readonly basis?: Basis
}

/** The rules in force and the measures of the period, so that a file can be understood and checked afterwards. */
export type Basis = {
  /** The department in full. */
  readonly office: string
  readonly unit: Unit
  readonly periodRule: PeriodRule
  readonly target: { readonly numerator: string; readonly denominator: string; readonly bothCounts: string }
  /** What was left out, in words; nothing where the report is about all files. */
  readonly filters: readonly string[]
  readonly measures: Measures
}

/** A4 with margins in inches. The page number stands centred in the top margin, never on the first page. */
export type PrintSetup = {
  readonly orientation: 'portrait' | 'landscape'
  readonly margins: {
    readonly top: number
    readonly bottom: number
    readonly left: number
    readonly right: number
  }
}

/** NĐ 30/2020, Phụ lục I: two blocks side by side above every administrative report. */
export type Head = {
  /** Upright capitals, not bold: cơ quan chủ quản. Empty for none. */
  readonly parent: string
  /** Bold capitals with a rule below: cơ quan ban hành. */
  readonly department: string
  /** "Số: 05/BC-SGTVT", with room to write by hand where no number was given yet. */
  readonly number: string
  /** Bold capitals: quốc hiệu. */
  readonly country: string
  /** Bold, with a rule below that is as long as the words: tiêu ngữ. */
  readonly motto: string
  /** Italic: "Cà Mau, ngày 05 tháng 01 năm 2023". */
  readonly placeAndDate: string
}

export type Title = {
  /** "BÁO CÁO" */
  readonly kind: string
  /** Trích yếu, with a rule below. */
  readonly subject: string
  /** "Kỳ báo cáo: …", italic. */
  readonly period: string
}

export type Sheet = {
  /** At most 31 characters, none of `: \ / ? * [ ]`. */
  readonly name: string
  /** Title of an appendix; the first sheet has none, its title is the document's. */
  readonly title?: SheetTitle
  /** The sheet is a statistical form with a top of its own, in place of head and title. */
  readonly form?: FormHead
  /**
   * Widths of the sheet's columns, in characters. All tables of a sheet stand on this one grid, because a
   * worksheet has only one; a column of a table may take several of them.
   */
  readonly grid: readonly number[]
  readonly blocks: readonly Block[]
}

export type SheetTitle = {
  /** "Phụ lục I" */
  readonly label: string
  /** Capitals, bold. */
  readonly text: string
  /** "(Kèm theo Báo cáo số … ngày … của …)", italic. */
  readonly attachedTo: string
  /** "Kỳ báo cáo: …", italic. */
  readonly period: string
}

/** The top of a statistical form: its number at the left, what it is about, and who reports to whom at the right. */
export type FormHead = {
  /** "Biểu số II.06a/VPCP/KSTT", bold. */
  readonly code: string
  /** What the form is based on. */
  readonly basis: string
  /** Capitals, bold. */
  readonly title: string
  /** "Kỳ báo cáo: …", italic; a line break where the days begin. */
  readonly period: string
  /** "Đơn vị báo cáo: …" */
  readonly reporter: string
  /** "Đơn vị nhận báo cáo: …" */
  readonly receiver: string
}

export type Block = Paragraph | Note | Table | Picture | Signature

/** A chart with the answer it gives as a sentence above; a table of the same figures stands in the report. */
export type Picture = {
  readonly kind: 'picture'
  /** Unique in the document. */
  readonly id: string
  readonly answer: string
  readonly chart: Chart
}

/** Running text over the whole width; `heading` is bold and stays with what follows, `body` is set justified. */
export type Paragraph = {
  readonly kind: 'paragraph'
  readonly text: string
  readonly heading?: boolean
  readonly body?: boolean
  /** The numbers in the text that are tied to figures: where they stand, what they count, their files. */
  readonly numbers?: readonly TextNumber[]
}

export type TextNumber = {
  readonly at: number
  readonly length: number
  readonly label: string
  readonly measure?: MeasureRef
}

/** Small print below a table. */
export type Note = { readonly kind: 'note'; readonly text: string }

export type Table = {
  readonly kind: 'table'
  /** Unique in the document: `ii06a`, `target` … */
  readonly id: string
  /** Above the table at the right, e.g. "Đơn vị tính: hồ sơ". */
  readonly unit?: string
  readonly columns: readonly Column[]
  /** Rows of headings, cells as in HTML: a place covered from above or from the left is left out. */
  readonly headings: readonly (readonly Heading[])[]
  readonly rows: readonly Row[]
}

export type Align = 'left' | 'center' | 'right'

/**
 * integer 1.234 · difference +12, -3 or 0 · decimal 1,25 · percent, from a ratio, 7,0 % · day dd/mm/yyyy · text as it
 * is, codes included.
 */
export type CellFormat = 'text' | 'integer' | 'difference' | 'decimal' | 'percent' | 'day'

export type Column = {
  readonly align: Align
  readonly format: CellFormat
  /** Columns of the sheet's grid it takes; 1 unless said. */
  readonly span?: number
}

export type Heading = { readonly text: string; readonly colSpan?: number; readonly rowSpan?: number }

/** group: a line that heads the rows after it · total: bold · weekend and holiday: days off, lightly shaded. */
export type RowKind = 'normal' | 'group' | 'total' | 'weekend' | 'holiday'

/** Cells from left to right; the columns they take together are those of the table. */
export type Row = { readonly kind: RowKind; readonly cells: readonly Cell[] }

/** A percentage is kept as its two counts, so that it is rounded once, when it is shown. */
export type Ratio = { readonly numerator: number; readonly denominator: number }

/** A day is its `YYYY-MM-DD` text, in a cell of format `day`. */
export type CellValue = string | number | Ratio | null

export type Cell = {
  readonly value: CellValue
  /** What a reader sees where `value` is null; "–" unless said. */
  readonly none?: string
  /** Where these differ from the column's. */
  readonly format?: CellFormat
  readonly align?: Align
  /** Columns of the table it takes; 1 unless said. */
  readonly colSpan?: number
  /** What was counted, so that the files behind a figure can be listed. */
  readonly measure?: MeasureRef
  /** The same for a count of the target, which may hold daily totals without files. */
  readonly target?: TargetRef
}

export type Signature = {
  readonly kind: 'signature'
  /** "Nơi nhận:" */
  readonly receiversLabel: string
  /** "- Như trên;" … "- Lưu: VT." */
  readonly receivers: readonly string[]
  /** "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC": one line each, capitals. */
  readonly title: readonly string[]
  /** Below the room for signature and stamp. */
  readonly name: string
  /** A form has no head to bear place and date: italic above the signer's title. */
  readonly placeAndDate?: string
  /** Who made the form signs at the left, where a letter has its receivers: "NGƯỜI LẬP BIỂU". */
  readonly maker?: string
}

/** Margins of forms.md §5: 2 cm above and below, 3 cm at the binding edge, 1,5 cm at the right. */
export const a4Landscape: PrintSetup = {
  orientation: 'landscape',
  margins: { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59 },
}

/** The same margins on upright paper: reports in words. */
export const a4Portrait: PrintSetup = { ...a4Landscape, orientation: 'portrait' }

/** The two counts of a percentage, or nothing where there is nothing to divide by. */
export function ratioOf(numerator: number, denominator: number): Ratio | null {
  return denominator === 0 ? null : { numerator, denominator }
}
