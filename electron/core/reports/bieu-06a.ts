import type { QueryContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { settingInForce } from '../settings/store.ts'
import { measure } from '../statistics/measures.ts'
import { split } from '../statistics/split.ts'
import { bieu06aDocument } from './bieu-06a-document.ts'
import type { ReportDocument } from './report.ts'
import { reportFrame } from './report-frame.ts'

/** Biểu II.06a/VPCP/KSTT (forms.md §3): the balance of the period by team, by class of licence and by district. */
export function bieu06a(context: QueryContext, period: Period): ReportDocument {
  const { db, today } = context
  const frame = reportFrame(context, period)
  return bieu06aDocument({
    frame,
    receiver: settingInForce(db, 'department', today).parentName,
    measures: measure(db, period, frame.unit),
    groups: {
      team: split(db, period, frame.unit, 'team'),
      class: split(db, period, frame.unit, 'class'),
      district: split(db, period, frame.unit, 'district'),
    },
  })
}
