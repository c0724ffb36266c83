import { contract } from '../../core/contract.ts'
import type { Desk } from '../desk.ts'
import type { Questions } from './questions.ts'
import { timed } from './timing.ts'

/** What a query may take on the thread of a window or a server, in ms (ARCHITECTURE.md). */
export const allowedOnHost = 50

/** The slowest question of one query. */
export type Slowest = {
  readonly query: string
  readonly asked: number
  readonly ms: number
  readonly input: unknown
  /** Answered by the reader thread, where it may take longer. */
  readonly aside: boolean
}

/** Asks every query what screens ask of it, once; what seems slow twice more, and the quickest counts. */
export async function slowestOfEach(desk: Desk, questions: Questions): Promise<readonly Slowest[]> {
  const found: Slowest[] = []
  for (const [query, inputs] of Object.entries<readonly unknown[]>(questions)) {
    let slowest: { ms: number; input: unknown } = { ms: 0, input: null }
    for (const input of inputs) {
      let ms = await timed(() => desk.any(query, input))
      for (let again = 0; ms > allowedOnHost && again < 2; again += 1)
        ms = Math.min(ms, await timed(() => desk.any(query, input)))
      if (ms > slowest.ms) slowest = { ms, input }
    }
    found.push({ query, asked: inputs.length, ...slowest, aside: isAside(query) })
  }
  return found.sort((a, b) => b.ms - a.ms)
}

/** Those that would hold up every click of a window. */
export const tooSlow = (each: Slowest): boolean => !each.aside && each.ms > allowedOnHost

function isAside(query: string): boolean {
  const [feature = '', verb = ''] = query.split('.')
  const declared: unknown = Reflect.get(Object(Reflect.get(contract, feature)), verb)
  return Reflect.get(Object(declared), 'aside') === true
}
