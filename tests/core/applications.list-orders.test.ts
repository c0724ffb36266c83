import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ApplicationRow, type ListFilter, orders } from '../../electron/core/applications/contract.ts'
import { channels } from '../../electron/core/applications/model.ts'
import { nameSortKey } from '../../electron/core/vietnamese.ts'
import { testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { fillLines, type Line, randomLines } from '../support/random-register.ts'
import { refusal } from '../support/refusal.ts'
import { sampleDesk } from '../support/sample-desk.ts'

const desk = await testApp()
const { list } = desk.as('viewer').applications
const officers = (await desk.as('admin').users.officers({})).map(({ id }) => id)

/** What a file has besides its line: people, places and classes, as linked and as only written by a list. */
const besides = fc.record({
  officer: fc.constantFrom(null, ...officers.slice(0, 2)),
  officerText: fc.constantFrom(null, 'Trần Văn Ân', 'Lê An', 'Cán bộ thử nghiệm', 'cán bộ thử nghiệm'),
  // the last stands in no catalogue, so it has no name
  district: fc.constantFrom(null, '899', '900', '999'),
  districtText: fc.constantFrom(null, 'Huyện Đông', 'Huyện Dương', 'Thành phố Rạch Giá'),
  classes: fc.constantFrom(null, 'A1', 'A1, B2', 'B2', 'C', 'B1, B2'),
  posted: fc.constantFrom(null, '2023-09-20'),
  // of some only the year is known
  birthDay: fc.constantFrom(null, '1985', '1985-01-01', '1984-12-31', '2004-02-29'),
})
type Beside = typeof besides extends fc.Arbitrary<infer B> ? B : never

const register = fc
  .tuple(randomLines, fc.array(besides, { minLength: 60, maxLength: 60 }))
  .map(([lines, more]) => lines.map((line, at) => ({ line, more: more[at] ?? noneBeside })))
const noneBeside: Beside = {
  officer: null,
  officerText: null,
  district: null,
  districtText: null,
  classes: null,
  posted: null,
  birthDay: null,
}

function fill(files: readonly { line: Line; more: Beside }[]): void {
  desk.database.atomically(db => {
    const ids = fillLines(
      db,
      files.map(({ line }) => line),
    )
    files.forEach(({ more }, at) => {
      const values = { id: ids[at] ?? 0, ...more }
      db.run(
        `UPDATE applications SET officer_id = :officer, officer_text = :officerText, district_code = :district,
           district_text = iif(:district = '999', NULL, :districtText), classes = :classes, posted_day = :posted, birth_day = :birthDay WHERE id = :id`,
        values,
      )
    })
  })
}

async function everyPage(filter: ListFilter): Promise<readonly ApplicationRow[]> {
  const rows: ApplicationRow[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof list>> = await list({ ...filter, after })
    rows.push(...page.rows)
    if (rows.length > 500) throw new Error('the pages come to no end')
    after = page.next
  } while (after !== null)
  return rows
}

const places = new Intl.Collator('vi', { numeric: true })
const plainly = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0)
const byPlace = (a: string | number, b: string | number) => places.compare(String(a), String(b))
const byName = (a: string | number, b: string | number) =>
  plainly(nameSortKey(String(a)), nameSortKey(String(b)))

type Rule = {
  readonly key: (row: ApplicationRow) => string | number | null
  readonly compare?: (a: string | number, b: string | number) => number
  readonly down?: true
  /** Files that are equal follow each other by the day of handing in, then by id; otherwise by id alone. */
  readonly thenByDay?: true
}
const rules: Readonly<Record<(typeof orders)[number], Rule>> = {
  newest: { key: row => row.registeredDay, down: true },
  oldest: { key: row => row.registeredDay },
  name: { key: row => row.fullName, compare: byName },
  birth: { key: row => row.birthDay },
  due: { key: row => row.dueDay },
  code: { key: row => row.dossierCode },
  status: { key: row => row.status, thenByDay: true },
  channel: { key: row => channels.indexOf(row.channel), thenByDay: true },
  received: { key: row => row.receivedDay },
  finished: { key: row => row.finishedDay },
  returned: { key: row => row.returnedDay },
  class: { key: row => row.classes },
  district: { key: row => row.districtName, compare: byPlace, thenByDay: true },
  team: { key: row => row.teamName, compare: byPlace, thenByDay: true },
  officer: { key: row => row.officerName, compare: byName, thenByDay: true },
}

