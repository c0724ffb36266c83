import { dayOf, showDay } from '../../electron/core/calendar/day.ts'
import type { DutyState } from '../../electron/core/filings/contract.ts'
import { type FilingState, filingStateNames } from '../../electron/core/filings/model.ts'
import type { Tone } from '../ui/banner.tsx'
import type { IconName } from '../ui/icon.tsx'
import { Tag } from '../ui/status-badge.tsx'

type Look = { readonly tone: Tone; readonly icon: IconName }

const stateLook: Readonly<Record<FilingState, Look>> = {
  draft: { tone: 'neutral', icon: 'edit' },
  completed: { tone: 'info', icon: 'check' },
  submitted: { tone: 'attention', icon: 'inbox' },
  approved: { tone: 'good', icon: 'lock' },
  sent: { tone: 'good', icon: 'send' },
}

/** State of a filing as word, icon and colour. */
export function FilingTag({ state }: { readonly state: FilingState }) {
  const { tone, icon } = stateLook[state]
  return (
    <Tag tone={tone} icon={icon}>
      {filingStateNames[state]}
    </Tag>
  )
}

export const dutyNames: Readonly<Record<DutyState, string>> = {
  'on-time': 'Đúng hạn',
  late: 'Nộp muộn',
  missing: 'Quá hạn',
  'due-soon': 'Sắp đến hạn',
  upcoming: 'Chưa đến hạn',
}

const dutyLook: Readonly<Record<DutyState, Look>> = {
  'on-time': { tone: 'good', icon: 'done' },
  late: { tone: 'attention', icon: 'clock' },
  missing: { tone: 'bad', icon: 'alert' },
  'due-soon': { tone: 'attention', icon: 'clock' },
  upcoming: { tone: 'neutral', icon: 'calendar' },
}

/** How a due report stands, as word, icon and colour. */
export function DutyTag({ state }: { readonly state: DutyState }) {
  const { tone, icon } = dutyLook[state]
  return (
    <Tag tone={tone} icon={icon}>
      {dutyNames[state]}
    </Tag>
  )
}

/** "còn 2 ngày làm việc", "quá hạn 3 ngày làm việc", "hạn hôm nay". */
export function inDays(left: number): string {
  if (left === 0) return 'hạn hôm nay'
  return left > 0 ? `còn ${left} ngày làm việc` : `quá hạn ${-left} ngày làm việc`
}

/** "08:00 05/10/2023" */
export const momentWords = (at: string): string => `${at.slice(11, 16)} ${showDay(dayOf(at))}`

/** "04/10/2023, 16:30" */
export const deadlineWords = (day: string, hour: string | null): string =>
  hour === null ? showDay(day) : `${showDay(day)}, ${hour}`
