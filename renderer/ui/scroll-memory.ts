const kept = new Map<string, number>()
const keptAtMost = 40

/** Where a list stood when it was left, by its name; 0 for one never seen. */
export const scrollOf = (name: string | undefined): number => (name === undefined ? 0 : (kept.get(name) ?? 0))

/** Keeps the place of a list; the longest untouched ones are forgotten. */
export function keepScroll(name: string, top: number): void {
  kept.delete(name)
  kept.set(name, top)
  const oldest = kept.keys().next().value
  if (kept.size > keptAtMost && oldest !== undefined) kept.delete(oldest)
}
