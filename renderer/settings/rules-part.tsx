import { useMay } from '../api/me.ts'
import { DeadlineRule } from './deadline-rule.tsx'
import { ReportPeriodsRule } from './report-periods-rule.tsx'
import { DutiesRule, PeriodLockRule } from './report-rules.tsx'
import { OfficeSetting } from './shown-day.tsx'
import { PeriodsRule, ReportFilesRule, ReportingRule, SessionRule } from './small-rules.tsx'
import { TargetRule, UnitRule } from './target-rule.tsx'

/** How the office counts: deadlines, the target, periods, the session. */
export function RulesPart() {
  const may = useMay()('settings.set')
  return (
    <fieldset disabled={!may} className="g-settings-part">
      <OfficeSetting name="deadline">{inForce => <DeadlineRule inForce={inForce} />}</OfficeSetting>
      <OfficeSetting name="target">{inForce => <TargetRule inForce={inForce} />}</OfficeSetting>
      <OfficeSetting name="unit">{inForce => <UnitRule inForce={inForce} />}</OfficeSetting>
      <OfficeSetting name="periods">{inForce => <PeriodsRule inForce={inForce} />}</OfficeSetting>
      <ReportPeriodsRule />
      <OfficeSetting name="reportDuties">{inForce => <DutiesRule inForce={inForce} />}</OfficeSetting>
      <OfficeSetting name="periodLock">{inForce => <PeriodLockRule inForce={inForce} />}</OfficeSetting>
      <OfficeSetting name="reportFiles">{inForce => <ReportFilesRule inForce={inForce} />}</OfficeSetting>
      <OfficeSetting name="reporting">{inForce => <ReportingRule inForce={inForce} />}</OfficeSetting>
      <OfficeSetting name="session">{inForce => <SessionRule inForce={inForce} />}</OfficeSetting>
    </fieldset>
  )
}
