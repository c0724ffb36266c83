import { addDays, type Day } from './day.ts'
import { type Calendar, explainDeadline } from './working-days.ts'

/** Why nobody works on a day: "Chủ nhật", "Quốc khánh" …; null on a working day. */
export function dayOff(day: Day, calendar: Calendar): string | null {
  // the day after the first is the first that a deadline looks at
  const reason = explainDeadline(addDays(day, -1), 1, calendar)[1]
  return reason === undefined || reason.counted !== null ? null : reason.why
}
