import { z } from 'zod'
import { command, fileInput, job, query } from '../operation.ts'
import { periodInput } from '../statistics/model.ts'
import { everyone, processors, supervisors } from '../users/model.ts'
import { formName, type Place, place } from './model.ts'

export type MinistryForm = {
  readonly id: number
  readonly name: string
  readonly fileName: string
  readonly sha256: string
  /** How many cells and columns have a source. */
  readonly places: number
  readonly version: number
  readonly at: string
  readonly by: string
}

/** A cell of the grid; one that a merged cell covers is left out of its row. */
export type GridCell = {
  /** "C5" */
  readonly cell: string
  readonly text: string
  readonly colSpan: number
  readonly rowSpan: number
  readonly formula: boolean
}

export type FormSheet = {
  readonly name: string
  /** Letters of the columns shown. */
  readonly columns: readonly string[]
  readonly rows: readonly { readonly number: number; readonly cells: readonly GridCell[] }[]
}

export type FormToSet = {
  readonly form: MinistryForm
  readonly places: readonly Place[]
  readonly sheets: readonly FormSheet[]
}

/** What the labels of a form and the groups of the figures do not have in common. */
export type Strays = {
  /** Rows whose label names no group, or one that a row above has named: left as the form has them. */
  readonly rows: readonly { readonly sheet: string; readonly cell: string; readonly label: string }[]
  /** Groups with figures that no row of the column names: they are nowhere in the form. */
  readonly groups: readonly {
    readonly sheet: string
    readonly column: string
    readonly name: string
    readonly value: number
  }[]
}

export type FormPreview = {
  readonly values: readonly { readonly sheet: string; readonly cell: string; readonly shown: string }[]
  readonly strays: Strays
}

const id = z.int()
const asked = z.object({
  id,
  period: periodInput,
  /** The kind of report whose rule cuts the period; the office's own unless said. */
  report: z.string().max(40).optional(),
})

export const ministryFormsContract = {
  /** The forms in use, newest first. */
  list: query(z.object({}), { allow: everyone }).returns<readonly MinistryForm[]>(),
  /** One form with the cells of its sheets, to point at. */
  get: query(z.object({ id }), { allow: everyone, aside: true }).returns<FormToSet>(),
  /** Takes a workbook as it was sent; refused, with the reason, where it cannot be filled without damage. */
  add: job(z.object({ name: formName, file: fileInput }), { allow: supervisors }).returns<{
    readonly id: number
  }>(),
  /** What goes where; each place is tried on the workbook itself. */
  setPlaces: command(z.object({ id, version: z.int(), places: z.array(place).max(2000) }), {
    allow: supervisors,
  }).returns<{ readonly version: number }>(),
  retire: command(z.object({ id, version: z.int() }), { allow: supervisors }).returns<{
    readonly id: number
  }>(),
  /** What would be filled in for a period, and what finds no place. */
  preview: query(asked, { allow: everyone, aside: true }).returns<FormPreview>(),
  /** Writes the filled workbook (kept for `jobs.file`). */
  fill: job(asked, { allow: processors }).returns<{
    readonly fileName: string
    readonly sha256: string
    readonly strays: Strays
  }>(),
}
