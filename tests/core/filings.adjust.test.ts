import { beforeAll, expect, test } from 'vitest'
import type { Table } from '../../electron/core/reports/report.ts'
import { logged, moved } from '../support/builders.ts'
import { brought, filed, type Office, officeOn } from '../support/filings.ts'
import { refusal } from '../support/refusal.ts'
import { readWorkbook } from '../support/workbook.ts'

let office: Office
let first: { id: number; version: number }
let code: string
beforeAll(async () => {
  office = await officeOn()
  const file = await logged(office, { status: 4, registered: '2023-09-18' })
  code = file.dossierCode
  first = await filed(office, 'sent')
  office.on('2023-10-05T10:30:00+07:00')
  await moved(office, file, 'finish', '2023-09-29')
}, 60_000)

const filings = (role: Parameters<Office['as']>[0]) => office.as(role).filings

test('an adjustment is a new draft of the same period that says so and shows old, new and difference', async () => {
  const original = await filings('viewer').document({ id: first.id })
  const { id } = await filings('officer').adjust(first)
  expect(await filings('viewer').get({ id })).toMatchObject({
    state: 'draft',
    adjustment: 1,
    adjusts: first.id,
  })
  const document = await filings('viewer').document({ id })
  expect(document.title.subject).toBe(`${original.title.subject} (Điều chỉnh lần 1)`)
  const sheet = document.sheets.at(-1)
  expect(sheet?.name).toBe('Điều chỉnh')
  const tables = sheet?.blocks.filter((block): block is Table => block.kind === 'table') ?? []
  const values = tables.map(({ rows }) => rows.map(({ cells }) => cells.map(({ value }) => value)))
  expect(values[0]).toContainEqual([expect.any(Number), 'Có kết quả', 'Tổng số', 0, 1, 1])
  expect(values[1]?.[0]).toEqual([
    ...[1, code, expect.stringContaining('Vào: Có kết quả'), 'Ghi bước “Đã xử lý xong”', null, '29/09/2023'],
    ...['10:30 ngày 05/10/2023', 'Cán bộ thử nghiệm'],
  ])
  expect(await filings('viewer').document({ id: first.id })).toEqual(original)
})

test('there is one adjustment at a time, and none of what can still be edited', async () => {
  const again = await refusal(filings('officer').adjust(first))
  expect(again).toMatchObject({ code: 'conflict' })
  const id = again.details?.id
  if (typeof id !== 'number') throw new Error('it names the adjustment')
  const draft = await filings('viewer').get({ id })
  expect((await refusal(filings('officer').adjust(draft))).code).toBe('invalid')
})

test('it goes its own way, is frozen with its sheet, and both stay listed', async () => {
  const { adjustedBy } = await filings('viewer').get({ id: first.id })
  let step = await filings('viewer').get({ id: adjustedBy ?? 0 })
  for (const state of ['completed', 'submitted', 'approved'] as const)
    step = { ...step, ...(await brought(office, step, state)) }
  await filings('viewer')
    .drift({ id: step.id })
    .then(({ files }) => expect(files).toEqual([]))
  const { jobId } = await filings('viewer').export({ id: step.id })
  await office.jobs.finished(jobId)
  const file = await office.as('viewer').jobs.file({ id: jobId })
  expect(file.name).toBe('bao-cao-ket-qua-2023-09-dieu-chinh-lan-1.xlsx')
  const sheets = await readWorkbook(file.bytes)
  const told = sheets.at(-1)
  expect(told?.rows.flat()).toContain(code)
  // a real number, with its sign for the reader
  const signed = [...(told?.cells.values() ?? [])].filter(
    ({ value, format }) => value === 1 && format?.startsWith('+'),
  )
  expect(signed.length).toBeGreaterThan(0)
  const listed = await filings('viewer').ofPeriod({
    report: 'ket-qua',
    period: { kind: 'month', id: '2023-09' },
  })
  expect(listed.map(({ adjustment, state }) => [adjustment, state])).toEqual([
    [0, 'sent'],
    [1, 'approved'],
  ])
})

test('an approved report that is being adjusted is not given back', async () => {
  const week = await filed(office, 'approved', { period: { kind: 'week', id: '2023-W38' } })
  await filings('officer').adjust(week)
  const error = await refusal(filings('leader').giveBack({ ...week, comment: 'Sai' }))
  expect(error.message).toContain('bản điều chỉnh')
})

test('the adjustment of an adjustment is the second', async () => {
  const listed = await filings('viewer').ofPeriod({
    report: 'ket-qua',
    period: { kind: 'month', id: '2023-09' },
  })
  const last = listed.at(-1)
  if (last === undefined) throw new Error('there is an adjustment')
  const { id } = await filings('team-lead').adjust(last)
  expect((await filings('viewer').document({ id })).title.subject).toContain('(Điều chỉnh lần 2)')
})
