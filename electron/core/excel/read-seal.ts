import { z } from 'zod'
import { day } from '../applications/model.ts'
import { periodKinds } from '../statistics/model.ts'
import { hashOf, type SealRecord, sealFormat, sealName } from './seal.ts'
import type { Sheet } from './sheet.ts'

const canonical = z.union([z.number(), z.string(), z.object({ day: z.string() })])
const row = z.tuple([z.string(), z.number().int(), z.record(z.string(), canonical)])
const table = z.tuple([
  z.string(),
  z.number().int(),
  z.number().int(),
  z.number().int(),
  z.record(z.string(), z.string()),
])
const facts = z.object({
  report: z.string(),
  period: z.object({ kind: z.enum(periodKinds), id: z.string().regex(/^\d{4}[\w+-]*$/), from: day, to: day }),
  snapshot: z.string(),
  basis: z.object({ office: z.string() }).nullable(),
})

export type SealedRow = {
  readonly number: number
  readonly cells: z.output<typeof row>[2]
}
export type SealedTable = {
  readonly headings: number
  readonly first: number
  readonly last: number
  readonly columns: Readonly<Record<string, string>>
}
export type Seal = {
  readonly facts: z.output<typeof facts>
  /** Sheets by name in their order, each with what its rows say. */
  readonly sheets: ReadonlyMap<string, { readonly rows: SealedRow[]; readonly tables: SealedTable[] }>
  readonly hash: string
}

/** none: not a workbook of ours · newer: written by a later version · broken: it does not agree with itself. */
export type ReadSeal = 'none' | 'newer' | 'broken' | Seal

/** Reads the sheet out of sight, wherever a program that saved the workbook again has put it. */
export function readSeal(sheets: readonly Sheet[]): ReadSeal {
  const sheet = sealOf(sheets)
  if (sheet === undefined) return 'none'
  const records = sheet.rows.map(({ cells }): SealRecord => {
    const [name = '', ...pieces] = cells.map(cell => (typeof cell?.raw === 'string' ? cell.raw : ''))
    return { name, json: pieces.join('') }
  })
  const format = jsonOf(records.find(({ name }) => name === 'format')?.json)
  if (typeof format === 'number' && format > sealFormat) return 'newer'
  const last = records.at(-1)
  if (last?.name !== 'sha256' || jsonOf(last.json) !== hashOf(records.slice(0, -1))) return 'broken'
  return parsed(records, String(jsonOf(last.json))) ?? 'broken'
}

/** The sheet of ours, also under another name: it is known by its first line. */
export function sealOf(sheets: readonly Sheet[]): Sheet | undefined {
  const ours = (sheet: Sheet) => {
    const [name, product] = sheet.rows[0]?.cells ?? []
    return name?.raw === 'product' && product?.raw === '"GPLX Desk"'
  }
  return sheets.find(ours) ?? sheets.find(({ name, hidden }) => name === sealName && hidden)
}

function parsed(records: readonly SealRecord[], hash: string): Seal | undefined {
  const sheets = new Map<string, { rows: SealedRow[]; tables: SealedTable[] }>()
  const sheetOf = (name: string) => {
    const known = sheets.get(name) ?? { rows: [], tables: [] }
    sheets.set(name, known)
    return known
  }
  const said: Record<string, unknown> = {}
  for (const { name, json } of records) {
    const value = jsonOf(json)
    if (name === 'row') {
      const read = row.safeParse(value)
      if (!read.success) return undefined
      const [sheet, number, cells] = read.data
      sheetOf(sheet).rows.push({ number, cells })
    } else if (name === 'table') {
      const read = table.safeParse(value)
      if (!read.success) return undefined
      const [sheet, headings, first, last, columns] = read.data
      sheetOf(sheet).tables.push({ headings, first, last, columns })
    } else said[name] = value
  }
  const read = facts.safeParse(said)
  return read.success ? { facts: read.data, sheets, hash } : undefined
}

function jsonOf(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text)
  } catch {
    // what is no JSON is no record of ours: the caller says so
    return undefined
  }
}
