import { describe, expect, test } from 'vitest'
import {
  type ApplicationRow,
  type applicationsContract,
  type ListFilter,
  type RegisterColumn,
  registerColumns,
} from '../../electron/core/applications/contract.ts'
import { channelNames } from '../../electron/core/applications/model.ts'
import { statusNames } from '../../electron/core/applications/statuses.ts'
import { showDay } from '../../electron/core/calendar/day.ts'
import type { CallInputOf } from '../../electron/core/operation.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { someFacts } from '../support/facts.ts'
import { fillLines, type Line } from '../support/random-register.ts'
import { refusal } from '../support/refusal.ts'
import { readWorkbook } from '../support/workbook.ts'

const allColumns = Object.keys(registerColumns) as [RegisterColumn, ...RegisterColumn[]]
type Format = 'xlsx' | 'csv'

async function exported(
  desk: TestApp,
  filter: ListFilter,
  format: Format,
  columns: RegisterColumn[] = allColumns,
  ticked?: CallInputOf<typeof applicationsContract.exportList>['ticked'],
): Promise<{ name: string; bytes: Uint8Array; rows: number }> {
  const { jobId } = await desk.as('viewer').applications.exportList({ filter, columns, format, ticked })
  await desk.jobs.finished(jobId)
  const { state, result, error } = await desk.as('viewer').jobs.status({ id: jobId })
  expect([state, error]).toEqual(['done', null])
  const file = await desk.as('viewer').jobs.file({ id: jobId })
  return { ...file, rows: (result as { rows: number }).rows }
}

/** What the list shows in a column, said plainly. */
function shown(row: ApplicationRow, column: RegisterColumn): string | null {
  if (column === 'channel') return channelNames[row.channel]
  if (column === 'status') return statusNames[row.status]
  return row[column]
}

/** A file of text by a reader of our own: quotes, `;`, lines. */
function csvRows(bytes: Uint8Array): string[][] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes)
  expect(text.charCodeAt(0)).toBe(0xfeff)
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text
    .slice(1)
    .matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? '') : quoted.replaceAll('""', '"'))
    if (end === '\r\n') rows.push([])
    if (end === '') break
  }
  return rows.slice(0, -1)
}

const awkward = ['=1+1', '+84', '-Ân', '@SUM(A1)', 'Lê "Bé" An; Bình', "O'Hen Niê", 'Đỗ Ẩn', '  Hòa  ']

async function filled(): Promise<TestApp> {
  const desk = await testApp()
  const { id: teamId } = await desk.as('admin').teams.create({ name: 'Tổ; một cửa' })
  const [officer] = await desk.as('admin').users.officers({})
  for (const [at, fullName] of awkward.entries()) {
    const { id } = await logged(desk, {
      teamId: at % 2 === 0 ? teamId : null,
      officerId: at % 3 === 0 ? (officer?.id ?? null) : null,
      birthDay: at % 2 === 0 ? '1990-02-28' : at === 1 ? '1985' : null,
      districtCode: at % 2 === 0 ? '899' : null,
      classes: at % 2 === 0 ? 'A1, B2' : null,
      registered: at < 4 ? '2023-09-11' : '2023-09-18',
      status: ([1, 2, 4, 5, 9, 10] as const)[at % 6] ?? 1,
    })
    // the door lets no such name in, but a list from elsewhere, or an older program, may have
    const rename = 'UPDATE applications SET full_name = :fullName WHERE id = :id'
    desk.database.atomically(db => db.run(rename, { id, fullName }))
  }
  return desk
}

const filters: readonly ListFilter[] = [
  {},
  { order: 'name' },
  { order: 'team', reversed: true },
  { order: 'officer' },
  { order: 'finished', reversed: true },
  { statuses: [2, 4], order: 'due' },
  { text: 'an', order: 'newest' },
  { from: '2023-09-15', order: 'district' },
  { text: 'không có ai' },
]

