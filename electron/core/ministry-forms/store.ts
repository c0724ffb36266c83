import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { ReadDb } from '../../../db/database.ts'
import { AppError } from '../errors.ts'
import type { MinistryForm } from './contract.ts'
import { type Place, place } from './model.ts'

type Row = Omit<MinistryForm, 'places'> & { readonly places: string }

const selected = `SELECT f.id, f.name, f.file_name AS fileName, f.sha256, f.places, f.version, f.at, u.display_name AS by
  FROM ministry_forms f JOIN users u ON u.id = f.by_id WHERE f.retired_at IS NULL`

export type StoredForm = { readonly form: MinistryForm; readonly places: readonly Place[] }

const read = ({ places: text, ...row }: Row): StoredForm => {
  // Written through the same rule, and read through it again: a file edited by hand is refused, not believed.
  const places = z.array(place).parse(JSON.parse(text))
  return { form: { ...row, places: places.length }, places }
}

/** The forms in use, newest first. */
export const formsInUse = (db: ReadDb): readonly MinistryForm[] =>
  db.rows<Row>(`${selected} ORDER BY f.id DESC`).map(row => read(row).form)

/** One form in use; throws `not-found`. */
export function formById(db: ReadDb, id: number): StoredForm {
  const row = db.row<Row>(`${selected} AND f.id = :id`, { id })
  if (row === undefined)
    throw new AppError(
      'not-found',
      'Không tìm thấy biểu mẫu, có thể biểu mẫu vừa được bỏ. Tải lại danh sách.',
    )
  return read(row)
}

/** The workbook as it was sent. */
export function formBytes(db: ReadDb, id: number): Uint8Array {
  const row = db.row<{ bytes: Uint8Array }>('SELECT bytes FROM ministry_forms WHERE id = :id', { id })
  return new Uint8Array(row?.bytes ?? [])
}

/** How many forms are in use, and the names of those that are no longer the file that was sent. */
export function damagedForms(db: ReadDb): { readonly kept: number; readonly damaged: readonly string[] } {
  const damaged: string[] = []
  let kept = 0
  for (const { name, sha256, bytes } of db.iterate<{ name: string; sha256: string; bytes: Uint8Array }>(
    'SELECT name, sha256, bytes FROM ministry_forms WHERE retired_at IS NULL ORDER BY id',
  )) {
    kept += 1
    if (createHash('sha256').update(bytes).digest('hex') !== sha256) damaged.push(name)
  }
  return { kept, damaged }
}
