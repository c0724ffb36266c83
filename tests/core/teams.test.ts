import { beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { refusal } from '../support/refusal.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const names = async () => (await desk.as('viewer').teams.list({})).map(({ name }) => name)

test('teams are listed in the order in which they were made, closed ones last', async () => {
  const { teams } = desk.as('admin')
  const first = await teams.create({ name: 'Tổ Rạch Giá' })
  await teams.create({ name: 'Tổ An Biên' })
  await teams.create({ name: 'Tổ Hà Tiên' })
  expect(await names()).toEqual(['Tổ Rạch Giá', 'Tổ An Biên', 'Tổ Hà Tiên'])
  await teams.update({ ...first, active: false })
  expect(await names()).toEqual(['Tổ An Biên', 'Tổ Hà Tiên', 'Tổ Rạch Giá'])
})

test('two teams cannot bear names that read the same', async () => {
  const { teams } = desk.as('admin')
  await teams.create({ name: 'Tổ Phú Quốc' })
  const other = await teams.create({ name: 'Tổ Hà Tiên' })
  const asNew = await refusal(teams.create({ name: ' tổ  phu quốc'.normalize('NFD') }))
  expect(asNew).toMatchObject({ code: 'conflict' })
  expect(asNew.details?.fields).toHaveProperty('name')
  expect(await refusal(teams.update({ ...other, name: 'TỔ PHÚ QUỐC' }))).toMatchObject({ code: 'conflict' })
})

test('a team keeps its own name when something else of it changes', async () => {
  const team = await desk.as('admin').teams.create({ name: 'Tổ Phú Quốc' })
  const closed = await desk.as('admin').teams.update({ ...team, active: false })
  expect(closed).toEqual({ ...team, active: false, version: 2 })
})

test('what somebody else has changed meanwhile is not saved over', async () => {
  const { teams } = desk.as('admin')
  const seen = await teams.create({ name: 'Tổ Phú Quốc' })
  await teams.update({ ...seen, name: 'Tổ đảo' })
  expect(await refusal(teams.update({ ...seen, name: 'Tổ khác' }))).toMatchObject({
    code: 'conflict',
    details: { standing: { name: 'Tổ đảo', version: 2 } },
  })
  expect(await names()).toEqual(['Tổ đảo'])
})

test('a team needs a name, and a team that does not exist cannot be changed', async () => {
  const { teams } = desk.as('admin')
  expect((await refusal(teams.create({ name: '  ' }))).details?.fields).toHaveProperty('name')
  expect(await refusal(teams.update({ id: 99, version: 1, name: 'Tổ', active: true }))).toMatchObject({
    code: 'not-found',
  })
})

test('a change of a team is told in the trail from → to', async () => {
  const { teams, audit } = desk.as('admin')
  const team = await teams.create({ name: 'Tổ Phú Quốc' })
  await teams.update({ ...team, name: 'Tổ đảo' })
  expect(await audit.list({ subject: 'team', subjectId: String(team.id) })).toMatchObject([
    { operation: 'teams.update', changes: { 'Tên tổ': ['Tổ Phú Quốc', 'Tổ đảo'] } },
    { operation: 'teams.create', changes: { 'Tên tổ': [null, 'Tổ Phú Quốc'] } },
  ])
})

test('a name with half a letter in it is refused, because it could not be kept as it came', async () => {
  const { teams } = desk.as('admin')
  await teams.create({ name: 'Tổ \ufffd' })
  expect(await refusal(teams.create({ name: 'Tổ \ud83d' }))).toMatchObject({ code: 'invalid' })
  expect(await names()).toEqual(['Tổ \ufffd'])
})
