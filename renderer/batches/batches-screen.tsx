import { useParams } from 'wouter'
import { EmptyState } from '../ui/empty-state.tsx'
import { PastBatch } from './past-batch.tsx'
import { PastBatches } from './past-batches.tsx'
import './batches.css'

/** What was done to many files at once: the list of it, or one time. */
export function BatchesScreen() {
  const { id } = useParams<{ id?: string }>()
  if (id === undefined) return <PastBatches />
  if (/^\d{1,12}$/.test(id)) return <PastBatch key={id} id={Number(id)} />
  return (
    <EmptyState icon="help" title="Không có lần làm hàng loạt này">
      Về danh sách hồ sơ và mở lại “Việc làm hàng loạt đã làm”.
    </EmptyState>
  )
}
