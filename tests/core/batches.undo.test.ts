import { describe, expect, test } from 'vitest'
import type { BatchAction, batchesContract } from '../../electron/core/batches/contract.ts'
import type { CallInputOf } from '../../electron/core/operation.ts'
import type { Role } from '../../electron/core/users/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { accountOf, refusal } from '../support/refusal.ts'
import { idsOf, rowCounts, standings } from '../support/standing.ts'

const desk = await testApp()
const officer = desk.as('officer')
const team = await desk.as('admin').teams.create({ name: 'Tổ trả kết quả' })
const me = await accountOf(desk, 'officer')

type Action = CallInputOf<typeof batchesContract.run>['action']
const run = (ids: number[], action: Action, on: TestApp = desk, role: Role = 'officer') =>
  on.run(on.as(role).batches.run({ selection: { ids }, action }))
const undo = (batchId: number, role: Role = 'officer', on: TestApp = desk) =>
  on.run(on.as(role).batches.undo({ batchId }))

const actions: readonly (readonly [BatchAction['kind'] | string, Action])[] = [
  ['assign', { kind: 'assign', teamId: team.id, officerId: null, reason: 'Đổi ca' }],
  ['process', { kind: 'move', move: 'process', day: '2023-09-20' }],
  ['pause', { kind: 'move', move: 'requestSupplement', day: '2023-09-20', reason: 'Thiếu giấy khám' }],
  ['continue', { kind: 'move', move: 'continue', day: '2023-09-20' }],
  ['finish', { kind: 'move', move: 'finish', day: '2023-09-20' }],
  ['return', { kind: 'move', move: 'return', day: '2023-09-20' }],
  ['hand over', { kind: 'hand-to-post', day: '2023-09-20', office: 'Bưu điện Phú Quốc' }],
]

