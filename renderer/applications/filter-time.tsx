import { Button, NativeSelect } from '@mantine/core'
import { calendarRule } from '../../electron/core/periods/period.ts'
import { useAsk } from '../api/use-query.ts'
import { DayField } from '../ui/day-field.tsx'
import { today } from '../ui/day-text.ts'
import { FilterPopover } from './filter-popover.tsx'
import type { FilterPartProps } from './filter-status.tsx'
import { changeFilter, type DayField as DayColumn, dayFieldNames, shortcuts } from './register-filter.ts'

/** Any day of a file within a range; the usual ranges by name. */
export function TimeFilter({ filter, onChange }: FilterPartProps) {
  const settings = useAsk('settings.get', {})
  const column: DayColumn = filter.dayField ?? 'registered'
  const ranges = shortcuts(today(), settings.data?.periods.value ?? calendarRule)
  const set = (change: Parameters<typeof changeFilter>[1]) => {
    const next = changeFilter(filter, { dayField: column, ...change })
    const bounded = next.from !== undefined || next.to !== undefined
    onChange(bounded ? next : changeFilter(next, { dayField: undefined }))
  }
  const given = ranges.find(({ from, to }) => from === filter.from && to === filter.to)
  const bounded = filter.from !== undefined || filter.to !== undefined
  return (
    <FilterPopover label="Thời gian" chosen={bounded ? (given?.label ?? 'tự chọn') : null}>
      {close => (
        <div className="app-time">
          <NativeSelect
            label="Tính theo"
            value={column}
            data={Object.entries(dayFieldNames).map(([value, label]) => ({ value, label }))}
            onChange={event => {
              const name = event.currentTarget.value
              // the list holds exactly the names of the day columns
              if (name in dayFieldNames) onChange(changeFilter(filter, { dayField: name as DayColumn }))
            }}
          />
          <div className="app-shortcuts">
            {ranges.map(({ label, from, to }) => (
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
