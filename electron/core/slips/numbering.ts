import type { ReadDb, WriteDb } from '../../../db/database.ts'
import type { SlipKind } from './contract.ts'

/**
 * The next number of a kind in a year. Asked for inside the command's own writing transaction: nobody else numbers
 * meanwhile, and a command that is undone gives its number back, so there are neither twins nor gaps.
 */
export function nextNumber(db: WriteDb, kind: SlipKind, year: number): number {
  const last = db.row<{ number: number | null }>(
    'SELECT max(number) AS number FROM slips WHERE kind = :kind AND year = :year',
    { kind, year },
  )
  return (last?.number ?? 0) + 1
}

/** How often a numbered slip has been printed again. */
export function reprintsOf(
  db: ReadDb,
  { kind, year, number }: { kind: SlipKind; year: number; number: number },
): number {
  const last = db.row<{ times: number | null }>(
    'SELECT max(reprint) AS times FROM slips WHERE kind = :kind AND year = :year AND number = :number',
    { kind, year, number },
  )
  return last?.times ?? 0
}
