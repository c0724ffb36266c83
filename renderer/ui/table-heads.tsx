import { type KeyboardEvent, type PointerEvent, useState } from 'react'
import { Icon } from './icon.tsx'
import { frozenEdges, type HeadingWork, type RowTicks, type TableColumn, tickWidth } from './table-column.ts'

type HeadsProps<R> = HeadingWork & {
  readonly columns: readonly TableColumn<R>[]
  readonly template: string
  readonly ticks?: RowTicks<R> | undefined
}

const keyStep = 16
const narrowest = 56

/** The headings: Tab leads to them once, ←→ between them; Enter sorts, Shift+←→ widens, Alt+←→ moves a column. */
export function TableHeads<R>({ columns, template, ticks, onSort, onWiden, onShift }: HeadsProps<R>) {
  const [at, setAt] = useState(0)
  const edges = frozenEdges(columns, ticks === undefined ? 0 : tickWidth)
  const press = (event: KeyboardEvent<HTMLElement>, index: number) => {
    const by = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
    const column = columns[index]
    if (by === 0 || event.ctrlKey || column === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey)
      onWiden?.(column.key, Math.max(narrowest, widthOf(event.currentTarget) + by * keyStep))
    else if (event.altKey) onShift?.(column.key, by)
    if (event.shiftKey) return
    const next = Math.max(0, Math.min(columns.length - 1, index + by))
    setAt(next)
    const buttons = event.currentTarget.closest('[role=row]')?.querySelectorAll<HTMLElement>('.g-heading')
    if (!event.altKey) buttons?.[next]?.focus()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    <div role="rowgroup" className="g-table-head">
      {/* biome-ignore lint/a11y/useSemanticElements: as above */}
      {/* biome-ignore lint/a11y/useFocusableInteractive: the grid itself has the focus */}
      <div role="row" aria-rowindex={1} className="g-row" style={{ gridTemplateColumns: template }}>
        {ticks === undefined ? null : <TickAll ticks={ticks} />}
        {columns.map((column, index) => (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: as above
          <div
            key={column.key}
            role="columnheader"
            className="g-cell"
            data-align={column.align ?? 'left'}
            {...(column.sorted === undefined ? {} : { 'aria-sort': column.sorted })}
            {...(edges[index] === undefined ? {} : { 'data-frozen': true, style: { left: edges[index] } })}
          >
            {onSort === undefined && onWiden === undefined ? (
              column.heading
            ) : (
              <button
                type="button"
                className="g-heading"
                tabIndex={index === Math.min(at, columns.length - 1) ? 0 : -1}
                title={tipOf(column)}
                onFocus={() => setAt(index)}
                onKeyDown={event => press(event, index)}
                onClick={() => {
                  if (column.sorted !== undefined) onSort?.(column.key)
                }}
              >
                <span>{column.heading}</span>
                {column.sorted === 'ascending' ? <Icon name="sort-up" size={14} /> : null}
                {column.sorted === 'descending' ? <Icon name="sort-down" size={14} /> : null}
              </button>
            )}
            {onWiden === undefined ? null : <Edge onWiden={width => onWiden(column.key, width)} />}
          </div>
        ))}
      </div>
    </div>
  )
}

function tipOf({ heading, sorted }: TableColumn<never>): string {
  if (sorted === undefined) return `${heading}. Shift+←→: đổi độ rộng; Alt+←→: đổi chỗ`
  const next = sorted === 'ascending' ? 'theo thứ tự ngược lại' : ''
  return `Sắp xếp theo ${heading} ${next}`.trim().concat('. Shift+←→: đổi độ rộng; Alt+←→: đổi chỗ')
}

const widthOf = (inside: HTMLElement): number =>
  inside.closest('[role=columnheader]')?.getBoundingClientRect().width ?? narrowest

/** The right edge of a heading, drawn by the pointer; the keyboard has Shift+←→ on the heading. */
function Edge({ onWiden }: { readonly onWiden: (width: number) => void }) {
  const draw = (event: PointerEvent<HTMLElement>) => {
    event.preventDefault()
    event.stopPropagation()
    const edge = event.currentTarget
    const cell = edge.parentElement
    if (cell === null) return
    const from = event.clientX
    const before = cell.getBoundingClientRect().width
    const widthAt = (x: number) => Math.round(Math.max(narrowest, before + x - from))
    edge.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) => onWiden(widthAt(moved.clientX))
    const end = () => edge.removeEventListener('pointermove', move)
    edge.addEventListener('pointermove', move)
    edge.addEventListener('pointerup', end, { once: true })
    edge.addEventListener('pointercancel', end, { once: true })
  }
  return <span className="g-edge" aria-hidden="true" onPointerDown={draw} />
}

function TickAll<R>({ ticks }: { readonly ticks: RowTicks<R> }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    // biome-ignore lint/a11y/useFocusableInteractive: the checkbox inside has the focus
    <div role="columnheader" className="g-cell g-tick" data-frozen="true" style={{ left: 0 }}>
      <input
        type="checkbox"
        aria-label="Chọn tất cả hồ sơ của danh sách"
        title="Chọn tất cả (Ctrl+A)"
        checked={ticks.all === 'all'}
        ref={box => {
          if (box !== null) box.indeterminate = ticks.all === 'some'
        }}
        onChange={() => ticks.onTickAll(ticks.all !== 'all')}
      />
    </div>
  )
}
