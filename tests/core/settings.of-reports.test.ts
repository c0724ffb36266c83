import { beforeEach, expect, test } from 'vitest'
import { plainTemplate } from '../../electron/core/settings/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { refusal } from '../support/refusal.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const settings = () => desk.as('admin').settings
const signedBy = (signerName: string) => ({ ...plainTemplate, signerName })
const give = (report: string, signerName: string, fromDay: string, version = 0) =>
  settings().set({ key: 'reportTemplate', report, fromDay, version, value: signedBy(signerName) })
const template = async (report: string, on: string) =>
  (await settings().ofReport({ report, on })).reportTemplate
const signer = async (report: string, on: string) => (await template(report, on)).value.signerName

test('a kind of report has its own values through time, whatever is set for another', async () => {
  await give('ket-qua', 'Từ năm sau', '2024-01-01')
  await give('tien-do', 'Từ hôm nay', '2023-09-25')
  await give('ket-qua', 'Đến hết năm', '2023-10-01')
  const through = ['2023-09-24', '2023-09-25', '2023-10-01', '2024-01-01', '2030-01-01']
  const of = (report: string) => Promise.all(through.map(day => signer(report, day)))
  expect(await of('ket-qua')).toEqual(['', '', 'Đến hết năm', 'Từ năm sau', 'Từ năm sau'])
  expect(await of('tien-do')).toEqual(['', ...Array(4).fill('Từ hôm nay')])
  expect(await of('chi-tieu')).toEqual(['', '', '', '', ''])
})

test('every day on which a value begins is told, also those to come', async () => {
  expect(await template('ket-qua', '2023-09-25')).toMatchObject({ version: 0, days: ['0001-01-01'] })
  await give('ket-qua', 'Từ năm sau', '2024-01-01')
  await give('ket-qua', 'Từ đầu', '0001-01-01')
  expect((await template('ket-qua', '2023-09-25')).days).toEqual(['0001-01-01', '2024-01-01'])
  expect((await template('tien-do', '2023-09-25')).days).toEqual(['0001-01-01'])
  await settings().set({ key: 'unit', fromDay: '2024-01-01', version: 0, value: { unit: 'licences' } })
  const { unit } = await settings().get({})
  expect(unit).toMatchObject({ version: 0, days: ['0001-01-01', '2024-01-01'] })
  // each of them can be asked for
  const on = async (day: string) => (await settings().get({ on: day })).unit.value.unit
  expect(await Promise.all(unit.days.map(on))).toEqual(['files', 'licences'])
  expect((await template('ket-qua', '0001-01-01')).value.signerName).toBe('Từ đầu')
})

test('who has not seen the value of a day does not write over it', async () => {
  await give('ket-qua', 'Của người khác', '2024-01-01')
  const unseen = await refusal(give('ket-qua', 'Tôi', '2024-01-01'))
  expect(unseen.code).toBe('conflict')
  expect(unseen.message).toContain('đã có nội dung áp dụng từ 01/01/2024')
  await give('ket-qua', 'Đã xem', '2024-01-01', 1)
  const overtaken = await refusal(give('ket-qua', 'Tôi', '2024-01-01', 1))
  expect(overtaken.message).toContain('vừa được người khác sửa')
  expect(await signer('ket-qua', '2024-01-01')).toBe('Đã xem')
})

test('the trail names the kind of report', async () => {
  await give('tien-do', 'Nguyễn Văn Mẫu', '2023-09-25')
  const rows = await desk.as('admin').audit.list({ subject: 'setting', subjectId: 'reportTemplate tien-do' })
  const title = 'Mẫu báo cáo “Báo cáo tiến độ: hồ sơ sắp đến hạn, quá hạn theo tổ và cán bộ” (từ 25/09/2023)'
  expect(rows).toMatchObject([{ changes: { [title]: [plainTemplate, signedBy('Nguyễn Văn Mẫu')] } }])
})

test('a setting of the office is of no kind, one of a kind needs a kind that is known', async () => {
  const value = { unit: 'licences' }
  const office = settings().set({ key: 'unit', report: 'ket-qua', version: 0, value })
  expect((await refusal(office)).code).toBe('invalid')
  for (const report of ['', 'bao-cao-la']) {
    const unknown = settings().set({ key: 'reportPeriod', report, version: 0, value: null })
    expect((await refusal(unknown)).code).toBe('not-found')
  }
  expect((await refusal(settings().ofReport({ report: 'bao-cao-la' }))).code).toBe('not-found')
})
