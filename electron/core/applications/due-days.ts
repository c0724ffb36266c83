import type { Day } from '../calendar/day.ts'
import { addWorkingDays, type Calendar, workingDaysBetween } from '../calendar/working-days.ts'

/** How deadlines run; a setting with effective dates, so it is asked by day (figures.md §2). */
export type DeadlineRule = { readonly days: number; readonly afterPause: 'fresh' | 'remaining' }
export type DeadlineRules = (day: Day) => DeadlineRule

/** A due day, the day from which it is in force, and why (Vietnamese, for "vì sao ngày này"). */
export type DueEntry = {
  readonly due: Day
  readonly from: Day
  readonly why: string
  readonly countedFrom: Day | null
  readonly days: number | null
}

/** The appointed days of one file, one after the other: counted by the rule, or as a list gave them. */
export class DueDays {
  private readonly rules: DeadlineRules
  private readonly calendar: Calendar
  private due: Day | null = null
  private history: DueEntry[] = []
  /** The first day of the pause; null while the clock runs. Closed while paused, it means nothing any more. */
  private pause: Day | null = null

  constructor(rules: DeadlineRules, calendar: Calendar) {
    this.rules = rules
    this.calendar = calendar
  }

  get inForce(): Day | null {
    return this.due
  }

  get entries(): readonly DueEntry[] {
    return this.history
  }

  get pausedSince(): Day | null {
    return this.pause
  }

  /** The day a list brings, if it is another one: the same day repeated changes nothing (figures.md §8 case 5). */
  news(given: Day | null): Day | null {
    return given === this.due ? null : given
  }

  /** Before receipt no day is in force, so the list's own holds even where it was announced earlier. */
  receive(day: Day, given: Day | null): void {
    if (given !== null) this.takeOver(given, day)
    else this.countAfresh(day, 'Tiếp nhận hồ sơ')
  }

  resume(day: Day, news: Day | null): void {
    this.pause = null
    if (news !== null) this.takeOver(news, day)
    else this.countAfresh(day, 'Mở lại hồ sơ đã dừng, tính lại đủ thời hạn')
  }

  /** A due day that comes with a list is in force from the day of the event that brought it. */
  takeOver(news: Day, day: Day): void {
    this.appoint(news, day, 'Ngày hẹn trả theo danh sách', null, null)
  }

  /** From one pause straight into the other (5 ↔ 6) the clock has never run: it is one pause. */
  enterPause(day: Day, news: Day | null): void {
    if (news !== null) this.takeOver(news, day)
    this.pause ??= day
  }

  leavePause(day: Day, news: Day | null): void {
    const since = this.pause ?? day
    this.pause = null
    if (news !== null) this.takeOver(news, day)
    else this.goOnCounting(day, since)
  }

  /** A new day told with an apology. */
  reappoint(due: Day, day: Day): void {
    this.appoint(due, day, 'Xin lỗi và hẹn lại ngày trả kết quả', null, null)
  }

  /** A correction without a step replaces what was known from the start (figures.md §8 case 5). */
  replace(due: Day, from: Day): void {
    this.due = due
    this.history = [{ due, from, why: 'Ngày hẹn trả được sửa', countedFrom: null, days: null }]
  }

  private goOnCounting(day: Day, since: Day): void {
    const { due } = this
    // figures.md §2: lateness does not vanish
    if (due !== null && since > due) return
    if (due === null || this.rules(day).afterPause === 'fresh') {
      this.countAfresh(day, 'Tiếp tục sau khi tạm dừng, tính lại đủ thời hạn')
      return
    }
    const left = workingDaysBetween(since, due, this.calendar)
    const why = 'Tiếp tục sau khi tạm dừng, cộng số ngày còn lại'
    this.appoint(addWorkingDays(day, left, this.calendar), day, why, day, left)
  }

  private countAfresh(day: Day, why: string): void {
    const { days } = this.rules(day)
    this.appoint(addWorkingDays(day, days, this.calendar), day, why, day, days)
  }

  private appoint(due: Day, from: Day, why: string, countedFrom: Day | null, days: number | null): void {
    this.due = due
    this.history.push({ due, from, why, countedFrom, days })
  }
}
