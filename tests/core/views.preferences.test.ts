import { expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { refusal } from '../support/refusal.ts'

test('what I like is kept as I said it last, and is mine alone', async () => {
  const desk = await testApp()
  const { views } = desk.as('officer')
  expect(await views.preferences({})).toEqual({})
  await views.prefer({ key: 'recent-searches', value: ['Đường', '020175'] })
  await views.prefer({ key: 'panel', value: 320 })
  await views.prefer({ key: 'panel', value: { width: 400, open: true, last: null } })
  expect(await views.preferences({})).toEqual({
    'recent-searches': ['Đường', '020175'],
    panel: { width: 400, open: true, last: null },
  })
  expect(await desk.as('admin').views.preferences({})).toEqual({})
})

test('what I like leaves no trace in the trail', async () => {
  const desk = await testApp()
  const before = await desk.as('admin').audit.list({})
  await desk.as('officer').views.prefer({ key: 'register-rows', value: 'dense' })
  expect(await desk.as('admin').audit.list({})).toEqual(before)
})

test('a preference that is too long, or of no known kind, is refused and the old one stays', async () => {
  const desk = await testApp()
  const { views } = desk.as('viewer')
  await views.prefer({ key: 'panel', value: 1 })
  expect((await refusal(views.prefer({ key: 'panel', value: 'ư'.repeat(30_000) }))).code).toBe('invalid')
  const unknown = { key: 'colour' as 'panel', value: 1 } // hostile
  expect((await refusal(views.prefer(unknown))).code).toBe('invalid')
  expect(await views.preferences({})).toEqual({ panel: 1 })
})

test('nobody before sign-in has any', async () => {
  const desk = await testApp()
  for (const asked of [
    desk.anyone.views.preferences({}),
    desk.anyone.views.prefer({ key: 'panel', value: 1 }),
    desk.anyone.views.all({}),
  ])
    expect((await refusal(asked)).code).toBe('not-allowed')
})
