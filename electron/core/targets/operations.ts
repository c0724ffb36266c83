import type { ReadDb } from '../../../db/database.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { AppError, type Json } from '../errors.ts'
import { assertDayOpen } from '../filings/lock.ts'
import type { DirectCount, Target, targetsContract } from './contract.ts'
import { targetStatus } from './status.ts'

const targetColumns = `year, team_id AS teamId, month, basis_points AS basisPoints, document,
  document_day AS documentDay, version`

export const targetsOperations: Operations<typeof targetsContract> = {
  status: ({ db, today }, { year, asOf }) =>
    targetStatus(db, asOf === undefined ? dayIn(year, today) : inYear(year, asOf)),

  list: ({ db }) =>
    db.rows<Target>(`SELECT ${targetColumns} FROM targets ORDER BY year DESC, team_id, month`),

  set: ({ db, audit }, target) => {
    const { year, teamId, month, version } = target
    assertTeam(db, teamId)
    const before = targetAt(db, year, teamId, month)
    if ((before?.version ?? 0) !== version) throw changedMeanwhile('Chỉ tiêu này', before ?? null)
    db.run(
      `INSERT INTO targets (year, team_id, month, basis_points, document, document_day)
       VALUES (:year, :teamId, :month, :basisPoints, :document, :documentDay)
       ON CONFLICT (year, team_id, month) DO UPDATE SET basis_points = excluded.basis_points,
         document = excluded.document, document_day = excluded.document_day, version = version + 1`,
      {
        year,
        teamId,
        month,
        basisPoints: target.basisPoints,
        document: target.document,
        documentDay: target.documentDay,
      },
    )
    const after: Target = { ...target, version: version + 1 }
    audit({
      subject: 'target',
      subjectId: [year, teamId, month].join('/'),
      changes: {
        'Chỉ tiêu (%)': [before === undefined ? null : before.basisPoints / 100, after.basisPoints / 100],
        'Văn bản giao': [before?.document ?? null, after.document],
        'Ngày văn bản': [before?.documentDay ?? null, after.documentDay],
      },
    })
    return after
  },

  directCounts: ({ db }, { from, to }) =>
    db.rows<DirectCount>(
      'SELECT day, count, source, version FROM direct_counts WHERE day BETWEEN :from AND :to ORDER BY day',
      { from, to },
    ),

  setDirectCount: (context, { day, count, source, version }) => {
    const { db, audit, today } = context
    if (day > today) {
      throw new AppError('invalid', 'Ngày chưa đến nên chưa có số liệu. Chọn ngày không sau hôm nay.', {
        fields: { day: 'Ngày chưa đến nên chưa có số liệu. Chọn ngày không sau hôm nay.' },
      })
    }
    const before = db.row<DirectCount>(
      'SELECT day, count, source, version FROM direct_counts WHERE day = :day',
      {
        day,
      },
    )
    if ((before?.version ?? 0) !== version) {
      throw changedMeanwhile(`Số liệu trực tiếp ngày ${showDay(day)}`, before ?? null)
    }
    if (before?.count !== count) assertDayOpen(context, day)
    db.run(
      `INSERT INTO direct_counts (day, count, source) VALUES (:day, :count, :source)
       ON CONFLICT (day) DO UPDATE SET count = excluded.count, source = excluded.source, version = version + 1`,
      { day, count, source },
    )
    audit({
      subject: 'direct-count',
      subjectId: day,
      changes: {
        'Số lượt trực tiếp': [before?.count ?? null, count],
        'Nguồn số liệu': [before?.source ?? null, source],
      },
    })
    return { day, count, source, version: version + 1 }
  },
}

/** Today where it lies in the year, otherwise the year's nearest day. */
function dayIn(year: number, today: Day): Day {
  if (today < `${year}-01-01`) return `${year}-01-01`
  return today > `${year}-12-31` ? `${year}-12-31` : today
}

function inYear(year: number, asOf: Day): Day {
  if (asOf.startsWith(`${year}-`)) return asOf
  throw new AppError('invalid', `Ngày xem số liệu không thuộc năm ${year}. Chọn ngày trong năm đó.`, {
    fields: { asOf: `Chọn một ngày trong năm ${year}.` },
  })
}

function targetAt(db: ReadDb, year: number, teamId: number, month: number): Target | undefined {
  return db.row<Target>(
    `SELECT ${targetColumns} FROM targets WHERE year = :year AND team_id = :teamId AND month = :month`,
    { year, teamId, month },
  )
}

/** Team 0 is the whole department. */
function assertTeam(db: ReadDb, teamId: number): void {
  if (teamId === 0) return
  if (db.row('SELECT 1 FROM teams WHERE id = :teamId', { teamId }) === undefined) {
    throw new AppError('not-found', 'Không tìm thấy tổ. Tải lại danh sách tổ rồi chọn lại.')
  }
}

function changedMeanwhile(what: string, current: Json): AppError {
  return new AppError('conflict', `${what} vừa được người khác sửa. Xem lại giá trị mới rồi lưu tiếp.`, {
    current,
  })
}