describe('the workbook', () => {
  test.each(filters)('of %j holds the list cell by cell', async filter => {
    const desk = await filled()
    const { rows } = await desk.as('viewer').applications.list({ ...filter, limit: 500 })
    const file = await exported(desk, filter, 'xlsx')
    expect([file.name, file.rows]).toEqual(['Danh sach ho so 25-09-2023.xlsx', rows.length])
    const [sheet] = await readWorkbook(file.bytes)
    expect(sheet?.rows).toEqual([
      allColumns.map(column => registerColumns[column]),
      ...rows.map(row => allColumns.map(column => shown(row, column))),
    ])
    const kinds = new Set([...(sheet?.cells.values() ?? [])].map(({ type }) => type))
    expect(kinds.has('formula')).toBe(false)
    expect(kinds.has('number')).toBe(false)
  })

  test('has the columns that are shown, in their order, and days as days', async () => {
    const desk = await filled()
    const columns: RegisterColumn[] = ['registeredDay', 'fullName', 'dossierCode']
    const { bytes } = await exported(desk, { order: 'code' }, 'xlsx', columns)
    const [sheet] = await readWorkbook(bytes)
    expect(sheet?.rows[0]).toEqual(['Ngày nộp', 'Họ và tên', 'Mã hồ sơ'])
    expect(sheet?.cells.get('A2')).toMatchObject({ type: 'day', value: '2023-09-11' })
    expect(sheet?.cells.get('B2')).toMatchObject({ type: 'text', value: '=1+1' })
  })
})

describe('the CSV file', () => {
  test.each(filters)('of %j holds the list cell by cell', async filter => {
    const desk = await filled()
    const { rows } = await desk.as('viewer').applications.list({ ...filter, limit: 500 })
    const file = await exported(desk, filter, 'csv')
    expect([file.name, file.rows]).toEqual(['Danh sach ho so 25-09-2023.csv', rows.length])
    const asText = (row: ApplicationRow, column: RegisterColumn): string => {
      const text = shown(row, column) ?? ''
      if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return showDay(text)
      return /^[=+\-@]/.test(text) ? `'${text}` : text
    }
    expect(csvRows(file.bytes)).toEqual([
      allColumns.map(column => registerColumns[column]),
      ...rows.map(row => allColumns.map(column => asText(row, column))),
    ])
  })
})

describe('ticked files', () => {
  test.each(filters)('of %j go out in the order shown, and no others', async filter => {
    const desk = await filled()
    const { rows } = await desk.as('viewer').applications.list({ ...filter, limit: 500 })
    const codes = async (ticked: { ids: number[] } | { except: number[] }) =>
      csvRows((await exported(desk, filter, 'csv', ['dossierCode'], ticked)).bytes)
        .slice(1)
        .map(([code]) => code)
    const some = rows.filter((_, at) => at % 2 === 0)
    const left = rows.filter((_, at) => at % 2 !== 0)
    // ticked in whatever order
    const ids = some.map(({ id }) => id).toReversed()
    if (ids.length > 0) expect(await codes({ ids })).toEqual(some.map(({ dossierCode }) => dossierCode))
    expect(await codes({ except: ids })).toEqual(left.map(({ dossierCode }) => dossierCode))
  })

  test('go out as a workbook too, also those that the filter does not hold any more', async () => {
    const desk = await filled()
    const { rows } = await desk.as('viewer').applications.list({ order: 'name', limit: 3 })
    const ids = rows.map(({ id }) => id)
    const { bytes } = await exported(desk, { statuses: [3], order: 'name' }, 'xlsx', ['fullName'], { ids })
    const [sheet] = await readWorkbook(bytes)
    expect(sheet?.rows).toEqual([['Họ và tên'], ...rows.map(({ fullName }) => [fullName])])
  })

  test('are named in the trail', async () => {
    const desk = await filled()
    const { rows } = await desk.as('viewer').applications.list({ limit: 2 })
    const [one, two] = rows.map(({ id }) => id)
    await exported(desk, {}, 'csv', ['fullName'], { ids: [one ?? 0, two ?? 0] })
    await exported(desk, { channel: 'online' }, 'csv', ['fullName'], { except: [one ?? 0] })
    const [allBut, named] = (await entries(desk)).map(({ changes }) => changes)
    expect(named).toMatchObject({
      'Bộ lọc': [null, 'Các hồ sơ đã chọn'],
      'Mã hồ sơ': [null, rows.map(({ dossierCode }) => dossierCode).join(', ')],
      'Số hồ sơ': [null, 2],
    })
    expect(allBut).toMatchObject({
      'Bộ lọc': [null, 'Hình thức nộp: Trực tuyến; trừ 1 hồ sơ bỏ chọn'],
      'Số hồ sơ': [null, awkward.length - 1],
    })
  })
})

