import { Checkbox } from '@mantine/core'
import { type Status, statuses } from '../../electron/core/applications/statuses.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import { FilterPopover } from './filter-popover.tsx'
import { changeFilter, type RegisterFilter } from './register-filter.ts'

export type FilterPartProps = {
  readonly filter: RegisterFilter
  readonly onChange: (filter: RegisterFilter) => void
}

/** Any number of statuses at once. */
export function StatusFilter({ filter, onChange }: FilterPartProps) {
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
