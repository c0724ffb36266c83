import type { HistoryEntry } from '../../electron/core/applications/contract.ts'
import { statusNames } from '../../electron/core/applications/statuses.ts'
import { showDay } from '../../electron/core/calendar/day.ts'

export type LastStep = { readonly title: string; readonly day: string; readonly by: string }

/** The step that would be taken back; null where only the registration stands. */
export function lastStep(history: readonly HistoryEntry[]): LastStep | null {
  const standing = history.filter(({ voids, superseded }) => voids === null && !superseded)
  if (standing.length < 2) return null
  // the latest day, and on one day the one written last: as the core orders them
  const last = standing.reduce((latest, entry) => (entry.day >= latest.day ? entry : latest))
  const title = last.kind === 'due' || last.status === null ? 'Hẹn lại ngày trả' : statusNames[last.status]
  return { title, day: showDay(last.day), by: last.actorName ?? last.importName ?? 'hệ thống' }
}
