import type { Stretch } from '../applications/life.ts'
import type { Facts } from '../applications/model.ts'
import { addDays, type Day } from '../calendar/day.ts'

/** What of a file the figures count; the texts are a list's own words where no entry of a catalogue fits. */
export type Countable = {
  readonly stretches: readonly Stretch[]
  readonly returned: Day | null
  readonly facts: Facts
  /** The day its result was given to the post. */
  readonly posted: Day | null
  readonly texts?: { readonly reasonText: string | null; readonly districtText: string | null }
}

type Days = { readonly from: Day; readonly to: Day }

/**
 * What a file adds to the figures of a period, as one text: two states of a file with the same text add the same
 * (figures.md §3), day by day and group by group. Empty where it adds nothing. The officer is no part of it: work
 * that goes on is handed from one to another every day; the report on progress tells it as drift.
 */
export function shareOf({ stretches, returned, facts, texts }: Countable, { from, to }: Days): string {
  const inside = (day: Day) => from <= day && day <= to
  const said: string[] = []
  for (const { state, from: begins, to: ends, began, ended, due } of stretches) {
    if (began !== 'continued' && inside(begins)) said.push(`${began} ${begins}`)
    if (ended !== null && ended !== 'continued' && ended !== 'received' && inside(ends))
      said.push(`${ended} ${ends} ${due === null ? 'on-time' : Math.sign(compare(ends, due))}`)
    const lasts = (day: Day) => begins <= day && day < ends
    if (lasts(addDays(from, -1))) said.push(state === 'waiting' ? 'waiting in' : 'carried in')
    if (lasts(to)) said.push(`${state}${state === 'running' && due !== null && due < to ? ' overdue' : ''}`)
  }
  if (returned !== null && inside(returned)) said.push(`returned ${returned} ${facts.returnWay ?? 'counter'}`)
  if (said.length === 0) return ''
  const { channel, licences, teamId, districtCode, classes, reasonCode } = facts
  const groups = [
    ...[channel, licences, teamId, classes],
    ...[districtCode ?? texts?.districtText, reasonCode ?? texts?.reasonText],
  ]
  return JSON.stringify([said, groups.map(group => group ?? null)])
}

/**
 * What it adds to the report on the post beside that (`statistics/post.ts`): with the post, on its way, or ready and not
 * yet given to it. The code of the item is no part of it: codes are written down as they come.
 */
export function postShareOf({ stretches, returned, facts, posted }: Countable, { from, to }: Days): string {
  const { teamId, licences, returnWay } = facts
  const delivered = returned !== null && returned <= to ? returned : null
  if (posted !== null && posted <= to) {
    const over = returned !== null && (returned < from || returned < posted)
    return over ? '' : JSON.stringify([posted, delivered, teamId, licences])
  }
  const ready = stretches.some(({ ended, to: day }) => ended === 'finished' && day <= to)
  return ready && delivered === null && returnWay === 'post'
    ? JSON.stringify(['ready', teamId, licences])
    : ''
}

const compare = (a: Day, b: Day) => (a < b ? -1 : a > b ? 1 : 0)
