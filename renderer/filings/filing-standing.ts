import { nowInVietnam } from '../../electron/core/calendar/day.ts'
import type { FilingEntry } from '../../electron/core/filings/contract.ts'
import { allowedSteps, type FilingState } from '../../electron/core/filings/model.ts'
import type { Role } from '../../electron/core/users/model.ts'
import { momentWords } from './filing-look.tsx'

const next: Readonly<Record<FilingState, { readonly step: string; readonly words: string } | null>> = {
  draft: { step: 'complete', words: 'cán bộ hoàn thành báo cáo' },
  completed: { step: 'submit', words: 'tổ trưởng trình duyệt' },
  submitted: { step: 'approve', words: 'lãnh đạo duyệt' },
  approved: { step: 'send', words: 'tổ trưởng ghi nhận đã gửi' },
  sent: null,
}

/** Whose turn it is, for somebody who may not take the next step; null where the button itself says so. */
export function waitsFor(state: FilingState, role: Role): string | null {
  const due = next[state]
  if (due === null || allowedSteps(state, role).some(({ name }) => name === due.step)) return null
  return due.words
}

/** Until when the locked period is open, and for whom; null while it is closed. */
export function openedWords(history: readonly FilingEntry[], now = nowInVietnam(Date.now())): string | null {
  const [last] = history
    .filter(({ unlockedUntil }) => unlockedUntil !== null && unlockedUntil > now)
    .toSorted((a, b) => (b.unlockedUntil ?? '').localeCompare(a.unlockedUntil ?? ''))
  if (last === undefined) return null
  return `Kỳ đang mở khóa cho ${last.unlockedFor ?? 'mọi người'} đến ${momentWords(last.unlockedUntil ?? '')}`
}
