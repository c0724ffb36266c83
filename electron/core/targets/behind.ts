import type { ReadDb } from '../../../db/database.ts'
import type { Wanted } from '../statistics/files-behind.ts'
import type { FigureDay, TargetRef, Unit } from '../statistics/model.ts'
import { countedDays, targetRulesOn } from './counted-days.ts'

/** What stands behind a count of the target: logged files, and the days that came in as totals. */
export type TargetBehind = {
  readonly wanted: Wanted
  readonly unit: Unit
  readonly days: readonly FigureDay[]
}

/** The same choice, day by day, between logged files and a daily total as `countedDays` makes. */
export function behindTarget(db: ReadDb, { part, from, to, rulesOn }: TargetRef): TargetBehind {
  const rules = targetRulesOn(db, rulesOn)
  const { unit } = rules
  const ref = { names: [rules.numerator], from, to, unit }
  if (part === 'numerator') return { wanted: { ref: { ...ref, channels: ['online'] } }, unit, days: [] }
  const channels = {
    direct: ['direct'],
    'direct-and-postal': ['direct', 'postal'],
    all: ['online', 'direct', 'postal'],
  } as const
  const byTotal = new Set(
    countedDays(db, rules, from, to)
      .filter(each => each.byTotal)
      .map(({ day }) => day),
  )
  const days = db
    .rows<FigureDay>(
      'SELECT day, count, source FROM direct_counts WHERE day BETWEEN :from AND :to ORDER BY day',
      {
        from,
        to,
      },
    )
    .filter(({ day }) => byTotal.has(day))
  return {
    wanted: { ref: { ...ref, channels: channels[rules.denominator] }, withoutDirectOn: [...byTotal] },
    unit,
    days,
  }
}
