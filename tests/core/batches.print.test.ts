import { beforeEach, describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import type { batchesContract } from '../../electron/core/batches/contract.ts'
import type { CallInputOf } from '../../electron/core/operation.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { idsOf, rowCounts, standings } from '../support/standing.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

type Print = Extract<CallInputOf<typeof batchesContract.run>['action'], { kind: 'print' }>
const print = (ids: number[], more: Partial<Print> = {}, filter = {}) =>
  desk.run(
    desk.as('officer').batches.run({
      selection: { ids, filter },
      action: { kind: 'print', slip: 'receipt', ...more },
    }),
  )
const laidOut = async (batchId: number) =>
  (await desk.as('viewer').slips.ofBatch({ batchId })).map(
    ({ slip, document }) => [slip.number, document.qr] as const,
  )
const codesOf = (files: readonly Application[]) => files.map(({ dossierCode }) => dossierCode)

async function received(names: readonly string[]) {
  const files: Application[] = []
  for (const fullName of names) files.push(await logged(desk, { status: 2, fullName }))
  return files
}

describe('printing a selection', () => {
  test('numbers one slip for each in the order of the list, without gaps, and lays them out', async () => {
    const [cuong, an, binh] = await received(['Lê Cường', 'Lê An', 'Lê Bình'])
    if (cuong === undefined || an === undefined || binh === undefined) throw new Error('three are logged')
    const waiting = await logged(desk, { fullName: 'Lê Ân' })
    const ids = idsOf([cuong, waiting, an, binh])
    const { batchId, done, refused } = await print(ids, {}, { order: 'name' })
    expect(done).toBe(3)
    expect(refused).toEqual([
      {
        ...{ id: waiting.id, dossierCode: waiting.dossierCode },
        reason: expect.stringContaining('Giấy tiếp nhận không in được cho hồ sơ đang ở trạng thái'),
      },
    ])
    const inOrder = [an, binh, cuong]
    expect(await laidOut(batchId)).toEqual(codesOf(inOrder).map((code, at) => [at + 1, code]))
    const { files, title, undoable } = await desk.as('viewer').batches.get({ id: batchId })
    expect([title, undoable]).toEqual(['In giấy tiếp nhận hồ sơ và hẹn trả kết quả', false])
    expect(files.map(({ dossierCode, slip }) => [dossierCode, slip?.number, slip?.numbered])).toEqual(
      codesOf(inOrder).map((code, at) => [code, `${at + 1}/2023`, true]),
    )
    const [entry] = await desk.as('admin').audit.list({ subject: 'slip' })
    expect(entry).toMatchObject({ operation: 'batches.run', actorName: 'Cán bộ thử nghiệm' })
  })

  test('makes no new number for a file that has the slip, unless asked', async () => {
    const files = await received(['Lê An', 'Lê Bình'])
    const [first] = files
    const subject = { applicationId: first?.id ?? 0 }
    await desk.as('officer').slips.issue({ kind: 'receipt', subject })
    const once = await print(idsOf(files), {}, { order: 'name' })
    expect((await laidOut(once.batchId)).map(([number]) => number)).toEqual([1, 2])
    const { files: told } = await desk.as('officer').batches.get({ id: once.batchId })
    expect(told.map(({ slip }) => slip?.numbered)).toEqual([false, true])
    const twice = await print(idsOf(files), {}, { order: 'name' })
    expect((await laidOut(twice.batchId)).map(([number]) => number)).toEqual([1, 2])
    const anew = await print(idsOf(files), { again: true }, { order: 'name' })
    expect((await laidOut(anew.batchId)).map(([number]) => number)).toEqual([3, 4])
    expect(await desk.as('officer').slips.list(subject)).toHaveLength(2)
  })

  test('lays out the latest reprint, and not the request for more of an earlier step', async () => {
    const file = await logged(desk, { status: 5 })
    const { id } = file
    const details = { items: [{ name: 'Giấy khám sức khỏe', original: 1 }] }
    const one = await print([id], { slip: 'supplement', details })
    expect((await laidOut(one.batchId)).map(([number]) => number)).toEqual([1])
    const [slip] = await desk.as('officer').slips.list({ applicationId: id })
    desk.at('2023-09-25T08:05:00+07:00')
    const again = await desk.as('officer').slips.reprint({ id: slip?.id ?? 0, reason: 'Mất phiếu' })
    const same = await print([id], { slip: 'supplement', details })
    const [stack] = await desk.as('officer').slips.ofBatch({ batchId: same.batchId })
    expect(stack?.slip.id).toBe(again.slip.id)
    desk.at('2023-09-25T08:10:00+07:00')
    const at = async () => (await desk.as('officer').applications.get({ id })).version
    const day = '2023-09-25'
    const moves = desk.as('officer').applications
    await moves.move({ id, version: await at(), move: 'continue', day })
    await moves.move({ id, version: await at(), move: 'requestSupplement', day, reason: 'Thiếu ảnh' })
    const other = await print([id], { slip: 'supplement', details })
    expect((await laidOut(other.batchId)).map(([number]) => number)).toEqual([2])
  })

  test('with an apology appoints the new day of every file, once', async () => {
    const files = [
      await logged(desk, { status: 4, registered: '2023-09-05' }),
      await logged(desk, { status: 2, registered: '2023-09-06' }),
    ]
    const details = { reason: 'Hệ thống bị gián đoạn', newDueDay: '2023-10-02' }
    const { batchId, done } = await print(idsOf(files), { slip: 'apology', details })
    expect(done).toBe(2)
    for (const { id } of files)
      expect(await desk.as('officer').applications.get({ id })).toMatchObject({ dueDay: '2023-10-02' })
    expect(await laidOut(batchId)).toHaveLength(2)
    const again = await print(idsOf(files), { slip: 'apology', details, again: true })
    expect(again).toMatchObject({ done: 0 })
    expect(again.refused[0]?.reason).toContain('đã được hẹn lại một lần')
    expect((await desk.run(desk.as('admin').audit.verify({}))).ok).toBe(true)
  })

  test.each([
    [{ slip: 'supplement' }, 'action.details.items'],
    [{ slip: 'apology', details: { reason: 'Chậm' } }, 'action.details.newDueDay'],
    [{ slip: 'apology', details: { newDueDay: '2023-10-02' } }, 'action.details.reason'],
  ] as const)('%j lacks what all of them need, so nothing begins', async (action, field) => {
    const { id } = await logged(desk, { status: 5 })
    const before = rowCounts(desk)
    const error = await refusal(print([id], action as Partial<Print>)) // readonly by `as const` alone
    expect(Object.keys(error.details?.fields ?? {})).toEqual([field])
    expect(rowCounts(desk)).toEqual(before)
  })

  test('is not taken back: the numbers are out', async () => {
    const files = await received(['Lê An'])
    const before = await standings(desk, idsOf(files))
    const { batchId } = await print(idsOf(files))
    const error = await refusal(desk.run(desk.as('officer').batches.undo({ batchId })))
    expect(error.message).toContain('Phiếu đã có số')
    expect(await standings(desk, idsOf(files))).toEqual(before)
  })

  test('takes no more than can be laid out at once', async () => {
    const ids = Array.from({ length: 1001 }, (_, at) => at + 1)
    expect((await refusal(print(ids))).message).toContain('nhiều nhất 1.000 phiếu')
  })
})
