import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Application, HistoryEntry } from '../../electron/core/applications/contract.ts'
import { addDays, showDay } from '../../electron/core/calendar/day.ts'
import { AppError } from '../../electron/core/errors.ts'
import { clientOf, type TestApp, testApp, testPassword } from '../support/app.ts'
import { anApplication } from '../support/builders.ts'
import { type Correction, type Office, read, type Step } from '../support/naive-figures.ts'
import { type NaiveFile, naiveMeasures } from '../support/naive-measures.ts'

/** The steps that stand, in the order in which they happened, read from what the timeline shows. */
function standing(history: readonly HistoryEntry[]): (Step | Correction)[] {
  const root = (entry: HistoryEntry): number => {
    const before = history.find(({ id }) => id === entry.corrects)
    return before === undefined ? entry.id : root(before)
  }
  const entries = history.filter(({ superseded, voids }) => !superseded && voids === null)
  const steps = entries
    .filter(({ kind }) => kind === 'status')
    .sort((a, b) => (a.day === b.day ? root(a) - root(b) : a.day < b.day ? -1 : 1))
  const facts: { root: number; fact: Step | Correction }[] = steps.map(entry => ({
    root: root(entry),
    fact: { status: entry.status ?? 0, day: entry.day, given: entry.dueDay },
  }))
  for (const entry of entries.filter(({ kind }) => kind === 'due')) {
    const known = facts.findLastIndex(each => each.root < root(entry))
    facts.splice(known + 1, 0, { root: root(entry), fact: { correctedDue: entry.dueDay ?? '' } })
  }
  return facts.map(({ fact }) => fact)
}

type Act = {
  readonly act: 'move' | 'correct' | 'void' | 'appoint' | 'list'
  readonly pick: number
  readonly ahead: number
}

const acts: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    act: fc.constantFrom('move', 'move', 'move', 'move', 'correct', 'void', 'appoint', 'list'),
    pick: fc.nat(999),
    ahead: fc.nat(9),
  }),
  { minLength: 1, maxLength: 9 },
)
const files = fc.array(
  fc.record({
    registered: fc.nat(120).map(n => addDays('2023-07-01', n)),
    channel: fc.constantFrom('online', 'direct', 'postal'),
    licences: fc.integer({ min: 1, max: 3 }),
    receivedToo: fc.boolean(),
    acts,
  }),
  { minLength: 20, maxLength: 20 },
)

describe('figures after moves, corrections and lists, all through the door', () => {
  let desk: TestApp
  let lead: ReturnType<typeof clientOf>
  let office: Office
  let lists = 0

  beforeAll(async () => {
    desk = await testApp({ now: '2023-12-29T16:00:00+07:00' })
    const { token } = await desk.anyone.users.signIn({ username: 'team-lead', password: testPassword })
    lead = clientOf(desk.app.call, () => token)
    const days = (await lead.catalogue.holidays({})).flatMap(year => year.days)
    office = {
      daysOff: new Set(days.filter(({ kind }) => kind !== 'swap_work').map(({ day }) => day)),
      saturdaysWorked: new Set(days.filter(({ kind }) => kind === 'swap_work').map(({ day }) => day)),
      rule: () => ({ days: 5, afterPause: 'fresh' }),
    }
  })

  /** One act on a file; what the rules refuse changes nothing, which the figures then show. */
  async function carryOut(file: Application, { act, pick, ahead }: Act): Promise<void> {
    const { id, version, statusDay, history } = file
    const day = addDays(statusDay, ahead)
    const steps = history.filter(
      ({ superseded, voids, kind }) => !superseded && voids === null && kind === 'status',
    )
    const entry = steps[pick % steps.length]
    const move = file.moves[pick % Math.max(1, file.moves.length)]
    if (act === 'move' && move !== undefined) {
      await lead.applications.move({ id, version, move, day, reason: 'thử' })
    } else if (act === 'correct' && entry !== undefined) {
      await lead.applications.correct({
        id,
        version,
        eventId: entry.id,
        day: addDays(entry.day, (pick % 7) - 3),
        reason: 'thử',
      })
    } else if (act === 'void' && entry !== undefined) {
      await lead.applications.correct({
        id,
        version,
        eventId: steps.at(-1)?.id ?? entry.id,
        day: null,
        reason: 'thử',
      })
    } else if (act === 'appoint') {
      await lead.applications.appoint({
        id,
        version,
        dueDay: addDays(file.receivedDay ?? statusDay, ahead),
        reason: 'thử',
      })
    } else if (act === 'list') {
      lists += 1
      const status = [4, 5, 8, 9][pick % 4] ?? 4
      const received = file.receivedDay ?? day
      const late = received > day ? received : day
      const cells = [
        file.dossierCode,
        file.fullName,
        showDay(received),
        ahead < 5 ? showDay(addDays(received, 6)) : '',
      ]
      const rest = [status === 9 ? showDay(late) : '', String(status), showDay(late)]
      const text = `\uFEFFMã hồ sơ;Họ tên;Ngày tiếp nhận;Hẹn trả;Ngày có kết quả;Trạng thái;Ngày trạng thái\r\n${[...cells, ...rest].join(';')}\r\n`
      await desk.run(
        lead.imports.apply({ file: { name: `${lists}.csv`, bytes: new TextEncoder().encode(text) } }),
      )
    }
  }

  test('are those of a naive count over the histories the timelines show', async () => {
    const ids: number[] = []
    await fc.assert(
      fc.asyncProperty(files, async made => {
        for (const { registered, channel, licences, receivedToo, acts: planned } of made) {
          const { id } = await lead.applications.create(
            anApplication({ registered, channel, licences, receivedToo }),
          )
          ids.push(id)
          for (const act of planned) {
            try {
              await carryOut(await lead.applications.get({ id }), act)
            } catch (error) {
              if (!(error instanceof AppError) || error.code === 'unexpected') throw error
            }
          }
        }
        const naive: NaiveFile[] = []
        for (const id of ids) {
          const { history, channel, facts, returnWay } = await lead.applications.get({ id })
          naive.push({ ...read(standing(history), office), channel, licences: facts.licences, returnWay })
        }
        for (const unit of ['files', 'licences'] as const) {
          for (const [from, to] of [
            ['2023-07-01', '2023-09-30'],
            ['2023-09-01', '2023-09-30'],
            ['2023-10-16', '2023-10-22'],
            ['2023-11-07', '2023-11-07'],
          ] as const) {
            const { measures } = await lead.statistics.figures({ period: { from, to }, unit })
            expect(measures, `${from}..${to} ${unit}`).toEqual(naiveMeasures(naive, { from, to }, unit))
          }
        }
      }),
      { numRuns: 10, endOnFailure: true },
    )
    expect(desk.logged).toEqual([])
  }, 120_000)
})
