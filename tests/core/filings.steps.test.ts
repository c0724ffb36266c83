import { beforeAll, describe, expect, test } from 'vitest'
import {
  allowedSteps,
  filingStates,
  filingSteps,
  stepNames,
  stepOf,
} from '../../electron/core/filings/model.ts'
import { logged } from '../support/builders.ts'
import { filed, type Office, officeOn, september } from '../support/filings.ts'
import { refusal } from '../support/refusal.ts'

let office: Office
beforeAll(async () => {
  office = await officeOn()
  await logged(office, { status: 10, registered: '2023-09-11' })
})

const filings = (role: Parameters<Office['as']>[0]) => office.as(role).filings
const week = (id: string) => ({ report: 'ket-qua', period: { kind: 'week', id } as const })

describe('the table of steps', () => {
  test('names every step once, each leading somewhere else than it comes from', () => {
    expect(filingSteps.map(({ name }) => name).sort()).toEqual([...stepNames].sort())
    for (const name of stepNames) {
      expect(stepOf[name].name).toBe(name)
      expect(stepOf[name].from).not.toContain(stepOf[name].to)
    }
  })

  test('leaves a viewer looking and a sent report as it is', () => {
    for (const state of filingStates) expect(allowedSteps(state, 'viewer')).toEqual([])
    expect(allowedSteps('sent', 'admin')).toEqual([])
  })

  test('gives approval and giving back to the leader alone, sending to team leads', () => {
    const names = (state: (typeof filingStates)[number], role: 'officer' | 'team-lead' | 'leader') =>
      allowedSteps(state, role).map(({ name }) => name)
    expect(names('submitted', 'officer')).toEqual([])
    expect(names('submitted', 'team-lead')).toEqual(['recall'])
    expect(names('submitted', 'leader')).toEqual(['recall', 'approve', 'giveBack'])
    expect(names('approved', 'team-lead')).toEqual(['send'])
  })
})

describe('the life of a filing', () => {
  test('is drafted, completed, submitted, given back with a comment, and comes again until it is sent', async () => {
    const opened = await filings('officer').open({ report: 'ket-qua', period: september })
    const done = await filings('officer').complete({ id: opened.id, version: opened.version })
    const sent = await filings('team-lead').submit({ ...done, comment: 'Kính trình' })
    const { id } = opened
    const back = await filings('leader').giveBack({ id, version: sent.version, comment: 'Thiếu Phú Quốc' })
    expect(back.state).toBe('draft')
    await filings('officer').complete({ id, version: back.version })
    await filings('team-lead').submit({ id, version: back.version + 1 })
    await office.run(filings('leader').approve({ id, version: back.version + 2, comment: null }))
    const approved = await filings('viewer').get({ id })
    expect(approved).toMatchObject({ state: 'approved', by: 'Lãnh đạo thử nghiệm' })
    await office.run(
      filings('team-lead').send({
        ...{ id, version: approved.version, number: '128', day: '2023-10-02' },
        receivers: ['Cục Đường bộ Việt Nam', 'UBND tỉnh'],
      }),
    )
    const filing = await filings('viewer').get({ id })
    expect(filing).toMatchObject({
      ...{ state: 'sent', number: '128', sentDay: '2023-10-02', adjustment: 0 },
      receivers: ['Cục Đường bộ Việt Nam', 'UBND tỉnh'],
      deadline: { day: '2023-10-04', hour: null },
    })
    expect(filing.history.map(({ step, comment }) => [step, comment])).toEqual([
      ['open', null],
      ['complete', null],
      ['submit', 'Kính trình'],
      ['giveBack', 'Thiếu Phú Quốc'],
      ['complete', null],
      ['submit', null],
      ['approve', null],
      ['send', null],
    ])
    expect(filing.history.map(({ by }) => by)).toContain('Tổ trưởng thử nghiệm')
    const trail = await office.as('leader').audit.list({ subject: 'filing', subjectId: String(id) })
    expect(trail.map(({ operation }) => operation)).toEqual([
      'filings.send',
      'filings.approve',
      'filings.submit',
      'filings.complete',
      'filings.giveBack',
      'filings.submit',
      'filings.complete',
      'filings.open',
    ])
  })

  test('begins once for each report and period: a second opening names the first', async () => {
    const first = await filings('officer').open(week('2023-W36'))
    const again = await refusal(filings('team-lead').open(week('2023-W36')))
    expect(again).toMatchObject({ code: 'conflict', details: { id: first.id } })
    expect(again.message).toContain('Tuần 36'.toLowerCase())
  })

  test('asks a reason of whoever gives it back', async () => {
    const filing = await filed(office, 'submitted', week('2023-W37'))
    const error = await refusal(filings('leader').giveBack({ ...filing, comment: '  ' }))
    expect(error).toMatchObject({ code: 'invalid', details: { fields: { comment: 'Nhập lý do trả lại.' } } })
  })

  test('refuses a step that its state does not allow, and one on a version that is past', async () => {
    const filing = await filed(office, 'draft', week('2023-W38'))
    const early = await refusal(filings('team-lead').submit(filing))
    expect(early.code).toBe('invalid')
    expect(early.message).toContain('“Nháp”')
    await filings('officer').complete(filing)
    const late = await refusal(filings('officer').complete(filing))
    expect(late).toMatchObject({ code: 'conflict', details: { version: 2, state: 'completed' } })
    expect(late.message).toContain('Cán bộ thử nghiệm')
  })

  test('does not complete a period that still runs, nor open one that has not begun', async () => {
    const running = await filed(office, 'draft', { period: { kind: 'month', id: '2023-10' } })
    const error = await refusal(filings('officer').complete(running))
    expect(error.message).toContain('31/10/2023')
    expect((await refusal(filings('officer').open(week('2023-W44')))).message).toContain('30/10/2023')
  })

  test('may be completed on the very day it is about', async () => {
    const today = await filed(office, 'completed', { period: { kind: 'day', id: '2023-10-02' } })
    expect(today.state).toBe('completed')
  })

  test('is listed with the latest step first, by report and by state', async () => {
    const all = await filings('viewer').list({})
    expect(all[0]?.periodId).toBe('2023-10-02')
    const drafts = await filings('viewer').list({ state: 'draft' })
    expect(new Set(drafts.map(({ state }) => state))).toEqual(new Set(['draft']))
    expect(await filings('viewer').list({ report: 'so-theo-doi' })).toEqual([])
    const [first] = await filings('viewer').ofPeriod({ report: 'ket-qua', period: september })
    expect(first).toMatchObject({ state: 'sent', periodTitle: 'Tháng 9 năm 2023' })
  })

  test('keeps its history and itself from being rewritten', async () => {
    const refused = (sql: string) => () => office.database.atomically(db => db.run(sql))
    expect(refused("UPDATE filing_steps SET comment = 'x'")).toThrow(/append-only/)
    expect(refused('DELETE FROM filing_steps')).toThrow(/append-only/)
    expect(refused('DELETE FROM filings')).toThrow(/never deleted/)
    expect(refused("UPDATE filings SET number = '1' WHERE state = 'sent'")).toThrow(/stays as it was/)
  })
})
