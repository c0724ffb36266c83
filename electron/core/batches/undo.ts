import type { WriteDb } from '../../../db/database.ts'
import { eventsOf } from '../applications/history.ts'
import type { Facts } from '../applications/model.ts'
import type { StoredApplication } from '../applications/read.ts'
import { type Changes, saveFacts } from '../applications/save.ts'
import { takeStep, takingBack } from '../applications/steps.ts'
import { type Replayer, replayer } from '../applications/store.ts'
import { postedLabel } from '../applications/unchanged.ts'
import { dayOf, showDay } from '../calendar/day.ts'
import type { CommandContext, Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import type { batchesContract } from './contract.ts'
import { eachFile } from './each.ts'
import { mayUndo } from './history.ts'
import { savePosted } from './posted.ts'
import { type Kept, keepRefusals } from './run.ts'

type Batches = Operations<typeof batchesContract>
type Item = {
  readonly applicationId: number
  readonly before: string
  readonly versionAfter: number
  readonly eventId: number | null
}

/** Puts back every file that nobody has touched since; the others are listed and stay as they are. */
export const undo: Batches['undo'] = (job, { batchId }) =>
  job.write(context => {
    const { db, actor, now, audit } = context
    assertUndoable(context, batchId)
    const items = new Map(itemsOf(db, batchId).map(item => [item.applicationId, item]))
    const told: Changes = { 'Hoàn tác xử lý hàng loạt': [null, batchId] }
    const replay = replayer(db)
    const { done, refused } = eachFile(job, context, [...items.keys()], 'Hoàn tác', file => {
      const item = items.get(file.id)
      if (item === undefined || file.version !== item.versionAfter)
        throw new AppError(
          'conflict',
          'Hồ sơ đã được sửa sau lần xử lý này nên giữ nguyên. Sửa riêng nếu cần.',
        )
      const kept: Kept = JSON.parse(item.before)
      const version = putBack(context, file, item.eventId, kept, told, replay)
      standsAgain(db, file.id, kept.version, version)
    })
    keepRefusals(db, batchId, 'undo', refused)
    db.run('UPDATE batches SET undone_at = :now, undone_by = :actorId WHERE id = :batchId', {
      ...{ batchId, now, actorId: actor.id },
    })
    audit({
      subject: 'batch',
      subjectId: batchId,
      changes: {
        'Hoàn tác': [null, now],
        'Số hồ sơ đã hoàn tác': [null, done],
        'Số hồ sơ giữ nguyên': [null, refused.length],
      },
    })
    return { batchId, done, refused }
  })

function assertUndoable({ db, actor }: CommandContext, batchId: number): void {
  const batch = db.row<{ actorId: number; action: string; done: number; undoneAt: string | null }>(
    'SELECT actor_id AS actorId, action, done, undone_at AS undoneAt FROM batches WHERE id = :batchId',
    { batchId },
  )
  if (batch === undefined)
    throw new AppError('not-found', 'Không tìm thấy lần xử lý hàng loạt này. Tải lại danh sách.')
  if (!mayUndo(actor, batch.actorId)) {
    throw new AppError(
      'not-allowed',
      'Lần xử lý này do người khác thực hiện. Đề nghị người đó hoặc tổ trưởng hoàn tác.',
    )
  }
  if (batch.undoneAt !== null) {
    const when = `${batch.undoneAt.slice(11, 16)} ngày ${showDay(dayOf(batch.undoneAt))}`
    throw new AppError('conflict', `Lần xử lý này đã được hoàn tác lúc ${when}. Tải lại danh sách.`)
  }
  if (batch.action === 'print') {
    throw new AppError(
      'invalid',
      'Phiếu đã có số và đã in nên không hoàn tác được. Thu hồi phiếu đã giao; cần sửa thì in lại từng phiếu.',
    )
  }
  if (batch.done === 0)
    throw new AppError('invalid', 'Lần xử lý này không làm thay đổi hồ sơ nào nên không có gì để hoàn tác.')
}

const itemsOf = (db: WriteDb, batchId: number) =>
  db.rows<Item>(
    `SELECT application_id AS applicationId, before, version_after AS versionAfter, event_id AS eventId
     FROM batch_items WHERE batch_id = :batchId ORDER BY application_id`,
    { batchId },
  )

/** Answers the version that the file has then. */
function putBack(
  context: CommandContext,
  file: StoredApplication,
  eventId: number | null,
  { dueDay, facts: { postedDay, ...before } }: Kept,
  told: Changes,
  replay: Replayer,
): number {
  const facts: Facts = { ...file.facts, ...before }
  if (eventId !== null) {
    const event = eventsOf(context.db, file.id).find(({ id }) => id === eventId)
    if (event === undefined) throw new Error(`file ${file.id} has lost the step ${eventId}`)
    const step = takingBack(event, 'Hoàn tác xử lý hàng loạt')
    const changes: Changes = { 'Rút lại bước': [event.day, null], ...told }
    return takeStep(context, file, step, changes, { facts, dueDay }, replay).version
  }
  if (postedDay !== undefined)
    return savePosted(context, file, postedDay, { [postedLabel]: [file.postedDay, postedDay], ...told })
  return saveFacts(context, file, facts, told).version
}

/** The file is again what it was in that version: whatever batch left it so may be undone in its turn. */
function standsAgain(db: WriteDb, id: number, versionBefore: number, version: number): void {
  db.run(
    `UPDATE batch_items SET version_after = :version
     WHERE application_id = :id AND version_after = :versionBefore`,
    { id, versionBefore, version },
  )
}
