import fc from 'fast-check'
import { addDays } from '../../electron/core/calendar/day.ts'
import { type Correction, dueNow, type Known, type Office, read, type Step } from './naive-figures.ts'

/** What the figures are split by; null = the file does not say. */
export type Traits = {
  readonly team: number | null
  readonly district: string | null
  readonly class: string | null
  readonly reason: string | null
  readonly officer: string | null
}

export type RandomFile = {
  readonly history: readonly (Step | Correction)[]
  readonly known: Known
  readonly channel: 'online' | 'direct' | 'postal'
  readonly licences: number
  readonly returnWay: 'counter' | 'post' | 'electronic' | null
  readonly traits: Traits
}

/** Where a file is, and the statuses a list or an officer may report next. 0: the appointed day is corrected. */
const next = {
  waiting: [2, 2, 2, 2, 2, 2, 3, 5, 6, 7, 8, 1],
  droppedByStop: [2, 5, 8],
  running: [4, 5, 5, 6, 7, 8, 8, 9, 9, 9, 10, 0],
  paused: [2, 4, 4, 4, 5, 6, 7, 8, 9, 10, 0],
  stopped: [4, 4, 2, 5, 6, 7, 8, 9, 10, 0],
  finished: [10, 10, 10, 0],
} as const
type Place = keyof typeof next

/** Where a step leads; null: nothing can follow. */
function placeAfter(place: Place, status: number): Place | null {
  if (status === 0) return place
  if (place === 'finished' || status === 3 || status === 7 || status === 10) return null
  if (place === 'waiting' || place === 'droppedByStop') {
    if (status === 2) return 'running'
    return status === 8 ? 'droppedByStop' : 'waiting'
  }
  if (status === 9) return 'finished'
  if (status === 8) return 'stopped'
  return status === 5 || status === 6 ? 'paused' : 'running'
}

type Choice = { readonly which: number; readonly gap: number; readonly given: number | 'none' | 'same' }

/** Mostly a few days, sometimes the same day, sometimes very long. */
const gap = fc.oneof(
  { weight: 3, arbitrary: fc.constant(0) },
  { weight: 8, arbitrary: fc.integer({ min: 1, max: 9 }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 130 }) },
)

const choice: fc.Arbitrary<Choice> = fc.record({
  which: fc.nat(1000),
  gap,
  given: fc.oneof(
    { weight: 6, arbitrary: fc.constant('none' as const) },
    { weight: 1, arbitrary: fc.constant('same' as const) },
    { weight: 2, arbitrary: fc.integer({ min: -6, max: 15 }) },
  ),
})

function historyOf(start: string, choices: readonly Choice[], office: Office): (Step | Correction)[] {
  const history: (Step | Correction)[] = [{ status: 1, day: start, given: null }]
  let place: Place | null = 'waiting'
  let day = start
  for (const { which, gap: days, given } of choices) {
    if (place === null) break
    const status: number = next[place][which % next[place].length] ?? 4
    if (status === 0) {
      history.push({ correctedDue: addDays(day, (which % 20) - 6) })
      continue
    }
    day = addDays(day, days)
    const due =
      given === 'none' ? null : given === 'same' ? dueNow(read(history, office)) : addDays(day, given)
    history.push({ status, day, given: due })
    place = placeAfter(place, status)
  }
  return history
}

const oneOf = <const T extends string | number | null>(...values: readonly T[]) => fc.constantFrom(...values)

/** One application with a history that can be, from registration to wherever it stands. */
export function randomFile(firstDay: string, days: number, office: Office): fc.Arbitrary<RandomFile> {
  return fc
    .record({
      start: fc.integer({ min: 0, max: days - 1 }),
      choices: fc.array(choice, { maxLength: 9, size: 'max' }),
      channel: oneOf('online', 'direct', 'postal'),
      licences: oneOf(1, 1, 2, 3),
      returnWay: oneOf('counter', 'post', 'electronic', null),
      traits: fc.record({
        team: oneOf(1, 2, null),
        district: oneOf('899', '900', 'Huyện không có trong danh mục', null),
        class: oneOf('A1', 'A1, B2', null),
        reason: oneOf('expiring', 'Lý do khác', null),
        officer: oneOf('1', 'Người ghi trong danh sách', null),
      }),
    })
    .map(({ start, choices, ...rest }) => {
      const history = historyOf(addDays(firstDay, start), choices, office)
      return { ...rest, history, known: read(history, office) }
    })
}

/**
 * The same files with the day their results were given to the post: after the result as a rule, and now and then before
 * it or after the return, as corrections leave it.
 */
export const withPostedDay = (files: fc.Arbitrary<RandomFile>) =>
  fc.tuple(files, fc.option(fc.integer({ min: -3, max: 25 }))).map(([file, gap]) => {
    const result = file.history.find(step => 'status' in step && (step.status === 9 || step.status === 10))
    const posted =
      gap === null || result === undefined || !('day' in result) ? null : addDays(result.day, gap)
    return { ...file, posted }
  })
