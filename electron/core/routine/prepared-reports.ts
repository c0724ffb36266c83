import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { adjustedFileName } from '../filings/adjusted.ts'
import { keptDocument } from '../filings/documents.ts'
import { deadlineOf } from '../filings/duties.ts'
import { filingsOf, periodOfFiling, type StoredFiling } from '../filings/store.ts'
import { type Period, type PeriodKind, periodTitle } from '../periods/period.ts'
import { neighbour, periodAround, periodNamed } from '../periods/rules.ts'
import { reportRules } from '../periods/store.ts'
import { reportFileName } from '../reports/file-name.ts'
import { reports } from '../reports/kinds.ts'
import type { PreparedReport } from './contract.ts'

/** Every report that can be made for such a period, each for its own days and with what was approved of it. */
export function preparedReports(db: ReadDb, period: Period, today: Day): readonly PreparedReport[] {
  const { kind } = period
  if (kind === 'range') return []
  return reports.flatMap(report => {
    if ('unavailable' in report || !report.periodKinds.includes(kind)) return []
    const { name, title } = report
    const own = ownPeriod(db, name, kind, period)
    const filing = filingsOf(db, name, own).at(-1)
    const days = filing === undefined ? own : periodOfFiling(filing)
    const fileName = reportFileName(db, name, days, today)
    return {
      ...{ name, title, period: { ...days, title: periodTitle(days) } },
      deadline: deadlineOf(db, name, days)?.day ?? null,
      ...(filing === undefined ? { filing: null, fileName } : leaving(db, filing, fileName)),
    }
  })
}

/**
 * A report may cut time in its own way: the period of the same name, and where its weeks begin on another day the last
 * one that ends within the days of the round.
 */
function ownPeriod(db: ReadDb, report: string, kind: Exclude<PeriodKind, 'range'>, round: Period): Period {
  const rules = reportRules(db, report)
  const named = periodNamed(kind, round.id, rules)
  if (named !== null) return named
  const last = periodAround(kind, round.to, rules)
  return last.to <= round.to ? last : neighbour(last, -1, rules)
}

/** What was approved leaves as it was approved, and an adjustment says what it adjusts. */
function leaving(
  db: ReadDb,
  { id, freezeId, adjusts, adjustment }: StoredFiling,
  fileName: string,
): Pick<PreparedReport, 'filing' | 'fileName'> {
  if (freezeId !== null) return { filing: id, fileName: keptDocument(db, freezeId).fileName }
  if (adjusts !== null) return { filing: id, fileName: adjustedFileName(fileName, adjustment) }
  return { filing: null, fileName }
}
