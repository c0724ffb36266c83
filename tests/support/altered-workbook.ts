import type { Workbook, Worksheet } from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { loadWorkbook } from './workbook.ts'

/** The workbook changed in another program and saved again. */
export async function altered(from: Uint8Array, change: (workbook: Workbook) => void): Promise<Uint8Array> {
  const workbook = await loadWorkbook(from)
  change(workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

export function sheetOf(workbook: Workbook, name: string): Worksheet {
  const sheet = workbook.getWorksheet(name)
  if (sheet === undefined) throw new Error(`no sheet ${name}`)
  return sheet
}

/** A workbook after a whole row was deleted: what stands below moves up. */
export function withoutRow(from: Uint8Array, part: string, gone: number): Uint8Array {
  const parts = unzipSync(from)
  const up = (letters: string, row: string) => `${letters}${Number(row) > gone ? Number(row) - 1 : row}`
  const xml = strFromU8(parts[part] ?? new Uint8Array())
    .replace(new RegExp(`<row r="${gone}"[^>]*>.*?</row>`, 's'), '')
    .replace(/(<row r=")(\d+)(?=")/g, (_, start, row) => up(start, row))
    .replace(/(<c r="[A-Z]+)(\d+)(?=")/g, (_, start, row) => up(start, row))
    .replace(/<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/g, (_, left, top, right, bottom) => {
      return `<mergeCell ref="${up(left, top)}:${up(right, bottom)}"`
    })
  return zipSync({ ...parts, [part]: strToU8(xml) })
}

/** The line of the whole in the first table: row number, and the cell of column (3). */
export function totalRow(sheet: Worksheet): number {
  for (let row = 1; row <= sheet.rowCount; row += 1)
    if (sheet.getCell(row, 2).value === 'Tổng cộng') return row
  throw new Error('no total')
}
