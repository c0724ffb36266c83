import type { Application } from '../../electron/core/applications/contract.ts'
import type { TestApp } from './app.ts'

/** What a file is, as far as anybody can see or count: all but how often and when it was written. */
export async function standing(desk: TestApp, id: number) {
  const {
    version: _,
    history: __,
    updatedAt: ___,
    ...file
  } = await desk.as('officer').applications.get({ id })
  const stretches = desk.database.read(db =>
    db.rows('SELECT * FROM application_stretches WHERE application_id = :id ORDER BY seq', { id }),
  )
  return { ...file, stretches }
}

/** The same of many, in their order. */
export async function standings(desk: TestApp, ids: readonly number[]) {
  const all = []
  for (const id of ids) all.push(await standing(desk, id))
  return all
}

/** How many rows each table has: a job that leaves no trace leaves them all as they were. */
export function rowCounts(desk: TestApp): Readonly<Record<string, number>> {
  return desk.database.read(db => {
    const tables = [
      'applications',
      'application_events',
      'application_stretches',
      'audit',
      'batches',
      'batch_items',
    ]
    const count = (table: string) => db.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n ?? -1
    return Object.fromEntries(tables.map(table => [table, count(table)]))
  })
}

export const idsOf = (files: readonly Pick<Application, 'id'>[]): number[] => files.map(({ id }) => id)
