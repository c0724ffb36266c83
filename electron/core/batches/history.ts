import type { ReadDb } from '../../../db/database.ts'
import type { Actor, Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { slipsOf } from '../slips/store.ts'
import { supervisors } from '../users/model.ts'
import {
  type BatchAction,
  type BatchFile,
  type BatchRefusal,
  type batchesContract,
  mostShown,
  type PastBatch,
} from './contract.ts'
import { titleOf } from './titles.ts'

type Batches = Operations<typeof batchesContract>

type Row = Omit<PastBatch, 'kind' | 'title' | 'undoable'> & {
  readonly actorId: number
  readonly action: string
}

/** Who did it may take it back, and so may a supervisor. */
export function mayUndo({ id, role }: Actor, authorId: number): boolean {
  return (id !== null && id === authorId) || (role !== null && supervisors.includes(role))
}

const batch = `SELECT batches.id, at, actor_id AS actorId, author.display_name AS by,
    json_extract(input, '$.action') AS action, done, refused, undone_at AS undoneAt,
    undoer.display_name AS undoneBy
  FROM batches JOIN users author ON author.id = actor_id LEFT JOIN users undoer ON undoer.id = undone_by`

/** The latest first. */
export const history: Batches['history'] = ({ db, actor }) =>
  db.rows<Row>(`${batch} ORDER BY batches.id DESC LIMIT 200`).map(row => past(db, actor, row))

function past(db: ReadDb, actor: Actor, { actorId, action: stored, ...row }: Row): PastBatch {
  const action: BatchAction = JSON.parse(stored)
  return {
    ...row,
    kind: action.kind,
    title: titleOf(db, action),
    undoable: action.kind !== 'print' && row.undoneAt === null && row.done > 0 && mayUndo(actor, actorId),
  }
}

/** One batch with what it did and did not do; refuses with not-found. */
export const get: Batches['get'] = ({ db, actor }, { id }) => {
  const row = db.row<Row>(`${batch} WHERE batches.id = :id`, { id })
  if (row === undefined)
    throw new AppError('not-found', 'Không tìm thấy lần xử lý hàng loạt này. Tải lại danh sách.')
  const refusals = (undoing: 0 | 1) =>
    db.rows<BatchRefusal>(
      `SELECT application_id AS id, dossier_code AS dossierCode, reason FROM batch_refusals
       WHERE batch_id = :id AND undoing = :undoing ORDER BY place LIMIT ${mostShown}`,
      { id, undoing },
    )
  return {
    ...past(db, actor, row),
    files: filesOf(db, id),
    refusals: refusals(0),
    kept: refusals(1),
    lists: slipsOf(db, { batchId: id }),
  }
}

type FileRow = Omit<BatchFile, 'slip'> & {
  readonly slipId: number | null
  readonly number: string
  readonly numbered: number
}

/** In the order of the list where slips were laid out by it, otherwise by the files' own numbers. */
const filesOf = (db: ReadDb, batchId: number): readonly BatchFile[] =>
  db
    .rows<FileRow>(
      `SELECT a.id, a.dossier_code AS dossierCode, a.full_name AS fullName, a.status, s.id AS slipId,
              s.number || '/' || s.year AS number, p.numbered
       FROM batch_items i JOIN applications a ON a.id = i.application_id
       LEFT JOIN batch_slips p ON p.batch_id = i.batch_id AND p.application_id = a.id
       LEFT JOIN slips s ON s.id = p.slip_id
       WHERE i.batch_id = :batchId ORDER BY p.place, a.id LIMIT ${mostShown}`,
      { batchId },
    )
    .map(({ slipId, number, numbered, ...file }) => ({
      ...file,
      slip: slipId === null ? null : { id: slipId, number, numbered: numbered === 1 },
    }))
