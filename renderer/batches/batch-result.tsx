import { Button } from '@mantine/core'
import type { BatchRefusal, BatchReport } from '../../electron/core/batches/contract.ts'
import type { JobStatus } from '../../electron/core/jobs/contract.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { showNumber } from '../ui/number-text.ts'
import type { TableColumn } from '../ui/table-column.ts'
import { BatchPapersOf } from './batch-papers.tsx'
import { doneWords, reasonsOf } from './batch-words.ts'
import { UndoBatch } from './undo-batch.tsx'

type BatchResultProps = {
  readonly jobId: string
  readonly onClose: () => void
  readonly onOpen: (id: number) => void
  /** Another result takes this one's place: that of taking it back. */
  readonly onJob: (jobId: string) => void
}

export const refusalColumns: readonly TableColumn<BatchRefusal>[] = [
  {
    key: 'code',
    heading: 'Mã hồ sơ',
    width: 230,
    render: ({ dossierCode }) => (dossierCode === '' ? 'Không còn trong sổ' : dossierCode),
  },
  {
    key: 'reason',
    heading: 'Lý do không làm được',
    width: 'minmax(320px, 1fr)',
    render: ({ reason }) => <span title={reason}>{reason}</span>,
  },
]

/** What a batch did not do, file by file, each with its reason. */
export function BatchResult({ jobId, ...rest }: BatchResultProps) {
  const ask = useAsk('jobs.status', { id: jobId })
  return (
    <section className="bt-result" aria-label="Kết quả xử lý hàng loạt">
      <div className="bt-result-head">
        <Button variant="subtle" leftSection={<Icon name="left" />} onClick={rest.onClose}>
          Về danh sách
        </Button>
      </div>
      <Answered ask={ask}>{status => <Report status={status} {...rest} />}</Answered>
    </section>
  )
}

function Report({ status, onOpen, onJob }: Omit<BatchResultProps, 'jobId'> & { readonly status: JobStatus }) {
  const report = reportOf(status)
  if (report === null) {
    return (
      <EmptyState icon="help" title="Không còn kết quả của lần xử lý này">
        Về danh sách và lọc lại để xem tình trạng hồ sơ.
      </EmptyState>
    )
  }
  const undoing = status.operation === 'batches.undo'
  const reasons = reasonsOf(report.refused)
  return (
    <>
      <Banner
        tone={report.refused.length > 0 ? 'attention' : 'good'}
        {...(undoing || report.done === 0
          ? {}
          : {
              action: (
                <span className="bt-banner-action">
                  <BatchPapersOf batchId={report.batchId} />
                  <UndoBatch batchId={report.batchId} onUndone={onJob} />
                </span>
              ),
            })}
      >
        {doneWords(undoing ? 'hoàn tác' : 'thực hiện', report)} Các hồ sơ dưới đây giữ nguyên như trước.
      </Banner>
      {reasons.length < 2 ? null : (
        <ul className="bt-reasons">
          {reasons.map(({ reason, count }) => (
            <li key={reason}>
              <strong className="g-tabular">{showNumber(count)}</strong> {reason}
            </li>
          ))}
        </ul>
      )}
      <div className="bt-result-list">
        <DataTable
          label="Hồ sơ không làm được"
          columns={refusalColumns}
          rows={report.refused}
          rowKey={({ id }) => id}
          onOpen={({ id }) => onOpen(id)}
          openOnClick
          empty={<EmptyState icon="done" title="Mọi hồ sơ đã chọn đều làm được" />}
        />
      </div>
    </>
  )
}

/** The job of a batch keeps its report; any other job has none. */
function reportOf({ result, operation }: JobStatus): BatchReport | null {
  if (!operation.startsWith('batches.') || typeof result !== 'object' || result === null) return null
  return 'refused' in result && 'batchId' in result ? (result as BatchReport) : null // what a batch answers
}
