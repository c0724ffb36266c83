import { NativeSelect } from '@mantine/core'
import type { ColumnMapping } from '../../electron/core/imports/contract.ts'
import { listFieldLabels, listFieldNames } from '../../electron/core/imports/list-fields.ts'
import { PlainTable } from '../ui/plain-table.tsx'

export type Mapping = Readonly<Record<string, string | null>>

type MappingProps = {
  readonly columns: readonly ColumnMapping[]
  readonly disabled: boolean
  readonly onChange: (mapping: Mapping) => void
}

const fieldChoices = [
  { value: '', label: 'Không lấy cột này' },
  ...listFieldNames.map(name => ({ value: name, label: listFieldLabels[name] })),
]

/** A field is read from one column only: choosing it here takes it away from where it was. */
export function chosenMapping(
  columns: readonly ColumnMapping[],
  index: number,
  field: string | null,
): Mapping {
  return Object.fromEntries(
    columns.map(column => {
      if (column.index === index) return [column.index, field]
      return [column.index, column.field === field ? null : column.field]
    }),
  )
}

/** What each column of the list means; a change is tried out at once. */
export function MappingTable({ columns, disabled, onChange }: MappingProps) {
  return (
    <PlainTable
      label="Ghép cột của danh sách"
      maxHeight={320}
      headings={[{ text: 'Cột trong tệp' }, { text: 'Ví dụ trong tệp' }, { text: 'Ghi vào' }]}
      rows={columns.map(column => ({
        key: column.index,
        ...(column.field === null ? { tone: 'muted' as const } : {}),
        cells: [
          column.heading === '' ? `Cột thứ ${column.index + 1}` : column.heading,
          <span key="samples" className="imp-samples">
            {column.samples.filter(sample => sample !== '').join(' · ')}
          </span>,
          <NativeSelect
            key="field"
            className="imp-field"
            aria-label={`Ghi cột ${column.heading} vào`}
            value={column.field ?? ''}
            data={fieldChoices}
            disabled={disabled}
            onChange={event => {
              const field = event.currentTarget.value
              onChange(chosenMapping(columns, column.index, field === '' ? null : field))
            }}
          />,
        ],
      }))}
    />
  )
}
