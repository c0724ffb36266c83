import { Modal } from '@mantine/core'
import type { ReactNode } from 'react'

type DecisionDialogProps = {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A dialog for one decision. Escape closes it and nothing behind it, so the key is heard inside. */
export function DecisionDialog({ title, onClose, children }: DecisionDialogProps) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={480}
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      onKeyDown={event => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      {children}
    </Modal>
  )
}
