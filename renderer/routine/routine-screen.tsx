import { Link, useLocation, useSearch } from 'wouter'
import type { Day } from '../../electron/core/calendar/day.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import { type Period, periodTitle } from '../../electron/core/periods/period.ts'
import { neighbour, type PeriodRules } from '../../electron/core/periods/rules.ts'
import { useAsk } from '../api/use-query.ts'
import { firstPeriod, readPeriod } from '../reports/period-choice.ts'
import { PeriodPicker } from '../reports/period-picker.tsx'
import { reportsPath, routineAddress, usualReport } from '../reports/report-address.ts'
import { Answered } from '../ui/answered.tsx'
import { Banner } from '../ui/banner.tsx'
import { today } from '../ui/day-text.ts'
import { Page } from '../ui/page.tsx'
import { DoubtList } from './doubt-list.tsx'
import { ReportsOfPeriod } from './reports-of-period.tsx'
import './routine.css'

/** "Làm báo cáo tuần, tháng": what is doubtful first, then every report of the period at once. */
export function RoutineScreen() {
  const year = useAsk('settings.get', {}).data?.reporting.value.year
  const rules = useAsk('reports.kinds', {}).data?.find(({ name }) => name === usualReport)?.rules
  const query = new URLSearchParams(useSearch())
  const [, navigate] = useLocation()
  const now = today()
  const period =
    rules === undefined || year === undefined
      ? null
      : (readPeriod(query.get('kind'), query.get('id'), rules) ?? lastEnded(now, year, rules))
  return (
    <Page
      title="Làm báo cáo kỳ"
      note={
        <>
          <Link href={reportsPath}>Báo cáo</Link> / xem lại chỗ nghi vấn, rồi ghi mọi báo cáo của kỳ
        </>
      }
      toolbar={
        period === null || rules === undefined ? undefined : (
          <PeriodPicker
            kinds={['day', 'week', 'month', 'quarter', 'half', 'year']}
            period={period}
            today={now}
            rules={rules}
            onPick={picked => navigate(routineAddress(picked), { replace: true })}
          />
        )
      }
    >
      {period === null ? null : <Prepared key={`${period.kind} ${period.id}`} period={period} now={now} />}
    </Page>
  )
}

/** A month is reported once it is over: the last one that is. */
function lastEnded(now: Day, year: number, rules: PeriodRules): Period {
  const period = firstPeriod('month', now, year, rules)
  return period.to <= now ? period : neighbour(period, -1, rules)
}

function Prepared({ period, now }: { readonly period: Period; readonly now: Day }) {
  const asked = { kind: period.kind, id: period.id }
  const ask = useAsk('routine.prepare', { period: asked })
  return (
    <Answered ask={ask} lines={10}>
      {preparation => (
        <div className="rou">
          {period.to > now ? (
            <Banner tone="attention">
              {periodTitle(period)} chưa kết thúc: số liệu tính đến hết ngày {showDay(now)}.
            </Banner>
          ) : null}
          <DoubtList period={asked} doubts={preparation.doubts} />
          <ReportsOfPeriod
            period={preparation.period}
            reports={preparation.reports}
            doubts={preparation.doubts}
          />
        </div>
      )}
    </Answered>
  )
}
