import type { Json } from '../../electron/core/errors.ts'
import { fold, tidy } from '../../electron/core/vietnamese.ts'

const keptAtMost = 8
const longest = 100

/** What was kept, or nothing where it is not understood. */
export function readRecent(kept: Json | undefined): readonly string[] {
  return Array.isArray(kept)
    ? kept.filter((one: unknown): one is string => typeof one === 'string').slice(0, keptAtMost)
    : []
}

/** The text first, once; the oldest goes. Written with or without marks it is the same search only if it reads the same. */
export function withRecent(recent: readonly string[], typed: string): readonly string[] {
  const text = tidy(typed)
  if (text === '' || text.length > longest) return recent
  return [text, ...recent.filter(one => one.toLowerCase() !== text.toLowerCase())].slice(0, keptAtMost)
}

/** Those that hold every word typed so far, with or without marks. */
export function recentFor(recent: readonly string[], typed: string): readonly string[] {
  const words = fold(typed)
    .split(' ')
    .filter(word => word !== '')
  return recent.filter(one => {
    const text = fold(one)
    return words.every(word => text.includes(word))
  })
}
