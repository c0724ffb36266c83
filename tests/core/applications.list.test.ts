import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { ApplicationRow, ListFilter } from '../../electron/core/applications/contract.ts'
import { fold, nameSortKey, tidy } from '../../electron/core/vietnamese.ts'
import { testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { fillLines, type Line, randomLines } from '../support/random-register.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const { list } = desk.as('viewer').applications

async function everyPage(
  filter: ListFilter,
  after: string | null = null,
): Promise<readonly ApplicationRow[]> {
  const rows: ApplicationRow[] = []
  let cursor = after
  do {
    const page = await list({ ...filter, after: cursor })
    rows.push(...page.rows)
    if (rows.length > 1000) throw new Error('the pages come to no end')
    cursor = page.next
  } while (cursor !== null)
  return rows
}

const today = '2023-09-25'
const soon = '2023-09-27'

/** The same filter, said plainly. */
function holds(filter: ListFilter, { facts, status, days }: Line): boolean {
  const tokens = fold(`${facts.dossierCode} ${facts.fullName}`).match(/[\p{L}\p{N}]+/gu) ?? []
  const words = fold(filter.text ?? '').match(/[\p{L}\p{N}]+/gu) ?? []
  const field = filter.dayField ?? 'registered'
  const day = days[field === 'closed' ? 'finished' : field]
  const runs = days.due !== null && (status === 2 || status === 4)
  return (
    words.every(word => tokens.some(token => token.startsWith(word))) &&
    (filter.statuses === undefined || filter.statuses.length === 0 || filter.statuses.includes(status)) &&
    (filter.channel === undefined || filter.channel === facts.channel) &&
    (filter.teamId === undefined || filter.teamId === facts.teamId) &&
    (filter.from === undefined || (day !== null && day >= filter.from)) &&
    (filter.to === undefined || (day !== null && day <= filter.to)) &&
    (filter.deadline !== 'overdue' || (runs && (days.due ?? '') < today)) &&
    (filter.deadline !== 'due-soon' || (runs && (days.due ?? '') >= today && (days.due ?? '') <= soon))
  )
}

function sorted(order: ListFilter['order'], lines: readonly (Line & { id: number })[]): readonly number[] {
  const key = ({ facts, days }: Line) =>
    order === 'name'
      ? nameSortKey(facts.fullName)
      : order === 'due'
        ? (days.due ?? '9999')
        : (days.registered ?? '')
  const sign = order === 'newest' ? -1 : 1
  return [...lines]
    .sort((a, b) => sign * (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : a.id - b.id))
    .map(({ id }) => id)
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** What holds the typed text letter by letter comes first, where the order is not chosen. */
function marked(filter: ListFilter, ids: readonly number[], register: readonly (Line & { id: number })[]) {
  const typed = tidy(filter.text ?? '')
  if (filter.order !== 'newest' || typed === '') return ids
  const spelled = [typed, typed.toUpperCase(), typed.split(' ').map(capital).join(' ')]
  const holdsIt = (id: number) => {
    const facts = register.find(line => line.id === id)?.facts
    return spelled.some(text => facts?.fullName.includes(text) || facts?.dossierCode.includes(text))
  }
  return [...ids.filter(holdsIt), ...ids.filter(id => !holdsIt(id))]
}

const aDay = fc.constantFrom('2023-08-28', '2023-09-05', '2023-09-11', '2023-09-20', '2023-09-25')
const aDayField = fc.constantFrom('registered', 'received', 'due', 'finished', 'returned', 'closed')
const texts = [
  '',
  'nguyen',
  'duong',
  'hoà',
  'an',
  'y',
  'hen tran',
  'an tran',
  'thi nguyen',
  '2309',
  'G22.99-23',
  '00',
  '***',
] as const
/** What a filter may hold; two or three at a time, or hardly a file would be left. */
const parts: fc.Arbitrary<ListFilter> = fc.oneof(
  fc.record({ text: fc.constantFrom(...texts) }),
  fc.record({ statuses: fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 6 }) }),
  fc.record({ channel: fc.constantFrom('direct', 'online', 'postal') }),
  fc.record({ teamId: fc.constantFrom(1, 2, 3) }),
  fc.record({ dayField: aDayField, from: aDay }),
  fc.record({ dayField: aDayField, to: aDay }),
  fc.record({ dayField: aDayField, from: aDay, to: aDay }),
  fc.record({ deadline: fc.constantFrom('overdue', 'due-soon') }),
)
const filters: fc.Arbitrary<ListFilter> = fc
  .tuple(
    fc.array(parts, { maxLength: 3 }),
    fc.constantFrom('newest', 'oldest', 'name', 'due'),
    fc.integer({ min: 1, max: 9 }),
  )
  .map(([given, order, limit]) => Object.assign({ order, limit }, ...given))

