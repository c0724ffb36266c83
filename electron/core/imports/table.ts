import type { Sheet } from '../excel/sheet.ts'
import type { ListField } from './list-fields.ts'

export type TableColumn = {
  /** From 0. */
  readonly index: number
  /** As the list has it; parent and child of a heading of two rows are joined. */
  readonly heading: string
  readonly field: ListField | null
  readonly samples: readonly string[]
}

/** Where the list stands in a file and what its columns mean. */
export type Table = {
  readonly sheet: Sheet
  /** Row numbers as Excel shows them. */
  readonly headerRows: readonly number[]
  readonly columns: readonly TableColumn[]
  /** The first row that stands for an application. */
  readonly firstDataRow: number
}
