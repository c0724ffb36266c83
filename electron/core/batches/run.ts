import type { StoredApplication } from '../applications/read.ts'
import type { Day } from '../calendar/day.ts'
import type { CommandContext, Operations } from '../context.ts'
import { actOf, type Before, type Done } from './actions.ts'
import type { batchesContract } from './contract.ts'
import { eachFile } from './each.ts'
import { selectedIds } from './selection.ts'
import { titleOf } from './titles.ts'

type Batches = Operations<typeof batchesContract>

/** How the trail of a file names the batch that changed it. */
export const batchLabel = 'Xử lý hàng loạt'

/** What can be done is done, in one transaction; cancelled, nothing of it has ever been. */
export const run: Batches['run'] = (job, { selection, action }) => {
  const ids = selectedIds(job, selection)
  return job.write(context => {
    const { db, actor, now, audit } = context
    const batchId = db.run(
      `INSERT INTO batches (at, actor_id, action, input, done, refused)
       VALUES (:now, :actorId, :kind, :input, 0, 0)`,
      { now, actorId: actor.id, kind: action.kind, input: JSON.stringify({ selection, action }) },
    ).lastInsertRowid
    const act = actOf(context, action, { [batchLabel]: [null, batchId] })
    const title = titleOf(db, action)
    const { done, refused } = eachFile(job, context, ids, title, file =>
      keepItem(context, batchId, file, act(file)),
    )
    db.run('UPDATE batches SET done = :done, refused = :refused WHERE id = :batchId', {
      batchId,
      done,
      refused: refused.length,
    })
    audit({
      subject: 'batch',
      subjectId: batchId,
      changes: {
        'Công việc': [null, title],
        'Số hồ sơ đã làm': [null, done],
        'Số hồ sơ không làm được': [null, refused.length],
      },
    })
    return { batchId, done, refused }
  })
}

/**
 * What is needed to put a file back exactly: the facts that changed, the due day that was told, and the version it had,
 * which lets an older batch be undone after this one.
 */
export type Kept = { readonly version: number; readonly dueDay: Day | null; readonly facts: Before }

function keepItem(
  { db }: CommandContext,
  batchId: number,
  { id, version: versionBefore, dueDay }: StoredApplication,
  { before, version, eventId }: Done,
): void {
  db.run(
    `INSERT INTO batch_items (batch_id, application_id, before, version_after, event_id)
     VALUES (:batchId, :id, :before, :version, :eventId)`,
    {
      batchId,
      id,
      before: JSON.stringify({ version: versionBefore, dueDay, facts: before } satisfies Kept),
      version,
      eventId,
    },
  )
}
