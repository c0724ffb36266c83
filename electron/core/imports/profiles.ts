import { createHash } from 'node:crypto'
import type { ReadDb, WriteDb } from '../../../db/database.ts'
import type { InputOf } from '../operation.ts'
import { fold } from '../vietnamese.ts'
import type { importsContract } from './contract.ts'
import type { TableColumn } from './table.ts'

type Source = InputOf<(typeof importsContract)['plan']>
type Mapping = ReadonlyMap<number, string | null>

/** The mapping kept under a name, when one is asked for. */
export function profileFor(db: ReadDb, name: string | undefined): Mapping | undefined {
  if (name === undefined || name === '') return undefined
  const row = db.row<{ mapping: string }>('SELECT mapping FROM import_profiles WHERE name = :name', { name })
  if (row === undefined) return undefined
  const pairs: [number, string | null][] = JSON.parse(row.mapping)
  return new Map(pairs)
}

/** Keeps how the columns of this source were read, so that its next list needs no mapping. */
export function rememberProfile(
  db: WriteDb,
  { profile }: Source,
  columns: readonly TableColumn[],
  now: string,
): void {
  if (profile === undefined || profile === '') return
  db.run(
    `INSERT INTO import_profiles (name, headings_key, mapping, updated_at) VALUES (:name, :key, :mapping, :now)
     ON CONFLICT (name) DO UPDATE SET headings_key = excluded.headings_key, mapping = excluded.mapping, updated_at = excluded.updated_at`,
    {
      name: profile,
      key: headingsKey(columns),
      mapping: JSON.stringify(columns.map(({ index, field }) => [index, field])),
      now,
    },
  )
}

/** Lists of one source have the same headings in the same order. */
function headingsKey(columns: readonly TableColumn[]): string {
  return createHash('sha256')
    .update(columns.map(({ heading }) => fold(heading)).join('\n'))
    .digest('hex')
}
