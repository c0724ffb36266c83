import { AppError } from '../errors.ts'
import { readAddress } from './cell-address.ts'
import { covers } from './formulas.ts'
import type { WorkbookParts } from './xlsx.ts'
import { readXml } from './xml.ts'
import type { Zip } from './zip.ts'

/** Cells that another part of the file speaks for, with the reason why they cannot be filled. */
type Guarded = { readonly range: string; readonly reason: string }

/**
 * Refuses a cell that another part of the workbook repeats: Excel calls a file damaged whose table has another heading
 * than its sheet, and writes a pivot table over whatever stands in its place.
 */
export function assertUnguarded(
  zip: Zip,
  { tables, pivots }: WorkbookParts['sheets'][number],
  cells: readonly string[],
): void {
  const guarded = [
    ...tables.flatMap(part => tableEdges(zip, part)),
    ...pivots.flatMap(part => pivotPlace(zip, part)),
  ]
  for (const cell of cells) {
    const address = readAddress(cell)
    const found = address === null ? undefined : guarded.find(({ range }) => covers(range, address))
    if (found !== undefined) throw new AppError('invalid', `Ô ${cell} ${found.reason}. Chọn ô khác.`)
  }
}

function tableEdges(zip: Zip, part: string): readonly Guarded[] {
  const edges: Guarded[] = []
  readXml(zip, part, {
    open(tag, { ref, headerRowCount, totalsRowCount }) {
      const corners = /^([A-Z]+)(\d+):([A-Z]+)(\d+)$/.exec(ref ?? '')
      if (tag !== 'table' || corners === null) return
      const [, left = '', top = '', right = '', bottom = ''] = corners
      const row = (number: string) => `${left}${number}:${right}${number}`
      if (headerRowCount !== '0')
        edges.push({ range: row(top), reason: 'là tiêu đề cột của một bảng (Table) trong biểu mẫu' })
      if (Number(totalsRowCount ?? 0) > 0)
        edges.push({ range: row(bottom), reason: 'thuộc dòng tổng của một bảng (Table) trong biểu mẫu' })
    },
  })
  return edges
}

function pivotPlace(zip: Zip, part: string): readonly Guarded[] {
  const places: Guarded[] = []
  readXml(zip, part, {
    open(tag, { ref }) {
      if (tag === 'location' && ref !== undefined)
        places.push({ range: ref, reason: 'thuộc bảng PivotTable, Excel sẽ ghi đè khi cập nhật' })
    },
  })
  return places
}
