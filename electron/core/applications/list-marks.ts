import { tidy } from '../vietnamese.ts'
import type { Uncut } from './list-filter.ts'
import type { Sorting } from './list-orders.ts'

/**
 * Where the order is not chosen, what holds the typed text letter by letter, marks and all, comes before what only
 * sounds like it. SQLite knows no capitals but English ones, so the text is looked for as it is typed, in small letters,
 * in capitals, and as names are written.
 */
export function marksFirst({ text, order, reversed }: Uncut, sorting: Sorting): Sorting {
  const typed = tidy(text ?? '')
  if (order !== 'newest' || reversed === true || typed === '') return sorting
  const spelled = [...new Set([typed, typed.toLowerCase(), typed.toUpperCase(), asName(typed)])]
  const holds = (column: string) =>
    `EXISTS (SELECT 1 FROM json_each(:spelled) e WHERE instr(${column}, e.value) > 0)`
  return {
    ...sorting,
    groups: [
      { mark: '0', walks: [] },
      { mark: '1', walks: [] },
    ],
    rankOf: Number,
    rank: `NOT (${holds('a.full_name')} OR ${holds('a.dossier_code')})`,
    ranks: { table: '', join: '', values: { spelled: JSON.stringify(spelled) } },
  }
}

const asName = (text: string) =>
  text
    .toLowerCase()
    .replace(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase())
