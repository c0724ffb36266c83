import {
  type ApplicationRow,
  type RegisterColumn,
  registerColumns,
} from '../../electron/core/applications/contract.ts'
import { channelNames } from '../../electron/core/applications/model.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { StatusBadge } from '../ui/status-badge.tsx'
import type { TableColumn } from '../ui/table-column.ts'
import { clockOf, shortClock } from './clock.ts'
import type { RegisterFilter } from './register-filter.ts'
import { type Layout, widthsIn } from './register-layout.ts'
import { sortedBy } from './register-sort.ts'

type Column = TableColumn<ApplicationRow>

const shown = (day: string | null) => (day === null ? '' : showDay(day))

/** Shorter than on the form, where a column has no room. */
const channelWords = { ...channelNames, postal: 'Bưu chính' } as const
const shortHeadings: Partial<Record<RegisterColumn, string>> = {
  channel: 'Hình thức',
  receivedDay: 'Tiếp nhận',
  dueDay: 'Hẹn trả',
  finishedDay: 'Có kết quả',
  returnedDay: 'Trả kết quả',
  classes: 'Hạng',
  officerName: 'Cán bộ',
}

export const headingOf = (key: RegisterColumn): string => shortHeadings[key] ?? registerColumns[key]

function Due({ row }: { readonly row: ApplicationRow }) {
  const clock = shortClock(row)
  return (
    <span title={clockOf(row)?.text}>
      {shown(row.dueDay)}
      {clock === null ? null : <span className={`app-clock app-tone-${clock.tone}`}> {clock.text}</span>}
    </span>
  )
}

const cell: Readonly<Record<RegisterColumn, Column['render']>> = {
  dossierCode: row => <span className="g-tabular">{row.dossierCode}</span>,
  fullName: row => <span title={row.fullName}>{row.fullName}</span>,
  birthDay: row => (row.birthDay === null || row.birthDay.length < 10 ? row.birthDay : shown(row.birthDay)),
  channel: row => channelWords[row.channel],
  status: row => <StatusBadge status={row.status} />,
  registeredDay: row => shown(row.registeredDay),
  receivedDay: row => shown(row.receivedDay),
  dueDay: row => <Due row={row} />,
  finishedDay: row => shown(row.finishedDay),
  returnedDay: row => shown(row.returnedDay),
  classes: row => row.classes,
  districtName: row => row.districtName,
  teamName: row => row.teamName,
  officerName: row => row.officerName,
}

/** The columns of a layout as the table draws them in the room there is. */
export function columnsOf(layout: Layout, room: number, filter: RegisterFilter): readonly Column[] {
  const widths = widthsIn(layout, room)
  return layout.columns.map(({ key, width }, at) => ({
    key,
    heading: headingOf(key),
    width: widths[at] ?? width ?? 120,
    render: cell[key],
    frozen: at < layout.frozen,
    sorted: sortedBy(filter, key),
  }))
}

/** What is left beside an open file; its code stands in the panel. */
export const narrowColumns: readonly Column[] = [
  { key: 'fullName', heading: headingOf('fullName'), width: 'minmax(110px, 1fr)', render: cell.fullName },
  { key: 'dueDay', heading: headingOf('dueDay'), width: 96, render: row => shown(row.dueDay) },
  { key: 'status', heading: headingOf('status'), width: 186, render: cell.status },
]
