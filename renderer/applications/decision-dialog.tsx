import { Modal } from '@mantine/core'
import { type ReactNode, useEffect, useState } from 'react'
import { takeMarkAlong, useLostEscape } from '../ui/kept-focus.ts'
import { isComposing } from '../ui/keys.ts'

type DecisionDialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog for one decision. Escape closes it and nothing behind it, so the key is heard inside. */
export function DecisionDialog({ title, onClose, children }: DecisionDialogProps) {
  const [before] = useState(() => document.activeElement)
  useLostEscape(true, onClose)
  useEffect(
    () => () => {
      // it is taken away as a whole, so the keys go back to where they were by our own hand
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
    },
    [before],
  )
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={480}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      onFocus={takeMarkAlong}
      onKeyDown={event => {
        if (isComposing(event)) {
          // the Tab that ends a word must not move on inside the dialog
          event.stopPropagation()
          return
        }
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
    </Modal>
  )
}
