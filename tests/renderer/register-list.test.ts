import { describe, expect, test } from 'vitest'
import { readRecent, recentFor, withRecent } from '../../renderer/app/recent-searches.ts'
import { hear, noBurst } from '../../renderer/app/scanner.ts'
import { bestFirst, looksLikeCode } from '../../renderer/app/search-hits.ts'
import { chipsOf } from '../../renderer/applications/filter-chips-of.ts'
import {
  choose,
  everyColumn,
  type Layout,
  layoutAsJson,
  readLayout,
  shift,
  usualLayout,
  usualWidths,
  widen,
  widthsIn,
} from '../../renderer/applications/register-layout.ts'
import { sortBy, sortedBy } from '../../renderer/applications/register-sort.ts'
import { doneWords, reasonsOf } from '../../renderer/batches/batch-words.ts'
import {
  allPicked,
  boxOf,
  countPicked,
  isPicked,
  nonePicked,
  pick,
  selectionOf,
} from '../../renderer/batches/picked.ts'
import { frozenEdges } from '../../renderer/ui/table-column.ts'
import { stretch } from '../../renderer/ui/table-ticks.ts'
import { viewOf } from '../../renderer/views/view-match.ts'

describe('the columns a user has chosen', () => {
  const own: Layout = {
    columns: [{ key: 'fullName', width: 300 }, { key: 'dueDay' }, { key: 'dossierCode' }],
    frozen: 1,
  }

  test('come back as they were kept', () => {
    expect(readLayout(layoutAsJson(own))).toEqual(own)
  })

  test('are the usual ones where nothing understandable was kept', () => {
    expect(readLayout(null)).toBeNull()
    expect(readLayout({ columns: [{ key: 'nationalId' }], frozen: 1 })).toBeNull()
    expect(readLayout({ columns: [{ key: 'dueDay' }, { key: 'dueDay', width: 90 }], frozen: 9 })).toEqual({
      columns: [{ key: 'dueDay' }],
      frozen: 1,
    })
  })

  test('move one place, grow and shrink, come and go, but the last one stays', () => {
    expect(shift(own, 'dueDay', -1).columns.map(({ key }) => key)).toEqual([
      'dueDay',
      'fullName',
      'dossierCode',
    ])
    expect(shift(own, 'dossierCode', 1)).toEqual(own)
    expect(widen(own, 'dueDay', 3).columns[1]).toEqual({ key: 'dueDay', width: 56 })
    expect(choose(own, 'status', true).columns.at(-1)).toEqual({ key: 'status' })
    const one = choose(choose(own, 'fullName', false), 'dueDay', false)
    expect(choose(one, 'dossierCode', false)).toEqual(one)
  })

  test('of somebody who chose none stand whole in the room of a small screen', () => {
    const { columns } = usualLayout(1060)
    const keys = columns.map(({ key }) => key)
    expect(keys).toEqual(
      expect.arrayContaining(['dossierCode', 'fullName', 'status', 'receivedDay', 'dueDay']),
    )
    expect(columns.reduce((sum, { key }) => sum + usualWidths[key], 0)).toBeLessThanOrEqual(1060)
  })

  test('share the room to the last pixel, the name taking what is left', () => {
    const usual = usualLayout(1300)
    const widths = widthsIn(usual, 1300)
    expect(widths.reduce((sum, width) => sum + width, 0)).toBe(1300)
    expect(widths[0]).toBe(usualWidths.dossierCode)
    expect(widthsIn(own, 200)).toEqual([300, usualWidths.dueDay, usualWidths.dossierCode])
  })

  test('that are frozen stand one behind the other at the left edge', () => {
    const column = (width: number, frozen: boolean) => ({
      key: String(width),
      heading: '',
      width,
      frozen,
      render: () => null,
    })
    expect(frozenEdges([column(100, true), column(50, true), column(70, false)], 38)).toEqual([
      38,
      138,
      undefined,
    ])
  })
})

describe('sorting by a heading', () => {
  test('goes up first, then down, and says how it stands', () => {
    const up = sortBy({ statuses: [4] }, 'fullName')
    expect(up).toEqual({ statuses: [4], order: 'name' })
    expect(sortedBy(up, 'fullName')).toBe('ascending')
    const down = sortBy(up, 'fullName')
    expect(sortedBy(down, 'fullName')).toBe('descending')
    expect(sortBy(down, 'fullName')).toEqual(up)
    expect(sortedBy(down, 'dueDay')).toBe('none')
  })

  test('by the day of handing in begins with the newest, as the list does', () => {
    expect(sortedBy({}, 'registeredDay')).toBe('descending')
    expect(sortBy({}, 'registeredDay')).toEqual({ order: 'oldest' })
    expect(sortBy({ order: 'oldest' }, 'registeredDay')).toEqual({})
  })

  test('is there for every column of the list', () => {
    for (const column of everyColumn) {
      const up = sortBy({}, column)
      const down = sortBy(up, column)
      expect([sortedBy(up, column), sortedBy(down, column)], column).toEqual(['ascending', 'descending'])
    }
  })
})

