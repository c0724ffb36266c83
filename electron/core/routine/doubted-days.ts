import type { ReadDb } from '../../../db/database.ts'
import { addDays, type Day, showDay } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { isConfirmed, isWorkingDay } from '../calendar/working-days.ts'
import type { Period } from '../periods/period.ts'
import { countDay, countedDays, countsByDay, targetRulesOn } from '../targets/counted-days.ts'
import type { Doubt } from './contract.ts'

type Found = Omit<Doubt, 'note'>

/** Days of the period on which the register is silent or says two things. */
export function doubtedDays(db: ReadDb, period: Period, today: Day): readonly Found[] {
  return [...withoutDirectWork(db, period, today), ...withBoth(db, period, today), ...unconfirmed(db, period)]
}

const lastDay = ({ to }: Period, today: Day): Day => (to < today ? to : today)

const found = (key: string, sentence: string, days: readonly Day[]): Found[] =>
  days.length === 0 ? [] : [{ key, sentence, count: days.length, files: [], days }]

/** The denominator of the target needs every working day: logged in-person files, or the day's total. */
function withoutDirectWork(db: ReadDb, period: Period, today: Day): readonly Found[] {
  const until = lastDay(period, today)
  const calendar = calendarOf(db)
  const rules = { ...targetRulesOn(db, until), denominator: 'direct' } as const
  // a total of nought is an answer: somebody has said that nobody came
  const known = new Set(
    countsByDay(db, rules, period.from, until)
      .filter(counts => counts.total !== null || countDay(rules, counts).inPerson > 0)
      .map(({ day }) => day),
  )
  const days: Day[] = []
  for (let day = period.from; day <= until; day = addDays(day, 1)) {
    if (isWorkingDay(day, calendar) && !known.has(day)) days.push(day)
  }
  return found(
    'no-direct-work',
    `${days.length} ngày làm việc chưa có số hồ sơ trực tiếp nên mẫu số của chỉ tiêu có thể thiếu. ` +
      'Nhập tổng số theo ngày ở mục Chỉ tiêu, ngày không có hồ sơ thì nhập 0.',
    days,
  )
}

function withBoth(db: ReadDb, period: Period, today: Day): readonly Found[] {
  const until = lastDay(period, today)
  if (until < period.from) return []
  const days = countedDays(db, targetRulesOn(db, until), period.from, until)
    .filter(({ both }) => both)
    .map(({ day }) => day)
  return found(
    'both-counts',
    `${days.length} ngày vừa ghi từng hồ sơ trực tiếp vừa có tổng số theo ngày. Đối chiếu hai số và sửa số sai.`,
    days,
  )
}

function unconfirmed(db: ReadDb, { from, to }: Period): readonly Found[] {
  if (isConfirmed(from, to, calendarOf(db))) return []
  return [
    {
      key: 'unconfirmed-calendar',
      sentence: `Lịch nghỉ của thời gian từ ${showDay(from)} đến ${showDay(to)} chưa được xác nhận nên ngày hẹn trả là tạm tính. Kiểm tra ở Cài đặt, mục Ngày nghỉ.`,
      count: 1,
      files: [],
      days: [],
    },
  ]
}
