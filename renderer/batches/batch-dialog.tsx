import type { ReactNode } from 'react'
import { DecisionDialog } from '../applications/decision-dialog.tsx'
import { Banner } from '../ui/banner.tsx'
import { FormError } from '../ui/form.tsx'
import { JobProgress } from '../ui/job-progress.tsx'
import type { Batch } from './use-batch.ts'

type BatchFrameProps = {
  readonly title: string
  readonly batch: Batch
  readonly onClose: () => void
  /** The form; it gives way to the progress while the batch runs. */
  readonly children: ReactNode
}

/** The dialog of one batch: what to do, then how far it is. */
export function BatchFrame({ title, batch, onClose, children }: BatchFrameProps) {
  const { running } = batch
  return (
    <DecisionDialog title={title} onClose={() => (running ? undefined : onClose())}>
      {running ? <JobProgress label={title} status={batch.status} onCancel={batch.cancel} /> : null}
      <div className="g-dialog" hidden={running}>
        {batch.cancelled ? (
          <Banner tone="info">Đã dừng theo yêu cầu. Chưa có hồ sơ nào thay đổi.</Banner>
        ) : null}
        <FormError error={batch.error} />
        {children}
      </div>
    </DecisionDialog>
  )
}
