import { describe, expect, test } from 'vitest'
import { createApp } from '../../electron/core/app.ts'
import { createInPlaceRunner } from '../../electron/core/jobs/in-place.ts'
import { clientOf, startOfTests, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { accountOf, refusal } from '../support/refusal.ts'
import { idsOf, rowCounts, standings } from '../support/standing.ts'

const desk = await testApp()

describe('all that a filter holds', () => {
  test('is what the list shows, but for those left out', async () => {
    const own = await testApp()
    const people = own.as('officer')
    for (const fullName of ['Trần Văn Một', 'Trần Văn Hai', 'Trần Văn Ba', 'Ngô Thị Bốn'])
      await logged(own, { fullName, status: 2, licences: 1 })
    await logged(own, { fullName: 'Trần Văn Năm' })
    const filter = { text: 'tran van', statuses: [2] }
    const shown = (await people.applications.list(filter)).rows.map(({ id }) => id)
    expect(shown).toHaveLength(3)
    const except = shown.slice(0, 1)
    const action = { kind: 'move', move: 'process', day: '2023-09-20', reason: null } as const
    const report = await own.run(people.batches.run({ selection: { filter, except }, action }))
    expect(report).toMatchObject({ done: 2, refused: [] })
    expect((await people.applications.list(filter)).rows.map(({ id }) => id)).toEqual(except)
    expect((await people.applications.list({ statuses: [4] })).total).toBe(2)
  })

  test('is all of it, however many pages the list has', async () => {
    const own = await testApp()
    const rows = Array.from({ length: 520 }, (_, n) => `HS-${n};Ngô Văn Trang;20/09/2023;1`)
    const text = `\ufeff${['Mã hồ sơ;Họ và tên;Ngày đăng ký;Trạng thái', ...rows].join('\r\n')}`
    const file = { name: 'danh-sach.csv', bytes: new TextEncoder().encode(text) }
    const { counts } = await own.run(own.as('admin').imports.apply({ file }))
    expect(counts).toMatchObject({ new: 520, rejected: 0 })
    const filter = { text: 'ngo van trang', order: 'name' } as const
    const shown = await own.as('officer').applications.list({ ...filter, limit: 1 })
    expect(shown.total).toBe(520)
    const action = { kind: 'move', move: 'receive', day: '2023-09-20' } as const
    const report = await own.run(own.as('officer').batches.run({ selection: { filter }, action }))
    expect(report).toMatchObject({ done: 520, refused: [] })
    expect((await own.run(own.as('officer').batches.undo({ batchId: report.batchId }))).done).toBe(520)
    expect((await own.as('officer').applications.list({ statuses: [1] })).total).toBe(520)
  })

  test('is done in the order of the list, also where files were ticked one by one', async () => {
    const own = await testApp()
    for (const fullName of ['Trần Văn Cao', 'Trần Văn An', 'Trần Văn Bình']) await logged(own, { fullName })
    const filter = { order: 'name' } as const
    const { rows } = await own.as('officer').applications.list(filter)
    const ids = rows.map(({ id }) => id)
    const action = { kind: 'move', move: 'finish', day: '2023-09-20' } as const
    const run = (selection: object) =>
      own.run(own.as('officer').batches.run({ selection: { ids, ...selection }, action }))
    const ticked = { ids: [404, ...ids.toSorted((a, b) => a - b)], filter }
    expect((await run(ticked)).refused.map(({ id }) => id)).toEqual([...ids, 404])
  })

  test('with nothing in it is refused', async () => {
    const selection = { filter: { text: 'khong co ai' } }
    const action = { kind: 'assign', officerId: null } as const
    const error = await refusal(desk.run(desk.as('officer').batches.run({ selection, action })))
    expect(error).toMatchObject({ code: 'invalid' })
  })

  test('counts days from the day of the batch: what is due soon or overdue', async () => {
    const own = await testApp()
    const late = await logged(own, { status: 4, registered: '2023-09-05' })
    await logged(own, { status: 4, registered: '2023-09-22' })
    const action = { kind: 'assign', officerId: (await accountOf(own, 'officer')).id, reason: null } as const
    const filter = { deadline: 'overdue' } as const
    const report = await own.run(own.as('officer').batches.run({ selection: { filter }, action }))
    expect(report.done).toBe(1)
    expect((await own.as('officer').applications.get({ id: late.id })).officerName).not.toBeNull()
  })
})

test('cancelled half-way, it leaves no trace', async () => {
  const files = []
  for (let n = 0; n < 60; n += 1) files.push(await logged(desk, { status: 2 }))
  const ids = idsOf(files)
  const before = { counts: rowCounts(desk), files: await standings(desk, ids) }
  const seen: number[] = []
  const runner = createInPlaceRunner({
    folder: desk.folder,
    log: error => void desk.logged.push(error),
    onProgress: (id, { done }) => {
      seen.push(done)
      if (done >= 50) runner.cancel(id)
    },
  })
  const app = createApp({
    ...{ database: desk.database, host: 'app', jobs: runner, now: () => startOfTests },
    log: error => void desk.logged.push(error),
  })
  const client = clientOf(app.call, () => desk.token('officer'))
  const action = { kind: 'move', move: 'process', day: '2023-09-20', reason: null } as const
  const { jobId } = await client.batches.run({ selection: { ids }, action })
  await runner.finished(jobId)
  expect(await desk.anyone.jobs.status({ id: jobId })).toMatchObject({ state: 'cancelled', result: null })
  await runner.close()
  expect(seen).toEqual([0, 50])
  expect({ counts: rowCounts(desk), files: await standings(desk, ids) }).toEqual(before)
  expect(desk.logged).toEqual([])
})
