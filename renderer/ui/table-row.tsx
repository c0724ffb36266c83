import type { PointerEvent } from 'react'
import { frozenEdges, type RowTicks, type TableColumn, tickWidth } from './table-column.ts'

type DataRowProps<R> = {
  readonly id: string
  readonly index: number
  readonly top: number
  readonly template: string
  readonly columns: readonly TableColumn<R>[]
  readonly row: R
  readonly active: boolean
  readonly tone: 'muted' | 'bad' | 'attention' | undefined
  readonly ticks?: RowTicks<R> | undefined
  readonly onTick: (shift: boolean) => void
  readonly onClick: () => void
  readonly onDoubleClick: () => void
}

/** What a narrow column cuts off can be read under the pointer. */
function tellWhole({ currentTarget: cell }: PointerEvent<HTMLDivElement>): void {
  if (cell.scrollWidth > cell.clientWidth) cell.title = cell.textContent
  else cell.removeAttribute('title')
}

/** One visible row of a `DataTable`. The keyboard is heard by the grid, which has the focus. */
export function DataRow<R>(props: DataRowProps<R>) {
  const { id, index, top, template, columns, row, active, tone, ticks, onTick } = props
  const edges = frozenEdges(columns, ticks === undefined ? 0 : tickWidth)
  const ticked = ticks?.has(row) ?? false
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the grid has the focus and names the active row
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid hears the keys
    <div
      id={id}
      role="row"
      aria-rowindex={index + 2}
      aria-selected={ticks === undefined ? active : ticked}
      className="g-row"
      data-active={active}
      data-ticked={ticked}
      data-tone={tone}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={props.onClick}
      onDoubleClick={props.onDoubleClick}
    >
      {ticks === undefined ? null : (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        // biome-ignore lint/a11y/useKeyWithClickEvents: Space ticks the active row
        <div
          role="gridcell"
          className="g-cell g-tick"
          data-frozen="true"
          style={{ left: 0 }}
          // the grid keeps the focus, and so the keyboard
          onMouseDown={event => event.preventDefault()}
          onClick={event => {
            event.stopPropagation()
            onTick(event.shiftKey)
          }}
          onDoubleClick={event => event.stopPropagation()}
        >
          <input type="checkbox" tabIndex={-1} readOnly checked={ticked} aria-label={ticks.name(row)} />
        </div>
      )}
      {columns.map((column, at) => (
        // biome-ignore lint/a11y/useSemanticElements: as above
        // biome-ignore lint/a11y/useFocusableInteractive: as above
        <div
          key={column.key}
          role="gridcell"
          className="g-cell"
          data-align={column.align ?? 'left'}
          onPointerEnter={tellWhole}
          {...(edges[at] === undefined ? {} : { 'data-frozen': true, style: { left: edges[at] } })}
        >
          {column.render(row)}
        </div>
      ))}
    </div>
  )
}
