import { createHash } from 'node:crypto'
import type { ReadDb } from '../../../db/database.ts'
import { addDays } from '../calendar/day.ts'
import type { Operations, QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import { writeReport } from '../excel/write.ts'
import { type Period, type PeriodKind, periodTitle, previousPeriod } from '../periods/period.ts'
import { type AskedPeriod, askedPeriod, periodRuleOn } from '../periods/store.ts'
import { identities } from '../statistics/identities.ts'
import { measure } from '../statistics/measures.ts'
import { unitOn } from '../statistics/operations.ts'
import type { reportsContract } from './contract.ts'
import { type Report, reportNamed, reports } from './kinds.ts'
import type { ReportDocument } from './report.ts'

export const reportsOperations: Operations<typeof reportsContract> = {
  kinds: () => reports.map(({ name, title, periodKinds }) => ({ name, title, periodKinds })),

  preview: (context, { name, period }) => {
    const report = reportNamed(name)
    return report.build(context, periodFor(report, context.db, period))
  },

  export: async (context, { name, period }) => {
    context.progress(0, 2, 'Đang tính số liệu')
    const document = context.read(query => checkedDocument(query, reportNamed(name), period))
    context.checkCancelled()
    context.progress(1, 2, 'Đang viết bảng tính')
    const file = await writeReport(document)
    context.checkCancelled()
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    context.keepFile(file)
    context.write(({ audit }) =>
      audit({
        subject: 'report',
        subjectId: `${name}/${document.period.id}`,
        changes: {
          'Kỳ báo cáo': [null, periodTitle(document.period)],
          'Tệp đã xuất': [null, file.name],
          'Mã kiểm tra SHA-256': [null, sha256],
        },
      }),
    )
    context.progress(2, 2, 'Đã xuất báo cáo')
    return { fileName: file.name, sha256 }
  },
}

/** Checks and builds in one read transaction: what is exported is what was checked. */
function checkedDocument(context: QueryContext, report: Report, asked: AskedPeriod): ReportDocument {
  const period = periodFor(report, context.db, asked)
  assertBalanced(context.db, period)
  return report.build(context, period)
}

function periodFor(report: Report, db: ReadDb, asked: AskedPeriod): Period {
  const period = askedPeriod(db, asked)
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

/** figures.md §3: a report that breaks an identity is not exported, and says which. */
function assertBalanced(db: ReadDb, period: Period): void {
  const unit = unitOn(db, period.to)
  const previous = previousPeriod(period, periodRuleOn(db, period.to))
  // after a change of the setting the period before may end elsewhere; then there is nothing to compare
  const abuts = addDays(previous.to, 1) === period.from
  const broken = identities(measure(db, period, unit), abuts ? measure(db, previous, unit).open : null)
  const first = broken[0]
  if (first === undefined) return
  throw new AppError(
    'conflict',
    `Số liệu của kỳ không cân đối nên chưa xuất được báo cáo: ${first.identity} (${first.channel}: ${first.left} khác ${first.right}). ` +
      'Chạy kiểm tra dữ liệu rồi lập lại báo cáo.',
    { identities: broken },
  )
}
