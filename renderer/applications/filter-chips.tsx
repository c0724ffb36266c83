import { channelNames } from '../../electron/core/applications/model.ts'
import { isStatus, statusNames } from '../../electron/core/applications/statuses.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { useAsk } from '../api/use-query.ts'
import { Icon } from '../ui/icon.tsx'
import {
  changeFilter,
  dayFieldNames,
  deadlineNames,
  isNarrowed,
  type RegisterFilter,
} from './register-filter.ts'

type ChipsProps = {
  readonly filter: RegisterFilter
  readonly onChange: (filter: RegisterFilter) => void
}

type Chip = { readonly label: string; readonly without: RegisterFilter }

function chipsOf(filter: RegisterFilter, teamName: (id: number) => string): readonly Chip[] {
  const chips: Chip[] = []
  const without = (change: Parameters<typeof changeFilter>[1]) => changeFilter(filter, change)
  if (filter.text !== undefined)
    chips.push({ label: `“${filter.text}”`, without: without({ text: undefined }) })
  for (const status of filter.statuses ?? []) {
    const rest = filter.statuses?.filter(one => one !== status) ?? []
    chips.push({
      label: isStatus(status) ? statusNames[status] : String(status),
      without: without({ statuses: rest.length === 0 ? undefined : rest }),
    })
  }
  if (filter.channel !== undefined)
    chips.push({ label: channelNames[filter.channel], without: without({ channel: undefined }) })
  if (filter.deadline !== undefined)
    chips.push({ label: deadlineNames[filter.deadline], without: without({ deadline: undefined }) })
  if (filter.teamId !== undefined)
    chips.push({ label: teamName(filter.teamId), without: without({ teamId: undefined }) })
  const time = timeOf(filter)
  if (time !== null)
    chips.push({ label: time, without: without({ dayField: undefined, from: undefined, to: undefined }) })
  return chips
}

function timeOf({ dayField = 'registered', from, to }: RegisterFilter): string | null {
  const name = dayFieldNames[dayField]
  if (from !== undefined && to !== undefined)
    return from === to ? `${name} ${showDay(from)}` : `${name} ${showDay(from)} – ${showDay(to)}`
  if (from !== undefined) return `${name} từ ${showDay(from)}`
  return to === undefined ? null : `${name} đến ${showDay(to)}`
}

/** What the list is narrowed to, each part to be taken away singly. */
export function FilterChips({ filter, onChange }: ChipsProps) {
  const teams = useAsk('teams.list', {}).data ?? []
  if (!isNarrowed(filter)) return null
  const chips = chipsOf(filter, id => teams.find(team => team.id === id)?.name ?? 'Tổ')
  return (
    <>
      {chips.map(({ label, without }) => (
        <button
          key={label}
          type="button"
          className="app-chip"
          aria-label={`Bỏ lọc ${label}`}
          onClick={() => onChange(without)}
        >
          {label}
          <Icon name="close" size={14} />
        </button>
      ))}
      {chips.length > 1 ? (
        <button type="button" className="app-chip app-chip-all" onClick={() => onChange(orderOnly(filter))}>
          Bỏ tất cả
        </button>
      ) : null}
    </>
  )
}

const orderOnly = ({ order }: RegisterFilter): RegisterFilter => (order === undefined ? {} : { order })
