import type { ApplicationRow, RegisterColumn } from '../../electron/core/applications/contract.ts'
import { allPicked, boxOf, isPicked, nonePicked, type Picked, pick } from '../batches/picked.ts'
import { Banner } from '../ui/banner.tsx'
import { DataTable } from '../ui/data-table.tsx'
import type { HeadingWork, RowTicks } from '../ui/table-column.ts'
import { tickWidth } from '../ui/table-column.ts'
import type { RegisterAddress } from './register-address.ts'
import { columnsOf, narrowColumns } from './register-columns.tsx'
import { everyColumn, shift, widen } from './register-layout.ts'
import { RegisterNothing } from './register-nothing.tsx'
import { sortBy } from './register-sort.ts'
import type { Register } from './use-register.ts'
import type { RegisterLayout } from './use-register-layout.ts'

type RegisterListProps = {
  readonly address: RegisterAddress
  readonly register: Register
  readonly columns: RegisterLayout
  /** Pixels between the edges of the table. */
  readonly room: number
  readonly picked: Picked
  readonly onPick: (picked: Picked) => void
}

const columnNamed = (key: string): RegisterColumn | undefined => everyColumn.find(one => one === key)

const idsOf = (rows: readonly ApplicationRow[]) => rows.map(({ id }) => id)

/** The rows of the register, as this user likes to see them. */
export function RegisterList({ address, register, columns, room, picked, onPick }: RegisterListProps) {
  const { filter, opened, open, setFilter } = address
  const { rows, waiting, more, total, error } = register
  const ticks: RowTicks<ApplicationRow> = {
    has: row => isPicked(picked, row.id),
    all: boxOf(picked, total),
    onTick: (on, off) => onPick(pick(pick(picked, idsOf(on), true), idsOf(off), false)),
    onTickAll: on => onPick(on ? allPicked : nonePicked),
    name: row => `Chọn hồ sơ ${row.dossierCode}`,
  }
  const heads: HeadingWork = {
    onSort: key => {
      const column = columnNamed(key)
      if (column !== undefined) setFilter(sortBy(filter, column))
    },
    onWiden: (key, width) => {
      const column = columnNamed(key)
      if (column !== undefined) columns.change(widen(columns.layout, column, width))
    },
    onShift: (key, by) => {
      const column = columnNamed(key)
      if (column !== undefined) columns.change(shift(columns.layout, column, by))
    },
  }
  const beside = opened !== null
  return (
    <>
      {error === null ? null : <Banner tone="bad">{error.message}</Banner>}
      <div className="app-table">
        <DataTable<ApplicationRow>
          label="Danh sách hồ sơ"
          columns={beside ? narrowColumns : columnsOf(columns.layout, room - tickWidth, filter)}
          rows={rows}
          waiting={waiting}
          rowKey={row => row.id}
          rowHeight={columns.rowHeight}
          total={total ?? null}
          memory={JSON.stringify(filter)}
          selected={opened}
          openOnClick
          onOpen={row => open(row.id)}
          {...(beside ? { onSelect: row => open(row.id) } : { ticks, ...heads })}
          more={more !== null}
          {...(more === null ? {} : { onEnd: more })}
          empty={<RegisterNothing register={register} filter={filter} />}
        />
      </div>
    </>
  )
}
