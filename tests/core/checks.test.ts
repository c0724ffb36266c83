import { describe, expect, test } from 'vitest'
import { type CheckItem, checkItems } from '../../electron/core/checks/contract.ts'
import { testApp } from '../support/app.ts'
import { anApplication, logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const officer = desk.as('officer')
const trail = (id: number) => desk.as('admin').audit.list({ subject: 'application', subjectId: String(id) })

describe('the checks of a file', () => {
  test('all stand in their order, those that nobody has looked at as pending', async () => {
    const { id } = await logged(desk)
    const list = await desk.as('viewer').checks.list({ applicationId: id })
    expect(list.map(({ item }) => item)).toEqual(checkItems)
    expect(new Set(list.map(({ result, by, at, note }) => JSON.stringify([result, by, at, note])))).toEqual(
      new Set(['["pending",null,null,null]']),
    )
  })

  test('keep what was found, by whom, when, and a note', async () => {
    const { id, version } = await logged(desk)
    const set = {
      applicationId: id,
      item: 'health',
      result: 'fail',
      note: '  Quá  hạn '.normalize('NFD'),
    } as const
    const kept = {
      item: 'health',
      result: 'fail',
      note: 'Quá hạn',
      by: 'Cán bộ thử nghiệm',
      at: '2023-09-25T08:00:00+07:00',
    }
    expect(await officer.checks.set(set)).toEqual(kept)
    const list = await officer.checks.list({ applicationId: id })
    expect(list.filter(({ by }) => by !== null)).toEqual([kept])
    // a check is no change of the file: who has it open saves without a conflict
    expect((await officer.applications.get({ id })).version).toBe(version)
  })

  test('leave in the trail what they were before', async () => {
    const { id } = await logged(desk)
    const set = { applicationId: id, item: 'fee' } as const
    await officer.checks.set({ ...set, result: 'fail', note: 'Chưa nộp' })
    await desk.as('team-lead').checks.set({ ...set, result: 'pass' })
    await officer.checks.set({ ...set, result: 'pass' })
    const entries = (await trail(id)).slice(0, 3).map(({ actorName, changes }) => [actorName, changes])
    expect(entries).toEqual([
      ['Cán bộ thử nghiệm', { 'Lệ phí': ['pass', 'pass'] }],
      ['Tổ trưởng thử nghiệm', { 'Lệ phí': ['fail', 'pass'], 'Lệ phí: ghi chú': ['Chưa nộp', null] }],
      ['Cán bộ thử nghiệm', { 'Lệ phí': [null, 'fail'], 'Lệ phí: ghi chú': [null, 'Chưa nộp'] }],
    ])
    const [now] = (await officer.checks.list({ applicationId: id })).filter(({ item }) => item === 'fee')
    expect(now).toMatchObject({ result: 'pass', note: null, by: 'Cán bộ thử nghiệm' })
  })

  test('of one file are not those of another', async () => {
    const [one, other] = [await logged(desk), await logged(desk)]
    await officer.checks.set({ applicationId: one.id, item: 'photo', result: 'pass' })
    const list = await officer.checks.list({ applicationId: other.id })
    expect(list.every(({ result }) => result === 'pending')).toBe(true)
  })

  test('are refused for a file that is not there, an item that is none, and to a viewer', async () => {
    const { id } = await logged(desk)
    const set = { applicationId: id, item: 'photo', result: 'pass' } as const
    expect((await refusal(officer.checks.set({ ...set, applicationId: 40_404 }))).code).toBe('not-found')
    expect((await refusal(officer.checks.list({ applicationId: 40_404 }))).code).toBe('not-found')
    const item = 'weight' as CheckItem // as a screen of another version might ask
    expect((await refusal(officer.checks.set({ ...set, item }))).code).toBe('invalid')
    expect((await refusal(officer.checks.set({ ...set, note: 'x'.repeat(301) }))).code).toBe('invalid')
    expect((await refusal(desk.as('viewer').checks.set(set))).code).toBe('not-allowed')
  })
})

describe('two files of one person', () => {
  const person = { fullName: 'Mai Thị Hai', birthDay: '1985-03-04' }
  const pair = async (nationalId: string) => {
    const facts = { ...person, nationalId }
    const first = await logged(desk, facts)
    return { facts, first, second: await logged(desk, facts) }
  }
  const twinsOf = async (facts: { nationalId: string }, except?: number) =>
    (
      await officer.applications.twins({ ...person, ...facts, ...(except === undefined ? {} : { except }) })
    ).map(({ id }) => id)

  test('declared to be different are twins no longer, from either side and at a save', async () => {
    const own = { fullName: 'Mai Thị Riêng', birthDay: '1985-03-05', nationalId: '091185000985' }
    const first = await logged(desk, own)
    const second = await logged(desk, own)
    const third = await logged(desk, own)
    const twins = async (except: number) =>
      (await officer.applications.twins({ ...own, except })).map(({ id }) => id).sort((a, b) => a - b)
    expect(await twins(first.id)).toEqual([second.id, third.id])
    // told from the younger file
    const told = { applicationId: second.id, otherId: first.id, reason: 'Đổi hai giấy phép khác nhau' }
    expect(await officer.checks.notTwin(told)).toEqual({ kept: true })
    expect(await twins(first.id)).toEqual([third.id])
    expect(await twins(second.id)).toEqual([third.id])
    expect(await twins(third.id)).toEqual([first.id, second.id])
    const { id, version } = await officer.applications.get({ id: first.id })
    const saved = await officer.applications.edit({ id, version, facts: { notes: 'x' } })
    expect(saved.twins.map(twin => twin.id)).toEqual([third.id])
    const new_ = await officer.applications.create(anApplication(own))
    expect(new_.twins).toHaveLength(3)
  })

  test('are told in the trail of both, with the reason and what it was before', async () => {
    const { first, second } = await pair('091185000986')
    const told = { applicationId: first.id, otherId: second.id, reason: '  Hai   hạng khác nhau ' }
    await officer.checks.notTwin(told)
    const reason = 'Hai hạng khác nhau'
    expect((await trail(first.id))[0]?.changes).toEqual({
      'Là hồ sơ khác với': [null, second.dossierCode],
      'Lý do là hồ sơ khác': [null, reason],
    })
    expect((await trail(second.id))[0]?.changes).toMatchObject({
      'Là hồ sơ khác với': [null, first.dossierCode],
    })
    await officer.checks.notTwin({ applicationId: second.id, otherId: first.id, reason: 'Đã hỏi công dân' })
    expect((await trail(first.id))[0]?.changes).toMatchObject({
      'Lý do là hồ sơ khác': [reason, 'Đã hỏi công dân'],
    })
  })

  test('stay twins for a file that is only being typed', async () => {
    const { facts, first, second } = await pair('091185000987')
    await officer.checks.notTwin({ applicationId: first.id, otherId: second.id, reason: 'Khác hạng' })
    expect((await twinsOf(facts)).sort()).toEqual(expect.arrayContaining([first.id, second.id]))
  })

  test('need a reason, must be two, and must be there', async () => {
    const { first, second } = await pair('091185000988')
    const told = { applicationId: first.id, otherId: second.id, reason: 'Khác hạng' }
    const wrong = await refusal(officer.checks.notTwin({ ...told, reason: '  ' }))
    expect(wrong.details?.fields).toEqual({ reason: 'Nhập lý do hai hồ sơ là khác nhau.' })
    expect((await refusal(officer.checks.notTwin({ ...told, otherId: first.id }))).code).toBe('invalid')
    expect((await refusal(officer.checks.notTwin({ ...told, otherId: 40_404 }))).code).toBe('not-found')
    expect((await refusal(desk.as('viewer').checks.notTwin(told))).code).toBe('not-allowed')
  })
})
