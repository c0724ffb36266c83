import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { channelNames, channels } from '../../electron/core/applications/model.ts'
import { type Status, statuses } from '../../electron/core/applications/statuses.ts'
import { useAsk } from '../api/use-query.ts'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { FilterPopover } from './filter-popover.tsx'
import {
  changeFilter,
  type DayField as DayColumn,
  dayFieldNames,
  deadlineNames,
  orderNames,
  type RegisterFilter,
  shortcuts,
} from './register-filter.ts'
import { SearchBox } from './search-box.tsx'

type FiltersProps = {
  readonly filter: RegisterFilter
  readonly onChange: (filter: RegisterFilter) => void
}

/** Search and filters above the register; what is chosen also stands as chips below. */
export function RegisterFilters({ filter, onChange }: FiltersProps) {
  const teams = useAsk('teams.list', {}).data ?? []
  const set = (change: Parameters<typeof changeFilter>[1]) => onChange(changeFilter(filter, change))
  return (
    <>
      <SearchBox value={filter.text ?? ''} onSearch={text => set({ text: text === '' ? undefined : text })} />
      <StatusFilter filter={filter} onChange={onChange} />
      <TimeFilter filter={filter} onChange={onChange} />
      <Chooser
        label="Hình thức nộp"
        any="Mọi hình thức"
        value={filter.channel}
        choices={channels.map(channel => [channel, channelNames[channel]])}
        onChoose={value => set({ channel: channels.find(channel => channel === value) })}
      />
      <Chooser
        label="Thời hạn"
        any="Mọi thời hạn"
        value={filter.deadline}
        choices={Object.entries(deadlineNames)}
        onChoose={value => set({ deadline: value === 'overdue' || value === 'due-soon' ? value : undefined })}
      />
      {teams.length === 0 ? null : (
        <Chooser
          label="Tổ"
          any="Mọi tổ"
          value={filter.teamId === undefined ? undefined : String(filter.teamId)}
          choices={teams.map(team => [String(team.id), team.name])}
          onChoose={value => set({ teamId: value === '' ? undefined : Number(value) })}
        />
      )}
      <Chooser
        label="Sắp xếp"
        value={filter.order ?? 'newest'}
        choices={Object.entries(orderNames)}
        onChoose={value =>
          set({ order: value === 'oldest' || value === 'name' || value === 'due' ? value : undefined })
        }
      />
    </>
  )
}

type ChooserProps = {
  readonly label: string
  readonly any?: string
  readonly value: string | undefined
  readonly choices: readonly (readonly [value: string, name: string])[]
  readonly onChoose: (value: string) => void
}

function Chooser({ label, any, value, choices, onChoose }: ChooserProps) {
  return (
    <NativeSelect
      aria-label={label}
      className="app-chooser"
      data-chosen={value !== undefined && any !== undefined}
      value={value ?? ''}
      onChange={event => onChoose(event.currentTarget.value)}
    >
      {any === undefined ? null : <option value="">{any}</option>}
      {choices.map(([key, name]) => (
        <option key={key} value={key}>
          {name}
        </option>
      ))}
    </NativeSelect>
  )
}

function StatusFilter({ filter, onChange }: FiltersProps) {
  const chosen = filter.statuses ?? []
  const toggle = (status: Status) => {
    const next = chosen.includes(status) ? chosen.filter(one => one !== status) : [...chosen, status]
    const sorted = [...next].sort((a, b) => a - b)
    onChange(changeFilter(filter, { statuses: sorted.length === 0 ? undefined : sorted }))
  }
  return (
    <FilterPopover label="Trạng thái" chosen={chosen.length === 0 ? null : String(chosen.length)}>
      {() => (
        <div className="app-statuses">
          {statuses.map(status => (
            <Checkbox
              key={status}
              checked={chosen.includes(status)}
              label={<StatusBadge status={status} short={false} />}
              onChange={() => toggle(status)}
            />
          ))}
        </div>
      )}
    </FilterPopover>
  )
}

function TimeFilter({ filter, onChange }: FiltersProps) {
  const column: DayColumn = filter.dayField ?? 'registered'
  const now = today()
  const set = (change: Parameters<typeof changeFilter>[1]) => {
    const next = changeFilter(filter, { dayField: column, ...change })
    const bounded = next.from !== undefined || next.to !== undefined
    onChange(bounded ? next : changeFilter(next, { dayField: undefined }))
  }
  const given = shortcuts(now).find(({ from, to }) => from === filter.from && to === filter.to)
  const bounded = filter.from !== undefined || filter.to !== undefined
  return (
    <FilterPopover label="Thời gian" chosen={bounded ? (given?.label ?? 'tự chọn') : null}>
      {close => (
        <div className="app-time">
          <div className="app-shortcuts">
            {shortcuts(now).map(({ label, from, to }) => (
              <Button
                key={label}
                variant={given?.label === label ? 'light' : 'default'}
                onClick={() => {
                  set({ from, to })
                  close()
                }}
              >
                {label}
              </Button>
            ))}
          </div>
          <NativeSelect
            label="Tính theo"
            value={column}
            data={Object.entries(dayFieldNames).map(([value, label]) => ({ value, label }))}
            onChange={event => {
              const name = event.currentTarget.value
              // the list holds exactly the names of the day columns
              if (name in dayFieldNames) set({ dayField: name as DayColumn })
            }}
          />
          <div className="app-from-to">
            <DayField
              label="Từ ngày"
              value={filter.from ?? null}
              onChange={day => set({ from: day ?? undefined })}
            />
            <DayField
              label="Đến ngày"
              value={filter.to ?? null}
              onChange={day => set({ to: day ?? undefined })}
            />
          </div>
          <Button
            variant="subtle"
            disabled={!bounded}
            onClick={() => set({ from: undefined, to: undefined })}
          >
            Bỏ lọc theo thời gian
          </Button>
        </div>
      )}
    </FilterPopover>
  )
}
