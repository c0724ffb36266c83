import { type RegisterFilter, withoutOrder } from '../applications/register-filter.ts'

export type NamedFilter = { readonly key: string; readonly filter: RegisterFilter }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Does a list hold everything that a view asks for, and perhaps asks for more? */
export function narrows(filter: RegisterFilter, view: RegisterFilter): boolean {
  const mine: Readonly<Record<string, unknown>> = filter
  return Object.entries(withoutOrder(view)).every(([name, value]) => same(mine[name], value))
}

/** Does a list ask for exactly what a view asks for, in whatever order? */
export function equals(filter: RegisterFilter, view: RegisterFilter): boolean {
  return narrows(filter, view) && narrows(view, filter)
}

/**
 * Which queue or view the list shows: the one it was taken from while it still holds, otherwise the one that asks for
 * the same, otherwise all files.
 */
export function viewOf(
  filter: RegisterFilter,
  wished: string | null,
  views: readonly NamedFilter[],
): string | null {
  const taken = views.find(view => view.key === wished)
  if (taken !== undefined && narrows(filter, taken.filter)) return taken.key
  const all = views.find(view => Object.keys(withoutOrder(view.filter)).length === 0)
  return (views.find(view => equals(filter, view.filter)) ?? all)?.key ?? null
}
