import { TextInput } from '@mantine/core'
import { useRef } from 'react'
import { type Check, checkLabels } from '../../electron/core/checks/contract.ts'
import { quiet } from '../ui/field-kit.ts'
import { isComposing } from '../ui/keys.ts'

type NoteProps = {
  readonly check: Check
  readonly source: string | null
  readonly may: boolean
  readonly open: boolean
  readonly onOpen: () => void
  readonly onClose: () => void
  readonly onNote: (note: string | null) => void
}

/** Who looked, and what they found; the note is typed in its place. */
export function CheckNote({ check, source, may, open, onOpen, onClose, onNote }: NoteProps) {
  const input = useRef<HTMLInputElement>(null)
  const left = useRef(false)
  const label = `Ghi chú: ${checkLabels[check.item]}`
  const leave = (keeping: boolean) => {
    // taking the field away makes it lose the focus once more
    if (left.current) return
    left.current = true
    const note = input.current?.value.trim() ?? ''
    if (keeping && note !== (check.note ?? '')) onNote(note === '' ? null : note)
    onClose()
  }
  const verb = check.note === null ? 'Ghi chú' : 'Sửa ghi chú'
  if (open) {
    return (
      <div className="chk-note">
        <TextInput
          {...quiet}
          ref={input}
          size="xs"
          aria-label={label}
          placeholder="Ghi chú ngắn, Enter để lưu"
          defaultValue={check.note ?? ''}
          maxLength={300}
          autoFocus
          onFocus={() => {
            left.current = false
          }}
          onBlur={() => leave(true)}
          onKeyDown={event => {
            if (isComposing(event) || (event.key !== 'Enter' && event.key !== 'Escape')) return
            event.preventDefault()
            event.stopPropagation()
            leave(event.key === 'Enter')
          }}
        />
      </div>
    )
  }
  return (
    <div className="chk-note">
      {check.note === null ? null : <span>{check.note}</span>}
      {source === null ? null : <span className="app-soft app-small">{source}</span>}
      {may && check.by !== null ? (
        <button
          type="button"
          className="app-link app-small"
          aria-label={`${verb}: ${checkLabels[check.item]}`}
          onClick={onOpen}
        >
          {verb}
        </button>
      ) : null}
    </div>
  )
}
