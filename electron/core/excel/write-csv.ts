import { showDay } from '../calendar/day.ts'
import { cleanText } from './cell-value.ts'
import type { ListCell, ListColumn } from './write-list.ts'

export type CsvColumn = Pick<ListColumn, 'heading' | 'format'>

const encoder = new TextEncoder()

/** The mark by which Excel knows UTF-8, and the line of headings. */
export function csvHead(columns: readonly CsvColumn[]): Uint8Array {
  return encoder.encode(`\uFEFF${columns.map(({ heading }) => field(heading)).join(';')}\r\n`)
}

/** Lines of a list as Vietnamese Excel opens them: `;` between fields, days dd/mm/yyyy, nothing that runs. */
export function csvLines(rows: Iterable<readonly ListCell[]>, columns: readonly CsvColumn[]): Uint8Array {
  const lines: string[] = []
  for (const cells of rows)
    lines.push(columns.map(({ format }, at) => cellText(cells[at] ?? null, format)).join(';'))
  return encoder.encode(lines.map(line => `${line}\r\n`).join(''))
}

function cellText(cell: ListCell, format: ListColumn['format']): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return format === 'day' && /^\d{4}-\d{2}-\d{2}$/.test(cell) ? showDay(cell) : field(cleanText(cell))
}

/** A spreadsheet would run text that begins like a formula; our own reader takes the ' away again. */
function field(text: string): string {
  const harmless = /^[=+\-@]/.test(text) ? `'${text}` : text
  return /[;"\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}

/** The pieces as one file. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const piece of pieces) {
    bytes.set(piece, at)
    at += piece.length
  }
  return bytes
}
