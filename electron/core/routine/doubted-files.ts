import type { ReadDb } from '../../../db/database.ts'
import { type Day, showDay } from '../calendar/day.ts'
import type { Days } from '../statistics/families.ts'
import type { Doubt, DoubtedFile } from './contract.ts'

/** As many as a person looks through; the count says how many there are. */
const mostShown = 50

/** A result that lies there for so many days without a day of return is likely a return nobody noted. */
const longInOffice = 30

type Found = Omit<Doubt, 'note'>

type Question = {
  readonly key: string
  /** The condition on `a`, the files of the register. */
  readonly where: string
  /** What is said of one file, in SQL over `a`. */
  readonly why: string
  sentence(count: number): string
}

/** Files that stand in the figures of the period: received by its end, and not closed before it began. */
const ofPeriod =
  'a.received_day IS NOT NULL AND a.received_day <= :to AND (a.closed_day IS NULL OR a.closed_day >= :from)'

const questions: readonly Question[] = [
  {
    key: 'no-due-day',
    where: `${ofPeriod} AND a.due_day IS NULL`,
    why: "'chưa có ngày hẹn trả'",
    sentence: count =>
      `${count} hồ sơ đã tiếp nhận chưa có ngày hẹn trả nên luôn được tính trong hạn. Mở từng hồ sơ và ghi ngày hẹn trả.`,
  },
  {
    key: 'due-before-received',
    where: `${ofPeriod} AND a.due_day < a.received_day`,
    why: "'hẹn trả ' || a.due_day || ' trước ngày tiếp nhận ' || a.received_day",
    sentence: count =>
      `${count} hồ sơ có ngày hẹn trả trước ngày tiếp nhận. Kiểm tra và sửa một trong hai ngày.`,
  },
  {
    key: 'not-returned',
    where: `a.finished_day IS NOT NULL AND a.returned_day IS NULL AND a.finished_day <= date(:to, '-${longInOffice} days')`,
    why: "'có kết quả ' || a.finished_day",
    sentence: count =>
      `${count} hồ sơ có kết quả đã quá ${longInOffice} ngày mà chưa ghi ngày trả. Ghi ngày trả nếu công dân đã nhận.`,
  },
  {
    key: 'long-waiting',
    where: `a.received_day IS NULL AND a.refused_day IS NULL AND a.dropped_day IS NULL
            AND a.registered_day <= date(:to, '-7 days')`,
    why: "'nộp ' || a.registered_day",
    sentence: count =>
      `${count} hồ sơ nộp đã quá 7 ngày mà chưa tiếp nhận, chưa từ chối. Kiểm tra và xử lý từng hồ sơ.`,
  },
]

/** Files whose dates are missing or contradict each other. */
export function doubtedFiles(db: ReadDb, { from, to }: Days): readonly Found[] {
  return questions.flatMap(({ key, where, why, sentence }) => {
    const values = where.includes(':from') ? { from, to } : { to }
    const count =
      db.row<{ n: number }>(`SELECT count(*) AS n FROM applications a WHERE ${where}`, values)?.n ?? 0
    if (count === 0) return []
    const files = db
      .rows<DoubtedFile>(
        `SELECT a.id, a.dossier_code AS dossierCode, ${why} AS why FROM applications a
         WHERE ${where} ORDER BY a.registered_day, a.id LIMIT ${mostShown}`,
        values,
      )
      .map(file => ({ ...file, why: file.why.replace(/\d{4}-\d{2}-\d{2}/g, (day: Day) => showDay(day)) }))
    return [{ key, sentence: sentence(count), count, files, days: [] }]
  })
}
