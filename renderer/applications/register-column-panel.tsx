import { ActionIcon, Button, Checkbox, SegmentedControl, Tooltip } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { type RegisterColumn, registerColumns } from '../../electron/core/applications/contract.ts'
import { Icon, type IconName } from '../ui/icon.tsx'
import { FilterPopover } from './filter-popover.tsx'
import { choose, everyColumn, shift } from './register-layout.ts'
import { type RegisterLayout, rowHeights } from './use-register-layout.ts'

const heightWords = { 28: 'Sít', 32: 'Vừa', 40: 'Thoáng' } as const

/** Which columns stand in the list, in which order, how many of them stay, how high the rows are. */
export function ColumnPanel({ columns }: { readonly columns: RegisterLayout }) {
  const { layout, change } = columns
  const hidden = everyColumn.filter(key => layout.columns.every(one => one.key !== key))
  const list = useRef<HTMLUListElement>(null)
  const ticked = useRef<RegisterColumn | null>(null)
  useEffect(() => {
    // a box that is ticked moves to another line, and the focus of the keyboard goes with it
    if (ticked.current === null) return
    list.current?.querySelector<HTMLElement>(`[data-column="${ticked.current}"] input`)?.focus()
    ticked.current = null
  })
  const tick = (key: RegisterColumn, shown: boolean) => {
    ticked.current = key
    change(choose(layout, key, shown))
  }
  return (
    <FilterPopover label="Cột" chosen={null} icon="columns">
      {() => (
        <div className="app-columns">
          <ul ref={list} aria-label="Cột đang hiển thị">
            {layout.columns.map(({ key }, at) => (
              <li key={key} data-column={key} data-frozen={at < layout.frozen}>
                <Checkbox
                  checked
                  label={registerColumns[key]}
                  disabled={layout.columns.length === 1}
                  onChange={() => tick(key, false)}
                />
                <Tool
                  column={key}
                  what="lên trước"
                  icon="up"
                  off={at === 0}
                  onClick={() => change(shift(layout, key, -1))}
                />
                <Tool
                  column={key}
                  what="ra sau"
                  icon="down"
                  off={at === layout.columns.length - 1}
                  onClick={() => change(shift(layout, key, 1))}
                />
                <Tool
                  column={key}
                  what={at < layout.frozen ? 'bỏ cố định' : 'cố định đến cột này'}
                  icon="pin"
                  pressed={at < layout.frozen}
                  onClick={() => change({ ...layout, frozen: at < layout.frozen ? at : at + 1 })}
                />
              </li>
            ))}
            {hidden.map(key => (
              <li key={key} data-column={key}>
                <Checkbox checked={false} label={registerColumns[key]} onChange={() => tick(key, true)} />
              </li>
            ))}
          </ul>
          <p className="app-soft">Kéo mép tiêu đề để đổi độ rộng, hoặc Shift+←→ trên tiêu đề.</p>
          <div className="app-columns-foot">
            <SegmentedControl
              aria-label="Chiều cao dòng"
              value={String(columns.rowHeight)}
              data={rowHeights.map(height => ({ value: String(height), label: heightWords[height] }))}
              onChange={value =>
                columns.setRowHeight(rowHeights.find(height => String(height) === value) ?? 32)
              }
            />
            <Button variant="subtle" disabled={!columns.own} onClick={columns.reset}>
              Về mặc định
            </Button>
          </div>
        </div>
      )}
    </FilterPopover>
  )
}

type ToolProps = {
  readonly column: RegisterColumn
  readonly what: string
  readonly icon: IconName
  readonly off?: boolean
  readonly pressed?: boolean
  readonly onClick: () => void
}

function Tool({ column, what, icon, off = false, pressed, onClick }: ToolProps) {
  const label = `${registerColumns[column]}: ${what}`
  return (
    <Tooltip label={what.charAt(0).toUpperCase() + what.slice(1)}>
      <ActionIcon
        variant={pressed === true ? 'light' : 'subtle'}
        color={pressed === true ? 'blue' : 'gray'}
        size={26}
        aria-label={label}
        {...(pressed === undefined ? {} : { 'aria-pressed': pressed })}
        disabled={off}
        onClick={onClick}
      >
        <Icon name={icon} size={15} />
      </ActionIcon>
    </Tooltip>
  )
}
