import { Link } from 'wouter'
import { addDays } from '../../electron/core/calendar/day.ts'
import type { DueReport } from '../../electron/core/filings/contract.ts'
import { useAsk } from '../api/use-query.ts'
import { calendarAddress, filingAddress } from '../filings/filing-address.ts'
import { DutyTag, inDays } from '../filings/filing-look.tsx'
import { showNumber } from '../ui/number-text.ts'
import { Section } from '../ui/page.tsx'

/** Overdue reports are looked for so far back, near ones so far ahead. */
const daysBack = 31
const daysAhead = 7
/** More than these are a list of their own. */
const most = 4

/** Reports that are late or due next; nothing where there are none. */
export function DueReportsCard({ today }: { readonly today: string }) {
  const due = useAsk('filings.calendar', { from: addDays(today, -daysBack), to: addDays(today, daysAhead) })
  const waiting = due.data?.filter(({ state }) => state === 'missing' || state === 'due-soon') ?? []
  if (waiting.length === 0) return null
  const missing = waiting.filter(({ state }) => state === 'missing')
  const near = waiting.filter(({ state }) => state === 'due-soon')
  // the weightier periods first: a missing month hurts more than one of twenty days
  const shown = [...[...missing].sort(byWeight), ...near].slice(0, most)
  return (
    <Section
      title="Báo cáo đến hạn"
      note={`${showNumber(missing.length)} báo cáo quá hạn trong ${daysBack} ngày qua, ${showNumber(near.length)} báo cáo sắp đến hạn`}
      action={<Link href={calendarAddress(today.slice(0, 7))}>Lịch báo cáo</Link>}
    >
      <ul className="due-list">
        {shown.map(entry => (
          <li key={`${entry.report} ${entry.periodKind} ${entry.periodId}`}>
            <DutyTag state={entry.state} />
            <Link href={placeOf(entry)}>{entry.periodTitle}</Link>
            <span className="g-soft">
              {entry.reportTitle}
              {entry.daysLeft === null ? '' : `, ${inDays(entry.daysLeft)}`}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** Its filing; where there is none yet, its row of the calendar with the button that makes one. */
const placeOf = ({ filing, deadline, periodKind }: DueReport): string =>
  filing === null ? calendarAddress(deadline.slice(0, 7), periodKind) : filingAddress(filing.id)

const daysIn = ({ from, to }: DueReport) => Date.parse(to) - Date.parse(from)
const byWeight = (a: DueReport, b: DueReport) => daysIn(b) - daysIn(a) || (a.deadline < b.deadline ? 1 : -1)
