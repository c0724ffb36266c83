import type { ApplicationRow } from '../../electron/core/applications/contract.ts'
import { channelNames } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { TableColumn } from '../ui/table-column.ts'
import { clockOf, shortClock } from './clock.ts'

type Column = TableColumn<ApplicationRow>

const shown = (day: string | null) => (day === null ? '' : showDay(day))

/** Shorter than on the form, where a column has no room. */
const channelWords = { ...channelNames, postal: 'Bưu chính' } as const

function Due({ row }: { readonly row: ApplicationRow }) {
  const clock = shortClock(row)
  return (
    <span title={clockOf(row)?.text}>
      {shown(row.dueDay)}
      {clock === null ? null : <span className={`app-clock app-tone-${clock.tone}`}> {clock.text}</span>}
    </span>
  )
}

const code: Column = {
  key: 'code',
  heading: 'Mã hồ sơ',
  width: 222,
  render: row => <span className="g-tabular">{row.dossierCode}</span>,
}
const name: Column = {
  key: 'name',
  heading: 'Họ và tên',
  width: 'minmax(140px, 1fr)',
  render: row => row.fullName,
}
const status: Column = {
  key: 'status',
  heading: 'Trạng thái',
  width: 172,
  render: row => <StatusBadge status={row.status} />,
}
const due: Column = { key: 'due', heading: 'Hẹn trả', width: 186, render: row => <Due row={row} /> }

/** The register over the whole width of the page. */
export const wideColumns: readonly Column[] = [
  code,
  name,
  { key: 'channel', heading: 'Hình thức', width: 92, render: row => channelWords[row.channel] },
  status,
  { key: 'registered', heading: 'Ngày nộp', width: 100, render: row => shown(row.registeredDay) },
  { key: 'received', heading: 'Tiếp nhận', width: 100, render: row => shown(row.receivedDay) },
  due,
  { key: 'classes', heading: 'Hạng', width: 72, render: row => row.classes ?? '' },
]

/** On a small screen: what an officer looks for first. */
export const fewColumns: readonly Column[] = wideColumns.filter(
  ({ key }) => key !== 'registered' && key !== 'classes',
)

/** On a large screen also who has it. */
export const widestColumns: readonly Column[] = [
  ...wideColumns,
  { key: 'finished', heading: 'Có kết quả', width: 100, render: row => shown(row.finishedDay) },
  { key: 'team', heading: 'Tổ', width: 'minmax(80px, 0.6fr)', render: row => row.teamName ?? '' },
  { key: 'officer', heading: 'Cán bộ', width: 'minmax(140px, 0.8fr)', render: row => row.officerName ?? '' },
]

/** What is left beside an open file; its code stands in the panel. */
export const narrowColumns: readonly Column[] = [
  { ...name, width: 'minmax(110px, 1fr)' },
  { key: 'due', heading: 'Hẹn trả', width: 100, render: row => shown(row.dueDay) },
  status,
]
