import { Icon } from '../ui/icon.tsx'
import { type Chip, chipsOf } from './filter-chips-of.ts'
import type { FilterPartProps } from './filter-status.tsx'
import { changeFilter, isNarrowed } from './register-filter.ts'
import { useFilterChoices } from './use-filter-choices.ts'

/** What the list is narrowed to, each part to be taken away singly. */
export function FilterChips({ filter, onChange }: FilterPartProps) {
  const choices = useFilterChoices()
  if (!isNarrowed(filter)) return null
  const chips = chipsOf(filter, choices)
  const { order, reversed } = filter
  return (
    <>
      {chips.map(chip => (
        <ChipButton key={chip.label} chip={chip} onRemove={() => onChange(chip.without)} />
      ))}
      {chips.length > 1 ? (
        <button
          type="button"
          className="app-chip app-chip-all"
          onClick={() => onChange(changeFilter({}, { order, reversed }))}
        >
          Bỏ tất cả
        </button>
      ) : null}
    </>
  )
}

function ChipButton({ chip, onRemove }: { readonly chip: Chip; readonly onRemove: () => void }) {
  return (
    <button type="button" className="app-chip" aria-label={`Bỏ lọc ${chip.label}`} onClick={onRemove}>
      {chip.label}
      <Icon name="close" size={14} />
    </button>
  )
}
