import { fold } from '../vietnamese.ts'
import { headingWords } from './heading-words.ts'
import { type ListField, listFieldNames } from './list-fields.ts'

/** A heading as it is compared: folded, without remarks in brackets, signs or doubled spaces. */
export function headingKey(heading: string): string {
  return fold(heading)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

export type Claim = { readonly field: ListField; readonly rank: number }

/** Behind every heading of the first choice. */
const otherwiseRank = 50

const claims: ReadonlyMap<string, readonly Claim[]> = (() => {
  const byKey = new Map<string, Claim[]>()
  for (const field of listFieldNames) {
    const { headings, otherwise = [] } = headingWords[field]
    const ranked = [
      ...headings.entries(),
      ...otherwise.map((heading, i) => [otherwiseRank + i, heading] as const),
    ]
    for (const [rank, heading] of ranked) {
      const key = headingKey(heading)
      const known = byKey.get(key) ?? []
      if (!known.some(claim => claim.field === field)) known.push({ field, rank })
      byKey.set(key, known)
    }
  }
  return byKey
})()

/** The fields a heading may mean, by its key; `rank` 0 is the surest. */
export function claimsOf(key: string): readonly Claim[] {
  return claims.get(key) ?? []
}
