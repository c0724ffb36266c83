import { beforeEach, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { anApplication, logged, moved } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { lineOf, tableOf } from '../support/slips.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const control = async ({ id }: Pick<Application, 'id'>) =>
  (await desk.as('officer').slips.issue({ kind: 'control', subject: { applicationId: id } })).document

async function received(about: Parameters<typeof anApplication>[0] = {}): Promise<Application> {
  const input = anApplication({ registered: '2023-09-05', time: '08:05', receivedToo: true, ...about })
  const { id } = await desk.as('officer').applications.create(input)
  return desk.as('officer').applications.get({ id })
}

test('has one row for each time the file changed hands, with givers, takers, hours and the outcome', async () => {
  const { id: teamId } = await desk.as('admin').teams.create({ name: 'Tổ triển khai Rạch Giá' })
  let file = await received({ teamId, returnWay: 'post' })
  file = await moved(desk, file, 'process', '2023-09-06')
  file = await moved(desk, file, 'finish', '2023-09-12')
  file = await moved(desk, file, 'return', '2023-09-14')
  const document = await control(file)
  expect(document).toMatchObject({ title: 'PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ', paper: 'A4' })
  expect(lineOf(document, 'Cơ quan (bộ phận) giải quyết hồ sơ')).toBe('Tổ triển khai Rạch Giá')
  const citizen = 'Nguyễn Văn Thử'
  const office = 'Cán bộ thử nghiệm'
  const desk1 = 'Bộ phận Tiếp nhận và Trả kết quả'
  expect(tableOf(document).rows).toEqual([
    [
      `1. Giao: Người nộp hồ sơ\n2. Nhận: ${desk1}`,
      '08 giờ 05 phút, ngày 05/09/2023',
      citizen,
      office,
      '',
      '',
      '',
      '',
    ],
    [
      `1. Giao: ${desk1}\n2. Nhận: Tổ triển khai Rạch Giá`,
      '……… giờ ……… phút, ngày 06/09/2023',
      office,
      '',
      '',
      '',
      '',
      '',
    ],
    [
      `1. Giao: Tổ triển khai Rạch Giá\n2. Nhận: ${desk1}`,
      '……… giờ ……… phút, ngày 12/09/2023',
      '',
      office,
      '',
      'x',
      '',
      '',
    ],
    [
      `1. Giao: ${desk1}\n2. Nhận: Đơn vị bưu chính`,
      '……… giờ ……… phút, ngày 14/09/2023',
      office,
      '',
      '',
      '',
      '',
      '',
    ],
  ])
})

test.each([
  ['2023-09-11', 4, 'Trước hạn'],
  ['2023-09-12', 5, 'Đúng hạn'],
  ['2023-09-13', 6, 'Quá hạn'],
] as const)('a result of %s has its cross in column %i, %s', async (day, column, heading) => {
  const file = await moved(desk, await received(), 'finish', day)
  const table = tableOf(await control(file))
  expect(table.headings[column]).toBe(heading)
  expect(table.rows.at(-1)?.slice(4, 7).indexOf('x')).toBe(column - 4)
})

test('a pause is told with its reason, and goes by way of the citizen', async () => {
  let file = await moved(desk, await received(), 'process', '2023-09-06')
  file = await moved(desk, file, 'requestSupplement', '2023-09-07', { reason: 'Thiếu ảnh' })
  file = await moved(desk, file, 'continue', '2023-09-08')
  const rows = tableOf(await control(file)).rows
  expect(rows.map(row => row[7])).toEqual(['', '', 'Yêu cầu bổ sung giấy tờ: Thiếu ảnh', ''])
  expect(rows[2]?.[0]).toContain('2. Nhận: Người nộp hồ sơ')
  expect(rows[3]?.[0]).toContain('1. Giao: Người nộp hồ sơ')
  expect(rows.flatMap(row => row.slice(4, 7))).not.toContain('x')
})

test('a step that was taken back is no hand-over', async () => {
  const file = await moved(desk, await received(), 'process', '2023-09-06')
  const step = file.history.at(-1)?.id ?? 0
  await desk
    .as('team-lead')
    .applications.correct({ id: file.id, version: file.version, eventId: step, day: null, reason: 'Nhầm' })
  expect(tableOf(await control(file)).rows).toHaveLength(1)
})

test('a stopped file that was taken up again is judged by its result', async () => {
  let file = await moved(desk, await received(), 'stop', '2023-09-06')
  file = await moved(desk, file, 'reopen', '2023-09-07')
  file = await moved(desk, file, 'finish', '2023-09-20')
  const rows = tableOf(await control(file)).rows
  expect(rows.map(row => row.slice(4, 7).join(''))).toEqual(['', '', '', 'x'])
  expect(rows.at(-1)?.[6]).toBe('x')
})

test('is about received files alone', async () => {
  const file = await logged(desk, { status: 1 })
  expect((await refusal(control(file))).message).toContain('Tiếp nhận hồ sơ rồi in.')
})
