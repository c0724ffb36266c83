import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ReadDb } from '../../db/database.ts'
import type { Application } from '../../electron/core/applications/contract.ts'
import { asLifeEvents, type EventRow, eventsOf } from '../../electron/core/applications/history.ts'
import { openEnd, type Stretch } from '../../electron/core/applications/life.ts'
import { moveNames } from '../../electron/core/applications/statuses.ts'
import { certain, replayer } from '../../electron/core/applications/store.ts'
import { addDays } from '../../electron/core/calendar/day.ts'
import { AppError } from '../../electron/core/errors.ts'
import { testApp } from '../support/app.ts'
import { anApplication } from '../support/builders.ts'

const desk = await testApp()
const lead = desk.as('team-lead').applications

/** One thing somebody tries; most are possible, some are refused, and those must leave nothing behind. */
const attempt = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constant('move' as const),
      which: fc.nat(99),
      days: fc.constantFrom(0, 0, 1, 1, 2, 5),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('correct' as const),
      which: fc.nat(99),
      days: fc.integer({ min: -3, max: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('take-back' as const),
      which: fc.nat(99),
      days: fc.constant(0),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      what: fc.constant('appoint' as const),
      which: fc.nat(99),
      days: fc.integer({ min: -2, max: 9 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant('edit' as const), which: fc.nat(99), days: fc.constant(0) }),
  },
)
type Attempt = typeof attempt extends fc.Arbitrary<infer A> ? A : never

async function tryOut(file: Application, { what, which, days }: Attempt): Promise<void> {
  const { id, version } = file
  const pick = <T>(values: readonly T[]): T | undefined => values[which % Math.max(1, values.length)]
  const standing = file.history.filter(({ superseded, voids }) => !superseded && voids === null)
  const entry = pick(standing)
  const reason = 'Theo đề nghị'
  if (what === 'move') {
    // now and then a move that this status does not allow
    const move = pick(which % 10 === 0 ? moveNames : file.moves)
    if (move !== undefined) await lead.move({ id, version, move, day: addDays(file.statusDay, days), reason })
  } else if (what === 'appoint') {
    await lead.appoint({ id, version, dueDay: addDays(file.dueDay ?? file.statusDay, days), reason })
  } else if (what === 'edit') {
    await lead.edit({
      id,
      version,
      facts: { channel: which % 2 === 0 ? 'direct' : 'postal', licences: 1 + (which % 3) },
      reason,
    })
  } else if (entry !== undefined) {
    const day = what === 'take-back' ? null : addDays(entry.day, days)
    await lead.correct({ id, version, eventId: entry.id, day, reason })
  }
}

type StoredStretch = Stretch & { readonly channel: string; readonly licences: number }

const stretchesOf = (db: ReadDb, id: number) =>
  db.rows<StoredStretch>(
    `SELECT state, from_day AS "from", to_day AS "to", began, ended, due_day AS due, channel, licences
     FROM application_stretches WHERE application_id = :id ORDER BY seq`,
    { id },
  )

