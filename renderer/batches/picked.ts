import type { Input } from '../api/names.ts'
import type { RegisterFilter } from '../applications/register-filter.ts'

/** The files ticked in a list: those named, or all that the list holds but for some. */
export type Picked =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<number> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<number> }

export const nonePicked: Picked = { kind: 'some', ids: new Set() }
export const allPicked: Picked = { kind: 'all', except: new Set() }

export const isPicked = (picked: Picked, id: number): boolean =>
  picked.kind === 'some' ? picked.ids.has(id) : !picked.except.has(id)

function withIds(set: ReadonlySet<number>, ids: readonly number[], inside: boolean): ReadonlySet<number> {
  const next = new Set(set)
  for (const id of ids) {
    if (inside) next.add(id)
    else next.delete(id)
  }
  return next
}

export function pick(picked: Picked, ids: readonly number[], on: boolean): Picked {
  return picked.kind === 'some'
    ? { kind: 'some', ids: withIds(picked.ids, ids, on) }
    : { kind: 'all', except: withIds(picked.except, ids, !on) }
}

/** How many files are picked of so many; null where that many have not been counted. */
export function countPicked(picked: Picked, total: number | null | undefined): number | null {
  if (picked.kind === 'some') return picked.ids.size
  return total === null || total === undefined ? null : Math.max(0, total - picked.except.size)
}

/** What the box in the heading shows. */
export function boxOf(picked: Picked, total: number | null | undefined): 'none' | 'some' | 'all' {
  const count = countPicked(picked, total)
  if (count === 0) return 'none'
  if (picked.kind === 'all' && picked.except.size === 0) return 'all'
  return count !== null && count === total ? 'all' : 'some'
}

/** The picked files as an export takes them; absent where nothing is picked. */
export function tickedOf(picked: Picked): Input<'applications.exportList'>['ticked'] {
  if (picked.kind === 'all') return { except: [...picked.except] }
  return picked.ids.size === 0 ? undefined : { ids: [...picked.ids] }
}

/** The picked files as a batch takes them, in the order of the list. */
export function selectionOf(picked: Picked, filter: RegisterFilter): Input<'batches.run'>['selection'] {
  return picked.kind === 'some' ? { ids: [...picked.ids], filter } : { filter, except: [...picked.except] }
}
