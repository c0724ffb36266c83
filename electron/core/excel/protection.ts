import { AppError } from '../errors.ts'
import { readAddress } from './cell-address.ts'
import { attribute, readSheetSource } from './sheet-source.ts'
import { columnStyles, rowStyle } from './source-style.ts'
import { readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** The formats, by their index, whose cells stay open when their sheet is protected; every other cell is locked. */
export function openFormats(zip: Zip, styles: string | undefined): ReadonlySet<number> {
  const open = new Set<number>()
  if (styles === undefined || !zip.has(styles)) return open
  let inCellStyles = false
  let index = -1
  readXml(zip, styles, {
    open(tag, attributes) {
      if (tag === 'cellXfs') inCellStyles = true
      else if (tag === 'xf' && inCellStyles) index += 1
      else if (tag === 'protection' && inCellStyles && /^(0|false)$/.test(attributes.locked ?? ''))
        open.add(index)
    },
    close(tag) {
      if (tag === 'cellXfs') inCellStyles = false
    },
  })
  return open
}

/**
 * Refuses a cell that its sender has locked: what the sheet keeps its own people from typing into is no place for a
 * figure of ours.
 */
export function assertUnlocked(text: string, cells: readonly string[], open: ReadonlySet<number>): void {
  const source = readSheetSource(text)
  const protection = /<sheetProtection(\s[^>]*?)\/?>/.exec(text.slice(source.end))?.[1] ?? ''
  if (!/^(1|true)$/.test(attribute(protection, 'sheet') ?? '')) return
  const styleOf = columnStyles(text.slice(0, source.start))
  const rows = new Map(source.rows.map(row => [row.number, row]))
  for (const cell of cells) {
    const address = readAddress(cell)
    if (address === null) continue
    const row = rows.get(address.row)
    const standing = row?.cells.find(({ column }) => column === address.column)
    const style =
      standing === undefined
        ? (rowStyle(row?.attributes ?? '') ?? styleOf(address.column))
        : attribute(standing.attributes, 's')
    if (open.has(Number(style ?? 0))) continue
    throw new AppError(
      'invalid',
      `Ô ${cell} bị khóa vì trang tính được bảo vệ. Chọn ô không khóa, hoặc xin nơi gửi bản không bảo vệ.`,
    )
  }
}
