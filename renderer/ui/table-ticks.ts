/** Rows from one place to another, both included, whichever comes first. */
export function between<R>(rows: readonly R[], from: number, to: number): readonly R[] {
  return rows.slice(Math.min(from, to), Math.max(from, to) + 1)
}

export type Stretch<R> = { readonly on: readonly R[]; readonly off: readonly R[] }

/** Shift with ↑↓ draws the stretch from the anchor to a new row: what enters it is ticked, what leaves it is not. */
export function stretch<R>(rows: readonly R[], anchor: number, before: number, now: number): Stretch<R> {
  const on = between(rows, anchor, now)
  const kept = new Set(on)
  return { on, off: between(rows, anchor, before).filter(row => !kept.has(row)) }
}
