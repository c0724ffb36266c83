import { createHash } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { readXlsx } from '../../electron/core/excel/xlsx.ts'
import type { Place } from '../../electron/core/ministry-forms/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { someFacts } from '../support/facts.ts'
import { ministryForm } from '../support/ministry-form.ts'
import { refusal } from '../support/refusal.ts'

const september = { kind: 'month', id: '2023-09' } as const
const sheet = 'Biểu 01'

let desk: TestApp
let id: number
beforeEach(async () => {
  desk = await testApp()
  const file = { name: 'bieu-bo-2023.xlsx', bytes: await ministryForm() }
  const added = await desk.run(desk.as('team-lead').ministryForms.add({ name: 'Biểu 01 của Bộ', file }))
  id = added.id
  // the leader's teams, and files of one of them
  const admin = desk.as('admin')
  const team = await admin.teams.create({ name: 'Tổ Rạch Giá' })
  await admin.teams.create({ name: 'Tổ Hà Tiên' })
  for (const [code, teamId] of [
    ['HS-1', team.id],
    ['HS-2', team.id],
    ['HS-3', null],
  ] as const) {
    await desk.as('officer').applications.create({
      facts: someFacts({ dossierCode: code, teamId }),
      registered: { day: '2023-09-20' },
      receivedToo: true,
    })
  }
})

const places: readonly Place[] = [
  { kind: 'cell', sheet, cell: 'A2', source: { kind: 'period', words: 'title' } },
  { kind: 'cell', sheet, cell: 'E6', source: { kind: 'target', figure: 'ratio' } },
  { kind: 'cell', sheet, cell: 'B11', source: { kind: 'department' } },
  { kind: 'cell', sheet, cell: 'D11', source: { kind: 'measure', names: ['received'], channels: [] } },
  {
    kind: 'column',
    sheet,
    column: 'C',
    from: 6,
    to: 8,
    labels: 'B',
    by: 'team',
    names: ['received'],
    channels: [],
  },
]
const setPlaces = (wanted: readonly Place[], version = 1) =>
  desk
    .as('team-lead')
    .ministryForms.setPlaces({ id, version, places: wanted.map(one => structuredClone(one)) })

async function filledRows() {
  const { jobId } = await desk.as('officer').ministryForms.fill({ id, period: september })
  await desk.jobs.finished(jobId)
  const file = await desk.as('officer').jobs.file({ id: jobId })
  const rows = readXlsx(file.bytes)[0]?.rows ?? []
  const at = (cell: string) =>
    rows.find(({ number }) => number === Number(cell.slice(1)))?.cells[cell.charCodeAt(0) - 65]?.raw
  const status = await desk.as('officer').jobs.status({ id: jobId })
  return { file, at, status }
}

test('a form is pointed at once and filled for any period, each figure at its label', async () => {
  expect(await setPlaces(places)).toEqual({ version: 2 })
  const { file, at, status } = await filledRows()
  expect(file.name).toBe('bieu-bo-2023-2023-09.xlsx')
  expect(at('A2')).toBe('Tháng 9 năm 2023')
  expect(at('B11')).toBe('Sở Giao thông vận tải tỉnh Kiên Giang')
  expect(at('D11')).toBe(3)
  expect([at('C6'), at('C7'), at('C8')]).toEqual([2, 0, undefined])
  expect(at('E6')).toBe('–')
  expect(status.result).toMatchObject({
    sha256: createHash('sha256').update(file.bytes).digest('hex'),
    strays: {
      rows: [{ sheet, cell: 'C8', label: 'Tổ không có' }],
      groups: [{ sheet, column: 'C', name: 'Chưa giao cho tổ', value: 1 }],
    },
  })
})

test('before filling, the same values and the same strays are shown', async () => {
  await setPlaces(places)
  const preview = await desk.as('viewer').ministryForms.preview({ id, period: september })
  expect(preview.values).toContainEqual({ sheet, cell: 'C6', shown: '2' })
  const { status } = await filledRows()
  expect(status.result).toMatchObject({ strays: preview.strays })
})

test('before filling, a number reads as its cell will show it', async () => {
  await setPlaces([
    { kind: 'cell', sheet, cell: 'G1', source: { kind: 'period', words: 'year' } },
    { kind: 'cell', sheet, cell: 'E7', source: { kind: 'target', figure: 'goal' } },
    { kind: 'cell', sheet, cell: 'G2', source: { kind: 'target', figure: 'goal' } },
  ])
  const leader = desk.as('team-lead')
  const version = (await leader.targets.list({})).find(({ year }) => year === 2023)?.version ?? 0
  await leader.targets.set({ year: 2023, basisPoints: 1250, version })
  const { values } = await desk.as('viewer').ministryForms.preview({ id, period: september })
  expect(values.map(({ cell, shown }) => [cell, shown])).toEqual([
    ['G1', '2023'],
    ['E7', '12,5%'],
    ['G2', '12,5'],
  ])
})

