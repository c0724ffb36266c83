import { type RegisterColumn, registerColumns } from '../../electron/core/applications/contract.ts'
import type { Json } from '../../electron/core/errors.ts'

/** A column a user has chosen; without a width it has that of its kind. */
export type ChosenColumn = { readonly key: RegisterColumn; readonly width?: number }
export type Layout = {
  readonly columns: readonly ChosenColumn[]
  /** So many columns from the left stay when the list moves sideways. */
  readonly frozen: number
}

export const everyColumn = Object.keys(registerColumns) as RegisterColumn[] // the table's own keys

const isColumn = (key: unknown): key is RegisterColumn =>
  typeof key === 'string' && Object.hasOwn(registerColumns, key)

/** Wide enough that a dossier code, a day with its clock and the longest status stand whole. */
export const usualWidths: Readonly<Record<RegisterColumn, number>> = {
  dossierCode: 214,
  fullName: 160,
  birthDay: 100,
  channel: 98,
  status: 188,
  registeredDay: 100,
  receivedDay: 104,
  dueDay: 184,
  finishedDay: 122,
  returnedDay: 122,
  classes: 92,
  districtName: 150,
  teamName: 120,
  officerName: 160,
}

export const narrowest = 56
const widest = 640

/** What an officer looks for first, as much of it as the room holds whole. */
const byUse: readonly RegisterColumn[] = [
  'dossierCode',
  'fullName',
  'dueDay',
  'status',
  'receivedDay',
  'channel',
  'registeredDay',
  'classes',
  'officerName',
  'finishedDay',
  'teamName',
]
const inOrder: readonly RegisterColumn[] = [
  'dossierCode',
  'fullName',
  'channel',
  'status',
  'registeredDay',
  'receivedDay',
  'dueDay',
  'classes',
  'finishedDay',
  'teamName',
  'officerName',
]

/** The columns of somebody who has chosen none: those that stand whole in this room. */
export function usualLayout(room: number): Layout {
  let left = room
  const fitting = new Set<RegisterColumn>()
  for (const key of byUse) {
    left -= usualWidths[key]
    if (left < 0 && fitting.size >= 3) break
    fitting.add(key)
  }
  return { columns: inOrder.filter(key => fitting.has(key)).map(key => ({ key })), frozen: 2 }
}

/** Reads what was kept; null where it is not understood, so that the usual columns stand. */
export function readLayout(kept: Json | undefined): Layout | null {
  if (typeof kept !== 'object' || kept === null || !('columns' in kept) || !Array.isArray(kept.columns))
    return null
  const columns: ChosenColumn[] = []
  for (const one of kept.columns) {
    if (typeof one !== 'object' || one === null || !('key' in one) || !isColumn(one.key)) continue
    if (columns.some(({ key }) => key === one.key)) continue
    columns.push(
      typeof one.width === 'number' ? { key: one.key, width: bounded(one.width) } : { key: one.key },
    )
  }
  if (columns.length === 0) return null
  const frozen = typeof kept.frozen === 'number' ? kept.frozen : 0
  return { columns, frozen: Math.max(0, Math.min(columns.length, Math.round(frozen))) }
}

export const layoutAsJson = ({ columns, frozen }: Layout): Json => ({
  columns: columns.map(({ key, width }) => (width === undefined ? { key } : { key, width })),
  frozen,
})

const bounded = (width: number) => Math.max(narrowest, Math.min(widest, Math.round(width)))

export function widen(layout: Layout, key: RegisterColumn, width: number): Layout {
  const columns = layout.columns.map(one => (one.key === key ? { key, width: bounded(width) } : one))
  return { ...layout, columns }
}

/** One place on or back; at either end it stays. */
export function shift(layout: Layout, key: RegisterColumn, by: 1 | -1): Layout {
  const at = layout.columns.findIndex(one => one.key === key)
  const moved = layout.columns[at]
  const other = layout.columns[at + by]
  if (moved === undefined || other === undefined) return layout
  const columns = layout.columns.map((one, place) => (place === at ? other : place === at + by ? moved : one))
  return { ...layout, columns }
}

/** Shows a column, at the end, or takes it away; the last one stays. */
export function choose(layout: Layout, key: RegisterColumn, wanted: boolean): Layout {
  const without = layout.columns.filter(one => one.key !== key)
  if (wanted)
    return without.length === layout.columns.length ? { ...layout, columns: [...without, { key }] } : layout
  if (without.length === 0) return layout
  return { columns: without, frozen: Math.min(layout.frozen, without.length) }
}

/**
 * Every column in whole pixels. What is left of the room goes to the name, or to the last column where the name is
 * not shown or has a width of its own.
 */
export function widthsIn(layout: Layout, room: number): readonly number[] {
  const widths = layout.columns.map(({ key, width }) => width ?? usualWidths[key])
  const left = Math.floor(room) - widths.reduce((sum, width) => sum + width, 0)
  const name = layout.columns.findIndex(({ key, width }) => key === 'fullName' && width === undefined)
  const free = name >= 0 ? name : layout.columns.length - 1
  return left <= 0 ? widths : widths.map((width, at) => (at === free ? width + left : width))
}
