import type { Database } from '../../../db/database.ts'
import type { Desk } from '../desk.ts'
import { filedPeriod, type Subjects } from './questions.ts'

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
  const { standard, texts } = await desk.call('slips.wording', { kind: 'receipt' })
  const filing = await approved(desk)
  const job = database.read(db =>
    db.row<{ id: string }>('SELECT id FROM jobs ORDER BY created_at DESC LIMIT 1'),
  )
  return {
    file: id,
    phone,
    person,
    batch: result.batchId,
    slip: slip.id,
    wording: { ...standard, ...texts },
    filing,
    form: await formOf(desk),
    job: job?.id ?? '',
  }
}

/** The approved report of a day, which is filed once on a folder that is kept. */
async function approved(desk: Desk): Promise<number> {
  const report = { report: 'ket-qua', period: filedPeriod }
  const [kept] = await desk.call('filings.ofPeriod', report)
  if (kept !== undefined) return kept.id
  const asIs = ({ id, version }: { id: number; version: number }) => ({ id, version })
  const draft = await desk.call('filings.open', report)
  const complete = await desk.call('filings.complete', asIs(draft))
  const submitted = await desk.call('filings.submit', asIs(complete))
  await desk.run('filings.approve', asIs(submitted))
  return draft.id
}

/** A form to fill, taken once on a folder that is kept; a workbook of ours will do as well as the Ministry's. */
async function formOf(desk: Desk): Promise<number> {
  const [kept] = await desk.call('ministryForms.list', {})
  if (kept !== undefined) return kept.id
  const report = await desk.run('reports.export', { name: 'ket-qua', period: filedPeriod })
  const { result } = await desk.run('ministryForms.add', { name: 'Biểu thử', file: await report.file() })
  const { form, sheets } = await desk.call('ministryForms.get', result)
  await desk.call('ministryForms.setPlaces', {
    ...{ id: form.id, version: form.version },
    places: [
      {
        kind: 'cell',
        sheet: sheets[0]?.name ?? '',
        cell: 'C200',
        source: { kind: 'measure', names: ['received'], group: { by: 'team', key: '1' } },
      },
    ],
  })
  return form.id
}
