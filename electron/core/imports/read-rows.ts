import type { Day } from '../calendar/day.ts'
import { AppError } from '../errors.ts'
import { readList } from '../excel/read.ts'
import type { Row } from '../excel/sheet.ts'
import type { FileContent } from '../operation.ts'
import { dataRows } from './data-rows.ts'
import { markDuplicates } from './file-duplicates.ts'
import { findTable, type TableChoice } from './find-table.ts'
import { type ColumnRemark, findFlippedDays } from './flipped-days.ts'
import { type ListField, listFieldLabels } from './list-fields.ts'
import type { ListRow } from './list-row.ts'
import { checkRow } from './row-rules.ts'
import { type ListCatalogue, type RowFacts, readRowValues } from './row-values.ts'
import type { Table } from './table.ts'

export type ReadOptions = TableChoice & {
  readonly today: Day
  readonly catalogue: ListCatalogue
  /** Called now and then, so that a job can show how far it is and hear that it was cancelled. */
  readonly progress?: (done: number, total: number) => void
}

export type ReadRows = {
  readonly kind: 'xlsx' | 'csv'
  readonly encoding: string | null
  /** Names of the sheets that can be chosen, in their order. */
  readonly sheets: readonly string[]
  readonly table: Omit<Table, 'sheet'> & { readonly sheet: string | null }
  readonly rows: readonly ListRow[]
  /** Rows under the heading which stand for no application: groups, sums, signatures. */
  readonly skipped: readonly number[]
  readonly remarks: readonly ColumnRemark[]
}

const progressEvery = 500

/** From the bytes of a list to typed rows with all their problems; the database is not asked. */
export function readRows(file: FileContent, options: ReadOptions): ReadRows {
  const { kind, encoding, sheets } = readList(file)
  const table = findTable(sheets, options)
  const columns = columnsByField(table)
  const facts: RowFacts = {
    columns,
    date1904: table.sheet.date1904,
    today: options.today,
    catalogue: options.catalogue,
  }
  const { rows, skipped } = dataRows(table)
  const width = Math.max(0, ...table.columns.map(column => column.index)) + 1
  const read = rows.map((row, i) => {
    if (i % progressEvery === 0) options.progress?.(i, rows.length)
    return readRow(row, facts, width)
  })
  return {
    kind,
    encoding,
    sheets: sheets.flatMap(sheet => (sheet.name === null || sheet.rows.length === 0 ? [] : [sheet.name])),
    table: { ...table, sheet: table.sheet.name },
    rows: markDuplicates(read),
    skipped,
    remarks: findFlippedDays(rows, columns, table.sheet.date1904),
  }
}

function columnsByField(table: Table): ReadonlyMap<ListField, number> {
  const columns = new Map<ListField, number>()
  for (const column of table.columns) if (column.field !== null) columns.set(column.field, column.index)
  const missing = (['dossierCode', 'fullName'] as const).filter(field => !columns.has(field))
  if (missing.length > 0) {
    const names = missing.map(field => `“${listFieldLabels[field]}”`).join(' và ')
    throw new AppError(
      'invalid',
      `Danh sách không có cột ${names}. Ghép đúng cột, hoặc thêm cột này vào tệp rồi nhập lại.`,
    )
  }
  return columns
}

function readRow(row: Row, facts: RowFacts, width: number): ListRow {
  const { values, problems } = readRowValues(row, facts)
  const shown = Array.from({ length: Math.max(width, row.cells.length) }, (_, i) => row.cells[i]?.shown ?? '')
  return {
    row: row.number,
    values,
    problems: [...problems, ...checkRow(values, problems, facts.today)],
    shown,
  }
}