describe('undoing', () => {
  test.each(actions)('%s puts every file back exactly as it was', async (_, action) => {
    const files = [
      await logged(desk, { officerId: me.id }),
      await logged(desk, { status: 2 }),
      await logged(desk, { status: 4, teamId: team.id, officerId: me.id }),
      await logged(desk, { status: 5 }),
      await logged(desk, { status: 9 }),
      await logged(desk, { status: 9, returnWay: 'post' }),
    ]
    const before = await standings(desk, idsOf(files))
    const { batchId, done } = await run(idsOf(files), action)
    expect(done).toBeGreaterThan(0)
    expect(await standings(desk, idsOf(files))).not.toEqual(before)
    expect(await undo(batchId)).toEqual({ batchId, done, refused: [] })
    expect(await standings(desk, idsOf(files))).toEqual(before)
  })

  test('takes the step back by an entry that says so; both stay in the history', async () => {
    const { id, history } = await logged(desk, { status: 2 })
    const { batchId } = await run([id], { kind: 'move', move: 'process', day: '2023-09-20' })
    await undo(batchId)
    const after = await officer.applications.get({ id })
    expect(after.history).toHaveLength(history.length + 2)
    const [step, back] = after.history.slice(-2)
    expect(step).toMatchObject({ status: 4, superseded: true })
    expect(back).toMatchObject({
      voids: step?.id,
      reason: 'Hoàn tác xử lý hàng loạt',
      actorName: me.displayName,
    })
    const [entry] = await desk.as('admin').audit.list({ subject: 'application', subjectId: String(id) })
    expect(entry).toMatchObject({
      operation: 'batches.undo',
      changes: { 'Hoàn tác xử lý hàng loạt': [null, batchId], 'Trạng thái': [4, 2] },
    })
  })

  test('leaves what somebody has changed since, and says which', async () => {
    const files = [await logged(desk, { status: 2 }), await logged(desk, { status: 2 })] as const
    const { batchId } = await run(idsOf(files), { kind: 'move', move: 'process', day: '2023-09-20' })
    const { id, version } = await officer.applications.get({ id: files[0].id })
    await desk.as('team-lead').applications.edit({ id, version, facts: { notes: 'Đã gọi điện' } })
    const report = await undo(batchId)
    expect(report).toEqual({
      ...{ batchId, done: 1 },
      refused: [{ id, dossierCode: files[0].dossierCode, reason: expect.stringContaining('giữ nguyên') }],
    })
    expect(await officer.applications.get({ id })).toMatchObject({ status: 4, version: version + 1 })
    expect((await officer.applications.get({ id: files[1].id })).status).toBe(2)
  })

  test('is done once', async () => {
    const { id } = await logged(desk, { status: 2 })
    const { batchId } = await run([id], { kind: 'move', move: 'process', day: '2023-09-20' })
    await undo(batchId)
    const counts = rowCounts(desk)
    const error = await refusal(undo(batchId))
    expect(error).toMatchObject({ code: 'conflict' })
    expect(error.message).toContain('đã được hoàn tác lúc 08:00 ngày 25/09/2023')
    expect(rowCounts(desk)).toEqual(counts)
    const entry = (await officer.batches.history({})).find(batch => batch.id === batchId)
    expect(entry).toMatchObject({ undoneAt: expect.any(String), undoneBy: me.displayName, undoable: false })
  })

  test('of a batch that changed nothing is refused, and of one that never was', async () => {
    const { batchId } = await run([40_404], { kind: 'assign', teamId: team.id })
    expect((await refusal(undo(batchId))).code).toBe('invalid')
    expect((await refusal(undo(9_999))).code).toBe('not-found')
  })

  test('is for its author and for supervisors', async () => {
    const { id } = await logged(desk, { status: 2 })
    const byLead = await run([id], { kind: 'assign', teamId: team.id }, desk, 'team-lead')
    const error = await refusal(undo(byLead.batchId))
    expect(error.code).toBe('not-allowed')
    expect((await officer.applications.get({ id })).facts.teamId).toBe(team.id)
    const byOfficer = await run([id], { kind: 'move', move: 'process', day: '2023-09-20' })
    expect((await undo(byOfficer.batchId, 'leader')).done).toBe(1)
    expect((await undo(byLead.batchId, 'team-lead')).done).toBe(1)
    expect((await refusal(undo(byLead.batchId, 'viewer'))).code).toBe('not-allowed')
  })

  test('goes back through several batches, the last one first', async () => {
    const files = [await logged(desk, { status: 2 }), await logged(desk, { status: 2 }), await logged(desk)]
    const before = await standings(desk, idsOf(files))
    const batches = [
      await run(idsOf(files), { kind: 'assign', teamId: team.id }),
      await run(idsOf(files), { kind: 'move', move: 'process', day: '2023-09-19' }),
      await run(idsOf(files), { kind: 'move', move: 'finish', day: '2023-09-20' }),
      await run(idsOf(files), { kind: 'assign', officerId: me.id, reason: 'Người trả' }),
    ]
    for (const { batchId, done } of batches.reverse())
      expect(await undo(batchId)).toMatchObject({ done, refused: [] })
    expect(await standings(desk, idsOf(files))).toEqual(before)
  })

  test('out of turn it leaves what the later batch has built upon', async () => {
    const { id } = await logged(desk, { status: 2 })
    const first = await run([id], { kind: 'move', move: 'process', day: '2023-09-19' })
    const second = await run([id], { kind: 'move', move: 'finish', day: '2023-09-20' })
    expect((await undo(first.batchId)).refused).toHaveLength(1)
    expect((await officer.applications.get({ id })).status).toBe(9)
    expect((await undo(second.batchId)).done).toBe(1)
    expect((await officer.applications.get({ id })).status).toBe(4)
  })

  test('brings the figures back and leaves a register that verifies', async () => {
    const own = await testApp()
    const files = [await logged(own, { status: 4 }), await logged(own, { status: 4, channel: 'direct' })]
    const figures = () => own.as('viewer').statistics.figures({ period: { kind: 'month', id: '2023-09' } })
    const before = await figures()
    const { batchId } = await run(idsOf(files), { kind: 'move', move: 'finish', day: '2023-09-20' }, own)
    expect((await figures()).measures.finished.total).toBe(2)
    await undo(batchId, 'officer', own)
    expect(await figures()).toEqual(before)
    expect((await own.run(own.as('admin').audit.verify({}))).ok).toBe(true)
  })

  test.each([
    ['receive', 1],
    ['process', 2],
    ['requestPayment', 4],
    ['continue', 5],
    ['finish', 4],
    ['return', 9],
    ['stop', 4],
  ] as const)('%s after a holiday was added or taken away counts no due day anew', async (move, status) => {
    for (const edited of ['added', 'removed'] as const) {
      const own = await testApp()
      const { saveHoliday, removeHoliday } = own.as('admin').catalogue
      const holiday = { day: '2023-09-20', name: 'Nghỉ thêm', kind: 'holiday', source: 'Công văn' } as const
      const { version } =
        edited === 'removed' ? await saveHoliday({ ...holiday, version: 0 }) : { version: 0 }
      const files = [await logged(own, { status }), await logged(own, { status, registered: '2023-09-15' })]
      const before = await standings(own, idsOf(files))
      const action = { kind: 'move', move, day: '2023-09-19', reason: 'Thử' } as const
      const { batchId, done } = await run(idsOf(files), action, own)
      expect(done).toBe(2)
      if (edited === 'added') await saveHoliday({ ...holiday, version })
      else await removeHoliday({ day: holiday.day, version })
      expect(await undo(batchId, 'officer', own)).toEqual({ batchId, done, refused: [] })
      const after = await standings(own, idsOf(files))
      // the promised day is held by an entry of its own, and that is the last step now
      const held = before.map(({ undoable, ...file }) => ({
        ...file,
        undoable: undoable === null ? null : { ...undoable, title: 'Hẹn lại ngày trả' },
      }))
      expect(after, edited).toEqual(held)
      expect((await own.run(own.as('admin').audit.verify({}))).ok).toBe(true)
    }
  })
})
