import { Button, Popover } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { Icon, type IconName } from '../ui/icon.tsx'
import { takeMarkAlong } from '../ui/kept-focus.ts'

type FilterPopoverProps = {
  readonly label: string
  /** What is chosen, said on the button itself. */
  readonly chosen: string | null
  readonly icon?: IconName
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens choices of one filter; Escape closes them and nothing behind them. */
export function FilterPopover({ label, chosen, icon, children }: FilterPopoverProps) {
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus withinPortal>
      <Popover.Target>
        <Button
          variant="default"
          className="app-filter"
          data-chosen={chosen !== null}
          aria-expanded={opened}
          {...(icon === undefined ? {} : { leftSection: <Icon name={icon} /> })}
          rightSection={<Icon name="down" size={14} />}
          onClick={() => setOpened(before => !before)}
        >
          {chosen === null ? label : `${label}: ${chosen}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown
        aria-label={label}
        onFocus={takeMarkAlong}
        onKeyDown={event => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          close()
        }}
      >
        {children(close)}
      </Popover.Dropdown>
    </Popover>
  )
}
