import { afterEach, expect, test } from 'vitest'
import { AppError } from '../../electron/core/errors.ts'
import { type List, type ListCell, writeList } from '../../electron/core/excel/write-list.ts'
import { readWorkbook } from '../support/workbook.ts'

const zone = process.env.TZ

afterEach(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

const columns: List['columns'] = [
  { heading: 'Mã hồ sơ', format: 'text', width: 26 },
  { heading: 'Số CCCD', format: 'text', width: 16 },
  { heading: 'Ngày tiếp nhận', format: 'day', width: 12 },
  { heading: 'Số giấy phép', format: 'integer', width: 10 },
  { heading: 'Lỗi', format: 'text', width: 30 },
]

const row: ListCell[] = ['000.00.06.H33-230614-0143', '001234567890', '2023-09-18', 1234, '=HYPERLINK("x")']

async function written(list: Partial<List>) {
  const { bytes } = await writeList({ name: 'danh-sach.xlsx', columns, rows: [], ...list })
  const [sheet] = await readWorkbook(bytes)
  if (sheet === undefined) throw new Error('no sheet')
  return sheet
}

test.each(['Asia/Ho_Chi_Minh', 'America/Los_Angeles'])('a row comes back cell by cell in %s', async tz => {
  process.env.TZ = tz
  const sheet = await written({ rows: [row] })
  expect(sheet.rows).toEqual([columns.map(({ heading }) => heading), row])
  const types = ['A2', 'B2', 'C2', 'D2', 'E2'].map(address => sheet.cells.get(address))
  expect(types).toMatchObject([
    { type: 'text', format: '@' },
    { type: 'text', format: '@' },
    { type: 'day', format: 'dd/mm/yyyy' },
    { type: 'number', format: '#,##0' },
    { type: 'text', format: '@' },
  ])
})

test('what is no day or no number stays in its column as the text it came as', async () => {
  const sheet = await written({ rows: [['x', null, '31/02/2023', 'hai', '']] })
  expect(sheet.cells.get('C2')).toMatchObject({ value: '31/02/2023', type: 'text', format: '@' })
  expect(sheet.cells.get('D2')).toMatchObject({ value: 'hai', type: 'text', format: '@' })
  expect(sheet.cells.get('B2')?.value).toBeNull()
})

test('headings are frozen, repeated in print and filtered, below the title where there is one', async () => {
  const sheet = await written({ title: 'Danh sách dòng bị từ chối', rows: [row] })
  expect(sheet.rows[0]?.[0]).toBe('Danh sách dòng bị từ chối')
  expect(sheet.rows[1]?.[0]).toBe('Mã hồ sơ')
  expect(sheet.sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  expect(sheet.sheet.pageSetup).toMatchObject({ printTitlesRow: '2:2', fitToWidth: 1, fitToHeight: 0 })
  expect(sheet.sheet.autoFilter).toBe('A2:E2')
})

test('a wrapped text has a row high enough for its lines', async () => {
  const reasons = ['Ngày hẹn trả trước ngày tiếp nhận.', 'Số CCCD không đủ 12 chữ số.'].join('\n')
  const sheet = await written({ rows: [['a', null, null, null, reasons], row] })
  expect(sheet.sheet.getRow(2).height).toBeGreaterThan(28)
  expect(sheet.sheet.getRow(3).height).toBeUndefined()
})

test('rows that come one by one are written as they come, and the loop stays free', async () => {
  let turns = 0
  const ticking = setInterval(() => {
    turns += 1
  }, 1)
  async function* many() {
    for (let at = 0; at < 3000; at += 1) yield [`Đường số ${at} Ễ Ậ Ộ`, null, '2023-09-18', at, null]
  }
  const sheet = await written({ rows: many() })
  clearInterval(ticking)
  expect(sheet.rows).toHaveLength(3001)
  expect(sheet.rows[3000]).toEqual(['Đường số 2999 Ễ Ậ Ộ', null, '2023-09-18', 2999, null])
  expect(turns).toBeGreaterThan(3)
})

test('an error among the rows is the error of the list', async () => {
  async function* failing() {
    yield row
    throw new AppError('conflict', 'Đã hủy.')
  }
  await expect(written({ rows: failing() })).rejects.toThrow('Đã hủy.')
})
