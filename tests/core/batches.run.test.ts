import { describe, expect, test } from 'vitest'
import type { BatchAction } from '../../electron/core/batches/contract.ts'
import { testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { accountOf, refusal } from '../support/refusal.ts'
import { idsOf, rowCounts, standing } from '../support/standing.ts'

const desk = await testApp()
const officer = desk.as('officer')
const team = await desk.as('admin').teams.create({ name: 'Tổ tiếp nhận' })
const me = await accountOf(desk, 'officer')

type Action = Partial<BatchAction> & Pick<BatchAction, 'kind'>
/** A batch as the screen asks for it; what the test leaves out is left to the contract's own defaults. */
const run = (selection: object, action: Action) =>
  desk.run(officer.batches.run({ selection, action } as Parameters<typeof officer.batches.run>[0])) // see above
const get = (id: number) => officer.applications.get({ id })
const trail = (id: number) => desk.as('admin').audit.list({ subject: 'application', subjectId: String(id) })

describe('assigning', () => {
  test('gives every file to the team and the officer, each with its own line in the trail', async () => {
    const files = [await logged(desk), await logged(desk, { status: 4 })]
    const report = await run({ ids: idsOf(files) }, { kind: 'assign', teamId: team.id, officerId: me.id })
    expect(report).toMatchObject({ done: 2, refused: [] })
    for (const { id, version } of files) {
      const after = await get(id)
      expect(after).toMatchObject({
        teamName: 'Tổ tiếp nhận',
        officerName: me.displayName,
        version: version + 1,
      })
      const [entry] = await trail(id)
      expect(entry).toMatchObject({ operation: 'batches.run', actorName: me.displayName })
      expect(entry?.changes).toEqual({
        Tổ: [null, team.id],
        'Cán bộ thụ lý': [null, me.id],
        'Xử lý hàng loạt': [null, report.batchId],
      })
    }
  })

  test('changes only what is chosen, and takes away where nobody is chosen', async () => {
    const { id } = await logged(desk, { teamId: team.id, officerId: me.id })
    await run({ ids: [id] }, { kind: 'assign', officerId: null })
    expect((await get(id)).facts).toMatchObject({ teamId: team.id, officerId: null })
  })

  test('lists what cannot be: closed without a reason, assigned so before, unknown', async () => {
    const closed = await logged(desk, { status: 9 })
    const same = await logged(desk, { teamId: team.id })
    const open = await logged(desk)
    const ids = [closed.id, same.id, 40_404, open.id]
    const report = await run({ ids }, { kind: 'assign', teamId: team.id })
    expect(report.done).toBe(1)
    expect(report.refused).toEqual([
      { id: closed.id, dossierCode: closed.dossierCode, reason: expect.stringContaining('Nhập lý do') },
      { id: same.id, dossierCode: same.dossierCode, reason: expect.stringContaining('từ trước') },
      { id: 40_404, dossierCode: '', reason: expect.stringContaining('Không tìm thấy hồ sơ') },
    ])
    expect((await get(closed.id)).version).toBe(closed.version)
    expect((await get(same.id)).version).toBe(same.version)
    const again = await run(
      { ids: [closed.id] },
      { kind: 'assign', teamId: team.id, reason: 'Chuyển người trả' },
    )
    expect(again.done).toBe(1)
    expect((await trail(closed.id))[0]?.changes).toMatchObject({ 'Lý do sửa': [null, 'Chuyển người trả'] })
  })

  test.each([
    [{ kind: 'assign' }, 'action.teamId'],
    [{ kind: 'assign', teamId: 999 }, 'action.teamId'],
    [{ kind: 'assign', officerId: 999 }, 'action.officerId'],
    [{ kind: 'move', move: 'stop', day: '2023-09-20' }, 'action.reason'],
    [{ kind: 'move', move: 'finish', day: '2023-09-26' }, 'action.day'],
    [{ kind: 'hand-to-post', day: '2023-09-26' }, 'action.day'],
  ] as const)('%j is wrong for every file, so nothing begins', async (action, field) => {
    const { id } = await logged(desk, { status: 4 })
    const before = rowCounts(desk)
    const error = await refusal(run({ ids: [id] }, action))
    expect(error.code).toBe('invalid')
    expect(Object.keys(error.details?.fields ?? {})).toEqual([field])
    expect(rowCounts(desk)).toEqual(before)
  })
})

describe('moving', () => {
  test('follows the rules of a single move, file by file', async () => {
    const files = [
      await logged(desk, { status: 2 }),
      await logged(desk, { status: 4, registered: '2023-09-22' }),
      await logged(desk, { status: 9 }),
      await logged(desk),
    ] as const
    const report = await run({ ids: idsOf(files) }, { kind: 'move', move: 'finish', day: '2023-09-21' })
    expect(report.done).toBe(1)
    expect(report.refused.map(({ id, reason }) => [id, reason.split('. ')[0]])).toEqual([
      [files[1].id, 'Ngày thực hiện trước bước gần nhất (22/09/2023)'],
      [files[2].id, 'Hồ sơ ở trạng thái này không thực hiện được bước “Xử lý xong”'],
      [files[3].id, 'Hồ sơ ở trạng thái này không thực hiện được bước “Xử lý xong”'],
    ])
    const alone = await logged(desk, { status: 2 })
    const { id, version } = alone
    await officer.applications.move({ id, version, move: 'finish', day: '2023-09-21' })
    const { id: _, dossierCode: __, facts: ___, createdAt: ____, ...single } = await standing(desk, id)
    const inBatch = await standing(desk, files[0].id)
    expect(inBatch).toMatchObject({
      ...single,
      stretches: single.stretches.map(row => ({ ...(row as object), application_id: files[0].id })),
    })
    expect((await get(files[0].id)).history.at(-1)).toMatchObject({ status: 9, day: '2023-09-21' })
    const [entry] = await trail(files[0].id)
    expect(entry?.changes).toMatchObject({ Bước: [null, 'Xử lý xong'], 'Trạng thái': [2, 9] })
  })

  test('a refused file has no step, no line in the trail and no new version', async () => {
    const file = await logged(desk)
    const before = { ...(await get(file.id)), lines: (await trail(file.id)).length }
    await run({ ids: [file.id] }, { kind: 'move', move: 'finish', day: '2023-09-21' })
    expect({ ...(await get(file.id)), lines: (await trail(file.id)).length }).toEqual(before)
  })

  test('keeps the reason, tidied, and the figures follow', async () => {
    const own = await testApp()
    const files = [await logged(own, { status: 4 }), await logged(own, { status: 4 })]
    const action = { kind: 'move', move: 'withdraw', day: '2023-09-20', reason: '  Công dân rút ' } as const
    await own.run(own.as('officer').batches.run({ selection: { ids: idsOf(files) }, action }))
    const { history } = await own.as('officer').applications.get({ id: files[0]?.id ?? 0 })
    expect(history.at(-1)?.reason).toBe('Công dân rút')
    const { measures } = await own
      .as('viewer')
      .statistics.figures({ period: { kind: 'month', id: '2023-09' } })
    expect(measures.withdrawn.total).toBe(2)
    expect((await own.run(own.as('admin').audit.verify({}))).ok).toBe(true)
  })

  test('the same file ticked twice is moved once', async () => {
    const { id } = await logged(desk, { status: 2 })
    const report = await run({ ids: [id, id] }, { kind: 'move', move: 'process', day: '2023-09-19' })
    expect(report).toMatchObject({ done: 1, refused: [] })
  })
})

describe('handing over to the post', () => {
  const action = { kind: 'hand-to-post', day: '2023-09-21', office: ' Bưu điện  Rạch Giá ' } as const

  test('takes finished files that go back by post, and says why not for the others', async () => {
    const files = [
      await logged(desk, { status: 9, returnWay: 'post' }),
      await logged(desk, { status: 9, returnWay: 'counter' }),
      await logged(desk, { status: 4, returnWay: 'post' }),
      await logged(desk, { status: 10, returnWay: 'post' }),
      await logged(desk, { status: 9, returnWay: 'post', registered: '2023-09-22' }),
    ] as const
    const report = await run({ ids: idsOf(files) }, action)
    expect(report.done).toBe(1)
    expect(report.refused.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('không phải qua bưu điện'),
      expect.stringContaining('chưa có kết quả'),
      expect.stringContaining('đã trả cho công dân'),
      expect.stringContaining('22/09/2023'),
    ])
    const [handed] = files
    expect(await get(handed.id)).toMatchObject({
      postedDay: '2023-09-21',
      status: 9,
      version: handed.version + 1,
      history: handed.history,
    })
    expect((await trail(handed.id))[0]?.changes).toEqual({
      'Ngày giao bưu chính': [null, '2023-09-21'],
      'Nơi nhận bàn giao': [null, 'Bưu điện Rạch Giá'],
      'Xử lý hàng loạt': [null, report.batchId],
    })
    const twice = await run({ ids: [handed.id] }, action)
    expect(twice.refused[0]?.reason).toBe('Kết quả đã giao bưu chính ngày 21/09/2023.')
  })

  test('the file stands in the queue of the post until the citizen has the result', async () => {
    const { id } = await logged(desk, { status: 9, returnWay: 'post', fullName: 'Lê Thị Bưu' })
    const queue = async () =>
      (await officer.applications.list({ posted: true, text: 'le thi buu' })).rows.map(row => row.id)
    expect(await queue()).toEqual([])
    await run({ ids: [id] }, action)
    expect(await queue()).toEqual([id])
    const { version } = await get(id)
    await officer.applications.move({ id, version, move: 'return', day: '2023-09-25' })
    expect(await queue()).toEqual([])
    expect(await get(id)).toMatchObject({ status: 10, returnWay: 'post', postedDay: '2023-09-21' })
  })
})

