import { Link } from 'wouter'
import { addDays } from '../../electron/core/calendar/day.ts'
import type { DueReport } from '../../electron/core/filings/contract.ts'
import { useAsk } from '../api/use-query.ts'
import { filingAddress } from '../filings/filing-address.ts'
import { DutyTag, inDays } from '../filings/filing-look.tsx'
import { reportsPath } from '../reports/report-address.ts'
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
      action={<Link href={reportsPath}>Lịch báo cáo</Link>}
    >
      <ul className="due-list">
        {shown.map(entry => (
          <li key={`${entry.report} ${entry.periodKind} ${entry.periodId}`}>
            <DutyTag state={entry.state} />
            <Link href={entry.filing === null ? reportsPath : filingAddress(entry.filing.id)}>
              {entry.periodTitle}
            </Link>
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

const daysIn = ({ from, to }: DueReport) => Date.parse(to) - Date.parse(from)
const byWeight = (a: DueReport, b: DueReport) => daysIn(b) - daysIn(a) || (a.deadline < b.deadline ? 1 : -1)
