import { fileURLToPath } from 'node:url'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'
import { administratorOf, goTo, importSample, signIn } from './support/people.ts'

const dirty = fileURLToPath(new URL('../samples/10-dirty.xlsx', import.meta.url))

/** Nothing that keeps anybody from using the screen as it stands now. */
async function nothingSerious(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(serious, screen).toEqual([])
}

test('first run can be used by everybody', async ({ page, desk }) => {
  await page.goto(desk.url)
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await nothingSerious(page, 'first run')
  await page.getByRole('button', { name: /Thiết lập cơ quan/ }).click()
  await expect(page.getByLabel('Tên cơ quan')).toBeVisible()
  await nothingSerious(page, 'the office')
})

test('sign-in and overview can be used by everybody', async ({ page, desk }) => {
  await importSample(desk, '01-portal.xlsx', await administratorOf(desk))
  await page.goto(desk.url)
  await expect(page.getByLabel('Tên đăng nhập')).toBeVisible()
  await nothingSerious(page, 'sign-in')
  await signIn(page, desk)
  await expect(page.getByRole('heading', { name: 'Tổng quan', level: 1 })).toBeVisible()
  await nothingSerious(page, 'overview')
})

test('register, file, dialogs and form can be used by everybody', async ({ page, desk }) => {
  test.slow()
  await importSample(desk, '01-portal.xlsx', await administratorOf(desk))
  await signIn(page, desk)
  await goTo(page, '/ho-so?statuses=4')
  const rows = page.getByRole('grid').getByRole('row')
  await expect(rows.nth(1)).toBeVisible()
  await nothingSerious(page, 'register')
  await page.locator('button[aria-haspopup=dialog]').filter({ hasText: 'Trạng thái' }).click()
  await expect(page.getByRole('checkbox').first()).toBeVisible()
  await nothingSerious(page, 'filter by status')
  await page.keyboard.press('Escape')

  await rows.nth(1).click()
  const panel = page.getByRole('article')
  await panel.getByRole('button', { name: 'Vì sao ngày này?' }).click()
  await expect(panel.getByText(/Ngày làm việc thứ 1|Danh sách|danh sách/).first()).toBeVisible()
  await nothingSerious(page, 'file')
  await panel.getByRole('button', { name: 'Dừng xử lý' }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await nothingSerious(page, 'dialog of a move')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(panel).toBeVisible()
  await page.keyboard.press('F2')
  await expect(page.getByRole('form', { name: 'Sửa thông tin hồ sơ' })).toBeVisible()
  await nothingSerious(page, 'form of a file')

  await goTo(page, '/ho-so/moi')
  await page.getByLabel('Họ và tên').fill('123')
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Nhập mã hồ sơ.')).toBeVisible()
  await nothingSerious(page, 'new file with errors')
})

test('import and reports can be used by everybody', async ({ page, desk }) => {
  test.slow()
  await importSample(desk, '01-portal.xlsx', await administratorOf(desk))
  await signIn(page, desk)
  await goTo(page, '/nhap')
  await expect(page.getByRole('table', { name: 'Các lần đã nhập' })).toBeVisible()
  await nothingSerious(page, 'import')
  await page.locator('input[type="file"]').setInputFiles(dirty)
  await expect(page.getByRole('heading', { name: 'Ghép cột' })).toBeVisible()
  await nothingSerious(page, 'dry run')
  await goTo(page, '/bao-cao?name=ket-qua&kind=month&id=2023-09')
  await expect(page.locator('table[data-table="ii06a"]')).toBeVisible()
  await nothingSerious(page, 'reports')
  await page.getByRole('button', { name: 'In', exact: true }).click()
  await expect(page.getByRole('button', { name: 'In báo cáo' })).toBeVisible()
  await expect(page.locator('table[data-table="ii06a"]')).toBeVisible()
  await nothingSerious(page, 'print')
})

for (const part of [
  'co-quan',
  'quy-tac',
  'mau-bao-cao',
  'bieu-mau',
  'chi-tieu',
  'tai-khoan',
  'to',
  'ngay-nghi',
  'ly-do',
  'kho-khan',
]) {
  test(`the settings "${part}" can be used by everybody`, async ({ page, desk }) => {
    await signIn(page, desk)
    await goTo(page, `/cai-dat/${part}`)
    await expect(page.getByRole('heading', { name: 'Cài đặt', level: 1 })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await nothingSerious(page, part)
  })
}
