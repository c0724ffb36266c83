import { Button } from '@mantine/core'
import { useState } from 'react'
import type { BatchReport } from '../../electron/core/batches/contract.ts'
import { Banner } from '../ui/banner.tsx'
import { say } from '../ui/said.tsx'
import { BatchPapersOf } from './batch-papers.tsx'
import { doneWords } from './batch-words.ts'
import { UndoBatch } from './undo-batch.tsx'
import type { BatchDone } from './use-batch.ts'

type BatchBannerProps = {
  readonly done: BatchDone
  /** The page that lists what could not be done. */
  readonly onReasons: (jobId: string) => void
  readonly onClose: () => void
}

/** Above the list, after a batch: what was done, and the way back. */
export function BatchBanner({ done, onReasons, onClose }: BatchBannerProps) {
  const [undone, setUndone] = useState<BatchReport | null>(null)
  const { report, verb, jobId } = done
  if (undone !== null) {
    return (
      <Banner tone="info" action={<CloseButton onClick={onClose} />}>
        {doneWords('hoàn tác', undone)}
      </Banner>
    )
  }
  return (
    <Banner
      tone={report.refused.length > 0 ? 'attention' : 'good'}
      action={
        <span className="bt-banner-action">
          {report.refused.length === 0 ? null : (
            <Button variant="default" onClick={() => onReasons(jobId)}>
              Xem lý do
            </Button>
          )}
          {report.done === 0 ? null : <BatchPapersOf batchId={report.batchId} />}
          {report.done === 0 ? null : (
            <UndoBatch
              batchId={report.batchId}
              onUndone={(undoJob, back) => {
                if (back.refused.length > 0) onReasons(undoJob)
                else say(doneWords('hoàn tác', back))
                setUndone(back)
              }}
            />
          )}
          <CloseButton onClick={onClose} />
        </span>
      }
    >
      {doneWords(verb, report)}
    </Banner>
  )
}

function CloseButton({ onClick }: { readonly onClick: () => void }) {
  return (
    <Button variant="subtle" color="gray" onClick={onClick}>
      Đóng
    </Button>
  )
}
