import { z } from 'zod'
import { fileInput, job, query } from '../operation.ts'
import { everyone, supervisors } from '../users/model.ts'

/** How one column of the list is read. `field` null = not taken. */
export type ColumnMapping = {
  readonly index: number
  readonly heading: string
  readonly field: string | null
  readonly samples: readonly string[]
}

export type RowProblem = { readonly field: string | null; readonly code: string; readonly message: string }
export type RowReport = { readonly row: number; readonly problems: readonly RowProblem[] }

export type ImportCounts = {
  readonly rows: number
  readonly new: number
  readonly updated: number
  readonly unchanged: number
  readonly rejected: number
  readonly warned: number
}

export type ImportReport = {
  readonly file: string
  readonly sheet: string | null
  readonly sheets: readonly string[]
  /** Excel row numbers of the heading. */
  readonly headerRow: readonly number[]
  readonly columns: readonly ColumnMapping[]
  readonly encoding: string | null
  readonly counts: ImportCounts
  readonly rejected: readonly RowReport[]
  readonly warned: readonly RowReport[]
  /** null on a dry run. */
  readonly importId: number | null
  /** The identical file was imported before: when, and as which import. */
  readonly earlier: { readonly importId: number; readonly at: string; readonly by: string } | null
  /** True when the job kept a workbook of the rejected rows as they came (`jobs.file`). */
  readonly hasErrorFile: boolean
}

const source = z.object({
  file: fileInput,
  sheet: z.string().max(100).optional(),
  /** Column index → field name or null; what is left out is found by the headings. */
  mapping: z.record(z.string().regex(/^\d{1,3}$/), z.string().max(40).nullable()).optional(),
  /** Remembers the mapping under this name for the next list of the same source. */
  profile: z.string().trim().max(60).optional(),
})

export type PastImport = {
  readonly id: number
  readonly at: string
  readonly by: string
  readonly file: string
  readonly counts: ImportCounts
}

export const importsContract = {
  /** The dry run: what would happen, row by row; changes nothing. */
  plan: job(source, { allow: supervisors }).returns<ImportReport>(),
  /** The same, and then writes everything in one transaction. */
  apply: job(source, { allow: supervisors }).returns<ImportReport>(),
  history: query(z.object({}), { allow: everyone }).returns<readonly PastImport[]>(),
}
