import type { AuditEntry } from '../context.ts'
import type { Json } from '../errors.ts'

/** What differs between two states, label by label, from → to; all that is there when there was none before. */
export function changesIn<T extends Readonly<Record<string, Json>>>(
  before: T | null,
  after: T,
): AuditEntry['changes'] {
  const changes: Record<string, readonly [Json, Json]> = {}
  for (const [label, to] of Object.entries(after)) {
    const from = before?.[label] ?? null
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[label] = [from, to]
  }
  return changes
}
