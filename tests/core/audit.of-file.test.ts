import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { anApplication } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { aPng } from '../support/scans.ts'

const desk = await testApp()
const officer = desk.as('officer')
const first = await officer.applications.create(anApplication({ phone: '0912345678' }))
const other = await officer.applications.create(anApplication())

test('everybody who may open a file sees what was edited in it, when, by whom, from what to what', async () => {
  await officer.applications.edit({ id: first.id, version: first.version, facts: { phone: '0987654321' } })
  const entries = await desk.as('officer').audit.ofFile({ applicationId: first.id })
  expect(entries[0]).toEqual({
    ...{
      id: expect.any(Number),
      at: expect.stringMatching(/^2023-09-25T08:/),
      actorName: expect.any(String),
    },
    ...{ operation: 'applications.edit', subject: 'application' },
    changes: { 'Số điện thoại': ['0912345678', '0987654321'] },
  })
  for (const role of ['viewer', 'team-lead', 'leader', 'admin'] as const)
    expect(await desk.as(role).audit.ofFile({ applicationId: first.id })).toEqual(entries)
})

test('a scan attached and taken off again stays in what is told of the file', async () => {
  const file = { name: 'cccd.png', bytes: aPng() }
  const { id } = await officer.attachments.add({ applicationId: first.id, file })
  await officer.attachments.remove({ id, reason: 'Nhầm hồ sơ' })
  const [removed, added] = await desk.as('viewer').audit.ofFile({ applicationId: first.id })
  expect([added, removed]).toMatchObject([
    { operation: 'attachments.add', changes: { 'Tệp đính kèm': [null, 'cccd.png'] } },
    { operation: 'attachments.remove', changes: { 'Lý do': [null, 'Nhầm hồ sơ'] } },
  ])
})

test('a file tells nothing of another, and the whole trail stays with supervisors', async () => {
  const entries = await desk.as('viewer').audit.ofFile({ applicationId: other.id })
  expect(entries.map(({ operation }) => operation)).toEqual(['applications.create'])
  expect((await refusal(desk.as('viewer').audit.ofFile({ applicationId: 999 }))).code).toBe('not-found')
  for (const role of ['viewer', 'officer'] as const)
    expect((await refusal(desk.as(role).audit.list({}))).code).toBe('not-allowed')
})
