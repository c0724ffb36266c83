import type { ReadDb } from '../../../db/database.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import { askedPeriod, reportRules } from '../periods/store.ts'
import type { Doubt, DoubtNote, routineContract } from './contract.ts'
import { doubtedDays } from './doubted-days.ts'
import { doubtedFiles } from './doubted-files.ts'
import { jumps } from './jumps.ts'
import { preparedReports } from './prepared-reports.ts'

export const routineOperations: Operations<typeof routineContract> = {
  prepare: ({ db, today }, { period: asked }) => {
    const period = askedPeriod(db, asked, rulesOf(db))
    if (period.from > today) {
      throw new AppError('invalid', 'Kỳ này chưa bắt đầu nên chưa có gì để lập báo cáo. Chọn kỳ khác.')
    }
    const notes = notesOf(db, period)
    const doubts = [
      ...doubtedFiles(db, period),
      ...doubtedDays(db, period, today),
      ...jumps(db, period, rulesOf(db)),
    ].map((doubt): Doubt => ({ ...doubt, note: notes.get(doubt.key) ?? null }))
    return {
      period: { ...period, title: periodTitle(period) },
      reports: preparedReports(db, period, today),
      doubts,
    }
  },

  note: ({ db, actor, now, audit }, { period: asked, doubt, text, version }) => {
    const period = askedPeriod(db, asked, rulesOf(db))
    const before = notesOf(db, period).get(doubt)
    if ((before?.version ?? 0) !== version) {
      throw new AppError(
        'conflict',
        'Ghi chú này vừa được người khác sửa. Nội dung đang nhập vẫn còn; tải lại để xem rồi ghi.',
        { text: before?.text ?? null, version: before?.version ?? 0 },
      )
    }
    const place = { kind: period.kind, period: period.id, doubt }
    if (text === null) {
      db.run(
        'DELETE FROM doubt_notes WHERE period_kind = :kind AND period_id = :period AND doubt = :doubt',
        place,
      )
    } else {
      db.run(
        `INSERT INTO doubt_notes (period_kind, period_id, doubt, text, by_id, at, version)
         VALUES (:kind, :period, :doubt, :text, :by, :now, 1)
         ON CONFLICT (period_kind, period_id, doubt) DO UPDATE
         SET text = excluded.text, by_id = excluded.by_id, at = excluded.at, version = version + 1`,
        { ...place, text, by: actor.id, now },
      )
    }
    audit({
      subject: 'doubt',
      subjectId: `${period.id}/${doubt}`,
      changes: { [`Ghi chú của ${periodTitle(period)}`]: [before?.text ?? null, text] },
    })
    return { version: text === null ? 0 : version + 1 }
  },
}

/** The round of reports follows the periods of the report on results. */
const rulesOf = (db: ReadDb) => reportRules(db, 'ket-qua')

function notesOf(db: ReadDb, { kind, id }: Period): ReadonlyMap<string, DoubtNote> {
  const rows = db.rows<DoubtNote & { readonly doubt: string }>(
    `SELECT n.doubt, n.text, u.display_name AS by, n.at, n.version
     FROM doubt_notes n JOIN users u ON u.id = n.by_id WHERE n.period_kind = :kind AND n.period_id = :id`,
    { kind, id },
  )
  return new Map(rows.map(({ doubt, ...note }) => [doubt, note]))
}
