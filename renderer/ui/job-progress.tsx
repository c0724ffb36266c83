import { Button, Progress } from '@mantine/core'
import type { JobStatus } from '../../electron/core/jobs/contract.ts'
import { showNumber } from './number-text.ts'

type JobProgressProps = {
  /** What runs, before the job has said so itself. */
  readonly label: string
  readonly status: JobStatus | null
  /** Without it there is no button to stop the job. */
  readonly onCancel?: () => void
}

/** Long work under way: what, how far, and a way to stop it that leaves no trace. */
export function JobProgress({ label, status, onCancel }: JobProgressProps) {
  const total = status?.total ?? 0
  const done = status?.done ?? 0
  const share = total > 0 ? Math.min(100, (done / total) * 100) : 0
  const words = status !== null && status.label !== '' ? status.label : label
  return (
    <div className="g-job" role="status">
      <div className="g-job-words">
        <strong>{words}</strong>
        <span className="g-tabular g-soft">
          {total > 0 ? `${showNumber(done)} / ${showNumber(total)}` : 'đang chuẩn bị'}
        </span>
      </div>
      <Progress value={total > 0 ? share : 100} animated={total === 0} aria-label={words} size="md" />
      {onCancel === undefined ? null : (
        <div>
          <Button variant="default" onClick={onCancel}>
            Dừng lại
          </Button>
        </div>
      )}
    </div>
  )
}
