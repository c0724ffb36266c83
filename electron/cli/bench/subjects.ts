import type { Database } from '../../../db/database.ts'
import type { Desk } from '../desk.ts'
import type { Subjects } from './questions.ts'

/** A file in the midst of the register with a slip, and a batch: a person's questions are about something. */
export async function subjectsIn(desk: Desk, database: Database): Promise<Subjects> {
  type File = { id: number; fullName: string; birthDay: string; nationalId: string; phone: string }
  const files = database.read(db =>
    db.rows<File>(
      `SELECT id, full_name AS fullName, birth_day AS birthDay, national_id AS nationalId, phone FROM applications
       WHERE status IN (2, 4) AND due_day IS NOT NULL ORDER BY id LIMIT 100`,
    ),
  )
  const [file] = files
  if (file === undefined) throw new Error('nothing of the sample is in work')
  const { id, phone, ...person } = file
  const { result } = await desk.run('batches.run', {
    selection: { ids: files.map(each => each.id) },
    action: { kind: 'assign', teamId: 1 },
  })
  const { slip } = await desk.call('slips.issue', { kind: 'control', subject: { applicationId: id } })
  const job = database.read(db =>
    db.row<{ id: string }>('SELECT id FROM jobs ORDER BY created_at DESC LIMIT 1'),
  )
  return { file: id, phone, person, batch: result.batchId, slip: slip.id, job: job?.id ?? '' }
}
