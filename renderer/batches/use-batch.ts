import { useEffect, useRef } from 'react'
import type { BatchReport } from '../../electron/core/batches/contract.ts'
import type { Input } from '../api/names.ts'
import { type Job, useJob } from '../api/use-job.ts'

export type BatchTask = Input<'batches.run'>
/** A batch that has ended: its job, what was done ("phân công"), and to how many. */
export type BatchDone = {
  readonly jobId: string
  readonly kind: BatchTask['action']['kind']
  readonly verb: string
  readonly report: BatchReport
}

export type BatchDialogProps = {
  readonly selection: BatchTask['selection']
  /** "120 hồ sơ" */
  readonly words: string
  readonly onClose: () => void
  readonly onDone: (done: BatchDone) => void
}

export type Batch = Job<'batches.run'> & {
  readonly run: (action: BatchTask['action'], verb: string) => Promise<unknown>
}

/** Runs one batch over what is ticked; a batch that was stopped or refused leaves the dialog open with the reason. */
export function useBatch({ selection, onDone }: BatchDialogProps): Batch {
  const job = useJob('batches.run')
  const asked = useRef<Pick<BatchDone, 'kind' | 'verb'>>({ kind: 'assign', verb: '' })
  const tell = useRef(onDone)
  useEffect(() => {
    tell.current = onDone
  })
  const { result, jobId } = job
  useEffect(() => {
    if (result !== null && jobId !== null) tell.current({ jobId, ...asked.current, report: result })
  }, [result, jobId])
  return {
    ...job,
    run: (action, words) => {
      asked.current = { kind: action.kind, verb: words }
      return job.start({ selection, action })
    },
  }
}
