import { AppError } from '../errors.ts'
import { readAddress } from './cell-address.ts'

/** Where one cell stands in the text of its sheet. */
export type CellSource = {
  readonly column: number
  readonly attributes: string
  readonly inner: string
  readonly start: number
  readonly end: number
}

export type RowSource = {
  readonly number: number
  readonly attributes: string
  readonly start: number
  /** After the opening tag; for `<row/>` the end of the whole. */
  readonly opened: number
  readonly empty: boolean
  readonly end: number
  readonly cells: readonly CellSource[]
}

/** The rows of a sheet as they stand in its text, in order. */
export type SheetSource = {
  /** The whole of `<sheetData>`, tags included. */
  readonly start: number
  readonly end: number
  readonly rows: readonly RowSource[]
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const tag = /<(\/?)([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/y

/** One attribute of a tag, as it is written. */
export function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return found?.[1] ?? found?.[2]
}

/** Refuses what cannot be patched by its letters: another namespace or prefix than Excel writes. */
export function assertPlain(text: string, root: 'worksheet' | 'workbook'): void {
  const opening = new RegExp(`^\\uFEFF?(?:<\\?xml[^>]*\\?>)?\\s*<${root}(\\s[^>]*)>`).exec(text)
  const encoding = /^\uFEFF?<\?xml[^>]*encoding\s*=\s*["']([^"']+)/.exec(text)?.[1]
  if (
    opening === null ||
    attribute(opening[1] ?? '', 'xmlns') !== main ||
    (encoding !== undefined && encoding.toLowerCase() !== 'utf-8')
  )
    throw unusual()
}

/** Finds every row and cell; refuses a sheet written in a way that cannot be patched without guessing. */
export function readSheetSource(text: string): SheetSource {
  assertPlain(text, 'worksheet')
  // cells within a comment are none, and would take the figures
  if (text.includes('<!--')) throw unusual()
  const start = text.search(/<sheetData[\s/>]/)
  if (start < 0) throw unusual()
  const opening = tagAt(text, start)
  if (opening.closed) return { start, end: opening.end, rows: [] }
  const close = text.indexOf('</sheetData>', opening.end)
  const inside = text.slice(opening.end, close)
  if (close < 0 || /<!|<\?/.test(inside)) throw unusual()
  const rows: RowSource[] = []
  let at = opening.end
  while (at < close) {
    const row = readRow(text, at)
    if (row === null) break
    if (row.number <= (rows.at(-1)?.number ?? 0)) throw unusual()
    rows.push(row)
    at = row.end
  }
  if (text.slice(at, close).trim() !== '') throw unusual()
  return { start, end: close + '</sheetData>'.length, rows }
}

type Tag = {
  readonly name: string
  readonly attributes: string
  readonly closed: boolean
  readonly end: number
}

function tagAt(text: string, at: number): Tag {
  tag.lastIndex = at
  const found = tag.exec(text)
  if (found === null || found[1] === '/') throw unusual()
  return { name: found[2] ?? '', attributes: found[3] ?? '', closed: found[4] === '/', end: tag.lastIndex }
}

const skipSpace = (text: string, at: number): number => {
  let next = at
  while (/\s/.test(text.charAt(next))) next += 1
  return next
}

function readRow(text: string, from: number): RowSource | null {
  const start = skipSpace(text, from)
  if (text.startsWith('</sheetData>', start)) return null
  const { name, attributes, closed, end } = tagAt(text, start)
  const number = Number(attribute(attributes, 'r'))
  if (name !== 'row' || !Number.isInteger(number)) throw unusual()
  const row = { number, attributes, start, opened: end }
  if (closed) return { ...row, empty: true, end, cells: [] }
  const cells: CellSource[] = []
  let at = skipSpace(text, end)
  while (!text.startsWith('</row>', at)) {
    const cell = readCell(text, at, number)
    if (cell.column <= (cells.at(-1)?.column ?? 0)) throw unusual()
    cells.push(cell)
    at = skipSpace(text, cell.end)
  }
  return { ...row, empty: false, end: at + '</row>'.length, cells }
}

function readCell(text: string, start: number, row: number): CellSource {
  const { name, attributes, closed, end } = tagAt(text, start)
  const address = readAddress(attribute(attributes, 'r') ?? '')
  if (name !== 'c' || address === null || address.row !== row) throw unusual()
  if (closed) return { column: address.column, attributes, inner: '', start, end }
  const close = text.indexOf('</c>', end)
  if (close < 0) throw unusual()
  return { column: address.column, attributes, inner: text.slice(end, close), start, end: close + 4 }
}

/** A workbook of a program that writes the format in another way. */
export function unusual(): AppError {
  return new AppError(
    'invalid',
    'Cách ghi tệp này khác Excel thông dụng nên không điền được mà giữ nguyên định dạng. Mở tệp bằng Excel, lưu lại dạng .xlsx (không phải Strict Open XML) rồi đưa lên lại.',
  )
}
