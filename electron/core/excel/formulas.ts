import { columnNumber } from './cell-address.ts'
import { attribute, type CellSource } from './sheet-source.ts'

type At = { readonly row: number; readonly column: number }

export const hasFormula = (cell: CellSource | undefined): boolean => /<f[\s/>]/.test(cell?.inner ?? '')

/** Ranges filled by one formula that stands in their first cell only. */
export const formulaRanges = (text: string): readonly string[] =>
  [...text.matchAll(/<f(\s[^>]*)>/g)].flatMap(([, attributes = '']) =>
    /^(array|dataTable)$/.test(attribute(attributes, 't') ?? '') ? [attribute(attributes, 'ref') ?? ''] : [],
  )

/** Whether "A2:E2" covers a cell. */
export function covers(reference: string, { row, column }: At): boolean {
  const [from = '', to = from] = reference.replaceAll('$', '').split(':')
  const corner = (text: string) => ({
    row: Number(text.replace(/\D+/, '')),
    column: columnNumber(text.replace(/\d+/, '')),
  })
  const a = corner(from)
  const b = corner(to)
  return a.row <= row && row <= b.row && a.column <= column && column <= b.column
}
