import { type Status, statusNames } from '../../electron/core/applications/statuses.ts'
import type { Tone } from './banner.tsx'
import { Icon, type IconName } from './icon.tsx'

/** Word, icon and colour of each status: a colour never stands alone. */
export const statusLook: Readonly<Record<Status, { readonly tone: Tone; readonly icon: IconName }>> = {
  1: { tone: 'neutral', icon: 'inbox' },
  2: { tone: 'info', icon: 'check' },
  3: { tone: 'bad', icon: 'ban' },
  4: { tone: 'info', icon: 'gear' },
  5: { tone: 'attention', icon: 'file-plus' },
  6: { tone: 'attention', icon: 'coin' },
  7: { tone: 'neutral', icon: 'undo' },
  8: { tone: 'bad', icon: 'stop' },
  9: { tone: 'good', icon: 'check' },
  10: { tone: 'good', icon: 'hand' },
}

/** Shorter words where a column has no room; the full ones are in the tooltip. */
const shortNames: Partial<Record<Status, string>> = {
  5: 'Yêu cầu bổ sung',
  6: 'Nghĩa vụ tài chính',
  7: 'Công dân rút',
}

/** A status of the portal as word, icon and colour. */
export function StatusBadge({ status, short = true }: { readonly status: Status; readonly short?: boolean }) {
  const look = statusLook[status]
  const full = statusNames[status]
  return (
    <Tag
      tone={look.tone}
      icon={look.icon}
      {...(short && shortNames[status] !== undefined ? { title: full } : {})}
    >
      {short ? (shortNames[status] ?? full) : full}
    </Tag>
  )
}

type TagProps = {
  readonly tone: Tone
  readonly icon: IconName
  readonly children: string
  readonly title?: string
}

/** Any short state as word, icon and colour. */
export function Tag({ tone, icon, children, title }: TagProps) {
  return (
    <span className={`g-tag g-${tone}`} title={title}>
      <Icon name={icon} size={14} />
      <span>{children}</span>
    </span>
  )
}
