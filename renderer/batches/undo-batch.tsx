import { Button } from '@mantine/core'
import { useEffect, useRef } from 'react'
import type { BatchReport } from '../../electron/core/batches/contract.ts'
import { useMay } from '../api/me.ts'
import { useJob } from '../api/use-job.ts'
import { useAsk } from '../api/use-query.ts'
import { FormError } from '../ui/form.tsx'
import { Icon } from '../ui/icon.tsx'

type UndoBatchProps = {
  readonly batchId: number
  readonly onUndone: (jobId: string, report: BatchReport) => void
}

/** Takes a whole batch back; files changed since stay as they are and are listed. */
export function UndoBatch({ batchId, onUndone }: UndoBatchProps) {
  const may = useMay()
  const undo = useJob('batches.undo')
  const tell = useRef(onUndone)
  useEffect(() => {
    tell.current = onUndone
  })
  const { result, jobId } = undo
  useEffect(() => {
    if (result !== null && jobId !== null) tell.current(jobId, result)
  }, [result, jobId])
  // slips that are numbered and printed are not taken back
  const { data } = useAsk('batches.get', { id: batchId })
  const offered = may('batches.undo') && data?.undoable === true
  return (
    <>
      {/* why it was refused stands even where it is no longer offered: somebody else was first */}
      <FormError error={undo.error} />
      {offered ? (
        <Button
          variant="default"
          leftSection={<Icon name="undo" />}
          loading={undo.running}
          onClick={() => void undo.start({ batchId })}
        >
          Hoàn tác
        </Button>
      ) : null}
    </>
  )
}
