import type { TableColumn } from './table-column.ts'

type DataRowProps<R> = {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly template: string
  readonly columns: readonly TableColumn<R>[]
  readonly row: R
  readonly active: boolean
  readonly tone: 'muted' | 'bad' | 'attention' | undefined
  readonly onClick: () => void
  readonly onDoubleClick: () => void
}

/** One visible row of a `DataTable`. The keyboard is heard by the grid, which has the focus. */
export function DataRow<R>(props: DataRowProps<R>) {
  const { id, index, top, template, columns, row, active, tone, onClick, onDoubleClick } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={active}
      className="g-row"
      data-tone={tone}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={onClick}
      onDoubleClick={onDoubleClick}
    >
      {columns.map(column => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div key={column.key} role="gridcell" className="g-cell" data-align={column.align ?? 'left'}>
          {column.render(row)}
        </div>
      ))}
    </div>
  )
}