/** The whole sort, said plainly: what has no key comes last in both directions. */
function sorted(
  rows: readonly ApplicationRow[],
  order: (typeof orders)[number],
  reversed: boolean,
): readonly number[] {
  const { key, compare = plainly, down = false, thenByDay = false } = rules[order]
  const sign = down === reversed ? 1 : -1
  return [...rows]
    .sort((a, b) => {
      const [left, right] = [key(a), key(b)]
      if ((left === null) !== (right === null)) return left === null ? 1 : -1
      const byKey = left === null || right === null ? 0 : compare(left, right)
      const byDay = thenByDay ? plainly(a.registeredDay, b.registeredDay) : 0
      return sign * (byKey || byDay || a.id - b.id)
    })
    .map(({ id }) => id)
}

const filters = fc.oneof(
  fc.constant({}),
  fc.record({ statuses: fc.subarray([1, 2, 4, 5, 9, 10]) }),
  fc.record({ text: fc.constantFrom('nguyen', 'an', 'G22') }),
  fc.record({ received: fc.boolean() }),
  fc.record({ posted: fc.boolean() }),
  fc.record({ officerId: fc.constantFrom(...officers) }),
  fc.record({ districtCode: fc.constantFrom('899', '900', '999') }),
  fc.record({ licenceClass: fc.constantFrom('B2', 'B1', 'A1', 'A') }),
  fc.record({ channel: fc.constantFrom(...channels), teamId: fc.constantFrom(1, 2) }),
)

const ids = (rows: readonly ApplicationRow[]) => rows.map(({ id }) => id)

describe('each order', () => {
  test.each(orders.flatMap(order => [false, true].map(reversed => ({ order, reversed }))))(
    '$order (reversed: $reversed) by pages is the full sort',
    async ({ order, reversed }) => {
      await fc.assert(
        fc.asyncProperty(
          register,
          fc.array(filters, { minLength: 1, maxLength: 3 }),
          fc.integer({ min: 1, max: 25 }),
          async (files, asked, limit) => {
            fill(files)
            for (const filter of asked) {
              // any order answers the same files; those of the search are not sorted by marks unless newest first
              const all = await everyPage({ ...filter, order: 'code', limit: 500 })
              if (order === 'newest' && !reversed && 'text' in filter) continue
              const wanted = sorted(all, order, reversed)
              expect(ids(await everyPage({ ...filter, order, reversed, limit }))).toEqual(wanted)
              if (!('text' in filter)) {
                const walk = { ...filter, order, reversed, limit }
                expect(ids(await walkedPages(walk, wanted.length))).toEqual(wanted)
              }
            }
          },
        ),
        { numRuns: 12 },
      )
    },
  )
})

/** The pages as they are found in a register too large to be gathered: along the index of the order. */
async function walkedPages(filter: ListFilter, total: number): Promise<readonly ApplicationRow[]> {
  const first = await list({ ...filter, limit: 1 })
  if (first.next === null) return first.rows
  const cursor: unknown[] = JSON.parse(first.next)
  cursor[3] = 'walk'
  const rest: ApplicationRow[] = []
  let after: string | null = JSON.stringify(cursor)
  while (after !== null && rest.length <= total) {
    const page: Awaited<ReturnType<typeof list>> = await list({ ...filter, after })
    rest.push(...page.rows)
    after = page.next
  }
  return [...first.rows, ...rest]
}

describe('filters', () => {
  test('keep exactly the files that have what is asked', async () => {
    await fc.assert(
      fc.asyncProperty(register, async files => {
        fill(files)
        const all = await everyPage({ order: 'code', limit: 500 })
        const line = (row: ApplicationRow) =>
          files.find(file => file.line.facts.dossierCode === row.dossierCode)?.more ?? noneBeside
        const kept = async (filter: ListFilter) => ids(await everyPage({ ...filter, order: 'code' }))
        const those = (keep: (row: ApplicationRow) => boolean) => ids(all.filter(keep))
        const isPosted = (row: ApplicationRow) => row.status === 9 && line(row).posted !== null
        expect(await kept({ posted: true })).toEqual(those(isPosted))
        expect(await kept({ posted: false })).toEqual(those(row => !isPosted(row)))
        expect(await kept({ received: true })).toEqual(those(row => row.receivedDay !== null))
        expect(await kept({ received: false })).toEqual(those(row => row.receivedDay === null))
        expect(await kept({ districtCode: '900' })).toEqual(those(row => line(row).district === '900'))
        const [officerId = 0] = officers
        expect(await kept({ officerId })).toEqual(those(row => line(row).officer === officerId))
        for (const licenceClass of ['A1', 'B2', 'B', '2'])
          expect(await kept({ licenceClass })).toEqual(
            those(row => (row.classes ?? '').split(', ').includes(licenceClass)),
          )
      }),
      { numRuns: 25 },
    )
  })
})

