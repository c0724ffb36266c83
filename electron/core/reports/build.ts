import type { ReadDb } from '../../../db/database.ts'
import { addDays } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Period, PeriodKind } from '../periods/period.ts'
import { neighbour, type PeriodRules, periodAround, ruleOn } from '../periods/rules.ts'
import { type AskedPeriod, askedPeriod, reportRules } from '../periods/store.ts'
import { reportSettingInForce, settingInForce } from '../settings/store.ts'
import { filesAtFault } from '../statistics/at-fault.ts'
import { identities } from '../statistics/identities.ts'
import { measure } from '../statistics/measures.ts'
import { unitOn } from '../statistics/operations.ts'
import type { TableColumns } from './contract.ts'
import { reportFileName } from './file-name.ts'
import { type Report, reportNamed } from './kinds.ts'
import type { Basis, ReportDocument } from './report.ts'
import { tableColumns, withTemplate } from './template.ts'

/** A period as it is asked for, or days that were cut before and stay: those of a filing. */
type Wanted = AskedPeriod | Period

/** The document of a report for a period as the figures stand now; throws `invalid` for a period it is not made for. */
export function buildReport(context: QueryContext, name: string, asked: Wanted): ReportDocument {
  const report = reportNamed(name)
  return made(context, report, periodFor(report, context.db, asked))
}

/** By the template of the day the report bears, like the office it prints, with the file name of its pattern. */
function made(context: QueryContext, report: Report, period: Period): ReportDocument {
  const { db, today } = context
  const document = report.build(context, period)
  return {
    ...withTemplate(document, reportSettingInForce(db, 'reportTemplate', report.name, document.reportDay)),
    fileName: reportFileName(db, report.name, period, today),
  }
}

/** The tables of a report and what their columns are called, before any template: for choosing among them. */
export function reportTables(context: QueryContext, name: string): readonly TableColumns[] {
  const { build, periodKinds } = reportNamed(name)
  const kind = periodKinds.find(one => one !== 'range') ?? 'month'
  return tableColumns(build(context, periodAround(kind, context.today, reportRules(context.db, name))))
}

/**
 * The same for what leaves the office: checked and built in one read transaction, so that what is exported is what
 * was checked. Throws `conflict` where an identity of figures.md §3 does not hold.
 */
export function buildChecked(context: QueryContext, name: string, asked: Wanted): ReportDocument {
  const { db } = context
  const report = reportNamed(name)
  const period = periodFor(report, db, asked)
  assertBalanced(db, period, reportRules(db, name))
  return { ...made(context, report, period), basis: basisOf(context, name, period) }
}

function basisOf({ db, today }: QueryContext, name: string, period: Period): Basis {
  const { numerator, denominator, bothCounts } = settingInForce(db, 'target', period.to)
  const { weekStart, monthClosesOn14 } = ruleOn(reportRules(db, name), period.to)
  const unit = unitOn(db, period.to)
  return {
    office: settingInForce(db, 'department', today).name,
    unit,
    periodRule: { weekStart, monthClosesOn14 },
    target: { numerator, denominator, bothCounts },
    filters: [],
    measures: measure(db, period, unit),
  }
}

/** The period a report is asked for; throws `invalid` where it is not made for such periods. */
export function reportPeriod(db: ReadDb, name: string, asked: AskedPeriod): Period {
  return periodFor(reportNamed(name), db, asked)
}

function periodFor(report: Report, db: ReadDb, asked: Wanted): Period {
  const isCut = 'kind' in asked && 'from' in asked
  const period = isCut ? asked : askedPeriod(db, asked, reportRules(db, report.name))
  if (!report.periodKinds.includes(period.kind)) {
    const kinds = report.periodKinds.map(kind => kindNames[kind]).join(', ')
    throw new AppError('invalid', `Báo cáo này chỉ lập theo: ${kinds}. Chọn lại kỳ báo cáo.`)
  }
  return period
}

const kindNames: Readonly<Record<PeriodKind, string>> = {
  day: 'ngày',
  week: 'tuần',
  month: 'tháng',
  quarter: 'quý',
  half: '6 tháng',
  year: 'năm',
  range: 'khoảng ngày',
}

/** As many files at fault as a person looks through at once. */
const mostNamed = 20

/** figures.md §3: a report that breaks an identity is not exported, says which, and names the files at fault. */
export function assertBalanced(db: ReadDb, period: Period, rules: PeriodRules): void {
  const unit = unitOn(db, period.to)
  const previous = neighbour(period, -1, rules)
  // after a change of the setting the period before may end elsewhere; then there is nothing to compare
  const abuts = addDays(previous.to, 1) === period.from
  const broken = identities(measure(db, period, unit), abuts ? measure(db, previous, unit).open : null)
  const first = broken[0]
  if (first === undefined) return
  const { files, count } = filesAtFault(db, period, mostNamed)
  throw new AppError(
    'conflict',
    `Số liệu của kỳ không cân đối nên chưa xuất được báo cáo: ${first.identity} (${first.channel}: ${first.left} khác ${first.right}). ` +
      'Chạy kiểm tra dữ liệu rồi lập lại báo cáo.',
    { identities: broken, files, fileCount: count },
  )
}
