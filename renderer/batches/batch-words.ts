import type { BatchRefusal, BatchReport } from '../../electron/core/batches/contract.ts'
import { showNumber } from '../ui/number-text.ts'

/** "Đã phân công 12 hồ sơ; 3 hồ sơ không làm được." */
export function doneWords(verb: string, { done, refused }: Pick<BatchReport, 'done' | 'refused'>): string {
  const left = refused.length === 0 ? '' : `; ${showNumber(refused.length)} hồ sơ không làm được`
  return done === 0 && refused.length > 0
    ? `Không ${verb} được hồ sơ nào trong ${showNumber(refused.length)} hồ sơ.`
    : `Đã ${verb} ${showNumber(done)} hồ sơ${left}.`
}

export type ReasonCount = { readonly reason: string; readonly count: number }

/** The reasons, the most frequent first. */
export function reasonsOf(refused: readonly BatchRefusal[]): readonly ReasonCount[] {
  const counts = new Map<string, number>()
  for (const { reason } of refused) counts.set(reason, (counts.get(reason) ?? 0) + 1)
  return [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count)
}
