import type { Actor, Operations } from '../context.ts'
import { supervisors } from '../users/model.ts'
import type { BatchAction, batchesContract } from './contract.ts'
import { titleOf } from './titles.ts'

type Batches = Operations<typeof batchesContract>

type Row = {
  readonly id: number
  readonly at: string
  readonly actorId: number
  readonly by: string
  readonly action: string
  readonly done: number
  readonly refused: number
  readonly undoneAt: string | null
  readonly undoneBy: string | null
}

/** Who did it may take it back, and so may a supervisor. */
export function mayUndo({ id, role }: Actor, authorId: number): boolean {
  return (id !== null && id === authorId) || (role !== null && supervisors.includes(role))
}

/** The latest first. */
export const history: Batches['history'] = ({ db, actor }) =>
  db
    .rows<Row>(
      `SELECT batches.id, at, actor_id AS actorId, author.display_name AS by,
              json_extract(input, '$.action') AS action, done, refused, undone_at AS undoneAt,
              undoer.display_name AS undoneBy
       FROM batches JOIN users author ON author.id = actor_id LEFT JOIN users undoer ON undoer.id = undone_by
       ORDER BY batches.id DESC LIMIT 200`,
    )
    .map(({ actorId, action, ...row }) => ({
      ...row,
      title: titleOf(db, read(action)),
      undoable: row.undoneAt === null && row.done > 0 && mayUndo(actor, actorId),
    }))

const read = (text: string): BatchAction => JSON.parse(text)