function checkInvariants(file: Application): void {
  desk.database.read(db => {
    const life = certain(replayer(db)(asLifeEvents(eventsOf(db, file.id))))
    const stretches = stretchesOf(db, file.id)
    const { channel, licences } = file.facts
    expect(stretches).toEqual(life.stretches.map(stretch => ({ ...stretch, channel, licences })))
    expect(file).toMatchObject({
      status: life.status,
      statusDay: life.statusDay,
      registeredDay: life.registered,
      receivedDay: life.received,
      refusedDay: life.refused,
      droppedDay: life.dropped,
      finishedDay: life.finished,
      withdrawnDay: life.withdrawn,
      stoppedDay: life.stopped,
      returnedDay: life.returned,
      closedDay: life.closed,
      dueDay: life.due,
      pausedDay: life.paused,
    })
    const open = [1, 2, 4, 5, 6].includes(file.status)
    expect(stretches.filter(({ to }) => to === openEnd)).toHaveLength(open ? 1 : 0)
    expect(stretches[0]).toMatchObject({ state: 'waiting', from: file.registeredDay, began: 'registered' })
    stretches.forEach(({ from, to, began, ended }, index) => {
      expect(from <= to).toBe(true)
      const next = stretches[index + 1]
      expect(next === undefined).toBe(ended === null || index === stretches.length - 1)
      if (next === undefined) return
      // contiguous while open; only a stop leaves a gap, and what follows it was resumed
      if (ended === 'stopped') expect(next.began === 'resumed' && next.from >= to).toBe(true)
      else expect([next.from, next.began]).toEqual([to, ended === 'received' ? 'received' : 'continued'])
      expect(began === 'resumed').toBe(index > 0 && stretches[index - 1]?.ended === 'stopped')
    })
    if (file.receivedDay !== null) {
      expect(life.dues.length).toBeGreaterThan(0)
      expect(life.dues.at(-1)?.due).toBe(file.dueDay)
      expect(file.dueDay).not.toBeNull()
    }
  })
}

describe('whatever is done to a file', () => {
  test('its columns and stretches are what its history says, and what is refused leaves nothing', async () => {
    const seen = { done: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(
        fc.boolean(),
        fc.array(attempt, { minLength: 1, maxLength: 14, size: 'max' }),
        async (receivedToo, attempts) => {
          const { id } = await lead.create(anApplication({ registered: '2023-08-25', receivedToo }))
          for (const one of attempts) {
            const before = await lead.get({ id })
            try {
              await tryOut(before, one)
              seen.done += 1
            } catch (error) {
              if (!(error instanceof AppError) || error.code !== 'invalid') throw error
              seen.refused += 1
              expect(await lead.get({ id })).toEqual(before)
            }
            checkInvariants(await lead.get({ id }))
          }
        },
      ),
      { numRuns: 150 },
    )
    expect(seen.done).toBeGreaterThan(400)
    expect(seen.refused).toBeGreaterThan(50)
    expect(desk.logged).toEqual([])
    const { checks } = await desk.run(desk.as('admin').audit.verify({}))
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
  })
})

describe('the order in which a history is read', () => {
  const row = (id: number, about: Partial<EventRow>): EventRow => ({
    ...{ id, kind: 'status', status: null, day: '2023-09-01', time: null, dueDay: null, reason: null },
    ...{ corrects: null, voids: null },
    ...about,
  })
  const told = (events: readonly EventRow[]) =>
    asLifeEvents(events).map(event =>
      event.kind === 'status' ? event.status : `${event.kind} ${event.dueDay}`,
    )

  test('is that of the days, on one day that of writing', () => {
    expect(
      told([
        row(1, { status: 1 }),
        row(2, { status: 5, day: '2023-09-05' }),
        row(3, { status: 2, day: '2023-09-03' }),
        row(4, { status: 4, day: '2023-09-03' }),
      ]),
    ).toEqual([1, 2, 4, 5])
  })

  test('puts an appointed day behind all that was known when it was written, whatever day it bears', () => {
    const known = [
      row(1, { status: 1 }),
      row(2, { status: 2, day: '2023-09-02' }),
      row(3, { status: 5, day: '2023-09-05' }),
      row(4, { status: 4, day: '2023-09-08' }),
      row(5, { kind: 'due', day: '2023-09-02', dueDay: '2023-09-20' }),
    ]
    expect(told(known)).toEqual([1, 2, 5, 4, 'due 2023-09-20'])
    expect(told([...known, row(6, { status: 9, day: '2023-09-08' })])).toEqual([
      1,
      2,
      5,
      4,
      'due 2023-09-20',
      9,
    ])
    expect(told([...known, row(6, { status: 4, day: '2023-09-09', corrects: 4 })])).toEqual([
      ...[1, 2, 5, 4],
      'due 2023-09-20',
    ])
    expect(told([...known, row(6, { kind: 'due', day: '2023-09-02', voids: 5 })])).toEqual([1, 2, 5, 4])
  })
})
