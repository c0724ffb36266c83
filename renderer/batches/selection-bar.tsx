import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useMay } from '../api/me.ts'
import { Icon } from '../ui/icon.tsx'
import { showNumber } from '../ui/number-text.ts'
import { AssignDialog } from './assign-dialog.tsx'
import { MoveManyDialog } from './move-many-dialog.tsx'
import { PostDialog } from './post-dialog.tsx'
import { PrintDialog } from './print-dialog.tsx'
import type { BatchDone, BatchTask } from './use-batch.ts'
import './batches.css'

type SelectionBarProps = {
  /** What is ticked, as a batch takes it. */
  readonly selection: BatchTask['selection']
  readonly count: number | null
  /** What else can be done with them, by the screen. */
  readonly more: ReactNode
  readonly onDone: (done: BatchDone) => void
  readonly onClear: () => void
}

const dialogs = { assign: AssignDialog, move: MoveManyDialog, post: PostDialog, print: PrintDialog } as const

/** How many files are ticked, and what can be done to all of them at once. */
export function SelectionBar({ selection, count, more, onDone, onClear }: SelectionBarProps) {
  const may = useMay()
  const [opened, setOpened] = useState<keyof typeof dialogs | null>(null)
  const Dialog = opened === null ? null : dialogs[opened]
  const words = count === null ? 'hơn 10.000 hồ sơ' : `${showNumber(count)} hồ sơ`
  return (
    <div className="bt-bar" role="toolbar" aria-label="Việc với các hồ sơ đã chọn">
      <strong aria-live="polite">Đã chọn {words}</strong>
      {may('batches.run') ? (
        <>
          <Button variant="default" leftSection={<Icon name="users" />} onClick={() => setOpened('assign')}>
            Phân công
          </Button>
          <Button variant="default" leftSection={<Icon name="move" />} onClick={() => setOpened('move')}>
            Chuyển bước
          </Button>
          <Button variant="default" leftSection={<Icon name="send" />} onClick={() => setOpened('post')}>
            Giao bưu chính
          </Button>
          <Button variant="default" leftSection={<Icon name="print" />} onClick={() => setOpened('print')}>
            In phiếu
          </Button>
        </>
      ) : null}
      {more}
      <Button variant="subtle" title="Bỏ chọn (Esc)" onClick={onClear}>
        Bỏ chọn
      </Button>
      {Dialog === null ? null : (
        <Dialog
          selection={selection}
          words={words}
          onClose={() => setOpened(null)}
          onDone={done => {
            setOpened(null)
            onDone(done)
          }}
        />
      )}
    </div>
  )
}
