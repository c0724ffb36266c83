import { useMay } from '../api/me.ts'
import { useAsk } from '../api/use-query.ts'
import { Answered } from '../ui/answered.tsx'
import { DeadlineRule } from './deadline-rule.tsx'
import { ReportPeriodsRule } from './report-periods-rule.tsx'
import { DutiesRule, PeriodLockRule } from './report-rules.tsx'
import { PeriodsRule, ReportFilesRule, ReportingRule, SessionRule } from './small-rules.tsx'
import { TargetRule } from './target-rule.tsx'

/** How the office counts: deadlines, the target, periods, the session. */
export function RulesPart() {
  const may = useMay()('settings.set')
  const settings = useAsk('settings.get', {})
  return (
    <Answered ask={settings} lines={8}>
      {now => (
        <fieldset disabled={!may} className="g-settings-part">
          <DeadlineRule inForce={now.deadline} />
          <TargetRule target={now.target} unit={now.unit} />
          <PeriodsRule inForce={now.periods} />
          <ReportPeriodsRule office={now.periods} inForce={now.reportPeriods} />
          <DutiesRule inForce={now.reportDuties} />
          <PeriodLockRule inForce={now.periodLock} />
          <ReportFilesRule inForce={now.reportFiles} />
          <ReportingRule inForce={now.reporting} />
          <SessionRule inForce={now.session} />
        </fieldset>
      )}
    </Answered>
  )
}
