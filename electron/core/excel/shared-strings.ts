import { type Cell, textCell } from './sheet.ts'
import { readXml, unescapeText } from './xml.ts'
import type { Zip } from './zip.ts'

/** The workbook's table of texts, one cell each: rows that repeat a text share it. Rich text is its runs joined. */
export function readSharedStrings(zip: Zip, name: string): Cell[] {
  const cells: Cell[] = []
  let text = ''
  let collecting = false
  let phonetic = 0
  readXml(zip, name, {
    open(tag) {
      if (tag === 'si') text = ''
      else if (tag === 'rPh') phonetic++
      else if (tag === 't') collecting = phonetic === 0
    },
    text(piece) {
      if (collecting) text += piece
    },
    close(tag) {
      if (tag === 't') collecting = false
      else if (tag === 'rPh') phonetic--
      else if (tag === 'si') cells.push(textCell(unescapeText(text)))
    },
  })
  return cells
}
