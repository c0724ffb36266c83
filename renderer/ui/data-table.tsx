import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isComposing } from './keys.ts'
import { stepRow } from './row-step.ts'
import type { TableColumn } from './table-column.ts'
import { DataRow } from './table-row.tsx'

export type { TableColumn } from './table-column.ts'

export type DataTableProps<R> = {
  /** What the list holds, for screen readers: "Danh sách hồ sơ". */
  readonly label: string
  readonly columns: readonly TableColumn<R>[]
  readonly rows: readonly R[]
  readonly rowKey: (row: R) => string | number
  /** Enter or a double click; with `openOnSelect` also a single click and ↑↓. */
  readonly onOpen?: (row: R) => void
  /** The row chosen from outside (the file in the side panel). */
  readonly selected?: string | number | null
  readonly onSelect?: (row: R) => void
  readonly openOnClick?: boolean
  /** The end of the rows comes into view: ask for the next page. */
  readonly onEnd?: () => void
  readonly more?: boolean
  /** In place of rows. */
  readonly empty?: ReactNode
  readonly rowTone?: (row: R) => 'muted' | 'bad' | 'attention' | undefined
  /** Height in pixels or CSS; by default it fills its frame. */
  readonly height?: number | string
  readonly autoFocus?: boolean
}

const rowHeight = 32
const seen = 12

/** A list of any length: only visible rows are drawn; ↑↓ PageUp PageDown Home End move, Enter opens. */
export function DataTable<R>(props: DataTableProps<R>) {
  const {
    label,
    columns,
    rows,
    rowKey,
    onOpen,
    selected,
    onSelect,
    onEnd,
    more = false,
    empty,
    rowTone,
  } = props
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const [at, setAt] = useState(0)
  const given =
    selected === undefined || selected === null ? -1 : rows.findIndex(row => rowKey(row) === selected)
  const active = Math.min(given >= 0 ? given : at, rows.length - 1)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: seen,
    // the head stays on top of the rows
    scrollMargin: rowHeight,
    scrollPaddingStart: rowHeight,
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1

  useEffect(() => {
    if (more && last >= rows.length - seen) onEnd?.()
  }, [more, last, rows.length, onEnd])
  useEffect(() => {
    if (props.autoFocus === true) frame.current?.focus()
  }, [props.autoFocus])

  const select = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setAt(index)
    onSelect?.(row)
    virtual.scrollToIndex(index)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.ctrlKey || event.altKey || event.target !== frame.current) return
    const row = rows[active]
    if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) {
      event.preventDefault()
      onOpen(row)
      return
    }
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2)
    const next = stepRow(event.key, active, rows.length, page)
    if (next === null) return
    event.preventDefault()
    select(next)
  }
  if (rows.length === 0) return <div className="g-table">{empty}</div>
  const template = columns.map(c => (typeof c.width === 'number' ? `${c.width}px` : c.width)).join(' ')
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    <div
      ref={frame}
      className="g-table"
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-activedescendant={`${id}-${active}`}
      tabIndex={0}
      style={{ height: props.height ?? '100%' }}
      onKeyDown={press}
    >
      <Heads columns={columns} template={template} />
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      <div role="rowgroup" className="g-table-body" style={{ height: virtual.getTotalSize() }}>
        {items.map(item => {
          const row = rows[item.index]
          if (row === undefined) return null
          return (
            <DataRow
              key={rowKey(row)}
              id={`${id}-${item.index}`}
              index={item.index}
              top={item.start - rowHeight}
              template={template}
              columns={columns}
              row={row}
              active={item.index === active}
              tone={rowTone?.(row)}
              onClick={() => {
                select(item.index)
                if (props.openOnClick === true) onOpen?.(row)
              }}
              onDoubleClick={() => onOpen?.(row)}
            />
          )
        })}
      </div>
    </div>
  )
}

function Heads<R>({ columns, template }: Pick<DataTableProps<R>, 'columns'> & { readonly template: string }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above
    <div role="rowgroup" className="g-table-head">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
      <div role="row" aria-rowindex={1} className="g-row" style={{ gridTemplateColumns: template }}>
        {columns.map(column => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus
          <div key={column.key} role="columnheader" className="g-cell" data-align={column.align ?? 'left'}>
            {column.heading}
          </div>
        ))}
      </div>
    </div>
  )
}
