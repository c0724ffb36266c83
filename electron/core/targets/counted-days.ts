import type { ReadDb } from '../../../db/database.ts'
import type { Channel } from '../applications/model.ts'
import type { Day } from '../calendar/day.ts'
import type { SettingValue } from '../settings/model.ts'
import { settingInForce } from '../settings/store.ts'
import type { Unit } from '../statistics/model.ts'

/** What the target counts: the settings in force on the day that is looked at. */
export type TargetRules = SettingValue<'target'> & { readonly unit: Unit }

export function targetRulesOn(db: ReadDb, day: Day): TargetRules {
  return { ...settingInForce(db, 'target', day), ...settingInForce(db, 'unit', day) }
}

/** One day's share of numerator and denominator. */
export type CountedDay = {
  readonly day: Day
  readonly online: number
  /** Of the channels that the denominator takes as in-person work. */
  readonly inPerson: number
  /** The day has logged direct files and a daily total; the setting decided which counted. */
  readonly both: boolean
  /** The day's in-person files came in as a total, and it is the total that counts: nothing logged stands behind it. */
  readonly byTotal: boolean
}

export const targetEvents = {
  finished: { day: 'to_day', where: "ended = 'finished'" },
  received: { day: 'from_day', where: "began = 'received'" },
  registered: { day: 'from_day', where: "began = 'registered'" },
} as const

/** What is known of one day: files by channel on the basis of the rules, and the daily total where there is one. */
export type DayCounts = {
  readonly day: Day
  readonly online: number
  readonly direct: number
  readonly postal: number
  readonly total: number | null
}

/** The days of [from, to] on which anything was counted, in order (figures.md §4 and §8 case 7). */
export function countedDays(db: ReadDb, rules: TargetRules, from: Day, to: Day): readonly CountedDay[] {
  return countsByDay(db, rules, from, to).map(counts => countDay(rules, counts))
}

/** The same before the rules say which of a day's counts is taken. */
export function countsByDay(db: ReadDb, rules: TargetRules, from: Day, to: Day): readonly DayCounts[] {
  const { day, where } = targetEvents[rules.numerator]
  const of = rules.unit === 'files' ? 'count(*)' : 'sum(licences)'
  const logged = db.rows<{ day: Day; channel: Channel; count: number }>(
    `SELECT ${day} AS day, channel, ${of} AS count FROM application_stretches
     WHERE ${where} AND ${day} BETWEEN :from AND :to GROUP BY ${day}, channel`,
    { from, to },
  )
  const totals = db.rows<{ day: Day; count: number }>(
    'SELECT day, count FROM direct_counts WHERE day BETWEEN :from AND :to',
    { from, to },
  )
  const days = new Map<Day, { online: number; direct: number; postal: number; total: number | null }>()
  const dayOf = (which: Day) => {
    const known = days.get(which) ?? { online: 0, direct: 0, postal: 0, total: null }
    days.set(which, known)
    return known
  }
  for (const row of logged) dayOf(row.day)[row.channel] += row.count
  for (const row of totals) dayOf(row.day).total = row.count
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([which, counts]) => ({ day: which, ...counts }))
}

/** One day's share of numerator and denominator by the rules. */
export function countDay(rules: TargetRules, { day, online, direct, postal, total }: DayCounts): CountedDay {
  return {
    day,
    online,
    inPerson: directOf(rules, direct, total) + (rules.denominator === 'direct' ? 0 : postal),
    both: total !== null && direct > 0,
    byTotal: total !== null && totalCounts(rules, direct, total),
  }
}

const directOf = (rules: TargetRules, logged: number, total: number | null): number =>
  total !== null && totalCounts(rules, logged, total) ? total : logged

/** A day has logged files or a total; where it has both, the setting decides, and never their sum. */
function totalCounts({ bothCounts }: TargetRules, logged: number, total: number): boolean {
  if (logged === 0) return true
  return { larger: total > logged, logged: false, total: true }[bothCounts]
}

/** Numerator and denominator of some days together. */
export function standingOf(rules: TargetRules, days: readonly CountedDay[]) {
  const online = days.reduce((sum, day) => sum + day.online, 0)
  const inPerson = days.reduce((sum, day) => sum + day.inPerson, 0)
  return { numerator: online, denominator: rules.denominator === 'all' ? online + inPerson : inPerson }
}
