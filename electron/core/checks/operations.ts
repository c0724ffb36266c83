import type { ReadDb } from '../../../db/database.ts'
import { applicationById } from '../applications/read.ts'
import type { Operations } from '../context.ts'
import { AppError } from '../errors.ts'
import { type Check, type CheckItem, checkItems, checkLabels, type checksContract } from './contract.ts'

/** All items in their own order; one that nobody has looked at yet waits. */
function checksOf(db: ReadDb, applicationId: number): readonly Check[] {
  const rows = db.rows<Check>(
    `SELECT item, result, note, users.display_name AS by, at
     FROM application_checks JOIN users ON users.id = by_id WHERE application_id = :applicationId`,
    { applicationId },
  )
  return checkItems.map(item => rows.find(row => row.item === item) ?? untouched(item))
}

const untouched = (item: CheckItem): Check => ({ item, result: 'pending', note: null, by: null, at: null })

export const checksOperations: Operations<typeof checksContract> = {
  list: ({ db }, { applicationId }) => checksOf(db, applicationById(db, applicationId).id),

  set: ({ db, actor, now, audit }, { applicationId, item, result, note }) => {
    const { id } = applicationById(db, applicationId)
    const find = () => checksOf(db, id).find(check => check.item === item) ?? untouched(item)
    const before = find()
    db.run(
      `INSERT INTO application_checks (application_id, item, result, note, by_id, at)
       VALUES (:id, :item, :result, :note, :actorId, :now)
       ON CONFLICT (application_id, item) DO UPDATE
         SET result = excluded.result, note = excluded.note, by_id = excluded.by_id, at = excluded.at`,
      { id, item, result, note, actorId: actor.id, now },
    )
    const label = checkLabels[item]
    audit({
      subject: 'application',
      subjectId: id,
      changes: {
        // looked at again with the same result is worth a line too: it says who and when
        [label]: [before.by === null ? null : before.result, result],
        ...(before.note === note ? {} : { [`${label}: ghi chú`]: [before.note, note] as const }),
      },
    })
    return find()
  },

  notTwin: ({ db, actor, now, audit }, { applicationId, otherId, reason }) => {
    if (applicationId === otherId) {
      throw new AppError('invalid', 'Hai hồ sơ phải là hai hồ sơ khác nhau. Chọn lại hồ sơ để so.')
    }
    const pair = [applicationById(db, applicationId), applicationById(db, otherId)] as const
    // one decision for both, whichever was open: the smaller id first (applications/read.ts `twinsOf`)
    const key = { first: Math.min(applicationId, otherId), second: Math.max(applicationId, otherId) }
    const before = db.row<{ reason: string }>(
      'SELECT reason FROM twin_decisions WHERE application_id = :first AND other_id = :second',
      key,
    )
    db.run(
      `INSERT INTO twin_decisions (application_id, other_id, reason, by_id, at)
       VALUES (:first, :second, :reason, :actorId, :now)
       ON CONFLICT (application_id, other_id) DO UPDATE
         SET reason = excluded.reason, by_id = excluded.by_id, at = excluded.at`,
      { ...key, reason, actorId: actor.id, now },
    )
    for (const [file, other] of [pair, [pair[1], pair[0]] as const]) {
      const { dossierCode } = other.facts
      audit({
        subject: 'application',
        subjectId: file.id,
        changes: {
          'Là hồ sơ khác với': [before === undefined ? null : dossierCode, dossierCode],
          'Lý do là hồ sơ khác': [before?.reason ?? null, reason],
        },
      })
    }
    return { kept: true }
  },
}
