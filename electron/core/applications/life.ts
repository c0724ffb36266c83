import type { Day } from '../calendar/day.ts'
import type { Calendar } from '../calendar/working-days.ts'
import { type DeadlineRules, DueDays, type DueEntry } from './due-days.ts'
import type { Status } from './statuses.ts'

/** One fact of the history: the file entered a status, or an appointed day came to be known. */
export type LifeEvent =
  | { readonly kind: 'status'; readonly status: Status; readonly day: Day; readonly dueDay?: Day | null }
  | { readonly kind: 'due'; readonly dueDay: Day }
  /** The citizen was given another day, with an apology: in force from its own day, so lateness until then stays. */
  | { readonly kind: 'reappointed'; readonly day: Day; readonly dueDay: Day }

/** The day after the last: an open end that compares like a day. */
export const openEnd: Day = '9999-12-31'

export type Stretch = {
  readonly state: 'waiting' | 'running' | 'paused'
  readonly from: Day
  readonly to: Day
  readonly began: 'registered' | 'received' | 'resumed' | 'continued'
  readonly ended:
    | 'received'
    | 'refused'
    | 'dropped'
    | 'continued'
    | 'finished'
    | 'withdrawn'
    | 'stopped'
    | null
  readonly due: Day | null
}

export type Life = {
  readonly status: Status
  readonly statusDay: Day
  readonly registered: Day
  readonly received: Day | null
  readonly refused: Day | null
  readonly dropped: Day | null
  readonly finished: Day | null
  readonly withdrawn: Day | null
  readonly stopped: Day | null
  readonly returned: Day | null
  readonly closed: Day | null
  readonly due: Day | null
  readonly paused: Day | null
  readonly stretches: readonly Stretch[]
  readonly dues: readonly DueEntry[]
}

/** A history that cannot be: the message says which two facts disagree and what to do. */
export type LifeProblem = { readonly problem: string }

type Open = { state: Stretch['state']; from: Day; began: Stretch['began'] }

/**
 * Replays a file's history into what the register shows and the figures count (figures.md §1, §2 and §8). The
 * events stand in the order in which they happened.
 */
export function liveThrough(
  events: readonly LifeEvent[],
  rules: DeadlineRules,
  calendar: Calendar,
): Life | LifeProblem {
  const first = events[0]
  if (first?.kind !== 'status' || first.status !== 1)
    return { problem: 'Hồ sơ chưa có ngày đăng ký. Nhập ngày đăng ký.' }
  const life = new Replay(first.day, rules, calendar)
  for (const event of events.slice(1)) {
    if (event.kind === 'due') {
      life.setDue(event.dueDay)
      continue
    }
    if (event.kind === 'reappointed') {
      life.reappoint(event.dueDay, event.day)
      continue
    }
    const problem = life.enter(event)
    if (problem !== null) return { problem }
  }
  return life.result()
}

class Replay {
  private status: Status = 1
  private statusDay: Day
  private readonly registered: Day
  private received: Day | null = null
  private refused: Day | null = null
  private dropped: Day | null = null
  private finished: Day | null = null
  private withdrawn: Day | null = null
  private stopped: Day | null = null
  private returned: Day | null = null
  private readonly due: DueDays
  private open: Open | null
  private stretches: Stretch[] = []

  constructor(registered: Day, rules: DeadlineRules, calendar: Calendar) {
    this.registered = registered
    this.statusDay = registered
    this.due = new DueDays(rules, calendar)
    this.open = { state: 'waiting', from: registered, began: 'registered' }
  }

  /** An appointed day without a step replaces what was known from the start (figures.md §8 case 5). */
  setDue(due: Day): void {
    this.due.replace(due, this.received ?? this.registered)
    this.stretches = this.stretches.map(stretch =>
      stretch.state === 'waiting' ? stretch : { ...stretch, due },
    )
  }

  /** "Xin lỗi và hẹn lại": the due day changes on that day and not before. */
  reappoint(due: Day, day: Day): void {
    if (this.open === null || this.received === null) return
    this.end(day, 'continued')
    this.open = { state: this.due.pausedSince === null ? 'running' : 'paused', from: day, began: 'continued' }
    this.due.reappoint(due, day)
  }

  enter({ status, day, dueDay }: Extract<LifeEvent, { kind: 'status' }>): string | null {
    if (day < this.statusDay) return 'Ngày của bước sau sớm hơn bước trước. Sửa một trong hai ngày.'
    const given = dueDay ?? null
    const problem =
      this.received === null
        ? this.beforeReceipt(status, day, given)
        : this.afterReceipt(status, day, this.due.news(given))
    if (problem !== null) return problem
    this.status = status
    this.statusDay = day
    return null
  }

