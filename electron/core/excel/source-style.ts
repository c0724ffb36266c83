import { attribute } from './sheet-source.ts'

/** The format a column gives to its cells, by the column's number; undefined where none is said. */
export type StyleOf = (column: number) => string | undefined

/** Reads the `<cols>` of a sheet; `head` is its text before the cells. */
export function columnStyles(head: string): StyleOf {
  const columns = [...head.matchAll(/<col(\s[^>]*?)\/?>/g)].map(([, attributes = '']) => ({
    min: Number(attribute(attributes, 'min')),
    max: Number(attribute(attributes, 'max')),
    style: attribute(attributes, 'style'),
  }))
  return column => columns.find(({ min, max }) => min <= column && column <= max)?.style
}

/** The format a row gives to cells that are not there yet. */
export const rowStyle = (attributes: string): string | undefined =>
  /^(1|true)$/.test(attribute(attributes, 'customFormat') ?? '') ? attribute(attributes, 's') : undefined
