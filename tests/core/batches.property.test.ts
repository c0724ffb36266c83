import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveNames, moveOf, statuses } from '../../electron/core/applications/statuses.ts'
import type { batchesContract } from '../../electron/core/batches/contract.ts'
import { addDays } from '../../electron/core/calendar/day.ts'
import type { CallInputOf } from '../../electron/core/operation.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { standing } from '../support/standing.ts'

type Action = CallInputOf<typeof batchesContract.run>['action']

const teams = 2
const action = fc.oneof(
  fc.record({
    kind: fc.constant('assign' as const),
    teamId: fc.option(fc.integer({ min: 1, max: teams })),
    officerId: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    reason: fc.option(fc.constant('Đổi ca')),
  }),
  fc.record({ move: fc.constantFrom(...moveNames), day: fc.nat(12) }).map(({ move, day }) => ({
    ...{ kind: 'move' as const, move, day: addDays('2023-09-13', day) },
    reason: moveOf[move].needsReason ? 'Theo đề nghị' : null,
  })),
  fc.nat(9).map(n => ({ kind: 'hand-to-post' as const, day: addDays('2023-09-16', n), office: 'Bưu điện' })),
)

const file = fc.record({
  status: fc.constantFrom(...statuses),
  days: fc.nat(10),
  returnWay: fc.constantFrom('post' as const, 'counter' as const, null),
  teamId: fc.option(fc.integer({ min: 1, max: teams })),
})

/** Something that happens: a batch over some of the files, or somebody at work on one of them. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.record({ action, which: fc.uniqueArray(fc.nat(20), { minLength: 1 }) }) },
  { weight: 1, arbitrary: fc.record({ touched: fc.nat(20), how: fc.constantFrom('edit', 'undo', 'move') }) },
)

const story = fc.record({
  files: fc.array(file, { minLength: 2, maxLength: 7 }),
  happenings: fc.array(happening, { minLength: 1, maxLength: 7 }),
})

/** Somebody else does something to a file; answers whether there was something to do. */
async function touch(desk: TestApp, id: number, how: string): Promise<boolean> {
  const lead = desk.as('team-lead').applications
  const { version, moves, statusDay } = await lead.get({ id })
  const [move] = moves
  if (how === 'edit') {
    await lead.edit({ id, version, facts: { notes: `Xem lại lần ${version}` }, reason: 'Bổ sung' })
    return true
  }
  if (how === 'undo')
    return lead.undo({ id, version }).then(
      () => true,
      () => false,
    )
  if (move === undefined) return false
  await moved(desk, { id, version }, move, statusDay, { role: 'team-lead', reason: 'Theo đề nghị' })
  return true
}

test('batches undone one after the other leave every file that nobody else touched as it was', async () => {
  const desk = await testApp()
  const officer = desk.as('officer')
  for (const name of ['Tổ Một', 'Tổ Hai']) await desk.as('admin').teams.create({ name })
  const tally = { changed: 0, restored: 0, kept: 0 }

  await fc.assert(
    fc.asyncProperty(story, async ({ files, happenings }) => {
      const ids: number[] = []
      for (const { days, ...about } of files)
        ids.push((await logged(desk, { ...about, registered: addDays('2023-09-11', days) })).id)
      const idAt = (n: number) => ids[n % ids.length] ?? 0
      const before = new Map<number, unknown>()
      for (const id of ids) before.set(id, await standing(desk, id))

      const touched = new Set<number>()
      const batches: { batchId: number; changed: number[] }[] = []
      for (const happened of happenings) {
        if ('touched' in happened) {
          const id = idAt(happened.touched)
          if (await touch(desk, id, happened.how)) touched.add(id)
          continue
        }
        const chosen = [...new Set(happened.which.map(idAt))]
        const asked: Action = happened.action
        const report = await desk.run(officer.batches.run({ selection: { ids: chosen }, action: asked }))
        const refused = new Set(report.refused.map(({ id }) => id))
        expect(report.done + refused.size).toBe(chosen.length)
        const changed = chosen.filter(id => !refused.has(id))
        tally.changed += changed.length
        if (report.done > 0) batches.push({ batchId: report.batchId, changed })
      }

      for (const { batchId, changed } of batches.reverse()) {
        const report = await desk.run(officer.batches.undo({ batchId }))
        // what stays is listed, and only what somebody else has touched stays
        expect(report.done + report.refused.length).toBe(changed.length)
        for (const { id } of report.refused) expect(touched).toContain(id)
        tally.restored += report.done
        tally.kept += report.refused.length
      }
      for (const id of ids.filter(each => !touched.has(each)))
        expect(await standing(desk, id)).toEqual(before.get(id))
    }),
    { numRuns: 60 },
  )

  // the stories are worth telling: much was changed, most of it put back, some of it left
  expect(tally.changed).toBeGreaterThan(100)
  expect(tally.restored).toBeGreaterThan(50)
  expect(tally.kept).toBeGreaterThan(0)
  expect(await desk.run(desk.as('admin').audit.verify({}))).toMatchObject({ ok: true })
  expect(desk.logged).toEqual([])
}, 120_000)