describe('the place in a list', () => {
  test('is gone on from in the same way whichever way the search is asked', async () => {
    const own = await testApp()
    for (const day of [12, 11, 13, 11, 14]) await logged(own, { registered: `2023-09-${day}` })
    const { rows } = await own.as('viewer').applications.list({ text: 'n' })
    const days = rows.map(({ registeredDay }) => registeredDay)
    expect(days).toEqual(days.toSorted().toReversed())
    const [first] = rows
    for (const way of ['walk', 'each']) {
      const after = JSON.stringify(['newest', first?.registeredDay, first?.id, way, '0'])
      const page = await own.as('viewer').applications.list({ text: 'n', after })
      expect([way, page.rows]).toEqual([way, rows.slice(1)])
    }
  })

  test('leads to what stands far behind it, however many files are asked one by one', async () => {
    const { admin } = await sampleDesk('2024-01-10T08:00:00+07:00', 2600)
    const [last] = (await admin.applications.list({ limit: 1 })).rows
    const behind = (way: string) =>
      admin.applications.list({
        ...{ text: '23012', limit: 50 },
        after: JSON.stringify(['newest', last?.registeredDay, last?.id, way, '0']),
      })
    const [walk, each] = [await behind('walk'), await behind('each')]
    expect(walk.rows).toHaveLength(50)
    expect(each.rows).toEqual(walk.rows)
    expect(each.rows[0]?.dossierCode).toContain('-23012')
  })

  test('of one order, or of its other direction, is none in another', async () => {
    const own = await testApp()
    for (const registered of ['2023-09-11', '2023-09-12']) await logged(own, { registered })
    const { next } = await own.as('viewer').applications.list({ order: 'team', limit: 1 })
    expect(next).not.toBeNull()
    for (const filter of [{ order: 'officer' as const }, { order: 'team' as const, reversed: true }]) {
      const { code, message } = await refusal(own.as('viewer').applications.list({ ...filter, after: next }))
      expect([code, message]).toEqual(['invalid', 'Vị trí trang không hợp lệ. Tải lại danh sách.'])
    }
  })

  test('survives the renaming of the team it stands in', async () => {
    const own = await testApp()
    const teams = [
      await own.as('admin').teams.create({ name: 'Tổ 2' }),
      await own.as('admin').teams.create({ name: 'Tổ 10' }),
    ]
    for (const { id } of [...teams, ...teams]) await logged(own, { teamId: id })
    const first = await own.as('viewer').applications.list({ order: 'team', limit: 2 })
    expect(first.rows.map(({ teamName }) => teamName)).toEqual(['Tổ 2', 'Tổ 2'])
    const [two] = teams
    if (two !== undefined) await own.as('admin').teams.update({ ...two, name: 'Tổ 1' })
    const second = await own.as('viewer').applications.list({ order: 'team', limit: 9, after: first.next })
    expect(second.rows.map(({ teamName }) => teamName)).toEqual(['Tổ 10', 'Tổ 10'])
  })
})

describe('search', () => {
  test('puts what is written as it was typed before what only sounds like it, over all pages', async () => {
    const own = await testApp()
    const names = ['Lê Thị Hòa', 'Trần Hoa', 'Lý Hóa', 'NGUYỄN VĂN HÒA', 'Phạm Hoả', 'Đỗ Hòa Bình']
    for (const fullName of names) await logged(own, { fullName })
    const found = async (text: string) => {
      const rows: string[] = []
      let after: string | null = null
      do {
        const page: Awaited<ReturnType<typeof list>> = await own
          .as('viewer')
          .applications.list({ text, limit: 2, after })
        rows.push(...page.rows.map(({ fullName }) => fullName))
        after = page.next
      } while (after !== null)
      return rows
    }
    const newestFirst = names.toReversed()
    const exact = ['Đỗ Hòa Bình', 'NGUYỄN VĂN HÒA', 'Lê Thị Hòa']
    expect(await found('hòa')).toEqual([...exact, ...newestFirst.filter(name => !exact.includes(name))])
    expect(await found('HÒA')).toEqual(await found('hòa'))
    expect(await found('hoả')).toEqual(['Phạm Hoả', ...newestFirst.filter(name => name !== 'Phạm Hoả')])
    expect(await found('trần hoa')).toEqual(['Trần Hoa'])
  })
})
