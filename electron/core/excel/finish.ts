import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { fontName } from './styles.ts'

const defaultFont = /<font>(?:(?!<\/font>).)*<name val="Calibri"\/>(?:(?!<\/font>).)*<\/font>/

/**
 * exceljs stamps every part with the present moment and makes Calibri the workbook's own font. Without the stamp
 * the same report gives the same bytes. The workbook's own font says how wide a column is: Times New Roman 12
 * has digits of exactly 8 px, so widths come out alike in Excel and LibreOffice, with Calibri installed or not.
 */
export function finishWorkbook(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes)
  const styles = parts['xl/styles.xml']
  if (styles !== undefined) {
    const font = `<font><sz val="12"/><color theme="1"/><name val="${fontName}"/><family val="1"/></font>`
    parts['xl/styles.xml'] = strToU8(strFromU8(styles).replace(defaultFont, font))
  }
  // The first day a zip can bear. A zip keeps local time, so this is one too, of the zone of this very moment.
  return zipSync(parts, { mtime: new Date(1980, 0, 1), level: 6 })
}
