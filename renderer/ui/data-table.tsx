import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { isComposing } from './keys.ts'
import { stepRow } from './row-step.ts'
import { keepScroll, scrollOf } from './scroll-memory.ts'
import { type HeadingWork, type RowTicks, type TableColumn, templateOf } from './table-column.ts'
import { TableHeads } from './table-heads.tsx'
import { DataRow } from './table-row.tsx'
import { between, stretch } from './table-ticks.ts'

export type { TableColumn } from './table-column.ts'

export type DataTableProps<R> = HeadingWork & {
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
  /** Other rows are on their way: these are only looked at, so that no key or click means a row that goes. */
  readonly waiting?: boolean
  /** In place of rows. */
  readonly empty?: ReactNode
  readonly rowTone?: (row: R) => 'muted' | 'bad' | 'attention' | undefined
  /** Height in pixels or CSS; by default it fills its frame. */
  readonly height?: number | string
  readonly autoFocus?: boolean
  readonly rowHeight?: number
  /** Rows can be ticked: a box in front of each, Space, Shift+↑↓, Ctrl+A. */
  readonly ticks?: RowTicks<R>
  /** The place in the list is kept under this name while the window is open. */
  readonly memory?: string
  /** How many rows there are, also those not loaded; null: nobody knows. */
  readonly total?: number | null
}

const headHeight = 32
const seen = 12

/** A list of any length: only visible rows are drawn; ↑↓ PageUp PageDown Home End move, Enter opens. */
export function DataTable<R>(props: DataTableProps<R>) {
  const { label, columns, rows, rowKey, selected, onEnd, more = false, memory, waiting = false } = props
  const { onOpen, onSelect, ticks } = waiting ? onlyLookedAt(props) : props
  const { rowHeight = 32, total } = props
  const id = useId()
  const frame = useRef<HTMLDivElement>(null)
  const anchor = useRef<number | null>(null)
  const { active, setActive } = useActive(rows, rowKey, selected)
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: seen,
    // the head stays on top of the rows
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    initialOffset: () => scrollOf(memory),
  })
  const items = virtual.getVirtualItems()
  const last = items.at(-1)?.index ?? -1

  useEffect(() => {
    if (more && last >= rows.length - seen) onEnd?.()
  }, [more, last, rows.length, onEnd])
  useEffect(() => {
    if (props.autoFocus === true) frame.current?.focus()
  }, [props.autoFocus])
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows of another height are measured anew
  useEffect(() => virtual.measure(), [rowHeight])
  const remembered = useRef(memory)
  useEffect(() => {
    if (remembered.current === memory) return
    remembered.current = memory
    anchor.current = null
    virtual.scrollToOffset(scrollOf(memory))
  }, [memory, virtual])

  const select = (index: number) => {
    const row = rows[index]
    if (row === undefined) return
    setActive(index)
    onSelect?.(row)
    virtual.scrollToIndex(index)
  }
  const tick = (index: number, shift: boolean) => {
    const row = rows[index]
    if (row === undefined || ticks === undefined) return
    if (shift && anchor.current !== null) ticks.onTick(between(rows, anchor.current, index), [])
    else if (ticks.has(row)) ticks.onTick([], [row])
    else ticks.onTick([row], [])
    anchor.current = index
    setActive(index)
    frame.current?.focus()
  }
  const stretchTo = (index: number) => {
    const from = anchor.current ?? active
    anchor.current = from
    const { on, off } = stretch(rows, from, active, index)
    ticks?.onTick(on, off)
    setActive(index)
    virtual.scrollToIndex(index)
  }
  /** Keys of a list whose rows can be ticked; true when the key was one of them. */
  const tickPress = (event: KeyboardEvent): boolean => {
    if (ticks === undefined) return false
    if (event.ctrlKey && event.key.toLowerCase() === 'a') ticks.onTickAll(true)
    else if (event.key === ' ' && !event.ctrlKey) tick(active, event.shiftKey)
    else return false
    return true
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.altKey || event.target !== frame.current) return
    const row = rows[active]
    if (tickPress(event)) {
      event.preventDefault()
      return
    }
    if (event.ctrlKey) return
    if (event.key === 'Enter' && row !== undefined && onOpen !== undefined) {
      event.preventDefault()
      onOpen(row)
      return
    }
    const page = Math.max(1, Math.floor((frame.current?.clientHeight ?? 0) / rowHeight) - 2)
    const next = stepRow(event.key, active, rows.length, page)
    if (next === null) return
    event.preventDefault()
    if (event.shiftKey && ticks !== undefined) stretchTo(next)
    else {
      anchor.current = null
      select(next)
    }
  }
  if (rows.length === 0) return <div className="g-table">{props.empty}</div>
  const template = templateOf(columns, ticks !== undefined)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a virtual list cannot be a table element
    <div
      ref={frame}
      className="g-table"
      role="grid"
      aria-label={label}
      aria-busy={waiting}
      aria-rowcount={total === null ? -1 : (total ?? rows.length) + 1}
      aria-activedescendant={`${id}-${active}`}
      {...(ticks === undefined ? {} : { 'aria-multiselectable': true })}
      tabIndex={0}
      style={{ height: props.height ?? '100%', ['--row' as string]: `${rowHeight}px` }} // a CSS variable is no known property
      onKeyDown={press}
      onScroll={event => {
        if (memory !== undefined) keepScroll(memory, event.currentTarget.scrollTop)
      }}
    >
      <TableHeads columns={columns} template={template} ticks={ticks} {...headingWork(props)} />
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
              top={item.start - headHeight}
              template={template}
              columns={columns}
              row={row}
              active={item.index === active}
              tone={props.rowTone?.(row)}
              ticks={ticks}
              onTick={shift => tick(item.index, shift)}
              onClick={() => {
                anchor.current = item.index
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

function onlyLookedAt<R>({
  ticks,
}: DataTableProps<R>): Pick<DataTableProps<R>, 'onOpen' | 'onSelect' | 'ticks'> {
  const nothing = () => undefined
  return ticks === undefined ? {} : { ticks: { ...ticks, onTick: nothing, onTickAll: nothing } }
}

function headingWork({ onSort, onWiden, onShift }: HeadingWork): HeadingWork {
  return {
    ...(onSort === undefined ? {} : { onSort }),
    ...(onWiden === undefined ? {} : { onWiden }),
    ...(onShift === undefined ? {} : { onShift }),
  }
}

/** The active row stays the same one when rows come or go above it. */
function useActive<R>(
  rows: readonly R[],
  rowKey: (row: R) => string | number,
  selected: string | number | null | undefined,
) {
  const [at, setAt] = useState<{ readonly index: number; readonly key: string | number | null }>({
    index: 0,
    key: selected ?? null,
  })
  const [told, setTold] = useState(selected)
  let here = at
  if (told !== selected) {
    setTold(selected)
    if (selected !== null && selected !== undefined) {
      here = { index: at.index, key: selected }
      setAt(here)
    }
  }
  const same = rows[here.index]
  const found =
    here.key === null || (same !== undefined && rowKey(same) === here.key)
      ? here.index
      : rows.findIndex(row => rowKey(row) === here.key)
  const active = Math.max(0, Math.min(found < 0 ? here.index : found, rows.length - 1))
  const setActive = (index: number) => {
    const row = rows[index]
    setAt({ index, key: row === undefined ? null : rowKey(row) })
  }
  return { active, setActive }
}
