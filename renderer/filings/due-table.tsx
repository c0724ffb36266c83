import { Button } from '@mantine/core'
import { Link } from 'wouter'
import { type DueReport, type DutyState, dutyStates } from '../../electron/core/filings/contract.ts'
import { filingStateNames } from '../../electron/core/filings/model.ts'
import { useMay } from '../api/me.ts'
import { EmptyState } from '../ui/empty-state.tsx'
import { PlainTable } from '../ui/plain-table.tsx'
import { filingAddress, useInAddress } from './filing-address.ts'
import { DutyTag, deadlineWords, dutyNames, inDays, momentWords } from './filing-look.tsx'
import { OpenFiling } from './open-filing.tsx'

const isDutyState = (text: string | null): text is DutyState => dutyStates.some(state => state === text)

/** What is due in a span: how many stand how, and each with the next thing to do. */
export function DueTable({ entries }: { readonly entries: readonly DueReport[] }) {
  const [chosen, choose] = useInAddress('state')
  const state = isDutyState(chosen) ? chosen : null
  if (entries.length === 0) {
    return (
      <EmptyState icon="calendar" title="Không có báo cáo nào đến hạn trong thời gian này">
        Lịch báo cáo lấy từ Cài đặt, mục Quy tắc: báo cáo nào, theo ngày, tuần hay tháng, hạn mấy ngày làm
        việc.
      </EmptyState>
    )
  }
  const shown = entries.filter(entry => state === null || entry.state === state)
  return (
    <>
      <fieldset className="fil-states" aria-label="Lọc theo tình trạng">
        <Choice label="Tất cả" count={entries.length} on={state === null} onClick={() => choose(null)} />
        {dutyStates.map(one => (
          <Choice
            key={one}
            label={dutyNames[one]}
            count={entries.filter(entry => entry.state === one).length}
            on={state === one}
            onClick={() => choose(state === one ? null : one)}
          />
        ))}
      </fieldset>
      {shown.length === 0 ? (
        <EmptyState icon="filter" title="Không có báo cáo nào ở tình trạng này">
          Chọn "Tất cả" để xem mọi báo cáo trong thời gian này.
        </EmptyState>
      ) : (
        <PlainTable
          label="Lịch báo cáo"
          headings={[
            { text: 'Hạn nộp', fit: true },
            { text: 'Kỳ báo cáo', fit: true },
            { text: 'Báo cáo' },
            { text: 'Tình trạng', fit: true },
            { text: 'Lập, gửi' },
            { text: 'Việc tiếp theo', fit: true },
          ]}
          rows={shown.map(entry => ({
            key: `${entry.report} ${entry.periodKind} ${entry.periodId}`,
            cells: cellsOf(entry),
          }))}
          maxHeight={520}
        />
      )}
    </>
  )
}

type ChoiceProps = {
  readonly label: string
  readonly count: number
  readonly on: boolean
  readonly onClick: () => void
}

function Choice({ label, count, on, onClick }: ChoiceProps) {
  return (
    <button type="button" className="fil-state" aria-pressed={on} disabled={count === 0} onClick={onClick}>
      {label} <b>{count}</b>
    </button>
  )
}

function cellsOf(entry: DueReport) {
  const { deadline, hour, daysLeft, periodTitle, reportTitle, state, filing } = entry
  return [
    <span key="deadline">
      {deadlineWords(deadline, hour)}
      {daysLeft === null || state === 'upcoming' ? null : (
        <span className="g-soft g-small fil-line">{inDays(daysLeft)}</span>
      )}
    </span>,
    periodTitle,
    reportTitle,
    <DutyTag key="state" state={state} />,
    filing === null ? (
      <span key="who" className="g-soft fil-none">
        Chưa lập
      </span>
    ) : (
      <span key="who" className="fil-none">
        {filingStateNames[filing.state]}
        <span className="g-soft g-small fil-line">
          {filing.by}, {momentWords(filing.at)}
        </span>
      </span>
    ),
    <Next key="next" entry={entry} />,
  ]
}

function Next({ entry }: { readonly entry: DueReport }) {
  const may = useMay()
  const { filing, report, periodKind, periodId, periodTitle } = entry
  if (filing !== null) {
    return (
      <Button
        component={Link}
        href={filingAddress(filing.id)}
        variant="default"
        size="xs"
        aria-label={`Mở báo cáo ${periodTitle}`}
      >
        Mở
      </Button>
    )
  }
  // nothing to write yet for a period that has not begun
  if (!may('filings.open') || entry.state === 'upcoming') return null
  return <OpenFiling report={report} kind={periodKind} id={periodId} title={periodTitle} small />
}
