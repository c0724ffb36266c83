import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ImportReport, RowReport } from '../../electron/core/imports/contract.ts'
import { isListField, listFieldLabels } from '../../electron/core/imports/list-fields.ts'
import { DataTable } from '../ui/data-table.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { showNumber } from '../ui/number-text.ts'
import { Tag } from '../ui/status-badge.tsx'
import type { TableColumn } from '../ui/table-column.ts'

type Problem = {
  readonly key: string
  readonly row: number
  readonly rejected: boolean
  readonly field: string
  readonly message: string
}

const fieldLabel = (name: string | null) =>
  name === null ? '' : isListField(name) ? listFieldLabels[name] : ''

function flatten(rows: readonly RowReport[], rejected: boolean): Problem[] {
  return rows.flatMap(({ row, problems }) =>
    problems.map(({ field, message }, at) => ({
      key: `${rejected ? 'r' : 'w'}${row}.${at}`,
      ...{ row, rejected, field: fieldLabel(field), message },
    })),
  )
}

const columns: readonly TableColumn<Problem>[] = [
  { key: 'row', heading: 'Dòng', width: 72, align: 'right', render: problem => showNumber(problem.row) },
  {
    key: 'kind',
    heading: 'Kết quả',
    width: 128,
    render: ({ rejected }) =>
      rejected ? (
        <Tag tone="bad" icon="ban">
          Bị từ chối
        </Tag>
      ) : (
        <Tag tone="attention" icon="alert">
          Lưu ý
        </Tag>
      ),
  },
  { key: 'field', heading: 'Mục', width: 170, render: problem => problem.field },
  {
    key: 'message',
    heading: 'Nội dung',
    width: 'minmax(300px, 1fr)',
    render: problem => <span title={problem.message}>{problem.message}</span>,
  },
]

type Kind = 'all' | 'rejected' | 'warned'

/** Every problem of the list, by the row of the sheet it stands in. */
export function ProblemList({ report }: { readonly report: ImportReport }) {
  const [kind, setKind] = useState<Kind>('all')
  const all = useMemo(
    () => [...flatten(report.rejected, true), ...flatten(report.warned, false)].sort((a, b) => a.row - b.row),
    [report],
  )
  const shown = kind === 'all' ? all : all.filter(problem => problem.rejected === (kind === 'rejected'))
  const { rejected, warned } = report.counts
  return (
    <div className="imp-problems">
      <SegmentedControl
        aria-label="Lọc nội dung kiểm tra"
        value={kind}
        onChange={value => setKind(value === 'rejected' || value === 'warned' ? value : 'all')}
        data={[
          { value: 'all', label: 'Tất cả' },
          { value: 'rejected', label: `Bị từ chối (${showNumber(rejected)} dòng)` },
          { value: 'warned', label: `Lưu ý (${showNumber(warned)} dòng)` },
        ]}
      />
      <DataTable
        label="Nội dung kiểm tra theo dòng"
        columns={columns}
        rows={shown}
        rowKey={problem => problem.key}
        height={shown.length === 0 ? 150 : Math.min(420, 34 * (shown.length + 1) + 2)}
        empty={
          <EmptyState icon="done" title="Không có dòng nào trong mục này">
            {kind === 'all' ? 'Mọi dòng đều đọc được và không có gì cần lưu ý.' : 'Chọn mục khác ở trên.'}
          </EmptyState>
        }
      />
    </div>
  )
}
