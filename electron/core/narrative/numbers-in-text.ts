import { fold } from '../vietnamese.ts'
import { isName, isTime } from './names-in-text.ts'
import { numberValue, writtenNumber } from './number-spelling.ts'

/** A number somebody wrote into a sentence. */
export type Written = {
  readonly at: number
  /** As it stands there. */
  readonly text: string
  /** One value for all its spellings. */
  readonly value: string
  /** The folded words around it, nearest first: before, then after. */
  readonly before: readonly string[]
  readonly after: readonly string[]
}

const nearWords = 4

/** The figures of a text, in order; dates, document numbers and articles of the law are left out. */
export function numbersIn(text: string): readonly Written[] {
  const found: Written[] = []
  const number = new RegExp(writtenNumber)
  for (let match = number.exec(text); match !== null; match = number.exec(text)) {
    const at = match.index
    // "trong tháng 9 250 hồ sơ": the month, and then the files
    const first = /^(\d+)\s\d/.exec(match[0])?.[1]
    if (first !== undefined && isTime(text.slice(Math.max(0, at - 20), at), first)) {
      number.lastIndex = at + first.length
      continue
    }
    const end = at + match[0].length
    if (isName(text, at, end)) continue
    found.push({
      at,
      text: match[0],
      value: numberValue(match[0]),
      before: wordsOf(text.slice(0, at)).slice(-nearWords).reverse(),
      after: wordsOf(text.slice(end)).slice(0, nearWords),
    })
  }
  return found
}

const wordsOf = (text: string): string[] => fold(text).match(/\p{L}+/gu) ?? []

/** How alike two places in a text are, from 0 to 1: the nearest words weigh most. */
export function likeness(a: Written, b: Written): number {
  const side = (x: readonly string[], y: readonly string[]) => {
    let same = 0
    let most = 0
    for (let i = 0; i < nearWords; i += 1) {
      const weight = 1 / (i + 1)
      if (x[i] === undefined && y[i] === undefined) continue
      most += weight
      if (x[i] !== undefined && y.includes(x[i] ?? '')) same += weight
    }
    return { same, most }
  }
  const before = side(a.before, b.before)
  const after = side(a.after, b.after)
  const most = before.most + after.most
  return most === 0 ? 1 : (before.same + after.same) / most
}
