import type { WriteDb } from '../../../db/database.ts'
import type { StoredApplication } from '../applications/read.ts'
import type { Day } from '../calendar/day.ts'
import type { CommandContext, Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { showInteger } from '../reports/number-text.ts'
import { actOf, type Before, type Done } from './actions.ts'
import { type BatchRefusal, type batchesContract, largestPrint } from './contract.ts'
import { eachFile } from './each.ts'
import { selectedIds } from './selection.ts'
import { titleOf } from './titles.ts'

type Batches = Operations<typeof batchesContract>

/** How the trail of a file names the batch that changed it. */
export const batchLabel = 'Xử lý hàng loạt'

/** What can be done is done, in one transaction; cancelled, nothing of it has ever been. */
export const run: Batches['run'] = (job, { selection, action }) => {
  const ids = selectedIds(job, selection)
  if (action.kind === 'print' && ids.length > largestPrint) throw tooMuchPaper()
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
    keepRefusals(db, batchId, 'run', refused)
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
  { before, version, eventId, slip }: Done,
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
  if (slip === undefined) return
  db.run(
    `INSERT INTO batch_slips (batch_id, place, application_id, slip_id, numbered)
     SELECT :batchId, count(*) + 1, :id, :slipId, :numbered FROM batch_slips WHERE batch_id = :batchId`,
    { batchId, id, slipId: slip.id, numbered: slip.numbered ? 1 : 0 },
  )
}

/** So that the reasons can be read long after the job has gone. */
export function keepRefusals(
  db: WriteDb,
  batchId: number,
  by: 'run' | 'undo',
  refused: readonly BatchRefusal[],
): void {
  refused.forEach(({ id, dossierCode, reason }, place) => {
    db.run(
      `INSERT INTO batch_refusals (batch_id, undoing, place, application_id, dossier_code, reason)
       VALUES (:batchId, :undoing, :place, :id, :dossierCode, :reason)`,
      { batchId, undoing: by === 'undo' ? 1 : 0, place, id, dossierCode, reason },
    )
  })
}

function tooMuchPaper(): AppError {
  const most = showInteger(largestPrint)
  return new AppError('invalid', `Mỗi lần in nhiều nhất ${most} phiếu. Chọn ít hồ sơ hơn rồi in từng phần.`)
}
