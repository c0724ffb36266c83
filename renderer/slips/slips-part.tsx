import { Button, Menu, Tooltip } from '@mantine/core'
import { useState } from 'react'
import { useLocation } from 'wouter'
import type { Application } from '../../electron/core/applications/contract.ts'
import { dayOf, showDay } from '../../electron/core/calendar/day.ts'
import { type Slip, slipNames } from '../../electron/core/slips/contract.ts'
import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { Icon } from '../ui/icon.tsx'
import { useFormSet } from './form-set.ts'
import { ReprintDialog } from './reprint-dialog.tsx'
import { composeAddress, slipAddress } from './slip-address.ts'
import { fittingSlip, slipsFor } from './slip-kinds.ts'
import './slips.css'

/** The slips of a file: what was printed, and what may be printed now. */
export function SlipsPart({ file }: { readonly file: Application }) {
  const may = useMay()
  const ask = useAsk('slips.list', { applicationId: file.id })
  const [again, setAgain] = useState<Slip | null>(null)
  return (
    <section className="app-part">
      <div className="app-part-head">
        <h3>Phiếu</h3>
        {may('slips.issue') ? <SlipMenu file={file} /> : null}
      </div>
      <Answered ask={ask}>
        {slips =>
          slips.length === 0 ? (
            <p className="app-soft">Chưa in phiếu nào.</p>
          ) : (
            <ul className="slip-list">
              {slips.map(slip => (
                <SlipLine
                  key={slip.id}
                  slip={slip}
                  {...(may('slips.reprint') && isLast(slip, slips) ? { onAgain: () => setAgain(slip) } : {})}
                />
              ))}
            </ul>
          )
        }
      </Answered>
      {again === null ? null : <ReprintDialog slip={again} onClose={() => setAgain(null)} />}
    </section>
  )
}

/** Only the latest print of a number is printed again. */
const isLast = (slip: Slip, slips: readonly Slip[]) =>
  slips.findLast(
    ({ kind, year, number }) => kind === slip.kind && year === slip.year && number === slip.number,
  )?.id === slip.id

function SlipMenu({ file }: { readonly file: Application }) {
  const [, navigate] = useLocation()
  const set = useFormSet()
  const fitting = fittingSlip(file, set)
  const others = slipsFor(file, set).filter(kind => kind !== fitting)
  if (fitting === null && others.length === 0) return null
  return (
    <div className="app-inline">
      {fitting === null ? null : (
        <Tooltip label={`${slipNames[fitting]} (Ctrl+P)`}>
          <Button
            variant="subtle"
            leftSection={<Icon name="print" />}
            onClick={() => navigate(composeAddress(fitting, file.id))}
          >
            Lập {shortName(slipNames[fitting])}
          </Button>
        </Tooltip>
      )}
      {others.length === 0 ? null : (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="subtle" rightSection={<Icon name="down" size={14} />}>
              {fitting === null ? 'Lập phiếu' : 'Phiếu khác'}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map(kind => (
              <Menu.Item key={kind} onClick={() => navigate(composeAddress(kind, file.id))}>
                {slipNames[kind]}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </div>
  )
}

/** "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ" → "phiếu yêu cầu bổ sung". */
function shortName(name: string): string {
  const stem = name.split(/,| hồ sơ và | giải quyết| và hẹn| quá trình/)[0] ?? name
  return stem.slice(0, 1).toLocaleLowerCase('vi') + stem.slice(1)
}

function SlipLine({ slip, onAgain }: { readonly slip: Slip; readonly onAgain?: () => void }) {
  const [, navigate] = useLocation()
  const { kind, number, year, reprint, at, by, reason } = slip
  return (
    <li>
      <div className="slip-what">
        <button type="button" className="app-link" onClick={() => navigate(slipAddress(slip.id))}>
          {slipNames[kind]} số {number}/{year}
        </button>
        {reprint === 0 ? null : (
          <span>
            In lại lần {reprint}: {reason}
          </span>
        )}
        <span className="app-soft app-small">
          {by}, {at.slice(11, 16)} ngày {showDay(dayOf(at))}
        </span>
      </div>
      {onAgain === undefined ? null : (
        <Button variant="subtle" size="compact-sm" onClick={onAgain}>
          In lại
        </Button>
      )}
    </li>
  )
}
