import { Button, Tooltip } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { useCallback, useState } from 'react'
import { useLocation } from 'wouter'
import { useMay } from '../api/me.ts'
import { batchesPath } from '../batches/batch-address.ts'
import { BatchBanner } from '../batches/batch-banner.tsx'
import { BatchResult } from '../batches/batch-result.tsx'
import { countPicked, nonePicked, selectionOf } from '../batches/picked.ts'
import { SelectionBar } from '../batches/selection-bar.tsx'
import type { BatchDone } from '../batches/use-batch.ts'
import { usePicked } from '../batches/use-picked.ts'
import { stackAddress } from '../slips/slip-address.ts'
import { Icon } from '../ui/icon.tsx'
import { useShortcuts } from '../ui/keys.ts'
import { showNumber } from '../ui/number-text.ts'
import { Page } from '../ui/page.tsx'
import { useScreenKeys } from '../ui/screen-keys.ts'
import { SavedViewsButton } from '../views/kept-lists.tsx'
import { QueueBar } from '../views/queue-bar.tsx'
import { useViews } from '../views/use-views.ts'
import { ApplicationPanel } from './application-panel.tsx'
import { FilterChips } from './filter-chips.tsx'
import { useRegisterAddress } from './register-address.ts'
import { ColumnPanel } from './register-column-panel.tsx'
import { ExportButton } from './register-export.tsx'
import { RegisterFilters } from './register-filters.tsx'
import { registerKeys } from './register-keys.ts'
import { RegisterList } from './register-list.tsx'
import { type Register, useRegister } from './use-register.ts'
import { useRegisterLayout } from './use-register-layout.ts'
import './application.css'
import './register.css'

/** Below this width a file takes the whole page: two columns would both be too narrow to read. */
const sideBySide = 960
/** What the scroll bar and the frame take of the table. */
const frame = 17

/** The register: queues, search, filters, a list of any length, and one file opened beside it. */
export function RegisterScreen() {
  const may = useMay()
  const [, navigate] = useLocation()
  const address = useRegisterAddress()
  const { filter, opened, open, done, setDone } = address
  const register = useRegister(filter)
  const { ref, width } = useElementSize()
  const room = Math.max(0, width - frame)
  const columns = useRegisterLayout(room)
  const [picked, setPicked] = usePicked(filter)
  const [last, setLast] = useState<BatchDone | null>(null)
  const narrow = width > 0 && width < sideBySide
  const whole = opened !== null && (narrow || address.full)
  const { rows, total } = register
  const at = opened === null ? -1 : rows.findIndex(row => row.id === opened)
  const close = useCallback(() => open(null), [open])
  const step = (by: 1 | -1) => {
    const next = register.waiting ? undefined : rows[at + by]
    if (next !== undefined) open(next.id)
  }
  const count = countPicked(picked, total)
  const picking = count !== 0 && opened === null
  useScreenKeys(registerKeys)
  useShortcuts({
    'Alt+H': () => navigate(batchesPath),
    ...(opened === null
      ? picking
        ? { Escape: () => setPicked(nonePicked) }
        : {}
      : { Escape: close, 'Alt+ArrowDown': () => step(1), 'Alt+ArrowUp': () => step(-1) }),
  })
  const views = useViews(filter, address.view)
  return (
    <Page
      title="Hồ sơ"
      note={countWords(register)}
      fill
      action={
        <>
          <Tooltip label="Việc làm hàng loạt đã làm (Alt+H)">
            <Button
              variant="default"
              leftSection={<Icon name="history" />}
              onClick={() => navigate(batchesPath)}
            >
              Việc hàng loạt
            </Button>
          </Tooltip>
          {views.wide ? null : <SavedViewsButton views={views} />}
          {may('applications.create') ? (
            <Button leftSection={<Icon name="add" />} onClick={() => navigate('/ho-so/moi')}>
              Tiếp nhận hồ sơ mới
            </Button>
          ) : null}
        </>
      }
    >
      <div className="app-desk">
        <QueueBar views={views} />
        <div className="app-register" ref={ref} data-open={opened !== null} data-whole={whole}>
          {whole ? null : done !== null ? (
            <BatchResult
              jobId={done}
              onClose={() => setDone(null)}
              onJob={setDone}
              onOpen={id => navigate(`/ho-so/${id}`)}
            />
          ) : (
            <div className="app-list">
              <div className="app-tools" data-beside={opened !== null}>
                {picking ? (
                  <SelectionBar
                    selection={selectionOf(picked, filter)}
                    count={count}
                    more={
                      <ExportButton filter={filter} layout={columns.layout} total={total} picked={picked} />
                    }
                    onClear={() => setPicked(nonePicked)}
                    onDone={now => {
                      setPicked(nonePicked)
                      setLast(now)
                      if (now.report.refused.length > 0) setDone(now.jobId)
                      else if (now.kind === 'print') navigate(stackAddress(now.report.batchId))
                    }}
                  />
                ) : (
                  <>
                    <RegisterFilters filter={filter} onChange={address.setFilter} few={opened !== null} />
                    {opened !== null ? null : (
                      <>
                        <span className="app-spring" />
                        <ColumnPanel columns={columns} />
                        <ExportButton filter={filter} layout={columns.layout} total={total} picked={picked} />
                      </>
                    )}
                  </>
                )}
              </div>
              {last === null || opened !== null ? null : (
                <BatchBanner key={last.jobId} done={last} onReasons={setDone} onClose={() => setLast(null)} />
              )}
              <div className="app-chips">
                <FilterChips filter={filter} onChange={address.setFilter} />
              </div>
              <RegisterList
                address={address}
                register={register}
                columns={columns}
                room={room}
                picked={picked}
                onPick={setPicked}
              />
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
              onPrevious={at > 0 && !register.waiting ? () => step(-1) : null}
              onNext={at >= 0 && at < rows.length - 1 && !register.waiting ? () => step(1) : null}
            />
          )}
        </div>
      </div>
    </Page>
  )
}

function countWords({ total, loading }: Register): string {
  if (loading || total === undefined) return ' '
  return total === null ? 'Hơn 10.000 hồ sơ' : `${showNumber(total)} hồ sơ`
}
