import { MoreFilters, PeopleFilter } from './filter-more.tsx'
import { type FilterPartProps, StatusFilter } from './filter-status.tsx'
import { TimeFilter } from './filter-time.tsx'
import { changeFilter } from './register-filter.ts'
import { SearchBox } from './search-box.tsx'

type RegisterFiltersProps = FilterPartProps & {
  /** There is room beside an open file for the most used alone; what is chosen stays in the chips. */
  readonly few: boolean
}

/** Search within the list and filters above it; what is chosen also stands as chips below. */
export function RegisterFilters({ filter, onChange, few }: RegisterFiltersProps) {
  return (
    <>
      <SearchBox
        value={filter.text ?? ''}
        onSearch={text => onChange(changeFilter(filter, { text: text === '' ? undefined : text }))}
      />
      <StatusFilter filter={filter} onChange={onChange} />
      {few ? null : (
        <>
          <TimeFilter filter={filter} onChange={onChange} />
          <PeopleFilter filter={filter} onChange={onChange} />
          <MoreFilters filter={filter} onChange={onChange} />
        </>
      )}
    </>
  )
}
