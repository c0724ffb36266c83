import { describe, expect, test } from 'vitest'
import { type QueueName, queueLabels, queueNames } from '../../electron/core/views/contract.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { someFacts } from '../support/facts.ts'
import { fillLines } from '../support/random-register.ts'
import { accountOf, refusal } from '../support/refusal.ts'

async function counts(desk: TestApp): Promise<Partial<Record<QueueName, number | null>>> {
  const { queues } = await desk.as('officer').views.all({})
  return Object.fromEntries(queues.map(({ name, count }) => [name, count]))
}

/** The files of a queue, as its filter gives them in the list. */
async function filesIn(desk: TestApp, name: QueueName): Promise<readonly number[]> {
  const { queues } = await desk.as('officer').views.all({})
  const queue = queues.find(each => each.name === name)
  const { rows, total } = await desk.as('officer').applications.list({ ...queue?.filter, limit: 500 })
  expect([name, total]).toEqual([name, queue?.count])
  return rows.map(({ id }) => id).sort((a, b) => a - b)
}

describe('the queues', () => {
  test('stand in the order of the work under their names, empty in an empty register', async () => {
    const desk = await testApp()
    const { queues, saved } = await desk.as('viewer').views.all({})
    expect(queues.map(({ name, label, count }) => [name, label, count])).toEqual(
      queueNames.map(name => [name, queueLabels[name], 0]),
    )
    expect(saved).toEqual([])
  })

  test('hold the files they are named after, and count them', async () => {
    const desk = await testApp()
    const me = (await accountOf(desk, 'officer')).id
    const file = async (wanted: Parameters<typeof logged>[1]) => (await logged(desk, wanted)).id
    const registered = await file({ status: 1 })
    const askedBefore = await file({ status: 5, beforeReceipt: true })
    const feeBefore = await file({ status: 6, beforeReceipt: true })
    const dropped = await file({ status: 7, beforeReceipt: true })
    const refused = await file({ status: 3 })
    const late = await file({ status: 4, registered: '2023-09-11' })
    const soon = await file({ status: 2, registered: '2023-09-19' })
    const calm = await file({ status: 2, registered: '2023-09-25' })
    const asked = await file({ status: 5 })
    const fee = await file({ status: 6 })
    const finished = await file({ status: 9 })
    const posted = await file({ status: 9 })
    const returned = await file({ status: 10 })
    const mine = await file({ status: 2, registered: '2023-09-25', officerId: me })
    const mineDone = await file({ status: 10, officerId: me })
    for (const id of [posted, returned])
      desk.database.atomically(db =>
        db.run("UPDATE applications SET posted_day = '2023-09-20' WHERE id = :id", { id }),
      )
    expect(await filesIn(desk, 'waiting')).toEqual([registered, askedBefore, feeBefore])
    expect(await filesIn(desk, 'in-work')).toEqual([late, soon, calm, mine])
    expect(await filesIn(desk, 'supplement')).toEqual([asked, fee])
    expect(await filesIn(desk, 'due-soon')).toEqual([soon])
    expect(await filesIn(desk, 'overdue')).toEqual([late])
    expect(await filesIn(desk, 'to-return')).toEqual([finished])
    expect(await filesIn(desk, 'posted')).toEqual([posted])
    expect(await filesIn(desk, 'mine')).toEqual([mine])
    expect(await filesIn(desk, 'all')).toHaveLength(15)
    expect([dropped, refused, mineDone]).toHaveLength(3)
  })

  test('count anew after every step', async () => {
    const desk = await testApp()
    let file = await logged(desk, { status: 1, registered: '2023-09-15' })
    expect(await counts(desk)).toMatchObject({ waiting: 1, 'in-work': 0, 'to-return': 0 })
    file = await moved(desk, file, 'receive', '2023-09-18')
    expect(await counts(desk)).toMatchObject({ waiting: 0, 'in-work': 1, 'due-soon': 1, overdue: 0 })
    file = await moved(desk, file, 'requestSupplement', '2023-09-18')
    expect(await counts(desk)).toMatchObject({ 'in-work': 0, supplement: 1, 'due-soon': 0 })
    file = await moved(desk, file, 'continue', '2023-09-19')
    await moved(desk, file, 'finish', '2023-09-25')
    expect(await counts(desk)).toMatchObject({ 'in-work': 0, supplement: 0, 'to-return': 1, all: 1 })
  })

  test('are not counted beyond 10 000', async () => {
    const desk = await testApp()
    desk.database.atomically(db =>
      fillLines(
        db,
        Array.from({ length: 10_001 }, (_, at) => ({
          facts: someFacts({ dossierCode: `HS-${at}` }),
          status: 2 as const,
          days: {
            registered: '2023-09-01',
            received: '2023-09-01',
            due: null,
            finished: null,
            returned: null,
          },
        })),
      ),
    )
    expect(await counts(desk)).toMatchObject({ waiting: 0, 'in-work': null, all: null, mine: 0 })
  })
})

const received = { statuses: [2, 4], order: 'name' as const }