test('the sheets are shown as grids with merged cells, formulas and room to fill', async () => {
  const { sheets, form } = await desk.as('viewer').ministryForms.get({ id })
  expect(sheets.map(({ name }) => name)).toEqual([sheet, 'Hướng dẫn'])
  const cells = sheets[0]?.rows.flatMap(row => row.cells) ?? []
  expect(cells.find(({ cell }) => cell === 'A1')).toMatchObject({ colSpan: 5, rowSpan: 1 })
  expect(cells.some(({ cell }) => cell === 'B1')).toBe(false)
  expect(cells.find(({ cell }) => cell === 'C9')).toMatchObject({ formula: true })
  expect(cells.find(({ cell }) => cell === 'D7')).toMatchObject({ text: '' })
  expect(form).toMatchObject({ name: 'Biểu 01 của Bộ', places: 0, version: 1 })
})

test('a place that cannot be filled is told when it is chosen, and nothing is kept', async () => {
  const formula = { kind: 'cell', sheet, cell: 'C9', source: { kind: 'department' } } as const
  expect(await refusal(setPlaces([formula]))).toMatchObject({ code: 'invalid', message: /công thức/ })
  expect(await refusal(setPlaces([{ ...formula, sheet: 'Không có', cell: 'A1' }]))).toMatchObject({
    message: /trang tính “Không có”/,
  })
  const column = places[4]
  if (column?.kind !== 'column') throw new Error('the fifth place is the column')
  expect(
    await refusal(
      setPlaces([
        { ...column, to: 9, labels: 'A' },
        { ...formula, cell: 'C6' },
      ]),
    ),
  ).toMatchObject({ message: /hai lần/ })
  expect((await desk.as('viewer').ministryForms.get({ id })).places).toEqual([])
})

test('what somebody else has changed meanwhile is not saved over, and a form without places is not filled', async () => {
  const error = await refusal(desk.run(desk.as('officer').ministryForms.fill({ id, period: september })))
  expect(error).toMatchObject({ code: 'invalid', message: /chưa có ô nào/ })
  await setPlaces(places)
  expect(await refusal(setPlaces([], 1))).toMatchObject({ code: 'conflict' })
})

test('the same file is not taken twice, and a retired form is out of the list', async () => {
  const again = { name: 'Lần hai', file: { name: 'khac.xlsx', bytes: await storedBytes() } }
  expect(await refusal(desk.run(desk.as('admin').ministryForms.add(again)))).toMatchObject({
    code: 'conflict',
    message: /Biểu 01 của Bộ/,
  })
  await desk.as('team-lead').ministryForms.retire({ id, version: 1 })
  expect(await desk.as('viewer').ministryForms.list({})).toEqual([])
  expect(await refusal(desk.as('viewer').ministryForms.get({ id }))).toMatchObject({ code: 'not-found' })
})

/** The very bytes that are stored. */
async function storedBytes(): Promise<Uint8Array> {
  const row = desk.database.read(db => db.row<{ bytes: Uint8Array }>('SELECT bytes FROM ministry_forms'))
  return new Uint8Array(row?.bytes ?? [])
}

test('the trail says which cell takes what, and which file left the office', async () => {
  await setPlaces(places)
  const { file } = await filledRows()
  const trail = await desk.as('admin').audit.list({ subject: 'ministry-form' })
  expect(trail).toMatchObject([
    { changes: { 'Tệp đã xuất': [null, file.name], 'Kỳ báo cáo': [null, 'Tháng 9 năm 2023'] } },
    {
      changes: {
        'Nguồn của các ô': [
          [],
          expect.arrayContaining([
            'Biểu 01, ô A2: Kỳ báo cáo bằng chữ',
            'Biểu 01, cột C dòng 6–8: Tiếp nhận trong kỳ theo tổ triển khai ghi ở cột B',
          ]),
        ],
      },
    },
    { changes: { 'Biểu mẫu': [null, 'Biểu 01 của Bộ'] } },
  ])
})

test('verify finds a stored form that is no longer the file that was sent', async () => {
  const check = async () => {
    const { ok, checks } = await desk.run(desk.as('admin').audit.verify({}))
    return { all: ok, ...checks.find(({ name }) => name === 'Biểu mẫu của Bộ') }
  }
  expect(await check()).toMatchObject({ all: true, ok: true, detail: '1 biểu mẫu nguyên vẹn' })
  desk.database.atomically(db => db.run("UPDATE ministry_forms SET bytes = CAST('khác' AS BLOB)"))
  expect(await check()).toMatchObject({
    ...{ all: false, ok: false },
    detail: expect.stringContaining('Biểu 01 của Bộ'),
  })
})
