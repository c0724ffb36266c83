import exceljs, { type Cell, type Worksheet } from 'exceljs'

/** A cell as it stands in the file: a day comes back as its `YYYY-MM-DD` text, a number as a number. */
export type PlainCell = {
  readonly value: string | number | boolean | null
  readonly format: string
  readonly type: 'text' | 'number' | 'day' | 'empty' | 'formula' | 'other'
}

export type PlainSheet = {
  readonly name: string
  /** By address; the cells that a merge covers are left out. */
  readonly cells: ReadonlyMap<string, PlainCell>
  /** Values by row and column, from 0, empty ones and covered ones null. */
  readonly rows: readonly (readonly PlainCell['value'][])[]
  readonly merges: readonly string[]
  readonly sheet: Worksheet
}

/** Reads a workbook back, as a program that knows nothing of ours would: the sheets a person sees. */
export async function readWorkbook(bytes: Uint8Array): Promise<PlainSheet[]> {
  const workbook = await loadWorkbook(bytes)
  return workbook.worksheets.filter(({ state }) => state === 'visible').map(plainSheet)
}

/** The workbook itself, where a test looks at its properties. */
export async function loadWorkbook(bytes: Uint8Array): Promise<exceljs.Workbook> {
  const workbook = new exceljs.Workbook()
  const { buffer, byteOffset, byteLength } = bytes
  await workbook.xlsx.load(buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer) // never a shared one
  return workbook
}

function plainSheet(sheet: Worksheet): PlainSheet {
  const cells = new Map<string, PlainCell>()
  const rows: PlainCell['value'][][] = []
  for (let row = 1; row <= sheet.rowCount; row += 1) {
    const values: PlainCell['value'][] = []
    for (let column = 1; column <= sheet.columnCount; column += 1) {
      const cell = sheet.getCell(row, column)
      const covered = cell.isMerged && cell.master.address !== cell.address
      const plain = covered ? undefined : plainCell(cell)
      if (plain !== undefined) cells.set(cell.address, plain)
      values.push(plain?.value ?? null)
    }
    rows.push(values)
  }
  return { name: sheet.name, cells, rows, merges: sheet.model.merges, sheet }
}

function plainCell(cell: Cell): PlainCell {
  const { value } = cell
  const format = cell.numFmt ?? 'General'
  if (value === null || value === undefined) return { value: null, format, type: 'empty' }
  if (typeof value === 'string') return { value, format, type: 'text' }
  if (typeof value === 'number') return { value, format, type: 'number' }
  if (value instanceof Date) return { value: value.toISOString().slice(0, 10), format, type: 'day' }
  if (typeof value === 'object' && ('formula' in value || 'sharedFormula' in value))
    return { value: null, format, type: 'formula' }
  return { value: cell.text, format, type: 'other' }
}
