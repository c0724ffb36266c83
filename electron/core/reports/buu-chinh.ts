import { daysBetween } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { countFamilies, measure, noneOf } from '../statistics/measures.ts'
import { postNames, type Split } from '../statistics/model.ts'
import { deliveryDays, postedFiles, postFamilies, withoutCode } from '../statistics/post.ts'
import { split } from '../statistics/split.ts'
import { buuChinhDocument } from './buu-chinh-document.ts'
import type { ReportDocument } from './report.ts'
import { reportFrame } from './report-frame.ts'

/** Báo cáo trả kết quả qua bưu chính: what was given to the post, delivered, and is still on its way. */
export function buuChinh(context: QueryContext, period: Period): ReportDocument {
  const { db } = context
  const frame = reportFrame(context, period)
  const { asOf, unit } = frame
  const days = { from: period.from, to: asOf }
  const counted = (by: Split | null) => {
    const groups = countFamilies({ db, unit, by }, postFamilies(days), postNames)
    const spent = deliveryDays({ db, unit, by }, days)
    const of = (key: string | null) => ({
      post: groups.get(key) ?? noneOf(postNames),
      deliveryDays: spent.get(key) ?? 0,
    })
    return { keys: groups.keys(), of }
  }
  const { keys, of } = counted('team')
  return buuChinhDocument({
    frame,
    // a team whose results are with the post need not have moved any file in the period
    teams: split(db, days, unit, 'team', keys).map(group => ({ ...group, ...of(group.key) })),
    whole: { name: 'Tổng cộng', measures: measure(db, days, unit), ...counted(null).of(null) },
    waiting: postedFiles(db, days).map(item => ({ ...item, days: daysBetween(item.postedDay, asOf) })),
    withoutCode: withoutCode(db, days, unit),
    handOverLists:
      db.row<{ n: number }>(
        `SELECT count(*) AS n FROM slips WHERE kind = 'post-list' AND reprint = 0
         AND substr(at, 1, 10) BETWEEN :from AND :to`,
        days,
      )?.n ?? 0,
  })
}
