import fc from 'fast-check'
import type { WriteDb } from '../../db/database.ts'
import { insertApplication } from '../../electron/core/applications/insert.ts'
import type { Life } from '../../electron/core/applications/life.ts'
import { channels, type Facts } from '../../electron/core/applications/model.ts'
import { type Status, statuses } from '../../electron/core/applications/statuses.ts'
import { addDays, type Day } from '../../electron/core/calendar/day.ts'
import { someFacts } from './facts.ts'

/** One line of a register whose days need not make sense: lists must hold for any. */
export type Line = {
  readonly facts: Facts
  readonly status: Status
  readonly days: Readonly<Record<'registered' | 'received' | 'due' | 'finished' | 'returned', Day | null>>
}

const words = ['Nguyễn', 'Đường', 'Dương', 'Trần', 'Thị', 'Văn', 'Hoà', 'Hòa', 'Ân', 'An', 'Ẩn', 'Y', "H'Hen"]
const firstDay = '2023-08-28'
const day = fc.nat(28).map(n => addDays(firstDay, n))

const line = fc.record({
  name: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }).map(parts => parts.join(' ')),
  status: fc.constantFrom(...statuses),
  channel: fc.constantFrom(...channels),
  team: fc.constantFrom(1, 2, null),
  registered: day,
  received: fc.option(day),
  due: fc.option(day),
  finished: fc.option(day),
  returned: fc.option(day),
  tail: fc.nat(999),
})

export const randomLines: fc.Arbitrary<readonly Line[]> = fc
  .array(line, { minLength: 0, maxLength: 60, size: 'max' })
  .map(lines =>
    lines.map(
      ({ name, status, channel, team, tail, registered, received, due, finished, returned }, index) => ({
        facts: someFacts({
          dossierCode: `G22.99-${registered.slice(2).replaceAll('-', '')}-${String(index * 1000 + tail).padStart(6, '0')}`,
          fullName: name,
          channel,
          teamId: team,
        }),
        status,
        days: { registered, received, due, finished, returned },
      }),
    ),
  )

/** Replaces whatever the register holds; answers the ids in the order of the lines. */
export function fillLines(db: WriteDb, lines: readonly Line[]): readonly number[] {
  db.run('DELETE FROM application_search')
  db.run('DELETE FROM application_stretches')
  db.run('DELETE FROM applications')
  db.run("INSERT INTO teams (id, name) VALUES (1, 'Tổ Một'), (2, 'Tổ Hai') ON CONFLICT DO NOTHING")
  return lines.map(({ facts, status, days }) => {
    const registered = days.registered ?? firstDay
    const life: Life = {
      ...{ status, statusDay: registered, registered, received: days.received, refused: null, dropped: null },
      ...{ finished: days.finished, withdrawn: null, stopped: null, returned: days.returned },
      ...{ closed: days.finished, due: days.due, paused: null, stretches: [], dues: [] },
    }
    const made = { facts, paperKind: null, regime: '2008', life, events: [] } as const
    return insertApplication(db, made, { actorId: null, now: '2023-09-25T08:00:00+07:00', importId: null })
  })
}
