import { Button } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useCallback } from 'react'
import { useLocation } from 'wouter'
import type { ApplicationRow } from '../../electron/core/applications/contract.ts'
import { useMay } from '../api/me.ts'
import { Banner } from '../ui/banner.tsx'
import { DataTable } from '../ui/data-table.tsx'
import { Waiting } from '../ui/delayed.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { showNumber } from '../ui/number-text.ts'
import { Page } from '../ui/page.tsx'
import { ApplicationPanel } from './application-panel.tsx'
import { FilterChips } from './filter-chips.tsx'
import { useRegisterAddress } from './register-address.ts'
import { fewColumns, narrowColumns, wideColumns, widestColumns } from './register-columns.tsx'
import { isNarrowed } from './register-filter.ts'
import { RegisterFilters } from './register-filters.tsx'
import { type Register, useRegister } from './use-register.ts'
import './application.css'
import './register.css'

/** Below this width a file takes the whole page: two columns would both be too narrow to read. */
const sideBySide = 960

/** The register: search, filters, a list of any length, and one file opened beside it. */
export function RegisterScreen() {
  const may = useMay()
  const [, navigate] = useLocation()
  const address = useRegisterAddress()
  const register = useRegister(address.filter)
  const { ref, width } = useElementSize()
  const { opened, open } = address
  const narrow = width > 0 && width < sideBySide
  const whole = opened !== null && (narrow || address.full)
  const { rows, more } = register
  const at = opened === null ? -1 : rows.findIndex(row => row.id === opened)
  const close = useCallback(() => open(null), [open])
  const step = (by: 1 | -1) => {
    const next = rows[at + by]
    if (next !== undefined) open(next.id)
  }
  useShortcuts({
    ...(opened === null ? {} : { Escape: close }),
    ...(opened === null ? {} : { 'Alt+ArrowDown': () => step(1), 'Alt+ArrowUp': () => step(-1) }),
  })
  return (
    <Page
      title="Hồ sơ"
      note={countWords(register)}
      fill
      toolbar={whole ? undefined : <RegisterFilters filter={address.filter} onChange={address.setFilter} />}
      action={
        may('applications.create') ? (
          <Button leftSection={<Icon name="add" />} onClick={() => navigate('/ho-so/moi')}>
            Tiếp nhận hồ sơ mới
          </Button>
        ) : undefined
      }
    >
      <div className="app-register" ref={ref} data-open={opened !== null} data-whole={whole}>
        {whole ? null : (
          <div className="app-list">
            <div className="app-chips">
              <FilterChips filter={address.filter} onChange={address.setFilter} />
            </div>
            {register.error === null ? null : <Banner tone="bad">{register.error.message}</Banner>}
            <div className="app-table">
              <DataTable<ApplicationRow>
                label="Danh sách hồ sơ"
                columns={opened === null ? columnsFor(width) : narrowColumns}
                rows={rows}
                rowKey={row => row.id}
                selected={opened}
                openOnClick
                onOpen={row => open(row.id)}
                {...(opened === null ? {} : { onSelect: row => open(row.id) })}
                more={more !== null}
                {...(more === null ? {} : { onEnd: more })}
                empty={<Nothing register={register} narrowed={isNarrowed(address.filter)} />}
              />
            </div>
          </div>
        )}
        {opened === null ? null : (
          <ApplicationPanel
            key={opened}
            id={opened}
            whole={whole}
            onClose={close}
            onWhole={narrow ? null : () => open(opened, !address.full)}
            onOpen={open}
            onPrevious={at > 0 ? () => step(-1) : null}
            onNext={at >= 0 && at < rows.length - 1 ? () => step(1) : null}
          />
        )}
      </div>
    </Page>
  )
}

function columnsFor(width: number) {
  if (width < 1080) return fewColumns
  return width < 1400 ? wideColumns : widestColumns
}

function countWords({ total, loading }: Register): string {
  if (loading || total === undefined) return ' '
  return total === null ? 'Hơn 10.000 hồ sơ' : `${showNumber(total)} hồ sơ`
}

function Nothing({ register, narrowed }: { readonly register: Register; readonly narrowed: boolean }) {
  const may = useMay()
  const [, navigate] = useLocation()
  if (register.loading) return <Waiting lines={8} />
  if (register.error !== null) return null
  if (narrowed) {
    return (
      <EmptyState icon="search" title="Không có hồ sơ nào khớp">
        Bỏ bớt điều kiện lọc hoặc tìm bằng ít chữ hơn. Gõ không dấu cũng tìm được.
      </EmptyState>
    )
  }
  return (
    <EmptyState
      title="Sổ chưa có hồ sơ"
      action={
        may('imports.plan') ? (
          <Button variant="default" onClick={() => navigate('/nhap')}>
            Nhập danh sách
          </Button>
        ) : undefined
      }
    >
      Nhập danh sách xuất từ Cổng dịch vụ công hoặc sổ Excel của tổ, hoặc tiếp nhận từng hồ sơ.
    </EmptyState>
  )
}
