import { createHash } from 'node:crypto'
import type { Workbook, Worksheet } from 'exceljs'
import type { ReportDocument } from '../reports/report.ts'
import { type Canonical, canonicalOfWritten, columnLetters } from './canonical.ts'
import type { TableWords } from './pen.ts'

/** Name of the sheet out of sight, and the form in which it is written. */
export const sealName = 'GPLX'
export const sealFormat = 1

/** A sheet that people see, as it was written. */
export type SealedSheet = { readonly worksheet: Worksheet; readonly tables: readonly TableWords[] }

/**
 * One line of the seal. `row`: sheet, row, and what its cells say by column · `table`: sheet, first row
 * of headings, first and last row, and the words above the columns · everything else: a fact about the report.
 */
export type SealRecord = { readonly name: string; readonly json: string }

/** A cell holds 32 767 letters: longer lines go on in the next column. */
const longestPiece = 30_000

/**
 * Writes a sheet that no menu shows and no printer prints: what the report is, the rules and figures it rests on,
 * what every cell of the visible sheets says, and a hash over all of it. Whoever gets the workbook can have it
 * checked for cells changed by hand; whoever changes this sheet too is found out by the hash in the audit trail.
 * Answers that hash.
 */
export function writeSeal(
  workbook: Workbook,
  document: ReportDocument,
  sheets: readonly SealedSheet[],
): string {
  const records = [...facts(document), ...sheets.flatMap(contents)]
  const hash = hashOf(records)
  const seal = workbook.addWorksheet(sealName, { state: 'veryHidden' })
  for (const { name, json } of [...records, recordOf('sha256', hash)]) seal.addRow([name, ...pieces(json)])
  return hash
}

/** The hash over all records but the last, which holds it. */
export function hashOf(records: readonly SealRecord[]): string {
  const hash = createHash('sha256')
  for (const { name, json } of records) hash.update(`${name}\t${json}\n`)
  return hash.digest('hex')
}

function facts(document: ReportDocument): readonly SealRecord[] {
  const { report, period, reportDay, basis } = document
  return [
    recordOf('product', 'GPLX Desk'),
    recordOf('format', sealFormat),
    recordOf('report', report),
    recordOf('period', period),
    recordOf('reportDay', reportDay),
    // the same document is the same snapshot, whenever it is written
    recordOf('snapshot', createHash('sha256').update(JSON.stringify(document)).digest('hex').slice(0, 32)),
    recordOf('basis', basis ?? null),
  ]
}

function contents({ worksheet, tables }: SealedSheet): readonly SealRecord[] {
  const { name } = worksheet
  const records = tables.map(({ headings, first, last, columns }) =>
    recordOf('table', [name, headings, first, last, lettered(columns)]),
  )
  worksheet.eachRow((row, number) => {
    const cells: Record<string, Canonical> = {}
    row.eachCell((cell, column) => {
      // a cell that a merge covers repeats the first one's value
      if (cell.isMerged && cell.master.address !== cell.address) return
      const value = canonicalOfWritten(cell.value)
      if (value !== null) cells[columnLetters(column)] = value
    })
    if (Object.keys(cells).length > 0) records.push(recordOf('row', [name, number, cells]))
  })
  return records
}

const lettered = (columns: Readonly<Record<number, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(columns).map(([column, words]) => [columnLetters(Number(column)), words]))

/** Escaped so that no program reads anything else out of it: `_x0041_` is how Excel writes an "A". */
function recordOf(name: string, value: unknown): SealRecord {
  const json = JSON.stringify(value)
    .normalize('NFC')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '\\u005f')
    .replace(
      /[\u007f-\u009f\ud800-\udfff]/g,
      unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    )
  return { name, json }
}

function pieces(json: string): string[] {
  const cut: string[] = []
  for (let at = 0; at < json.length; at += longestPiece) cut.push(json.slice(at, at + longestPiece))
  return cut
}
