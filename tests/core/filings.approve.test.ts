import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { openDatabase } from '../../db/database.ts'
import type { ReportDocument } from '../../electron/core/reports/report.ts'
import { logged, moved } from '../support/builders.ts'
import { brought, filed, type Office, officeOn, september } from '../support/filings.ts'
import { refusal } from '../support/refusal.ts'
import { readWorkbook } from '../support/workbook.ts'

let office: Office
let id: number
let before: ReportDocument
beforeAll(async () => {
  office = await officeOn()
  await logged(office, { status: 10, registered: '2023-09-11' })
  await logged(office, { status: 4, registered: '2023-09-18', channel: 'direct' })
  before = await office.as('viewer').reports.preview({ name: 'ket-qua', period: september })
  id = (await filed(office, 'approved')).id
}, 60_000)

const filing = () => office.as('viewer').filings.get({ id })
const shown = () => office.as('viewer').filings.document({ id })

async function exported() {
  const { jobId } = await office.as('viewer').filings.export({ id })
  await office.jobs.finished(jobId)
  return (await office.as('viewer').jobs.file({ id: jobId })).bytes
}
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

test('what is approved is the document that was previewed', async () => {
  expect(await shown()).toMatchObject(before)
})

test('from then on work in the register changes the report of the period but not what was approved', async () => {
  const file = await logged(office, { status: 2, registered: '2023-09-20' })
  const now = await office.as('viewer').reports.preview({ name: 'ket-qua', period: september })
  expect(now).not.toEqual(before)
  expect(await shown()).toMatchObject(before)
  await moved(office, file, 'process', '2023-09-21')
  expect(hashOf(await exported())).toBe((await filing()).frozen?.approvedSha256)
})

test('a kept workbook that comes back is known as this office’s own, cell by cell', async () => {
  const { jobId } = await office.as('viewer').reports.checkFile({
    file: { name: 'bao-cao.xlsx', bytes: await exported() },
  })
  await office.jobs.finished(jobId)
  const { result } = await office.as('viewer').jobs.status({ id: jobId })
  expect(result).toMatchObject({ verdict: 'match', count: 0 })
  expect(result).toHaveProperty('exportedBy', expect.stringContaining('Lãnh đạo'))
})

test('the kept workbook says what the kept document says', async () => {
  const [summary] = await readWorkbook(await exported())
  expect(summary?.rows.flat()).toContain(before.title.subject)
})

test('sending writes number and day into the head and the appendices, and nothing else', async () => {
  office.on('2023-10-03T09:00:00+07:00')
  const { version, frozen } = await filing()
  const send = (more: object) =>
    office.run(
      office.as('team-lead').filings.send({
        ...{ id, version, number: '5', day: '2023-10-03', receivers: ['Cục Đường bộ Việt Nam'] },
        ...more,
      }),
    )
  expect((await refusal(send({ day: '2023-10-01' }))).message).toContain('02/10/2023')
  expect((await refusal(send({ day: '2023-10-04' }))).details?.fields).toHaveProperty('day')
  expect((await refusal(send({ number: '5/BC' }))).code).toBe('invalid')
  expect((await refusal(send({ receivers: [] }))).code).toBe('invalid')
  await send({})
  const sent = await shown()
  expect(sent.head).toMatchObject({
    number: 'Số: 05/BC-SGTVT',
    placeAndDate: 'Kiên Giang, ngày 03 tháng 10 năm 2023',
  })
  expect(sent.sheets[1]?.title?.attachedTo).toContain('số 05/BC-SGTVT ngày 03 tháng 10 năm 2023')
  expect(sent.sheets.map(({ blocks }) => blocks)).toEqual(before.sheets.map(({ blocks }) => blocks))
  const after = await filing()
  expect(after.frozen?.approvedSha256).toBe(frozen?.approvedSha256)
  expect(after.frozen?.sentSha256).toBe(hashOf(await exported()))
  expect(after.frozen?.sentSha256).not.toBe(after.frozen?.approvedSha256)
})

test('a number that another report of the year bears is refused', async () => {
  const other = await filed(office, 'approved', { period: { kind: 'week', id: '2023-W37' } })
  const error = await refusal(
    office.run(
      office.as('team-lead').filings.send({
        ...{ id: other.id, version: other.version, number: '5', day: '2023-10-03', receivers: ['UBND tỉnh'] },
      }),
    ),
  )
  expect(error.details?.fields).toHaveProperty('number')
  expect(error.message).toContain('tháng 9 năm 2023')
})

test('an approval taken back before sending leaves its document behind, and the next one is another', async () => {
  const first = await filed(office, 'approved', { period: { kind: 'week', id: '2023-W38' } })
  const back = await office.as('leader').filings.giveBack({ ...first, comment: 'Sai số hồ sơ trực tiếp' })
  expect((await office.as('viewer').filings.get({ id: first.id })).frozen).toBeNull()
  await logged(office, { status: 2, registered: '2023-09-19' })
  await brought(
    office,
    await brought(office, await brought(office, back, 'completed'), 'submitted'),
    'approved',
  )
  const kept = office.database.read(db =>
    db.row<{ n: number }>('SELECT count(*) AS n FROM filing_freezes WHERE filing_id = :id', { id: first.id }),
  )
  expect(kept?.n).toBe(2)
})

test('what was approved can neither be changed nor deleted', () => {
  const refused = (sql: string) => () => office.database.atomically(db => db.run(sql))
  for (const table of ['filing_documents', 'filing_freezes']) {
    expect(refused(`UPDATE ${table} SET at = ''`)).toThrow(/stays as it was/)
    expect(refused(`DELETE FROM ${table}`)).toThrow(/stays as it was/)
  }
})

test('a backup holds the approved documents', async () => {
  const { name } = await office.run(office.as('admin').backup.create({}))
  const copy = openDatabase(join(office.folder, 'backups', name), { busyTimeout: 100 })
  const { n } = copy.read(db => db.row<{ n: number }>('SELECT count(*) AS n FROM filing_documents')) ?? {
    n: 0,
  }
  copy.close()
  expect(n).toBeGreaterThan(2)
})

test('verify finds a document that was changed behind the back of the program', async () => {
  const verify = () => office.run(office.as('admin').audit.verify({}))
  const line = async () => (await verify()).checks.find(({ name }) => name === 'Báo cáo đã duyệt')
  expect(await line()).toMatchObject({ ok: true })
  office.database.atomically(db => {
    db.run('DROP TRIGGER filing_documents_never_change')
    db.run(
      "UPDATE filing_documents SET document = replace(document, 'Kiên Giang', 'Cà Mau') WHERE stage = 'sent'",
    )
  })
  expect(await line()).toMatchObject({ ok: false })
})
