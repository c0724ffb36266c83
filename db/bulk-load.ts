import type { WriteDb } from './database.ts'

/**
 * Fills tables that are still empty without their indexes, and builds these at the end: sorting once is several times
 * quicker than putting each of a million rows in its place. All in the caller's transaction: as one, or not at all.
 */
export function withoutIndexes(db: WriteDb, tables: readonly string[], fill: () => void): void {
  const indexes = db.rows<{ name: string; sql: string }>(
    // those of a primary key or a unique column have no text and stay
    `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
       AND tbl_name IN (SELECT value FROM json_each(:tables)) ORDER BY rowid`,
    { tables: JSON.stringify(tables) },
  )
  for (const { name } of indexes) db.run(`DROP INDEX "${name}"`)
  fill()
  for (const { sql } of indexes) db.run(sql)
}
