import type { HistoryEntry } from '../../electron/core/applications/contract.ts'
import { statusNames } from '../../electron/core/applications/statuses.ts'
import { dayOf, showDay } from '../../electron/core/calendar/day.ts'

export type HistoryLine = {
  readonly entry: HistoryEntry
  readonly kind: 'step' | 'appointed' | 'correction' | 'taken-back'
  readonly title: string
  /** What the correction replaced, e.g. "18/09/2023". */
  readonly was: string | null
  readonly day: string
  /** Who wrote it and when, or from which list it came. */
  readonly source: string
  /** A supervisor may still correct it. */
  readonly correctable: boolean
}

const named = (entry: HistoryEntry | undefined): string =>
  entry === undefined
    ? 'bước đã ghi'
    : entry.kind === 'due' || entry.status === null
      ? 'Ngày hẹn trả'
      : statusNames[entry.status]

/** "14:05 ngày 23/11/2026" of a stored moment. */
export function showMoment(at: string): string {
  return `${at.slice(11, 16)} ngày ${showDay(dayOf(at))}`
}

function sourceOf(entry: HistoryEntry): string {
  const who = entry.actorName ?? 'Hệ thống'
  const from = entry.importName === null ? '' : `, từ danh sách ${entry.importName}`
  return `${who} ghi lúc ${showMoment(entry.at)}${from}`
}

/** The history newest first; corrections and steps taken back stand as what they are, beside what they touched. */
export function historyLines(history: readonly HistoryEntry[]): readonly HistoryLine[] {
  const byId = new Map(history.map(entry => [entry.id, entry]))
  const lines = history.map((entry): HistoryLine => {
    const source = sourceOf(entry)
    const base = { entry, source, day: showDay(entry.day), was: null, correctable: false }
    if (entry.voids !== null) {
      return { ...base, kind: 'taken-back', title: `Rút lại bước “${named(byId.get(entry.voids))}”` }
    }
    const correctable = !entry.superseded && entry.kind === 'status'
    if (entry.corrects !== null) {
      const before = byId.get(entry.corrects)
      const was = before === undefined ? null : showDay(before.day)
      return { ...base, kind: 'correction', title: `Sửa ngày của bước “${named(before)}”`, was, correctable }
    }
    if (entry.kind === 'due' || entry.status === null) {
      const due = entry.dueDay === null ? '' : ` ${showDay(entry.dueDay)}`
      return { ...base, kind: 'appointed', title: `Hẹn lại ngày trả${due}` }
    }
    return { ...base, kind: 'step', title: statusNames[entry.status], correctable }
  })
  return [...lines].sort((a, b) => byDay(b.entry, a.entry))
}

const byDay = (a: HistoryEntry, b: HistoryEntry) => (a.day === b.day ? a.id - b.id : a.day < b.day ? -1 : 1)
