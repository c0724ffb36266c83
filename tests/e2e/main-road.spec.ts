import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, type Page } from '@playwright/test'
import type { Page as RegisterPage } from '../../electron/core/applications/contract.ts'
import { showInteger } from '../../electron/core/reports/number-text.ts'
import type { Count, Figures, MeasureName } from '../../electron/core/statistics/model.ts'
import { type PlainSheet, readWorkbook } from '../support/workbook.ts'
import { type Desk, test } from './support/desk.ts'
import { administrator, administratorOf, ask, goTo, signIn } from './support/people.ts'

const list = fileURLToPath(new URL('../samples/01-portal.xlsx', import.meta.url))
const september = { kind: 'month', id: '2023-09' } as const

// one road: each step stands on the one before
test.describe.configure({ mode: 'serial' })

test('the first start leads through the wizard to the overview', async ({ page, desk }) => {
  await page.goto(desk.url)
  await page.getByRole('button', { name: /Thiết lập cơ quan/ }).click()
  const province = page.getByLabel('Tỉnh, thành phố', { exact: false }).last()
  await province.fill('kien giang')
  await page.getByRole('option', { name: 'Kiên Giang' }).click()
  await expect(page.getByLabel('Tên cơ quan')).not.toHaveValue('')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Năm báo cáo').fill('2023')
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await page.getByLabel('Họ và tên').fill(administrator.displayName)
  await page.getByLabel('Tên đăng nhập').fill(administrator.username)
  await page.getByLabel(/^Mật khẩu/).fill(administrator.password)
  await page.getByLabel('Nhập lại mật khẩu').fill(administrator.password)
  await page.getByRole('button', { name: 'Hoàn tất thiết lập' }).click()
  await expect(page.getByRole('heading', { name: 'Tổng quan', level: 1 })).toBeVisible()
})

test('a list of the portal is tried out, written, and recognised when it comes again', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  // by the navigation: an overview without files offers a link of the same name
  await page.getByRole('navigation').getByRole('link', { name: 'Nhập danh sách' }).click()
  await chooseList(page)
  await page.getByRole('button', { name: 'Ghi 138 hồ sơ vào sổ' }).click()
  await expect(page.getByText('Đã ghi 138 hồ sơ vào sổ')).toBeVisible()
  await page.getByRole('button', { name: 'Xem sổ hồ sơ' }).click()
  await expect(page.getByText('138 hồ sơ')).toBeVisible()
  await goTo(page, '/nhap')
  await chooseList(page)
  await expect(page.getByText('Tệp này đã được nhập')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Ghi vào sổ' })).toBeDisabled()
})

test('a file is found, opened beside the list and moved on', async ({ page, desk }) => {
  const token = await administratorOf(desk)
  const { rows } = await ask<RegisterPage>(desk, 'applications.list', { statuses: [4], limit: 500 }, token)
  const file = rows.find(row => row.statusDay <= '2023-09-29' && row.receivedDay !== null)
  if (file === undefined) throw new Error('the list holds a file in work in September')
  const before = await figuresOf(desk)

  await signIn(page, desk)
  await goTo(page, '/ho-so')
  await page.getByLabel('Tìm trong danh sách').fill(file.dossierCode)
  await expect(page.getByText('1 hồ sơ', { exact: true })).toBeVisible()
  await page.getByRole('row', { name: new RegExp(file.fullName) }).click()
  const panel = page.getByRole('article')
  await expect(panel.getByRole('heading', { name: file.fullName })).toBeVisible()
  await panel.getByRole('button', { name: 'Xử lý xong' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ngày thực hiện').fill('290923')
  await dialog.getByRole('button', { name: 'Xử lý xong' }).click()
  await expect(dialog).toBeHidden()
  const latest = panel.getByRole('list', { name: 'Lịch sử hồ sơ' }).getByRole('listitem').first()
  await expect(latest).toContainText('29/09/2023')
  await expect(latest).toContainText('Đã xử lý xong')
  await expect(panel.getByRole('button', { name: 'Trả kết quả' })).toBeVisible()

  const after = await figuresOf(desk)
  expect(after.measures.finished.total).toBe(before.measures.finished.total + 1)
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()
})

test('the month report downloaded holds the figures of the core, and the screen shows the same', async ({
  page,
  desk,
}) => {
  const figures = await figuresOf(desk)
  await signIn(page, desk)
  await goTo(page, '/bao-cao?name=ket-qua&kind=month&id=2023-09')
  const shown = page.locator('table[data-table="ii06a"] tbody tr')
  await expect(shown).toHaveCount(4)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất Excel' }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toBe('bao-cao-ket-qua-2023-09.xlsx')
  const [summary, days] = await readWorkbook(readFileSync(await saved.path()))
  if (summary === undefined || days === undefined) throw new Error('the workbook has its sheets')

  for (const [at, [label, part]] of lines.entries()) {
    const expected = ii06a(figures, part)
    expect(filled(summary, label), label).toEqual(expected)
    await expect(
      shown
        .nth(at)
        .locator('td')
        .filter({ hasText: /^[\d.–]+$/ }),
    ).toHaveText(
      (at < 3 ? [at + 1, ...expected] : expected).map(value =>
        typeof value === 'number' ? showInteger(value) : value,
      ),
    )
  }
  expect(figures.measures.received.total).toBeGreaterThan(0)
  for (const day of figures.byDay) {
    const row = days.rows.find(([first]) => first === day.day)
    const counts = [day.registered, day.received, day.finished, day.returned]
    expect(row?.slice(1, 17), day.day).toEqual(
      counts.flatMap(({ total, online, direct, postal }) => [total, online, direct, postal]),
    )
  }
})

const lines = [
  ['Trực tuyến', 'online'],
  ['Trực tiếp', 'direct'],
  ['Qua bưu chính công ích', 'postal'],
  ['Tổng cộng', 'total'],
] as const satisfies readonly (readonly [string, keyof Count])[]

/** Columns 3 to 13 of biểu II.06a, written down from the definition and not from the report. */
function ii06a({ measures }: Figures, part: keyof Count): (number | string)[] {
  const of = (...names: MeasureName[]) => names.reduce((sum, name) => sum + measures[name][part], 0)
  const { online, direct, postal } = measures.received
  const fourth = part === 'total' ? online : part === 'online' ? of('received') : '–'
  const fifth = part === 'total' ? direct + postal : part === 'online' ? '–' : of('received')
  return [
    of('received', 'carriedIn', 'resumed'),
    fourth,
    fifth,
    of('carriedIn', 'resumed'),
    of('closedEarly', 'closedOnTime', 'closedLate'),
    of('closedEarly'),
    of('closedOnTime'),
    of('closedLate'),
    of('open'),
    of('openInTime', 'openPaused'),
    of('openOverdue'),
  ]
}

/** The figures behind the first line of the sheet that bears the label. */
function filled({ rows }: PlainSheet, label: string) {
  const after = (cells: (typeof rows)[number]) =>
    cells.slice(cells.indexOf(label) + 1).filter(value => value !== null)
  // the same words also stand in the headings, where no number follows
  const row = rows.find(
    cells => cells.includes(label) && after(cells).some(value => typeof value === 'number'),
  )
  return after(row ?? [])
}

async function figuresOf(desk: Desk): Promise<Figures> {
  return ask<Figures>(desk, 'statistics.figures', { period: september }, await administratorOf(desk))
}

async function chooseList(page: Page): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles(list)
  await expect(page.getByRole('heading', { name: 'Ghép cột' })).toBeVisible()
}