describe('a kept view', () => {
  test('is there again with its filter and its count, for me alone', async () => {
    const desk = await testApp()
    await logged(desk, { status: 2 })
    const kept = await desk
      .as('officer')
      .views.save({ id: 0, version: 0, name: '  Việc   của tổ ', filter: received, shared: false })
    expect(kept).toMatchObject({ name: 'Việc của tổ', filter: received, shared: false, own: true, count: 1 })
    expect((await desk.as('officer').views.all({})).saved).toEqual([kept])
    expect((await desk.as('leader').views.all({})).saved).toEqual([])
  })

  test('is changed under a new name, unless it was changed elsewhere', async () => {
    const desk = await testApp()
    const { views } = desk.as('officer')
    const kept = await views.save({ id: 0, version: 0, name: 'Một', filter: received, shared: false })
    const after = await views.save({ ...kept, name: 'Hai', filter: { channel: 'online' } })
    expect(after).toMatchObject({ id: kept.id, name: 'Hai', version: kept.version + 1 })
    expect(after.filter).toEqual({ channel: 'online', order: 'newest' })
    const { code, details } = await refusal(views.save({ ...kept, name: 'Ba' }))
    expect(code).toBe('conflict')
    expect(details).toMatchObject({ standing: { name: 'Hai' } })
    expect((await refusal(views.remove(kept))).code).toBe('conflict')
    expect(await views.remove(after)).toEqual({ id: kept.id })
    expect((await views.all({})).saved).toEqual([])
  })

  test('has a name of its own among mine', async () => {
    const desk = await testApp()
    const save = (name: string, role: 'officer' | 'leader' = 'officer') =>
      desk.as(role).views.save({ id: 0, version: 0, name, filter: {}, shared: false })
    await save('Hồ sơ trễ')
    expect(await refusal(save('hồ sơ TRỄ'))).toMatchObject({ code: 'conflict', details: { fields: {} } })
    expect(await save('Hồ sơ trễ', 'leader')).toMatchObject({ own: true })
    for (const bad of ['', '   ', 'a'.repeat(61)]) expect((await refusal(save(bad))).code).toBe('invalid')
  })

  test('is shared by an administrator alone, read by all, and removed by an administrator', async () => {
    const desk = await testApp()
    const view = { id: 0, version: 0, name: 'Chung', filter: received, shared: true }
    for (const role of ['leader', 'team-lead', 'officer', 'viewer'] as const)
      expect((await refusal(desk.as(role).views.save(view))).code).toBe('not-allowed')
    const kept = await desk.as('admin').views.save(view)
    const [seen] = (await desk.as('officer').views.all({})).saved
    expect(seen).toEqual({ ...kept, own: false })
    expect((await refusal(desk.as('officer').views.save({ ...kept, shared: false }))).code).toBe(
      'not-allowed',
    )
    expect((await refusal(desk.as('officer').views.remove(kept))).code).toBe('not-allowed')
    // once an administrator, now an officer: the successor tidies up
    const { id, displayName } = await accountOf(desk, 'leader')
    desk.database.atomically(db =>
      db.run('UPDATE saved_views SET owner_id = :id WHERE id = :view', { id, view: kept.id }),
    )
    expect(displayName).not.toBe('')
    expect(await desk.as('admin').views.remove(kept)).toEqual({ id: kept.id })
  })

  test('of somebody else that is not shared is not found', async () => {
    const desk = await testApp()
    const kept = await desk
      .as('officer')
      .views.save({ id: 0, version: 0, name: 'Riêng', filter: {}, shared: false })
    for (const role of ['admin', 'leader'] as const) {
      expect((await refusal(desk.as(role).views.save(kept))).code).toBe('not-found')
      expect((await refusal(desk.as(role).views.remove(kept))).code).toBe('not-found')
    }
  })

  test('leaves its name and filter in the trail', async () => {
    const desk = await testApp()
    const { views } = desk.as('officer')
    await views.remove(await views.save({ id: 0, version: 0, name: 'Một', filter: received, shared: false }))
    const trail = await desk.as('admin').audit.list({ subject: 'view' })
    expect(trail.map(({ operation }) => operation).sort()).toEqual(['views.remove', 'views.save'])
  })

  test('that cannot be read any more is left out and breaks nothing', async () => {
    const desk = await testApp()
    const { views } = desk.as('officer')
    const kept = await views.save({ id: 0, version: 0, name: 'Một', filter: {}, shared: false })
    desk.database.atomically(db => db.run(`UPDATE saved_views SET filter = '{"order":"colour"}'`))
    expect((await views.all({})).saved).toEqual([])
    expect((await refusal(views.remove(kept))).code).toBe('not-found')
  })

  test('is one of thirty at most', async () => {
    const desk = await testApp()
    const save = (at: number) =>
      desk.as('officer').views.save({ id: 0, version: 0, name: `Lọc ${at}`, filter: {}, shared: false })
    for (let at = 0; at < 30; at += 1) await save(at)
    expect((await refusal(save(30))).code).toBe('invalid')
  })
})
