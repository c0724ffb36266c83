import type { Workbook, Worksheet } from 'exceljs'
import type { FileContent } from '../operation.ts'
import type { Block, PrintSetup, ReportDocument, Sheet } from '../reports/report.ts'
import { dateOfDay } from './cell-value.ts'
import { finishWorkbook } from './finish.ts'
import { fitsOnePage, pageBreaks } from './pages.ts'
import { newPen, type Pen } from './pen.ts'
import { type SealedSheet, writeSeal } from './seal.ts'
import { fontName } from './styles.ts'
import { writeBlock } from './write-blocks.ts'
import { writeFormHead } from './write-form-head.ts'
import { writeHead, writeSheetTitle, writeTitle } from './write-head.ts'
import type { HeadingRows } from './write-table.ts'

const a4 = 9

/** A workbook, and the hash over what its cells say, which stands in it out of sight (`seal.ts`). */
export type WrittenReport = FileContent & { readonly contentHash: string }

/**
 * The workbook of a report, laid out by NĐ 30/2020 and ready to print. It computes and words nothing; the same
 * document gives the same bytes. Slow (exceljs alone loads in half a second): to be called in a job.
 */
export async function writeReport(document: ReportDocument): Promise<WrittenReport> {
  const { default: exceljs } = await import('exceljs')
  const workbook = new exceljs.Workbook()
  describe(workbook, document)
  const pictures = await addPictures(workbook, document)
  const sealed = document.sheets.map((sheet, at): SealedSheet => {
    const worksheet = workbook.addWorksheet(sheet.name)
    const target = { worksheet, sheet, pictures }
    const { tables } = writeSheet(target, at === 0 ? document : undefined, document.print)
    return { worksheet, tables }
  })
  const contentHash = writeSeal(workbook, document, sealed)
  const bytes = await workbook.xlsx.writeBuffer()
  return { name: document.fileName, bytes: finishWorkbook(new Uint8Array(bytes)), contentHash }
}

function describe(workbook: Workbook, document: ReportDocument): void {
  workbook.title = `${document.title.kind} ${document.title.subject}`
  workbook.subject = document.title.period
  workbook.creator = document.head.department
  workbook.lastModifiedBy = document.head.department
  workbook.company = document.head.department
  workbook.created = dateOfDay(document.reportDay)
  workbook.modified = dateOfDay(document.reportDay)
}

/** Draws every chart of the document; answers the workbook's numbers for them. Nothing is loaded where there is none. */
async function addPictures(
  workbook: Workbook,
  document: ReportDocument,
): Promise<ReadonlyMap<string, number>> {
  const found = document.sheets.flatMap(({ blocks }) => blocks.filter(block => block.kind === 'picture'))
  const numbers = new Map<string, number>()
  if (found.length === 0) return numbers
  const { chartPng } = await import('../charts/draw.ts')
  for (const { id, chart } of found) {
    const bytes = await chartPng(chart)
    // exceljs is typed for Node's Buffer of its own day and takes any bytes
    numbers.set(id, workbook.addImage({ buffer: Buffer.from(bytes) as never, extension: 'png' }))
  }
  return numbers
}

type Target = {
  readonly worksheet: Worksheet
  readonly sheet: Sheet
  readonly pictures: ReadonlyMap<string, number>
}

function writeSheet(
  { worksheet, sheet, pictures }: Target,
  headed: ReportDocument | undefined,
  print: PrintSetup,
): Pen {
  sheet.grid.forEach((width, at) => {
    worksheet.getColumn(at + 1).width = width
  })
  const pen = newPen(worksheet, sheet.grid, pictures, sheet.blocks.some(isBodyText))
  if (sheet.form !== undefined) writeFormHead(pen, sheet.form)
  else if (headed !== undefined) {
    writeHead(pen, headed.head)
    writeTitle(pen, headed.title)
  }
  if (sheet.title !== undefined) writeSheetTitle(pen, sheet.title)
  let tables = 0
  let headings: HeadingRows | undefined
  for (const block of sheet.blocks) {
    const written = writeBlock(pen, block)
    // headings would come back above the text that follows the table, too
    if (isBodyText(block)) headings = undefined
    if (written === undefined) continue
    tables += 1
    headings = written
  }
  setUpPage(worksheet, print)
  const onePage = !pen.runs && fitsOnePage(pen, print)
  if (onePage) worksheet.pageSetup.fitToHeight = 1
  // Repeated rows come back on every page after them: only the last table of a sheet may repeat its headings.
  const repeated = onePage ? headings : repeatedHeadings(pen, print, headings)
  if (repeated !== undefined) worksheet.pageSetup.printTitlesRow = `${repeated.first}:${repeated.last}`
  if (!onePage) for (const row of pageBreaks(pen, print, repeated)) worksheet.getRow(row - 1).addPageBreak()
  const frozen = tables === 1 && headings !== undefined && headed === undefined ? headings.last : 0
  worksheet.views =
    frozen > 0
      ? [{ state: 'frozen', ySplit: frozen, topLeftCell: `A${frozen + 1}`, showGridLines: false }]
      : [{ state: 'normal', showGridLines: false }]
  return pen
}

/** NĐ 30/2020 sets it in 13 to 14 points: it is never drawn smaller. */
const isBodyText = (block: Block): boolean => block.kind === 'paragraph' && block.body === true

/** Headings of a table that ends before the next page begins would stand there over nothing: they are not repeated. */
function repeatedHeadings(
  pen: Pen,
  print: PrintSetup,
  headings: HeadingRows | undefined,
): HeadingRows | undefined {
  if (headings === undefined) return undefined
  const { last, end } = headings
  const later = pageBreaks(pen, print, headings).filter(row => row > last)
  return later.length > 0 && later.every(row => row > end) ? undefined : headings
}

function setUpPage(worksheet: Worksheet, print: PrintSetup): void {
  worksheet.pageSetup = {
    ...worksheet.pageSetup,
    paperSize: a4,
    orientation: print.orientation,
    margins: { ...print.margins, header: 0.39, footer: 0.39 },
    fitToPage: true,
    fitToWidth: 1,
    fitToHeight: 0,
    horizontalCentered: true,
    firstPageNumber: 1, // an appendix counts its own pages
  }
  // NĐ 30: 13 to 14 points, centred in the top margin; the first page has a header of its own, which is empty.
  worksheet.headerFooter = { differentFirst: true, oddHeader: `&C&"${fontName},Regular"&13&P` }
}
