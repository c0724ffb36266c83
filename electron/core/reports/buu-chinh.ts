import type { ReadDb } from '../../../db/database.ts'
import { addDays, type Day, daysBetween } from '../calendar/day.ts'
import type { QueryContext } from '../context.ts'
import type { Period } from '../periods/period.ts'
import { measure } from '../statistics/measures.ts'
import type { Unit } from '../statistics/model.ts'
import { split } from '../statistics/split.ts'
import { buuChinhDocument } from './buu-chinh-document.ts'
import type { PostCounts, WaitingItem } from './buu-chinh-facts.ts'
import type { ReportDocument } from './report.ts'
import { reportFrame } from './report-frame.ts'

/** Báo cáo trả kết quả qua bưu chính: what was given to the post, delivered, and is still on its way. */
export function buuChinh(context: QueryContext, period: Period): ReportDocument {
  const { db } = context
  const frame = reportFrame(context, period)
  const days = { from: period.from, to: frame.asOf }
  const byTeam = new Map(countsOf(db, days, frame.unit, true).map(({ team, ...counts }) => [team, counts]))
  const [{ team: _, ...all } = { team: null, ...nothing }] = countsOf(db, days, frame.unit, false)
  const teams = split(db, days, frame.unit, 'team').map(({ key, name, measures }) => ({
    key,
    name,
    measures,
    ...(byTeam.get(key) ?? nothing),
  }))
  return buuChinhDocument({
    frame,
    teams,
    whole: { name: 'Tổng cộng', measures: measure(db, days, frame.unit), ...all },
    waiting: waitingOf(db, frame.asOf),
    handOverLists:
      db.row<{ n: number }>(
        `SELECT count(*) AS n FROM slips WHERE kind = 'post-list' AND reprint = 0
         AND substr(at, 1, 10) BETWEEN :from AND :to`,
        days,
      )?.n ?? 0,
  })
}

const nothing: PostCounts = {
  handedOver: 0,
  carriedIn: 0,
  delivered: 0,
  waiting: 0,
  notHandedOver: 0,
  withoutCode: 0,
  deliveryDays: 0,
}

type Counts = PostCounts & { readonly team: string | null }

/** carriedIn + handedOver = delivered + waiting: each is a condition on the same two days of a file. */
function countsOf(
  db: ReadDb,
  { from, to }: { from: Day; to: Day },
  unit: Unit,
  byTeam: boolean,
): readonly Counts[] {
  const of = unit === 'files' ? '1' : 'licences'
  const sum = (condition: string, value = of) => `coalesce(sum(${value}) FILTER (WHERE ${condition}), 0)`
  const notBefore = (day: string) => `(returned_day IS NULL OR returned_day ${day})`
  const delivered = 'posted_day <= returned_day AND returned_day BETWEEN :from AND :to'
  const ready = `finished_day <= :to AND return_way = 'post' AND ${notBefore('> :to')}`
  return db.rows<Counts>(
    `SELECT ${byTeam ? 'CAST(team_id AS TEXT)' : 'NULL'} AS team,
      ${sum('posted_day BETWEEN :from AND :to')} AS handedOver,
      ${sum(`posted_day < :from AND ${notBefore('>= :from')}`)} AS carriedIn,
      ${sum(delivered)} AS delivered,
      ${sum(`posted_day <= :to AND ${notBefore('> :to')}`)} AS waiting,
      ${sum(`(posted_day IS NULL OR posted_day > :to) AND ${ready}`)} AS notHandedOver,
      ${sum('posted_day BETWEEN :from AND :to AND postal_code IS NULL')} AS withoutCode,
      ${sum(delivered, `(julianday(returned_day) - julianday(posted_day)) * ${of}`)} AS deliveryDays
     FROM applications WHERE posted_day IS NOT NULL OR (return_way = 'post' AND finished_day IS NOT NULL)
     ${byTeam ? 'GROUP BY 1' : ''}`,
    { from, to },
  )
}

/** What the post had at the end of a day, the longest there first. */
function waitingOf(db: ReadDb, asOf: Day): readonly WaitingItem[] {
  return db
    .rows<Omit<WaitingItem, 'days'>>(
      `SELECT a.dossier_code AS dossierCode, a.full_name AS fullName, a.postal_code AS postalCode,
              a.posted_day AS postedDay, t.name AS team
       FROM applications a LEFT JOIN teams t ON t.id = a.team_id
       WHERE a.posted_day <= :asOf AND (a.returned_day IS NULL OR a.returned_day >= :next)
       ORDER BY a.posted_day, a.dossier_code`,
      { asOf, next: addDays(asOf, 1) },
    )
    .map(item => ({ ...item, days: daysBetween(item.postedDay, asOf) }))
}
