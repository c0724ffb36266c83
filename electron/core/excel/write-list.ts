import { PassThrough } from 'node:stream'
import type { CellValue, stream as ExcelStream, Row, Style, Worksheet } from 'exceljs'
import { AppError } from '../errors.ts'
import type { FileContent } from '../operation.ts'
import type { CellFormat } from '../reports/report.ts'
import { pointsPerUnit, textWidth, wrapLines } from '../reports/text-width.ts'
import { cleanText, dateOfDay } from './cell-value.ts'
import { lineHeight, numberFormat, styleOf } from './styles.ts'

/** A long list: error workbooks, the register. A cell of format `day` is a `YYYY-MM-DD` text. */
export type List = {
  /** Name of the file, with `.xlsx`. */
  readonly name: string
  /** A line above the headings. */
  readonly title?: string
  readonly columns: readonly ListColumn[]
  readonly rows: AsyncIterable<readonly ListCell[]> | Iterable<readonly ListCell[]>
}

export type ListCell = string | number | null
export type ListColumn = {
  readonly heading: string
  readonly format: Exclude<CellFormat, 'percent' | 'decimal' | 'difference'>
  /** In characters. */
  readonly width: number
}

const size = 11
/** A list keeps the workbook's default font, Calibri 11, whose digits are 7 px, less a little. */
const narrowUnit = pointsPerUnit * 0.85
const rowsBetweenRests = 500
const mostRows = 1_048_576

/**
 * Writes row by row, so that 100 000 rows cost neither gigabytes nor a frozen thread. What is wrapped, and nothing
 * else, gets a height: without one LibreOffice and print clip it.
 */
export async function writeList(list: List): Promise<FileContent> {
  const { default: exceljs } = await import('exceljs')
  const { stream, bytes } = collected()
  const writer = new exceljs.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  const headingRow = list.title === undefined ? 1 : 2
  const sheet = openSheet(writer, list, headingRow)
  writeTop(sheet, list, headingRow)
  const columns = list.columns.map(columnWriter)
  let at = headingRow
  for await (const cells of list.rows) {
    at += 1
    if (at > mostRows) throw tooLong()
    const row = sheet.getRow(at)
    writeCells(row, cells, columns)
    row.commit()
    if (at % rowsBetweenRests === 0) await rest()
  }
  await writer.commit()
  return { name: list.name, bytes: await bytes }
}

function collected(): { stream: PassThrough; bytes: Promise<Uint8Array> } {
  const stream = new PassThrough()
  const chunks: Buffer[] = []
  const bytes = new Promise<Uint8Array>((resolve, reject) => {
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))))
    stream.on('error', reject)
  })
  return { stream, bytes }
}

const rest = () => new Promise<void>(resolve => setImmediate(resolve))

const tooLong = () =>
  new AppError('invalid', 'Danh sách dài hơn số dòng một trang tính chứa được. Thu hẹp bộ lọc rồi xuất lại.')

function openSheet(writer: ExcelStream.xlsx.WorkbookWriter, list: List, headingRow: number): Worksheet {
  const sheet = writer.addWorksheet('Danh sách', {
    views: [{ state: 'frozen', ySplit: headingRow, topLeftCell: `A${headingRow + 1}` }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59, header: 0.39, footer: 0.39 },
      printTitlesRow: `${headingRow}:${headingRow}`,
    },
    headerFooter: { differentFirst: true, oddHeader: '&C&P' },
  })
  sheet.columns = list.columns.map(({ width }) => ({ width }))
  sheet.autoFilter = {
    from: { row: headingRow, column: 1 },
    to: { row: headingRow, column: list.columns.length },
  }
  return sheet
}

function writeTop(sheet: Worksheet, list: List, headingRow: number): void {
  if (list.title !== undefined) {
    const cell = sheet.getRow(1).getCell(1)
    cell.value = cleanText(list.title)
    const { alignment: _, ...style } = styleOf({ size: 14, bold: true, align: 'left' })
    cell.style = style // without wrapping: the line runs on over the columns beside it
    sheet.getRow(1).commit()
  }
  const row = sheet.getRow(headingRow)
  const style = styleOf({ size, bold: true, align: 'center', framed: 'all' })
  const headings = list.columns.map(({ heading, width }) => ({ text: cleanText(heading), width }))
  headings.forEach(({ text }, at) => {
    const cell = row.getCell(at + 1)
    cell.value = text
    cell.style = style
  })
  const lines = Math.max(1, ...headings.map(({ text, width }) => linesOf(text, width, true)))
  row.height = lines * lineHeight(size) + 3
  row.commit()
}

/** One style object for each column, put on every cell: exceljs knows styles by object. */
type ColumnWriter = ListColumn & { readonly style: Partial<Style>; readonly textStyle: Partial<Style> }

function columnWriter(column: ListColumn): ColumnWriter {
  const align = column.format === 'integer' ? 'right' : column.format === 'day' ? 'center' : 'left'
  const look = { size, vertical: 'top', framed: 'all' } as const
  return {
    ...column,
    style: styleOf({ ...look, align, numFmt: numberFormat(column.format, '') }),
    textStyle: styleOf({ ...look, align: 'left', numFmt: numberFormat('text', '') }),
  }
}

function writeCells(row: Row, cells: readonly ListCell[], columns: readonly ColumnWriter[]): void {
  let lines = 1
  columns.forEach((column, at) => {
    const value = cellValue(cells[at] ?? null, column.format)
    const cell = row.getCell(at + 1)
    cell.value = value
    cell.style = typeof value === 'string' ? column.textStyle : column.style
    if (typeof value === 'string') lines = Math.max(lines, linesOf(value, column.width, false))
  })
  if (lines > 1) row.height = Math.min(409, lines * lineHeight(size) + 3)
}

function cellValue(cell: ListCell, format: CellFormat): CellValue {
  if (typeof cell !== 'string') return cell
  if (format === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(cell)) return dateOfDay(cell)
  return cleanText(cell)
}

function linesOf(text: string, width: number, bold: boolean): number {
  const room = width * narrowUnit - 4
  if (!text.includes('\n') && textWidth(text, size, bold) <= room) return 1
  return wrapLines(text, room, size, bold).length
}