/** So many files written straight into the tables. */
function many(desk: TestApp, count: number): void {
  const line = (at: number): Line => ({
    facts: someFacts({ dossierCode: `HS-${String(at).padStart(6, '0')}`, fullName: 'Nguyễn Văn Thử' }),
    status: 1,
    days: { registered: '2023-09-11', received: null, due: null, finished: null, returned: null },
  })
  desk.database.atomically(db =>
    fillLines(
      db,
      Array.from({ length: count }, (_, at) => line(at)),
    ),
  )
}

describe('a long list', () => {
  test.each(['xlsx', 'csv'] as const)('goes whole into the %s', async format => {
    const desk = await testApp()
    many(desk, 4321)
    const { bytes, rows } = await exported(desk, { order: 'code' }, format, ['dossierCode'])
    expect(rows).toBe(4321)
    const column =
      format === 'csv'
        ? csvRows(bytes).map(([cell]) => cell)
        : (await readWorkbook(bytes)).flatMap(sheet => sheet.rows.map(([cell]) => cell))
    expect(column).toEqual([
      'Mã hồ sơ',
      ...Array.from({ length: 4321 }, (_, at) => `HS-${String(at).padStart(6, '0')}`),
    ])
  })

  test('can be stopped: then there is no file and no entry in the trail', async () => {
    const desk = await testApp()
    many(desk, 3000)
    const input = { filter: {}, columns: allColumns, format: 'xlsx' as const }
    const { jobId: id } = await desk.as('officer').applications.exportList(input)
    const before = (await entries(desk)).length
    desk.jobs.cancel(id)
    await desk.jobs.finished(id)
    expect(await desk.as('officer').jobs.status({ id })).toMatchObject({ state: 'cancelled', fileName: null })
    expect(await entries(desk)).toHaveLength(before)
    expect((await refusal(desk.as('officer').jobs.file({ id }))).code).toBe('not-found')
  })
})

const entries = async (desk: TestApp) =>
  (await desk.as('admin').audit.list({})).filter(({ operation }) => operation === 'applications.exportList')

test('the trail says who took which files away, and how many', async () => {
  const desk = await filled()
  await exported(desk, { statuses: [2, 4], districtCode: '899', from: '2023-09-01', order: 'due' }, 'csv', [
    'dossierCode',
    'fullName',
  ])
  const [entry] = await entries(desk)
  expect(entry).toMatchObject({ actorName: 'Chỉ xem thử nghiệm', subject: 'register' })
  expect(entry?.changes).toMatchObject({
    'Bộ lọc': [
      null,
      expect.stringMatching(
        /^Trạng thái: Được tiếp nhận, Đang xử lý; Huyện\/Thành phố: .+; Ngày nộp: từ 01\/09\/2023$/,
      ),
    ],
    'Thứ tự': [null, 'Ngày hẹn trả'],
    Cột: [null, 'Mã hồ sơ, Họ và tên'],
    'Số hồ sơ': [null, 1],
    'Tệp đã xuất': [null, 'Danh sach ho so 25-09-2023.csv'],
  })
})

test('a list without columns is refused', async () => {
  const desk = await testApp()
  const input = { filter: {}, columns: [] as unknown as RegisterColumn[], format: 'csv' as const } // hostile
  expect((await refusal(desk.as('viewer').applications.exportList(input))).code).toBe('invalid')
})