test('the history says what was done, by whom, and who may take it back', async () => {
  const { id } = await logged(desk, { status: 2 })
  const { batchId } = await run({ ids: [id, 40_404] }, { kind: 'move', move: 'process', day: '2023-09-19' })
  await run({ ids: [id] }, { kind: 'assign', teamId: team.id, officerId: null })
  await run({ ids: [id] }, { kind: 'hand-to-post', day: '2023-09-21', office: 'Bưu điện Hà Tiên' })
  const [post, given, processed] = await officer.batches.history({})
  expect(processed).toMatchObject({
    ...{ id: batchId, by: me.displayName, title: 'Chuyển xử lý, ngày 19/09/2023', done: 1, refused: 1 },
    ...{ undoneAt: null, undoneBy: null, undoable: true },
  })
  expect(given?.title).toBe('Phân công: Tổ tiếp nhận, chưa giao cán bộ')
  expect(post).toMatchObject({
    title: 'Giao bưu chính, ngày 21/09/2023 (Bưu điện Hà Tiên)',
    ...{ done: 0, refused: 1, undoable: false },
  })
  const seenBy = async (role: 'viewer' | 'leader') =>
    (await desk.as(role).batches.history({})).find(batch => batch.id === batchId)?.undoable
  expect([await seenBy('viewer'), await seenBy('leader')]).toEqual([false, true])
  const [entry] = await desk.as('admin').audit.list({ subject: 'batch', subjectId: String(batchId) })
  expect(entry?.changes).toEqual({
    'Công việc': [null, 'Chuyển xử lý, ngày 19/09/2023'],
    'Số hồ sơ đã làm': [null, 1],
    'Số hồ sơ không làm được': [null, 1],
  })
})

test('somebody who may only look changes nothing', async () => {
  const selection = { ids: [1] }
  const error = await refusal(
    desk.as('viewer').batches.run({ selection, action: { kind: 'assign', teamId: team.id } }),
  )
  expect(error.code).toBe('not-allowed')
})
