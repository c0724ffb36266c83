import type { Database, ReadDb, WriteDb } from '../../../db/database.ts'

export type LastRows = { readonly file: number; readonly event: number }

/** The newest file and step, to know later what came after them. */
export function lastRows(database: Database): LastRows {
  const last = database.read(db =>
    db.row<LastRows>(
      'SELECT (SELECT max(id) FROM applications) AS file, (SELECT max(id) FROM application_events) AS event',
    ),
  )
  if (last === undefined) throw new Error('the register cannot be counted')
  return last
}

/** Further than any id goes. */
const far = 1_000_000_000

/** Writes what came after some rows a second time, set by set with all indexes, and takes it back. */
export function copyOnce(database: Database, { file, event }: LastRows): void {
  const done = new Error('taken back')
  try {
    database.atomically(db => {
      copy(db, 'applications', `id > ${file}`, { id: `id + ${far}`, dossier_key: "dossier_key || '~'" })
      copy(db, 'application_events', `id > ${event}`, {
        id: `id + ${far}`,
        application_id: `application_id + ${far}`,
      })
      copy(db, 'application_stretches', `application_id > ${file} AND application_id < ${far}`, {
        application_id: `application_id + ${far}`,
      })
      db.run(
        `INSERT INTO application_search (rowid, words)
         SELECT id + ${far}, concat_ws(' ', dossier_code, name_key, national_id, phone, licence_number)
         FROM applications WHERE id > ${file} AND id < ${far}`,
      )
      throw done
    })
  } catch (error) {
    if (error !== done) throw error
  }
}

function copy(db: WriteDb, table: string, where: string, changed: Readonly<Record<string, string>>): void {
  const columns = columnsOf(db, table)
  const values = columns.map(name => changed[name] ?? name)
  db.run(
    `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${table} WHERE ${where}`,
  )
}

const columnsOf = (db: ReadDb, table: string): readonly string[] =>
  db.rows<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name)
