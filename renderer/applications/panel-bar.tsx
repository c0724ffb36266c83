import { ActionIcon, Button, Tooltip } from '@mantine/core'
import { Icon, type IconName } from '../ui/icon.tsx'

export type PanelControls = {
  /** The file stands alone on the page. */
  readonly whole: boolean
  readonly onClose: () => void
  /** Side panel ⇄ whole page; null where there is room for one only. */
  readonly onWhole: (() => void) | null
  readonly onPrevious: (() => void) | null
  readonly onNext: (() => void) | null
}

/** Where the panel goes: to the file before, the next one, the whole page, away. */
export function PanelBar({ whole, onClose, onWhole, onPrevious, onNext }: PanelControls) {
  return (
    <div className="app-panel-bar">
      {whole ? (
        <Button variant="subtle" leftSection={<Icon name="left" />} onClick={onClose}>
          Về danh sách
        </Button>
      ) : null}
      <span className="app-spring" />
      <Tool label="Hồ sơ trước (Alt+↑)" icon="up" onClick={onPrevious} />
      <Tool label="Hồ sơ sau (Alt+↓)" icon="down" onClick={onNext} />
      {onWhole === null ? null : (
        <Tool
          label={whole ? 'Mở cạnh danh sách' : 'Mở cả trang'}
          icon={whole ? 'collapse' : 'expand'}
          onClick={onWhole}
        />
      )}
      {whole ? null : <Tool label="Đóng (Esc)" icon="close" onClick={onClose} />}
    </div>
  )
}

type ToolProps = {
  readonly label: string
  readonly icon: IconName | 'up'
  readonly onClick: (() => void) | null
}

function Tool({ label, icon, onClick }: ToolProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="subtle"
        color="gray"
        size={32}
        aria-label={label}
        disabled={onClick === null}
        onClick={() => onClick?.()}
      >
        {icon === 'up' ? (
          <span className="app-turned">
            <Icon name="down" />
          </span>
        ) : (
          <Icon name={icon} />
        )}
      </ActionIcon>
    </Tooltip>
  )
}
