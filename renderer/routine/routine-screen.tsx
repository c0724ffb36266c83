import { useState } from 'react'
import { Link } from 'wouter'
import type { Period } from '../../electron/core/periods/period.ts'
import { useAsk } from '../api/use-query.ts'
import { firstPeriod } from '../reports/period-choice.ts'
import { PeriodPicker } from '../reports/period-picker.tsx'
import { reportsPath, usualReport } from '../reports/report-address.ts'
import { Answered } from '../ui/answered.tsx'
import { today } from '../ui/day-text.ts'
import { Page } from '../ui/page.tsx'
import { DoubtList } from './doubt-list.tsx'
import { ReportsOfPeriod } from './reports-of-period.tsx'
import './routine.css'

/** "Làm báo cáo tuần, tháng": what is doubtful first, then every report of the period at once. */
export function RoutineScreen() {
  const year = useAsk('settings.get', {}).data?.reporting.value.year
  const rules = useAsk('reports.kinds', {}).data?.find(({ name }) => name === usualReport)?.rules
  const [chosen, choose] = useState<Period | null>(null)
  const now = today()
  const period =
    chosen ?? (year === undefined || rules === undefined ? null : firstPeriod('month', now, year, rules))
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
            kinds={['week', 'month', 'quarter', 'half', 'year']}
            period={period}
            today={now}
            rules={rules}
            onPick={choose}
          />
        )
      }
    >
      {period === null ? null : <Prepared key={`${period.kind} ${period.id}`} period={period} />}
    </Page>
  )
}

function Prepared({ period }: { readonly period: Period }) {
  const asked = { kind: period.kind, id: period.id }
  const ask = useAsk('routine.prepare', { period: asked })
  return (
    <Answered ask={ask} lines={10}>
      {preparation => (
        <div className="rou">
          <DoubtList period={asked} doubts={preparation.doubts} />
          <ReportsOfPeriod
            title={preparation.period.title}
            reports={preparation.reports}
            doubts={preparation.doubts}
          />
        </div>
      )}
    </Answered>
  )
}
