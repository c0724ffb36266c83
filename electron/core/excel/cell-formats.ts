import { compileFormat, type NumberFormat } from './number-format.ts'
import { readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** The formats Excel has without saying them; dates in the order used in Việt Nam. */
const builtIn: Readonly<Record<number, string>> = {
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  14: 'dd/mm/yyyy',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'dd/mm/yyyy h:mm',
  37: '#,##0',
  38: '#,##0',
  39: '#,##0.00',
  40: '#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
  49: '@',
}

/** 27–36 and 50–58 are dates of East Asian editions. */
function builtInCode(id: number): string {
  if ((id >= 27 && id <= 36) || (id >= 50 && id <= 58)) return 'dd/mm/yyyy'
  return builtIn[id] ?? 'General'
}

/** The number format of each cell style of a workbook, by the style's index. */
export function readCellFormats(zip: Zip, name: string): NumberFormat[] {
  const codes = new Map<number, string>()
  const ids: number[] = []
  let inCellStyles = false
  readXml(zip, name, {
    open(tag, attributes) {
      if (tag === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? 'General')
      else if (tag === 'cellXfs') inCellStyles = true
      else if (tag === 'xf' && inCellStyles) ids.push(Number(attributes.numFmtId ?? 0))
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false
    },
  })
  const formats = new Map<number, NumberFormat>()
  return ids.map(id => {
    const format = formats.get(id) ?? compileFormat(codes.get(id) ?? builtInCode(id))
    formats.set(id, format)
    return format
  })
}
