import { ActionIcon, Tooltip } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { Attachment } from '../../electron/core/attachments/contract.ts'
import { dayOf, showDay } from '../../electron/core/calendar/day.ts'
import { messageOf } from '../api/api-error.ts'
import { call } from '../api/client.ts'
import { saveFile } from '../api/save-file.ts'
import { Banner } from '../ui/banner.tsx'
import { Icon } from '../ui/icon.tsx'
import { showBytes } from './attachment-words.ts'

type RowProps = {
  readonly attachment: Attachment
  readonly open: boolean
  readonly onOpen: () => void
  /** Null for those who may not. */
  readonly onRemove: (() => void) | null
  /** The preview, drawn while the row is open. */
  readonly children: ReactNode
}

/** One file, looked at in its place. */
export function AttachmentRow({ attachment, open, onOpen, onRemove, children }: RowProps) {
  const [failed, setFailed] = useState<unknown>(null)
  const { id, name, bytes, at, by } = attachment
  const download = () => {
    setFailed(null)
    call('attachments.content', { id }).then(saveFile, setFailed)
  }
  return (
    <li className="att-row">
      <div className="att-line">
        <button type="button" className="att-name" aria-expanded={open} onClick={onOpen}>
          <Icon name={open ? 'down' : 'right'} size={14} />
          <span>{name}</span>
        </button>
        <span className="app-soft app-small app-figures">
          {showBytes(bytes)} · {by}, {at.slice(11, 16)} ngày {showDay(dayOf(at))}
        </span>
        <span className="app-spring" />
        <Tooltip label="Tải về máy">
          <ActionIcon variant="subtle" color="gray" aria-label={`Tải về ${name}`} onClick={download}>
            <Icon name="download" />
          </ActionIcon>
        </Tooltip>
        {onRemove === null ? null : (
          <Tooltip label="Bỏ tệp này">
            <ActionIcon variant="subtle" color="gray" aria-label={`Bỏ ${name}`} onClick={onRemove}>
              <Icon name="delete" />
            </ActionIcon>
          </Tooltip>
        )}
      </div>
      {failed === null ? null : <Banner tone="bad">{messageOf(failed)}</Banner>}
      {open ? children : null}
    </li>
  )
}