describe('picked files', () => {
  test('are those ticked, or all but some', () => {
    const some = pick(nonePicked, [1, 2, 3], true)
    expect([countPicked(some, 10), boxOf(some, 10), isPicked(some, 2)]).toEqual([3, 'some', true])
    expect(selectionOf(pick(some, [2], false), {})).toEqual({ ids: [1, 3], filter: {} })
    const all = pick(allPicked, [7], false)
    expect([countPicked(all, 10), boxOf(all, 10), isPicked(all, 7), isPicked(all, 8)]).toEqual([
      9,
      'some',
      false,
      true,
    ])
    expect(selectionOf(all, { channel: 'online' })).toEqual({ filter: { channel: 'online' }, except: [7] })
    expect(countPicked(allPicked, null)).toBeNull()
    expect(boxOf(allPicked, null)).toBe('all')
  })

  test('drawn with Shift follow the cursor forth and back', () => {
    const rows = ['a', 'b', 'c', 'd', 'e']
    expect(stretch(rows, 1, 2, 4)).toEqual({ on: ['b', 'c', 'd', 'e'], off: [] })
    expect(stretch(rows, 1, 4, 2)).toEqual({ on: ['b', 'c'], off: ['d', 'e'] })
    expect(stretch(rows, 2, 4, 0)).toEqual({ on: ['a', 'b', 'c'], off: ['d', 'e'] })
  })

  test('that were not changed are told with their reasons, the most frequent first', () => {
    const refused = ['A', 'B', 'B'].map((reason, id) => ({ id, dossierCode: '', reason }))
    expect(doneWords('phân công', { done: 1200, refused })).toBe(
      'Đã phân công 1.200 hồ sơ; 3 hồ sơ không làm được.',
    )
    expect(doneWords('phân công', { done: 0, refused })).toBe('Không phân công được hồ sơ nào trong 3 hồ sơ.')
    expect(reasonsOf(refused)).toEqual([
      { reason: 'B', count: 2 },
      { reason: 'A', count: 1 },
    ])
  })
})

describe('the view a list shows', () => {
  const views = [
    { key: 'overdue', filter: { deadline: 'overdue', order: 'due' } },
    { key: 'all', filter: {} },
    { key: '7', filter: { teamId: 2, channel: 'online' } },
  ] as const

  test('is the one it was taken from while it still holds, whatever the order', () => {
    expect(viewOf({ deadline: 'overdue', teamId: 3 }, 'overdue', views)).toBe('overdue')
    expect(viewOf({ teamId: 3 }, 'overdue', views)).toBe('all')
    expect(viewOf({ deadline: 'overdue', order: 'name' }, null, views)).toBe('overdue')
    expect(viewOf({ channel: 'online', teamId: 2 }, null, views)).toBe('7')
    expect(viewOf({ text: 'nguyen' }, null, views)).toBe('all')
  })

  test('has a chip for each thing it asks for, removable singly', () => {
    const choices = { teams: [{ value: 3, label: 'Tổ một cửa' }], officers: [], classes: [], districts: [] }
    const chips = chipsOf({ statuses: [2, 4], teamId: 3, received: false, order: 'due' }, choices)
    expect(chips.map(({ label }) => label)).toEqual([
      'Được tiếp nhận',
      'Đang xử lý',
      'Tổ: Tổ một cửa',
      'Chưa tiếp nhận',
    ])
    expect(chips[0]?.without).toEqual({ statuses: [4], teamId: 3, received: false, order: 'due' })
  })
})

describe('the search box', () => {
  test('keeps the last eight searches, each once, and finds them without marks', () => {
    const many = Array.from({ length: 9 }, (_, at) => `tìm ${at}`).reduce(withRecent, [] as readonly string[])
    expect(many).toHaveLength(8)
    expect(many[0]).toBe('tìm 8')
    expect(withRecent(many, ' TÌM   5 ')).toHaveLength(8)
    expect(withRecent(many, ' TÌM   5 ')[0]).toBe('TÌM 5')
    expect(recentFor(['Nguyễn Đức', 'Lê Hòa'], 'duc')).toEqual(['Nguyễn Đức'])
    expect(readRecent({ no: 'list' })).toEqual([])
  })

  test('puts the file of a code first, then names with the marks as typed', () => {
    const row = (dossierCode: string, fullName: string) => ({ dossierCode, fullName })
    const rows = [row('H1-2', 'Nguyên Hoa'), row('H1-3', 'Nguyễn Hòa'), row('hoa', 'Lê An')]
    expect(bestFirst(rows, 'hòa nguyễn').map(({ dossierCode }) => dossierCode)).toEqual([
      'H1-3',
      'H1-2',
      'hoa',
    ])
    expect(bestFirst(rows, 'HOA')[0]?.dossierCode).toBe('hoa')
  })

  test('knows a dossier code from a name and from a phone number', () => {
    expect(looksLikeCode('000.00.06.H33-231228-2000')).toBe(true)
    for (const text of ['Nguyễn Đức', '0912345678', 'H33-1', '']) expect(looksLikeCode(text)).toBe(false)
  })

  test('hears a scanner by its speed and no typing hand', () => {
    const read = (pause: number) => {
      let burst = noBurst
      for (const [at, key] of [...'H33-231228-2000'].entries()) burst = hear(burst, key, at * pause).burst
      return hear(burst, 'Enter', 15 * pause).code
    }
    expect(read(8)).toBe('H33-231228-2000')
    for (const pause of [60, 110, 400]) expect(read(pause)).toBeNull()
  })
})
