import type { QueryContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { khoKhanDocument } from './kho-khan-document.ts'
import type { Difficulty } from './kho-khan-facts.ts'
import type { ReportDocument } from './report.ts'
import { reportFrame } from './report-frame.ts'

/** Báo cáo khó khăn, vướng mắc: the difficulties recorded in the period, those with most files first. */
export function khoKhan(context: QueryContext, period: Period): ReportDocument {
  const difficulties = context.db.rows<Difficulty>(
    `SELECT d.day, d.kind_code AS code, k.category, k.name AS kind, d.content, d.affected, d.cause, d.measures,
            d.proposal, d.receiver, d.status
     FROM difficulties d JOIN difficulty_kinds k ON k.code = d.kind_code
     WHERE d.day BETWEEN :from AND :to ORDER BY d.affected DESC, d.day, d.id`,
    { from: period.from, to: period.to },
  )
  return khoKhanDocument({ frame: reportFrame(context, period), difficulties })
}
