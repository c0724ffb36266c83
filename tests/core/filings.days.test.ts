import { beforeAll, expect, test } from 'vitest'
import { logged } from '../support/builders.ts'
import { brought, filed, type Office, officeOn, september } from '../support/filings.ts'

let office: Office
let filing: Awaited<ReturnType<typeof filed>>

/** A report of September is on its way when the office says that months close on the 14th, since always. */
beforeAll(async () => {
  office = await officeOn()
  await logged(office, { status: 9, registered: '2023-09-18' })
  await logged(office, { status: 9, registered: '2023-08-21' })
  await logged(office, { status: 9, registered: '2023-08-22' })
  filing = await filed(office, 'submitted', { report: 'tong-hop' })
  await office.as('admin').settings.set({
    ...{ key: 'reportPeriod', report: 'tong-hop', version: 0 },
    value: { weekStart: 1, monthClosesOn14: true },
  })
}, 60_000)

const ownDays = { from: '2023-09-01', to: '2023-09-30' }

test('a filing keeps the days it was opened for when the rule of its periods changes', async () => {
  const { period } = await office.as('viewer').filings.document({ id: filing.id })
  expect(period).toMatchObject(ownDays)
  // a look at the figures is cut by the rule of today
  const look = await office.as('viewer').reports.preview({ name: 'tong-hop', period: september })
  expect(look.period).toMatchObject({ from: '2023-08-15', to: '2023-09-14' })
})

test('its words speak of the same days', async () => {
  const passages = await office.as('viewer').narrative.get({ report: 'tong-hop', period: september })
  expect(passages.find(({ id }) => id === 'received')?.text).toContain('tiếp nhận 1 hồ sơ')
})

test('what is approved and what adjusts it are of those days too, figures and document alike', async () => {
  const approved = await brought(office, filing, 'approved')
  expect((await office.as('viewer').filings.document({ id: approved.id })).period).toMatchObject(ownDays)
  const { id } = await office.as('officer').filings.adjust({ id: approved.id, version: approved.version })
  expect((await office.as('viewer').filings.document({ id })).period).toMatchObject(ownDays)
})

test('a report with a rule of its own is compared with a period cut by that rule', async () => {
  const other = await officeOn()
  for (const registered of ['2023-07-14', '2023-08-10', '2023-08-12', '2023-08-21'])
    await logged(other, { status: 9, registered })
  await other.as('admin').settings.set({
    ...{ key: 'reportPeriod', report: 'tong-hop', version: 0 },
    value: { weekStart: 1, monthClosesOn14: true },
  })
  const passages = await other.as('viewer').narrative.get({ report: 'tong-hop', period: september })
  // 15/08–14/09: one; 15/07–14/08: two, and not the three of August
  expect(passages.find(({ id }) => id === 'before')?.text).toContain('giảm 1 hồ sơ (kỳ so sánh: 2 hồ sơ')
})
