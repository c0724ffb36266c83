import { describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { idsOf } from '../support/standing.ts'

describe('a past batch', () => {
  test('names its files and why it left the others, long after its job', async () => {
    const desk = await testApp()
    const officer = desk.as('officer')
    const files = [await logged(desk, { status: 2 }), await logged(desk)] as const
    const action = { kind: 'move', move: 'process', day: '2023-09-20' } as const
    const { batchId, refused } = await desk.run(
      officer.batches.run({ selection: { ids: [...idsOf(files), 404] }, action }),
    )
    desk.database.atomically(db => db.run('DELETE FROM jobs'))
    const past = await desk.as('viewer').batches.get({ id: batchId })
    expect(past).toMatchObject({ kind: 'move', done: 1, refused: 2, undoneAt: null, kept: [], lists: [] })
    expect(past.refusals).toEqual(refused)
    expect(past.files).toEqual([
      {
        ...{ id: files[0].id, dossierCode: files[0].dossierCode, fullName: files[0].fullName },
        ...{ status: 4, slip: null },
      },
    ])
  })

  test('says what its undoing left as it was', async () => {
    const desk = await testApp()
    const officer = desk.as('officer')
    const files = [await logged(desk, { status: 2 }), await logged(desk, { status: 2 })] as const
    const action = { kind: 'move', move: 'process', day: '2023-09-20' } as const
    const { batchId } = await desk.run(officer.batches.run({ selection: { ids: idsOf(files) }, action }))
    const { id, version } = await officer.applications.get({ id: files[1].id })
    await officer.applications.edit({ id, version, facts: { notes: 'Đã gọi điện' } })
    const { refused } = await desk.run(officer.batches.undo({ batchId }))
    const past = await officer.batches.get({ id: batchId })
    expect(past).toMatchObject({ undoable: false, undoneBy: 'Cán bộ thử nghiệm', refusals: [] })
    expect(past.kept).toEqual(refused)
    expect(past.files.map(({ status }) => status)).toEqual([2, 4])
  })

  test('handed over to the post names its lists, so that they are found again later', async () => {
    const desk = await testApp()
    const { id } = await logged(desk, { status: 9, returnWay: 'post' })
    const action = { kind: 'hand-to-post', day: '2023-09-25' } as const
    const { batchId } = await desk.run(desk.as('officer').batches.run({ selection: { ids: [id] }, action }))
    const { slip } = await desk.as('officer').slips.issue({ kind: 'post-list', subject: { batchId } })
    expect((await desk.as('viewer').batches.get({ id: batchId })).lists).toEqual([slip])
  })

  test('that never was is not found', async () => {
    const desk = await testApp()
    expect((await refusal(desk.as('viewer').batches.get({ id: 404 }))).code).toBe('not-found')
  })
})
