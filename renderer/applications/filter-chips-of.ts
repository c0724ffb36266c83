import { channelNames } from '../../electron/core/applications/model.ts'
import { isStatus, statusNames } from '../../electron/core/applications/statuses.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { Choice } from '../ui/choice.ts'
import { changeFilter, dayFieldNames, deadlineNames, type RegisterFilter } from './register-filter.ts'
import type { FilterChoices } from './use-filter-choices.ts'

export type Chip = { readonly label: string; readonly without: RegisterFilter }

function nameOf<T extends string | number>(choices: readonly Choice<T>[], value: T, other: string): string {
  return choices.find(choice => choice.value === value)?.label ?? other
}

/** One chip for each thing the list is narrowed to, with the filter as it is without it. */
export function chipsOf(filter: RegisterFilter, choices: FilterChoices): readonly Chip[] {
  const chips: Chip[] = []
  const add = (label: string, change: Parameters<typeof changeFilter>[1]) =>
    chips.push({ label, without: changeFilter(filter, change) })
  const { text, statuses = [], channel, deadline, teamId, officerId, licenceClass, districtCode } = filter
  if (text !== undefined) add(`“${text}”`, { text: undefined })
  for (const status of statuses) {
    const rest = statuses.filter(one => one !== status)
    const label = isStatus(status) ? statusNames[status] : String(status)
    add(label, { statuses: rest.length === 0 ? undefined : rest })
  }
  if (channel !== undefined) add(channelNames[channel], { channel: undefined })
  if (deadline !== undefined) add(deadlineNames[deadline], { deadline: undefined })
  if (teamId !== undefined) add(`Tổ: ${nameOf(choices.teams, teamId, '…')}`, { teamId: undefined })
  if (officerId !== undefined)
    add(`Cán bộ: ${nameOf(choices.officers, officerId, '…')}`, { officerId: undefined })
  if (licenceClass !== undefined) add(`Hạng ${licenceClass}`, { licenceClass: undefined })
  if (districtCode !== undefined)
    add(nameOf(choices.districts, districtCode, districtCode), { districtCode: undefined })
  if (filter.received !== undefined)
    add(filter.received ? 'Đã tiếp nhận' : 'Chưa tiếp nhận', { received: undefined })
  if (filter.posted !== undefined)
    add(filter.posted ? 'Đã giao bưu chính' : 'Chưa giao bưu chính', { posted: undefined })
  const time = timeOf(filter)
  if (time !== null) add(time, { dayField: undefined, from: undefined, to: undefined })
  return chips
}

function timeOf({ dayField = 'registered', from, to }: RegisterFilter): string | null {
  const name = dayFieldNames[dayField]
  if (from !== undefined && to !== undefined)
    return from === to ? `${name} ${showDay(from)}` : `${name} ${showDay(from)} – ${showDay(to)}`
  if (from !== undefined) return `${name} từ ${showDay(from)}`
  return to === undefined ? null : `${name} đến ${showDay(to)}`
}
