/** A place where the workbook does not say what was written; texts are as a reader sees them. */
export type Difference = {
  readonly sheet: string
  /** `E12`, or empty for a row or a sheet that came or went. */
  readonly cell: string
  /** The row's and the column's own words. */
  readonly label: string
  readonly was: string | null
  readonly now: string | null
}
