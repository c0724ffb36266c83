import { Button, Tooltip } from '@mantine/core'
import { useLocation } from 'wouter'
import {
  type BatchDetails,
  type BatchFile,
  type BatchRefusal,
  mostShown,
} from '../../electron/core/batches/contract.ts'
import { useAsk } from '../api/use-query.ts'
import { showMoment } from '../applications/history-lines.ts'
import { registerPath } from '../applications/register-address.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { showNumber } from '../ui/number-text.ts'
import { Page } from '../ui/page.tsx'
import { say } from '../ui/said.tsx'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { TableColumn } from '../ui/table-column.ts'
import { batchesPath } from './batch-address.ts'
import { BatchPapers } from './batch-papers.tsx'
import { refusalColumns } from './batch-result.tsx'
import { doneWords } from './batch-words.ts'
import { UndoBatch } from './undo-batch.tsx'

const code: TableColumn<BatchFile> = {
  key: 'code',
  heading: 'Mã hồ sơ',
  width: 214,
  render: ({ dossierCode }) => <span className="g-tabular">{dossierCode}</span>,
}
const named: readonly TableColumn<BatchFile>[] = [
  code,
  {
    key: 'name',
    heading: 'Họ và tên',
    width: 'minmax(150px, 1fr)',
    render: ({ fullName }) => <span title={fullName}>{fullName}</span>,
  },
  {
    key: 'status',
    heading: 'Trạng thái hiện nay',
    width: 196,
    render: ({ status }) => <StatusBadge status={status} />,
  },
]
const slipColumn: TableColumn<BatchFile> = {
  key: 'slip',
  heading: 'Phiếu số',
  width: 170,
  render: ({ slip }) => (slip === null ? '' : `${slip.number}${slip.numbered ? '' : ' (đã có từ trước)'}`),
}

/** One past batch: its files, why it left others, the way back, its papers. */
export function PastBatch({ id }: { readonly id: number }) {
  const ask = useAsk('batches.get', { id })
  const [, navigate] = useLocation()
  const back = () => navigate(batchesPath)
  useShortcuts({ Escape: back })
  const batch = ask.data
  return (
    <Page
      title={batch?.title ?? 'Việc làm hàng loạt'}
      note={batch === undefined ? ' ' : noteOf(batch)}
      fill
      action={
        <>
          <Tooltip label="Esc">
            <Button variant="default" leftSection={<Icon name="left" />} onClick={back}>
              Các lần khác
            </Button>
          </Tooltip>
          {batch?.undoable === true ? (
            <UndoBatch batchId={id} onUndone={(_, report) => say(doneWords('hoàn tác', report))} />
          ) : null}
          {batch === undefined ? null : <BatchPapers batch={batch} />}
        </>
      }
    >
      <Answered ask={ask} lines={10}>
        {found => <Lists batch={found} onOpen={file => navigate(`${registerPath}/${file}`)} />}
      </Answered>
    </Page>
  )
}

function noteOf({ by, at, done, refused }: BatchDetails): string {
  const left = refused === 0 ? '' : `, ${showNumber(refused)} hồ sơ không làm được`
  return `${by}, ${showMoment(at)}. Đã làm ${showNumber(done)} hồ sơ${left}.`
}

type ListsProps = { readonly batch: BatchDetails; readonly onOpen: (id: number) => void }

function Lists({ batch, onOpen }: ListsProps) {
  const { files, refusals, kept, undoneAt, undoneBy, kind, done, refused } = batch
  return (
    <div className="bt-past">
      {undoneAt === null ? null : (
        <Banner tone="info">
          {undoneBy} đã hoàn tác, {showMoment(undoneAt)}.
          {kept.length === 0 ? '' : ` ${showNumber(kept.length)} hồ sơ đã sửa sau đó nên giữ nguyên.`}
        </Banner>
      )}
      <div className="bt-past-lists" data-two={refusals.length + kept.length > 0}>
        <section aria-label="Hồ sơ đã làm">
          <h2>Hồ sơ đã làm{cut(done)}</h2>
          <DataTable
            label="Hồ sơ đã làm"
            columns={kind === 'print' ? [...named, slipColumn] : named}
            rows={files}
            rowKey={file => file.id}
            onOpen={file => onOpen(file.id)}
            openOnClick
            autoFocus
            empty={<EmptyState icon="done" title="Không có hồ sơ nào được làm" />}
          />
        </section>
        {refusals.length === 0 ? null : (
          <Refusals title={`Hồ sơ không làm được${cut(refused)}`} rows={refusals} onOpen={onOpen} />
        )}
        {kept.length === 0 ? null : (
          <Refusals title="Hồ sơ giữ nguyên khi hoàn tác" rows={kept} onOpen={onOpen} />
        )}
      </div>
    </div>
  )
}

const cut = (count: number) => (count > mostShown ? ` (${showNumber(mostShown)} hồ sơ đầu)` : '')

type RefusalsProps = {
  readonly title: string
  readonly rows: readonly BatchRefusal[]
  readonly onOpen: (id: number) => void
}

function Refusals({ title, rows, onOpen }: RefusalsProps) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <DataTable
        label={title}
        columns={refusalColumns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id, dossierCode }) => (dossierCode === '' ? undefined : onOpen(id))}
        openOnClick
      />
    </section>
  )
}
