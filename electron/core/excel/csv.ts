import { AppError } from '../errors.ts'
import { limits, tooManyColumns, tooManyRows } from './limits.ts'
import { type Cell, type Row, type Sheet, textCell } from './sheet.ts'

export type CsvEncoding = 'utf-8' | 'utf-16le' | 'utf-16be'
type Delimiter = ';' | ',' | '\t'

/** Reads a text list: UTF-8 or UTF-16, delimiter found by content, rows counted as Excel shows them. */
export function readCsv(bytes: Uint8Array): { encoding: CsvEncoding; sheet: Sheet } {
  const { encoding, text } = decode(bytes)
  const body = text.replace(/^sep=(.)\r?\n/i, '')
  const delimiter = findDelimiter(body)
  const rows: Row[] = []
  eachRecord(body, delimiter, (fields, number) => {
    const row = toRow(fields, number)
    if (row === null) return true
    rows.push(row)
    if (rows.length > limits.rows + limits.rowsAround) throw tooManyRows()
    return true
  })
  const sheet: Sheet = {
    name: null,
    hidden: false,
    date1904: false,
    rows,
    merges: [],
    hiddenColumns: new Set(),
  }
  return { encoding, sheet }
}

function decode(bytes: Uint8Array): { encoding: CsvEncoding; text: string } {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? 'utf-16le'
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? 'utf-16be'
        : 'utf-8'
  try {
    // whole, so that no letter is cut in two; fatal, so that nothing becomes U+FFFD
    return { encoding, text: new TextDecoder(encoding, { fatal: true }).decode(bytes) }
  } catch {
    throw new AppError(
      'invalid',
      'Tệp văn bản này không dùng bảng mã Unicode (UTF-8) mà dùng bảng mã cũ như windows-1258, TCVN3 hoặc VNI, nên chữ có dấu sẽ bị sai nếu đọc. Mở tệp bằng Excel, kiểm tra chữ hiển thị đúng, chọn Lưu thành (Save As) dạng .xlsx rồi nhập lại.',
    )
  }
}

/** Text between quotes may hold delimiters, line breaks and doubled quotes; `each` answers false to stop. */
function eachRecord(
  text: string,
  delimiter: Delimiter,
  each: (fields: string[], number: number) => boolean,
): void {
  let fields: string[] = []
  let number = 1
  let at = 0
  while (at < text.length) {
    const start = at
    let value: string
    if (text[at] === '"') {
      const end = closingQuote(text, at, number)
      value = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
      // anything between the closing quote and the delimiter belongs to the field
      const rest = at
      at = fieldEnd(text, at, delimiter)
      value += text.slice(rest, at)
    } else {
      at = fieldEnd(text, at, delimiter)
      value = text.slice(start, at)
    }
    fields.push(value)
    if (text[at] === delimiter) {
      at++
      if (at < text.length) continue
      fields.push('')
    }
    if (!each(fields, number)) return
    fields = []
    number++
    if (text[at] === '\r' && text[at + 1] === '\n') at += 2
    else at++
  }
}

function fieldEnd(text: string, from: number, delimiter: Delimiter): number {
  for (let at = from; at < text.length; at++) {
    const char = text[at]
    if (char === delimiter || char === '\n' || char === '\r') return at
  }
  return text.length
}

function closingQuote(text: string, open: number, number: number): number {
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at
  throw new AppError(
    'invalid',
    `Dòng ${number} của tệp có dấu ngoặc kép (") mở mà không đóng nên không biết ô kết thúc ở đâu. Sửa dòng đó rồi nhập lại.`,
  )
}

/** The delimiter under which most of the first records have the same number of fields, more than one. */
function findDelimiter(text: string): Delimiter {
  let best: { delimiter: Delimiter; score: number } = { delimiter: ';', score: 0 }
  for (const delimiter of ['\t', ';', ','] as const) {
    const counts = new Map<number, number>()
    let records = 0
    try {
      eachRecord(text, delimiter, fields => {
        if (fields.length === 1 && fields[0] === '') return true
        counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1)
        return ++records < 200
      })
    } catch {
      // a quote that never closes under this delimiter
      continue
    }
    for (const [width, times] of counts) {
      const score = width > 1 ? (times / records) * Math.log2(width + 1) : 0
      if (score > best.score) best = { delimiter, score }
    }
  }
  return best.delimiter
}

function toRow(fields: readonly string[], number: number): Row | null {
  const cells: (Cell | undefined)[] = []
  let last = -1
  for (const [column, field] of fields.entries()) {
    if (field === '') continue
    while (cells.length < column) cells.push(undefined)
    // our own lists put ' before what a spreadsheet would run as a formula
    cells[column] = textCell(/^'[=+\-@]/.test(field) ? field.slice(1) : field)
    last = column
  }
  if (last >= limits.columns) throw tooManyColumns()
  return last < 0 ? null : { number, cells }
}
