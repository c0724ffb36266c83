import { Button, Tooltip } from '@mantine/core'
import { useLocation } from 'wouter'
import type { PastBatch } from '../../electron/core/batches/contract.ts'
import { useAsk } from '../api/use-query.ts'
import { showMoment } from '../applications/history-lines.ts'
import { registerPath } from '../applications/register-address.ts'
import { Answered } from '../ui/answered.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { showNumber } from '../ui/number-text.ts'
import { Page } from '../ui/page.tsx'
import type { TableColumn } from '../ui/table-column.ts'
import { batchAddress } from './batch-address.ts'
import { standingOf } from './batch-words.ts'

const columns: readonly TableColumn<PastBatch>[] = [
  { key: 'at', heading: 'Thời điểm', width: 184, render: ({ at }) => showMoment(at) },
  {
    key: 'title',
    heading: 'Việc đã làm',
    width: 'minmax(280px, 2fr)',
    render: ({ title }) => <span title={title}>{title}</span>,
  },
  { key: 'by', heading: 'Người làm', width: 'minmax(150px, 1fr)', render: ({ by }) => by },
  { key: 'done', heading: 'Đã làm', width: 90, align: 'right', render: ({ done }) => showNumber(done) },
  {
    key: 'refused',
    heading: 'Không làm được',
    width: 130,
    align: 'right',
    render: ({ refused }) => showNumber(refused),
  },
  {
    key: 'undone',
    heading: 'Hoàn tác',
    width: 'minmax(210px, 1fr)',
    render: batch => <span title={standingOf(batch)}>{standingOf(batch)}</span>,
  },
]

/** Past batches, the latest first; Enter opens one. */
export function PastBatches() {
  const [, navigate] = useLocation()
  const ask = useAsk('batches.history', {}, { every: 30_000 })
  const back = () => navigate(registerPath)
  useShortcuts({ Escape: back })
  return (
    <Page
      title="Việc làm hàng loạt đã làm"
      note="200 lần gần nhất. Mở một lần để xem hồ sơ, lý do không làm được, in lại hoặc hoàn tác."
      fill
      action={
        <Tooltip label="Esc">
          <Button variant="default" leftSection={<Icon name="left" />} onClick={back}>
            Về danh sách hồ sơ
          </Button>
        </Tooltip>
      }
    >
      <Answered ask={ask} lines={10}>
        {past => (
          <DataTable
            label="Việc làm hàng loạt đã làm"
            columns={columns}
            rows={past}
            rowKey={({ id }) => id}
            onOpen={({ id }) => navigate(batchAddress(id))}
            openOnClick
            autoFocus
            rowTone={({ undoneAt }) => (undoneAt === null ? undefined : 'muted')}
            empty={
              <EmptyState icon="history" title="Chưa làm hàng loạt lần nào">
                Chọn nhiều hồ sơ trong danh sách rồi phân công, chuyển bước, giao bưu chính hoặc in phiếu.
              </EmptyState>
            }
          />
        )}
      </Answered>
    </Page>
  )
}
