import type { QueryContext } from '../context.ts'
import { editsOf, standingPassages } from '../narrative/edits.ts'
import { narrativeFacts } from '../narrative/facts.ts'
import { writePassages } from '../narrative/passages.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import { reportRules } from '../periods/store.ts'
import { settingInForce } from '../settings/store.ts'
import { officeOf } from './office.ts'
import type { ReportDocument } from './report.ts'
import { tongHopDocument } from './tong-hop-document.ts'

/** Báo cáo tổng hợp: the whole report in words, six sections, with its figures in one table. */
export function tongHop(context: QueryContext, period: Period): ReportDocument {
  const { db, today } = context
  const facts = narrativeFacts(context, period, reportRules(db, 'tong-hop'))
  return tongHopDocument({
    office: officeOf(settingInForce(db, 'department', today)),
    reportDay: today,
    number: null,
    period,
    periodTitle: periodTitle(period),
    unit: facts.unit,
    measures: facts.measures,
    passages: standingPassages(writePassages(facts), editsOf(db, 'tong-hop', period)),
    sample: settingInForce(db, 'sample', today).sample,
  })
}
