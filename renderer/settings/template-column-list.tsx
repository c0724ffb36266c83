import { ActionIcon, Checkbox, Tooltip } from '@mantine/core'
import { Icon, type IconName } from '../ui/icon.tsx'
import { type ChosenColumns, moveColumn } from './template-columns.ts'

type ListProps = {
  readonly title: string
  readonly columns: ChosenColumns
  readonly onChange: (columns: ChosenColumns) => void
}

/** Ticks and moves the columns of one table; the last one shown stays. */
export function TemplateColumnList({ title, columns, onChange }: ListProps) {
  const shown = columns.filter(column => column.shown).length
  return (
    <details className="g-column-details">
      <summary>
        Cột của bảng: {title} ({shown}/{columns.length})
      </summary>
      <ul className="g-template-columns" aria-label={`Cột của bảng: ${title}`}>
        {columns.map((column, at) => (
          <li key={column.key}>
            <Checkbox
              checked={column.shown}
              label={column.key}
              disabled={column.shown && shown === 1}
              onChange={event => {
                const ticked = event.currentTarget.checked
                onChange(columns.map((one, place) => (place === at ? { ...one, shown: ticked } : one)))
              }}
            />
            <Step
              column={column.key}
              what="lên trước"
              icon="up"
              off={at === 0}
              onClick={() => onChange(moveColumn(columns, at, -1))}
            />
            <Step
              column={column.key}
              what="ra sau"
              icon="down"
              off={at === columns.length - 1}
              onClick={() => onChange(moveColumn(columns, at, 1))}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}

type StepProps = {
  readonly column: string
  readonly what: string
  readonly icon: IconName
  readonly off: boolean
  readonly onClick: () => void
}

function Step({ column, what, icon, off, onClick }: StepProps) {
  return (
    <Tooltip label={what.charAt(0).toUpperCase() + what.slice(1)}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={26}
        aria-label={`${column}: ${what}`}
        disabled={off}
        onClick={onClick}
      >
        <Icon name={icon} size={15} />
      </ActionIcon>
    </Tooltip>
  )
}
