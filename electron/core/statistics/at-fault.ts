import type { ReadDb } from '../../../db/database.ts'
import type { Days } from './families.ts'
import { balances } from './identities.ts'
import { eachMember, type MemberName } from './members.ts'

/** A file whose own share of the figures breaks an identity. */
export type FileAtFault = { readonly id: number; readonly dossierCode: string }

/** For each measure, what one file in it adds to each balance: left sides count up, right sides down. */
const weights: ReadonlyMap<MemberName, readonly number[]> = new Map(
  [...new Set(balances.flatMap(({ left, right }) => [...left, ...right]))].map(name => [
    name,
    balances.map(({ left, right }) => Number(left.includes(name)) - Number(right.includes(name))),
  ]),
)

/**
 * The files that break the balances of a period. Each balance is a sum over files and has to hold for every file by
 * itself, within its channel: where it does not, the file's stretches contradict each other. Answers the first
 * `most` by dossier code, and how many there are.
 */
export function filesAtFault(
  db: ReadDb,
  period: Days,
  most: number,
): { readonly files: readonly FileAtFault[]; readonly count: number } {
  const sums = new Map<string, { readonly id: number; readonly balance: number[] }>()
  for (const { applicationId: id, measures, channel } of eachMember(db, period)) {
    const key = `${id} ${channel}`
    const known = sums.get(key) ?? { id, balance: balances.map(() => 0) }
    sums.set(key, known)
    for (const name of measures) {
      weights.get(name)?.forEach((weight, at) => {
        known.balance[at] = (known.balance[at] ?? 0) + weight
      })
    }
  }
  const broken = new Set(
    [...sums.values()].filter(({ balance }) => balance.some(sum => sum !== 0)).map(({ id }) => id),
  )
  const files = db.rows<FileAtFault>(
    `SELECT id, dossier_code AS dossierCode FROM applications WHERE id IN (SELECT value FROM json_each(:ids))
     ORDER BY dossier_code LIMIT :most`,
    { ids: JSON.stringify([...broken]), most },
  )
  return { files, count: broken.size }
}
