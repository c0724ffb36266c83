import { channelNames, channels } from '../../electron/core/applications/model.ts'
import type { Choice } from '../ui/choice.ts'
import { ChoiceField } from '../ui/choice-field.tsx'
import { FilterPopover } from './filter-popover.tsx'
import type { FilterPartProps } from './filter-status.tsx'
import { changeFilter, deadlineNames } from './register-filter.ts'
import { useFilterChoices } from './use-filter-choices.ts'

const deadlines = Object.entries(deadlineNames) as [keyof typeof deadlineNames, string][] // its own entries
const channelChoices = channels.map(value => ({ value, label: channelNames[value] }))
const deadlineChoices = deadlines.map(([value, label]) => ({ value, label }))
const postedChoices = [
  { value: 'yes', label: 'Đã giao, chờ báo phát' },
  { value: 'no', label: 'Chưa giao' },
] as const

type Part = 'channel' | 'deadline' | 'posted' | 'licenceClass' | 'districtCode'

/** Who has the file. */
export function PeopleFilter({ filter, onChange }: FilterPartProps) {
  const { teams, officers } = useFilterChoices()
  const set = (change: Parameters<typeof changeFilter>[1]) => onChange(changeFilter(filter, change))
  const count = [filter.teamId, filter.officerId].filter(value => value !== undefined).length
  return (
    <FilterPopover label="Phân công" chosen={count === 0 ? null : String(count)}>
      {() => (
        <div className="app-more">
          <ChoiceField<number, never, never>
            label="Tổ"
            none="Mọi tổ"
            choices={teams}
            value={filter.teamId ?? null}
            onChange={value => set({ teamId: value ?? undefined })}
          />
          <ChoiceField<number, never, never>
            label="Cán bộ thụ lý"
            none="Mọi cán bộ"
            choices={officers}
            value={filter.officerId ?? null}
            onChange={value => set({ officerId: value ?? undefined })}
          />
        </div>
      )}
    </FilterPopover>
  )
}

/** What is asked for less often, behind one button that says how many of them are in use. */
export function MoreFilters({ filter, onChange }: FilterPartProps) {
  const { classes, districts } = useFilterChoices()
  const parts: readonly Part[] = ['channel', 'deadline', 'posted', 'licenceClass', 'districtCode']
  const count = parts.filter(part => filter[part] !== undefined).length
  const set = (change: Parameters<typeof changeFilter>[1]) => onChange(changeFilter(filter, change))
  const posted = filter.posted === undefined ? null : filter.posted ? 'yes' : 'no'
  return (
    <FilterPopover label="Lọc thêm" chosen={count === 0 ? null : String(count)} icon="filter">
      {() => (
        <div className="app-more">
          <Lone
            label="Hình thức nộp"
            none="Mọi hình thức"
            choices={channelChoices}
            value={filter.channel}
            onChange={channel => set({ channel })}
          />
          <Lone
            label="Thời hạn"
            none="Mọi thời hạn"
            choices={deadlineChoices}
            value={filter.deadline}
            onChange={deadline => set({ deadline })}
          />
          <Lone
            label="Hạng GPLX"
            none="Mọi hạng"
            choices={classes}
            value={filter.licenceClass}
            onChange={licenceClass => set({ licenceClass })}
          />
          <Lone
            label="Huyện/Thành phố"
            none="Mọi nơi"
            choices={districts}
            value={filter.districtCode}
            onChange={districtCode => set({ districtCode })}
          />
          <Lone
            label="Giao bưu chính"
            none="Đã giao và chưa giao"
            choices={postedChoices}
            value={posted ?? undefined}
            onChange={value => set({ posted: value === undefined ? undefined : value === 'yes' })}
          />
        </div>
      )}
    </FilterPopover>
  )
}

type LoneProps<T extends string> = {
  readonly label: string
  readonly none: string
  readonly choices: readonly Choice<T>[]
  readonly value: T | undefined
  readonly onChange: (value: T | undefined) => void
}

function Lone<T extends string>({ value, onChange, ...look }: LoneProps<T>) {
  return (
    <ChoiceField<T, never, never>
      {...look}
      value={value ?? null}
      onChange={next => onChange(next ?? undefined)}
    />
  )
}
