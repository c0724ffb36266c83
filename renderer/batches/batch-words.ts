import type { BatchRefusal, BatchReport, PastBatch } from '../../electron/core/batches/contract.ts'
import { dayOf, showDay } from '../../electron/core/calendar/day.ts'
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

/** "Chưa hoàn tác"; "Lê An, 14:05 ngày 25/09/2023"; "Không cần hoàn tác" where nothing of a file changed. */
export function standingOf({ undoneAt, undoneBy, kind, done }: PastBatch): string {
  if (undoneAt !== null) return `${undoneBy}, ${undoneAt.slice(11, 16)} ngày ${showDay(dayOf(undoneAt))}`
  return kind === 'print' || done === 0 ? 'Không cần hoàn tác' : 'Chưa hoàn tác'
}