describe('pages', () => {
  test('one after the other they are the whole filtered register in its order, each row once', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomLines,
        fc.array(filters, { minLength: 1, maxLength: 6 }),
        async (lines, asked) => {
          const ids = desk.database.atomically(db => fillLines(db, lines))
          const register = lines.map((line, index) => ({ ...line, id: ids[index] ?? 0 }))
          for (const filter of asked) {
            const wanted = sorted(
              filter.order,
              register.filter(line => holds(filter, line)),
            )
            const first = marked(filter, wanted, register)
            expect((await everyPage(filter)).map(({ id }) => id)).toEqual(first)
            expect((await list(filter)).total).toBe(wanted.length)
            // whichever way the first page has chosen, the others lead to the same rows
            const start = filter.order === 'newest' ? ['9999-12-31', Number.MAX_SAFE_INTEGER] : ['', 0]
            for (const way of ['hits', 'few', 'walk']) {
              const rows = await everyPage(filter, JSON.stringify([filter.order, ...start, way]))
              // a search that finds more than 10 000 walks, and does not look at marks
              expect(rows.map(({ id }) => id)).toEqual(way === 'hits' ? first : wanted)
            }
          }
        },
      ),
      { numRuns: 120 },
    )
  })

  test('a file added meanwhile neither repeats nor hides a row', async () => {
    const own = await testApp()
    for (const registered of ['2023-09-11', '2023-09-12', '2023-09-13', '2023-09-14'])
      await logged(own, { registered })
    const first = await own.as('viewer').applications.list({ limit: 2 })
    await logged(own, { registered: '2023-09-20' })
    await logged(own, { registered: '2023-09-12' })
    const second = await own.as('viewer').applications.list({ limit: 9, after: first.next })
    expect([...first.rows, ...second.rows].map(({ registeredDay }) => registeredDay)).toEqual([
      '2023-09-14',
      '2023-09-13',
      '2023-09-12',
      '2023-09-12',
      '2023-09-11',
    ])
    expect(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size).toBe(5)
  })

  test.each([
    'x',
    '[]',
    '{}',
    '["newest"]',
    '["name","a",1,"walk"]',
    '["newest",1,1,"walk"]',
    '["newest","2023-09-01",1.5,"walk"]',
    '["newest","2023-09-01",1,"1; DROP TABLE users"]',
    'null',
  ])('the place %s in no list is refused', async after => {
    const { code, message } = await refusal(list({ after }))
    expect([code, message]).toEqual(['invalid', 'Vị trí trang không hợp lệ. Tải lại danh sách.'])
  })

  test('a total of more than 10 000 is not counted to its end', async () => {
    const own = await testApp()
    own.database.atomically(db => {
      const [line] =
        fc.sample(
          randomLines.filter(({ length }) => length > 0),
          { numRuns: 1, seed: 1 },
        )[0] ?? []
      if (line === undefined) throw new Error('no line')
      fillLines(
        db,
        Array.from({ length: 10_001 }, (_, i) => ({
          ...line,
          facts: { ...line.facts, dossierCode: `HS-${i}` },
        })),
      )
    })
    const counts = async (filter: ListFilter) =>
      (await own.as('viewer').applications.list({ ...filter, limit: 1 })).total
    expect(await counts({})).toBeNull()
    expect(await counts({ text: 'hs' })).toBeNull()
    expect(await counts({ text: 'hs-10000' })).toBe(1)
    expect(await counts({ text: 'hs', teamId: 77 })).toBe(0)
  })
})

describe('names', () => {
  test('stand in the Vietnamese order of given names', async () => {
    const own = await testApp()
    const names = [
      'Trần Văn Ân',
      'Lê Thị An',
      'Đỗ Văn Ẩn',
      'Nguyễn An',
      'Y',
      'Phạm Đức',
      'Phạm Dũng',
      'Lý Ánh',
    ]
    for (const fullName of names) await logged(own, { fullName })
    const { rows } = await own.as('viewer').applications.list({ order: 'name' })
    expect(rows.map(({ fullName }) => fullName)).toEqual([
      'Lê Thị An',
      'Nguyễn An',
      'Lý Ánh',
      'Trần Văn Ân',
      'Đỗ Văn Ẩn',
      'Phạm Dũng',
      'Phạm Đức',
      'Y',
    ])
  })
})

describe('the clock of a line', () => {
  test.each([
    ['2023-09-18', 2, 0],
    ['2023-09-20', 2, 2],
    ['2023-09-11', 4, -5],
    ['2023-09-18', 5, null],
    ['2023-09-18', 9, null],
    ['2023-09-18', 1, null],
  ] as const)('received %s in status %i: %s working days', async (registered, status, left) => {
    const own = await testApp()
    const { id } = await logged(own, { registered, status })
    const { rows } = await own.as('viewer').applications.list({})
    expect(rows).toMatchObject([{ id, workingDaysLeft: left }])
  })

  test('overdue is what the clock has passed, due soon what ends today or within two working days', async () => {
    const own = await testApp()
    const files = [
      await logged(own, { registered: '2023-09-15', status: 4 }),
      await logged(own, { registered: '2023-09-18', status: 2 }),
      await logged(own, { registered: '2023-09-20', status: 2 }),
      await logged(own, { registered: '2023-09-21', status: 2 }),
      await logged(own, { registered: '2023-09-11', status: 5 }),
      await logged(own, { registered: '2023-09-11', status: 9 }),
    ].map(({ id }) => id)
    const ids = async (deadline: 'overdue' | 'due-soon') =>
      (await own.as('viewer').applications.list({ deadline, order: 'due' })).rows.map(({ id }) => id)
    expect(await ids('overdue')).toEqual([files[0]])
    expect(await ids('due-soon')).toEqual([files[1], files[2]])
  })
})
