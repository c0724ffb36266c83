import { covers, formulaRanges, hasFormula } from './formulas.ts'
import { readSheetSource } from './sheet-source.ts'

/**
 * The text of a sheet whose formulas have no result yet. What a file keeps as the result of a formula was computed
 * before the form was filled; programs that do not compute when they open a file (LibreOffice, previews of mail) would
 * show it as the truth: a sum of 0 under figures that are not. A formula without a result is computed by all of them.
 */
export function withoutResults(text: string): string {
  const ranges = formulaRanges(text)
  if (ranges.length === 0 && !/<f[\s/>]/.test(text)) return text
  let made = ''
  let copied = 0
  for (const row of readSheetSource(text).rows) {
    for (const cell of row.cells) {
      const at = { row: row.number, column: cell.column }
      if (!hasFormula(cell) && !ranges.some(range => covers(range, at))) continue
      const attributes = cell.attributes.replace(/\st\s*=\s*("[^"]*"|'[^']*')/, '')
      const inner = cell.inner.replace(/<v(\s[^>]*)?(\/>|>[^<]*<\/v>)|<is>.*?<\/is>/gs, '')
      made += `${text.slice(copied, cell.start)}<c${attributes}${inner === '' ? '/>' : `>${inner}</c>`}`
      copied = cell.end
    }
  }
  return made + text.slice(copied)
}
