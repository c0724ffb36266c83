import { expect, test } from 'vitest'
import { largestDraft } from '../../electron/core/drafts/contract.ts'
import { testApp } from '../support/app.ts'
import { after, refusal } from '../support/refusal.ts'
import { rowCounts } from '../support/standing.ts'

const desk = await testApp()
const officer = desk.as('officer').drafts
const form = 'new-application'

test('a draft is kept as it was typed, and the last one counts', async () => {
  expect(await officer.get({ form })).toBeNull()
  const value = { fullName: 'Nguyễn Thị Nháp', licences: 1, classes: ['A1', 'B2'], phone: null }
  expect(await officer.keep({ form, value: { ...value, licences: 2 } })).toEqual({ savedAt: after(0) })
  desk.at(after(30))
  expect(await officer.keep({ form, value })).toEqual({ savedAt: after(30) })
  expect(await officer.get({ form })).toEqual({ form, value, savedAt: after(30) })
})

test('it is there after the program was started again', async () => {
  const value = { notes: 'mất điện' }
  await officer.keep({ form: 'edit-17', value })
  const kept = desk.database.read(db =>
    db.row<{ value: string }>("SELECT value FROM drafts WHERE form = 'edit-17'"),
  )
  expect(JSON.parse(kept?.value ?? 'null')).toEqual(value)
})

test('a form has its own, and so has each person', async () => {
  await officer.keep({ form: 'move-3', value: 'của cán bộ' })
  await desk.as('team-lead').drafts.keep({ form: 'move-3', value: 'của tổ trưởng' })
  expect((await officer.get({ form: 'move-3' }))?.value).toBe('của cán bộ')
  expect((await desk.as('team-lead').drafts.get({ form: 'move-3' }))?.value).toBe('của tổ trưởng')
  expect(await desk.as('leader').drafts.get({ form: 'move-3' })).toBeNull()
  expect(await officer.get({ form: 'move-4' })).toBeNull()
})

test('new files that were begun are kept beside each other and answered, the latest first', async () => {
  const leader = desk.as('leader').drafts
  desk.at(after(40))
  await leader.keep({ form: 'new-application-1795612345678', value: { fullName: 'Người Trước' } })
  desk.at(after(50))
  await leader.keep({ form: 'new-application-1795612399999', value: { fullName: 'Người Sau' } })
  await leader.keep({ form: 'edit-7', value: 'sửa' })
  expect(await leader.begun({})).toEqual([
    { form: 'new-application-1795612399999', value: { fullName: 'Người Sau' }, savedAt: after(50) },
    { form: 'new-application-1795612345678', value: { fullName: 'Người Trước' }, savedAt: after(40) },
  ])
  expect((await desk.as('team-lead').drafts.begun({})).length).toBe(0)
  await leader.discard({ form: 'new-application-1795612399999' })
  expect((await leader.begun({})).map(({ value }) => value)).toEqual([{ fullName: 'Người Trước' }])
  expect((await refusal(desk.as('viewer').drafts.begun({}))).code).toBe('not-allowed')
})

test('discarded it is gone, the others stay, and twice does no harm', async () => {
  await officer.keep({ form: 'edit-1', value: 1 })
  await officer.keep({ form: 'edit-2', value: 2 })
  for (const _ of [1, 2]) expect(await officer.discard({ form: 'edit-1' })).toEqual({ discarded: true })
  expect(await officer.get({ form: 'edit-1' })).toBeNull()
  expect((await officer.get({ form: 'edit-2' }))?.value).toBe(2)
})

test('one that is far too long is refused and the one before it stays', async () => {
  await officer.keep({ form: 'edit-5', value: 'ngắn' })
  // two bytes of quotation marks beside the text; a letter with a mark has more bytes than one
  const most = 'x'.repeat(largestDraft - 2)
  for (const value of [`${most}x`, 'ẫ'.repeat(largestDraft / 2)]) {
    const error = await refusal(officer.keep({ form: 'edit-5', value }))
    expect(error).toMatchObject({ code: 'invalid' })
    expect(error.message).toContain('Bản nháp quá dài')
    expect((await officer.get({ form: 'edit-5' }))?.value).toBe('ngắn')
  }
  await officer.keep({ form: 'edit-5', value: most })
  expect((await officer.get({ form: 'edit-5' }))?.value).toBe(most)
})

test('the trail of the office says nothing of drafts', async () => {
  const { audit } = rowCounts(desk)
  await officer.keep({ form, value: { nationalId: '091085000999' } })
  await officer.discard({ form })
  expect(rowCounts(desk).audit).toBe(audit)
})

test('a form that does not exist has none, and who may only look keeps none', async () => {
  for (const wrong of ['edit-', 'edit-x', 'something', 'new-application2', 'new-application-x'])
    expect((await refusal(officer.keep({ form: wrong, value: 1 }))).code).toBe('invalid')
  expect((await refusal(desk.as('viewer').drafts.keep({ form, value: 1 }))).code).toBe('not-allowed')
})

test('the paragraphs of a narrative have drafts of their own; what nobody types in has none', async () => {
  for (const form of [
    'words-tong-hop-month-2023-09',
    'words-tong-hop-week-2023-09-15+7',
    'words-tong-hop-half-2023-H1',
  ]) {
    await officer.keep({ form, value: { received: { text: 'Trong kỳ', version: 0 } } })
    expect((await officer.get({ form }))?.value).toEqual({ received: { text: 'Trong kỳ', version: 0 } })
  }
  for (const form of ['words-', 'words-tong-hop', 'words-tong-hop-month-', 'other-1', ''])
    await expect(officer.keep({ form, value: 1 })).rejects.toMatchObject({ code: 'invalid' })
})
