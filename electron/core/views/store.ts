import type { ReadDb } from '../../../db/database.ts'
import { AppError } from '../errors.ts'
import { type SavedView, viewFilter } from './contract.ts'

type Row = {
  readonly id: number
  readonly ownerId: number
  readonly name: string
  readonly filter: string
  readonly shared: number
  readonly version: number
}

/** A kept view without its count. */
export type StoredView = Omit<SavedView, 'count'>

const columns = 'id, owner_id AS ownerId, name, filter, shared, version'

function stored({ ownerId, filter, shared, ...row }: Row, me: number): StoredView | null {
  const read = viewFilter.safeParse(JSON.parse(filter))
  if (!read.success) return null
  return { ...row, filter: read.data, shared: shared === 1, own: ownerId === me }
}

/** The views somebody may use: their own first, then those that others share. One that cannot be read is left out. */
export function viewsOf(db: ReadDb, me: number): readonly StoredView[] {
  return db
    .rows<Row>(
      `SELECT ${columns} FROM saved_views WHERE owner_id = :me OR shared = 1 ORDER BY owner_id <> :me, id`,
      { me },
    )
    .flatMap(row => stored(row, me) ?? [])
}

/** One view that I may see; refuses with not-found. */
export function viewById(db: ReadDb, id: number, me: number): StoredView {
  const row = db.row<Row>(
    `SELECT ${columns} FROM saved_views WHERE id = :id AND (owner_id = :me OR shared = 1)`,
    { id, me },
  )
  const view = row === undefined ? null : stored(row, me)
  if (view === null) throw new AppError('not-found', 'Không tìm thấy danh sách lọc này. Tải lại trang.')
  return view
}
