import { Button, Modal } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { FormError } from './form.tsx'
import { takeMarkAlong, useLostEscape } from './kept-focus.ts'

type ConfirmDialogProps = {
  readonly opened: boolean
  readonly title: string
  /** What will happen, and whether it can be undone. */
  readonly children: ReactNode
  /** The verb on the button: "Dừng sử dụng lý do", never "OK". */
  readonly verb: string
  readonly danger?: boolean
  readonly onConfirm: () => Promise<unknown> | undefined
  readonly onClose: () => void
}

/** A decision; it stays open and says why when the core refuses. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { opened, title, children, verb, danger = false, onConfirm, onClose } = props
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<unknown>(null)
  const close = () => {
    setProblem(null)
    onClose()
  }
  useLostEscape(opened, close)
  const confirm = async () => {
    setBusy(true)
    setProblem(null)
    try {
      await onConfirm()
      onClose()
    } catch (error) {
      setProblem(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={title}
      closeButtonProps={{ 'aria-label': 'Đóng' }}
      onFocus={takeMarkAlong}
    >
      <div className="g-dialog">
        {children}
        <FormError error={problem} />
        <div className="g-form-footer">
          <Button variant="default" onClick={close}>
            Quay lại
          </Button>
          <Button
            color={danger ? 'red' : 'blue'}
            loading={busy}
            onClick={() => void confirm()}
            data-autofocus
          >
            {verb}
          </Button>
        </div>
      </div>
    </Modal>
  )
}
