import type { QueryContext } from '../context.ts'
import { buildChecked, buildReport } from '../reports/build.ts'
import type { ReportDocument } from '../reports/report.ts'
import { adjusted } from './adjusted.ts'
import { keptDocument } from './documents.ts'
import { driftSince } from './drift.ts'
import { filingById, periodOfFiling, type StoredFiling } from './store.ts'

/**
 * What preview, print and workbook of a filing show: from the approval on the kept document, before it the report as
 * the figures stand now. `checked` refuses with `conflict` where an identity of figures.md §3 does not hold.
 */
export function documentOf(context: QueryContext, filing: StoredFiling, checked = false): ReportDocument {
  if (filing.freezeId !== null) return keptDocument(context.db, filing.freezeId).document
  const build = checked ? buildChecked : buildReport
  // by the days it was opened for: the rule of its periods may be another since
  const document = build(context, filing.report, periodOfFiling(filing))
  if (filing.adjusts === null) return document
  const base = filingById(context.db, filing.adjusts)
  return adjusted(document, filing, base, driftSince(context.db, base))
}