  private beforeReceipt(status: Status, day: Day, given: Day | null): string | null {
    // figures.md §1: refused is for ever; only a stopped file may be received after all (§8 case 3)
    if (this.status === 3) return 'Hồ sơ đã bị từ chối tiếp nhận. Rút lại bước từ chối nếu ghi nhầm.'
    if (this.status === 7) return 'Hồ sơ đã được công dân rút. Rút lại bước đó nếu ghi nhầm.'
    switch (status) {
      case 1:
      case 5:
      case 6:
        this.waitAgain()
        return null
      case 2:
        this.waitAgain()
        this.end(day, 'received')
        this.received = day
        this.open = { state: 'running', from: day, began: 'received' }
        this.due.receive(day, given)
        return null
      case 3:
        this.waitAgain()
        this.end(day, 'refused')
        this.refused = day
        return null
      case 7:
      case 8:
        this.waitAgain()
        this.end(day, 'dropped')
        this.dropped = day
        return null
      default:
        return 'Hồ sơ chưa có ngày tiếp nhận. Nhập ngày tiếp nhận trước bước này.'
    }
  }

  /** figures.md §8 case 3: stopped before receipt and then gone on with: it waited all the time. */
  private waitAgain(): void {
    if (this.open !== null) return
    this.stretches = []
    this.open = { state: 'waiting', from: this.registered, began: 'registered' }
    this.dropped = null
    this.refused = null
  }

  /** `news`: the due day that a list brings with this step, where it is another than the one in force. */
  private afterReceipt(status: Status, day: Day, news: Day | null): string | null {
    const problem = this.impossible(status)
    if (problem !== null) return problem
    if (this.finished !== null || (status === 8 && this.open === null)) {
      // closed before: a due day that comes now cannot change whether it was in time
      if (news !== null) this.due.takeOver(news, day)
      if (status === 10) this.returned = day
      return null
    }
    // figures.md §8 case 2: whatever follows a stop without a known resumption resumes it on that day
    const resumed = this.open === null
    if (resumed) this.resume(day, news)
    const brought = resumed ? null : news
    switch (status) {
      case 5:
      case 6:
        this.end(day, 'continued')
        this.open = { state: 'paused', from: day, began: 'continued' }
        this.due.enterPause(day, brought)
        return null
      case 7:
        this.close(day, 'withdrawn', brought)
        this.withdrawn = day
        return null
      case 8:
        this.close(day, 'stopped', brought)
        this.stopped = day
        return null
      case 9:
        this.close(day, 'finished', brought)
        this.finished = day
        return null
      case 10:
        // figures.md §8 case 4: handed over without a day of result
        this.close(day, 'finished', brought)
        this.finished = day
        this.returned = day
        return null
      default:
        this.goOn(day, brought)
        return null
    }
  }

  private impossible(status: Status): string | null {
    if (this.withdrawn !== null) {
      return status === 10
        ? 'Hồ sơ đã được công dân rút nên không có kết quả để trả. Kiểm tra lại trạng thái.'
        : 'Hồ sơ đã được công dân rút. Kiểm tra lại trạng thái.'
    }
    if (this.finished !== null && status !== 10)
      return 'Hồ sơ đã có kết quả, chỉ còn bước trả kết quả. Kiểm tra lại trạng thái.'
    if (status === 1 || status === 3)
      return 'Hồ sơ đã được tiếp nhận nên không thể trở lại trạng thái trước tiếp nhận. Kiểm tra lại trạng thái.'
    return null
  }

  private goOn(day: Day, news: Day | null): void {
    if (this.open?.state === 'paused') {
      this.end(day, 'continued')
      this.open = { state: 'running', from: day, began: 'continued' }
      this.due.leavePause(day, news)
    } else if (news !== null) {
      this.takeOver(news, day)
    }
  }

  private resume(day: Day, news: Day | null): void {
    this.open = { state: 'running', from: day, began: 'resumed' }
    this.stopped = null
    this.due.resume(day, news)
  }

  private close(day: Day, ended: 'finished' | 'withdrawn' | 'stopped', news: Day | null): void {
    if (news !== null) this.takeOver(news, day)
    this.end(day, ended)
  }

  /** Until the day of the event the old due day was in force: what was overdue then stays so. */
  private takeOver(news: Day, day: Day): void {
    const { open } = this
    if (open === null) return
    this.end(day, 'continued')
    this.open = { state: open.state, from: day, began: 'continued' }
    this.due.takeOver(news, day)
  }

  private end(day: Day, ended: Exclude<Stretch['ended'], null>): void {
    if (this.open === null) return
    this.stretches.push({ ...this.open, to: day, ended, due: this.dueOf(this.open) })
    this.open = null
  }

  private dueOf(open: Open): Day | null {
    return open.state === 'waiting' ? null : this.due.inForce
  }

  result(): Life {
    const { open, status, statusDay, registered, received, refused, dropped, finished, withdrawn, returned } =
      this
    const stopped = status === 8 && received !== null ? this.stopped : null
    const tail: Stretch[] =
      open === null ? [] : [{ ...open, to: openEnd, ended: null, due: this.dueOf(open) }]
    return {
      status,
      statusDay,
      registered,
      received,
      refused,
      dropped,
      finished,
      withdrawn,
      stopped,
      returned,
      closed: received === null ? null : (finished ?? withdrawn ?? stopped),
      due: this.due.inForce,
      paused: open?.state === 'paused' ? this.due.pausedSince : null,
      stretches: [...this.stretches, ...tail],
      dues: this.due.entries,
    }
  }
}
