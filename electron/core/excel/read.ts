import type { FileContent } from '../operation.ts'
import { readCsv } from './csv.ts'
import { assertUnicode } from './legacy-text.ts'
import { assertFileSize } from './limits.ts'
import type { Sheet } from './sheet.ts'
import { assertReadable, sniff } from './sniff.ts'
import { readXlsx } from './xlsx.ts'

export type ListFile = {
  readonly kind: 'xlsx' | 'csv'
  /** Of a text list; a workbook has no choice of encoding. */
  readonly encoding: string | null
  readonly sheets: readonly Sheet[]
}

/** The one door of reading: bytes to sheets of cells, or an `invalid` error that says what the file is. */
export function readList(file: FileContent): ListFile {
  assertFileSize(file.bytes.length)
  const kind = sniff(file.bytes)
  assertReadable(kind)
  const list = kind === 'csv' ? csvList(file.bytes) : { kind, encoding: null, sheets: readXlsx(file.bytes) }
  for (const sheet of list.sheets) assertUnicode(sheet)
  return list
}

function csvList(bytes: Uint8Array): ListFile {
  const { encoding, sheet } = readCsv(bytes)
  return { kind: 'csv', encoding, sheets: [sheet] }
}
