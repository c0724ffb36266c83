import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import { type Period, periodTitle } from '../periods/period.ts'
import { neighbour, type PeriodRules } from '../periods/rules.ts'
import { measure } from '../statistics/measures.ts'
import type { Count, MeasureName } from '../statistics/model.ts'
import { unitOn } from '../statistics/operations.ts'
import type { Doubt } from './contract.ts'

/** How many periods before give the usual number; fewer known are too few to call anything unusual. */
const usualOver = 4
const fewestKnown = 2
/** A number is unusual at twice or half the usual one, when the difference is of some weight. */
const factor = 2
const leastDifference = 10

const watched: readonly { readonly name: MeasureName; readonly part: keyof Count; readonly words: string }[] =
  [
    { name: 'received', part: 'total', words: 'Số hồ sơ tiếp nhận' },
    { name: 'received', part: 'online', words: 'Số hồ sơ trực tuyến tiếp nhận' },
    { name: 'finished', part: 'total', words: 'Số hồ sơ có kết quả' },
    { name: 'closedLate', part: 'total', words: 'Số hồ sơ giải quyết quá hạn' },
  ]

/**
 * Figures far from those of the periods before. Such a jump is not always the team's work (domain/difficulties.md §2):
 * it is asked about, and a note may say why.
 */
export function jumps(db: ReadDb, period: Period, rules: PeriodRules): readonly Omit<Doubt, 'note'>[] {
  const known = firstDay(db)
  const unit = unitOn(db, period.to)
  const before: Period[] = []
  for (let at = neighbour(period, -1, rules); before.length < usualOver; at = neighbour(at, -1, rules)) {
    if (known === null || at.from < known) break
    before.push(at)
  }
  if (before.length < fewestKnown) return []
  const now = measure(db, period, unit)
  const then = before.map(each => measure(db, each, unit))
  return watched.flatMap(({ name, part, words }) => {
    const value = now[name][part]
    const usual = then.reduce((sum, measures) => sum + measures[name][part], 0) / then.length
    const unusual = value >= usual * factor || value * factor <= usual
    if (!unusual || Math.abs(value - usual) < leastDifference) return []
    const rounded = Math.round(usual)
    return [
      {
        key: `jump-${name}-${part}`,
        sentence:
          `${words} trong kỳ là ${value}, bình quân ${then.length} kỳ trước (từ ${periodTitle(before.at(-1) ?? period)}) ` +
          `là ${rounded}. Kiểm tra lại số liệu; nếu đúng, ghi lý do.`,
        count: value,
        files: [],
        days: [],
      },
    ]
  })
}

function firstDay(db: ReadDb): Day | null {
  return (
    db.row<{ day: Day }>('SELECT registered_day AS day FROM applications ORDER BY registered_day LIMIT 1')
      ?.day ?? null
  )
}
