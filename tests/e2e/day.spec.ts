import { expect, type Page } from '@playwright/test'
import type { Page as RegisterPage } from '../../electron/core/applications/contract.ts'
import { nowInVietnam } from '../../electron/core/calendar/day.ts'
import { test } from './support/desk.ts'
import { administratorOf, ask, goTo, importSample, signIn } from './support/people.ts'
import { grid, rowsCame } from './support/register.ts'

// one day: what is taken in first is worked on afterwards
test.describe.configure({ mode: 'serial' })

const today = nowInVietnam(Date.now()).slice(0, 10)
const codeOf = (at: number) => `G22.99-${today.slice(2).replaceAll('-', '')}-${String(at).padStart(6, '0')}`
const names = ['An', 'Bình', 'Chi', 'Dung', 'Giang', 'Hà', 'Khoa', 'Lan', 'Minh', 'Nga'] as const

/** Presses that are no data: going on, saving, opening, deciding. */
let presses = 0
async function press(page: Page, key: string): Promise<void> {
  presses += 1
  await page.keyboard.press(key)
}

test.beforeEach(async ({ page, desk }) => {
  await signIn(page, desk)
  presses = 0
})

test('ten files are taken in by keyboard, each with a key per field and one to save', async ({ page }) => {
  test.slow()
  await page.keyboard.press('Control+n')
  for (const [at, name] of names.entries()) {
    const code = codeOf(at + 1)
    await expect(page.getByLabel('Mã hồ sơ')).toBeFocused()
    presses = 0
    const fields = [
      ...[code, null, null, `Lê Thử ${name}`, '12031990', 'Nam', `0910900001${String(at).padStart(2, '0')}`],
      ...['0912345678', null, 'Ấp Mẫu, xã Mẫu', `9101234567${String(at).padStart(2, '0')}`],
    ]
    for (const [place, text] of fields.entries()) {
      if (place > 0) await press(page, 'Enter')
      if (text !== null) await page.keyboard.type(text)
    }
    // the class is that of the file before, from the second on
    if (at === 0) {
      await press(page, 'Enter')
      await page.keyboard.type('B')
    }
    await press(page, 'Control+Shift+Enter')
    await expect(page.getByText(`Đã lưu hồ sơ ${code}`)).toBeVisible()
    expect(presses).toBeLessThanOrEqual(fields.length + (at === 0 ? 1 : 0))
  }
  await expect(page.getByLabel('Hạng GPLX')).toHaveValue('B')
  test
    .info()
    .annotations.push({ type: 'key presses for one intake beyond the data', description: `${presses}` })
})

test('what was typed by keyboard is what was saved', async ({ desk }) => {
  const token = await administratorOf(desk)
  const { rows } = await ask<RegisterPage>(desk, 'applications.list', { limit: 50 }, token)
  expect(rows.map(({ fullName }) => fullName).sort()).toEqual(names.map(name => `Lê Thử ${name}`).sort())
  for (const row of rows) {
    expect(row).toMatchObject({ status: 2, registeredDay: today, receivedDay: today, classes: 'B' })
    expect(row.birthDay).toBe('1990-03-12')
  }
})

test('five of them are asked for more by keyboard', async ({ page, desk }) => {
  test.slow()
  await openFirst(page, '/ho-so')
  const panel = page.getByRole('article')
  for (let at = 0; at < 5; at += 1) {
    if (at > 0) await press(page, 'Alt+ArrowDown')
    await expect(panel.getByText('Được tiếp nhận').first()).toBeVisible()
    await press(page, 'Control+Alt+5')
    await expect(page.getByRole('dialog').getByLabel('Ngày thực hiện')).toBeFocused()
    await press(page, 'Enter')
    await page.keyboard.type('Thiếu giấy khám sức khỏe')
    await press(page, 'Control+Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(panel.getByText('Yêu cầu bổ sung giấy tờ').first()).toBeVisible()
  }
  const token = await administratorOf(desk)
  const { total } = await ask<RegisterPage>(desk, 'applications.list', { statuses: [5] }, token)
  expect(total).toBe(5)
})

test('a request for more is printed by keyboard: filled in, numbered, kept', async ({ page }) => {
  await openFirst(page, '/ho-so?statuses=5')
  await expect(page.getByRole('article').getByText('Chưa in phiếu nào.')).toBeVisible()
  await page.keyboard.press('Control+p')
  await expect(page.getByRole('textbox', { name: 'Giấy tờ 1' })).toBeFocused()
  await page.keyboard.type('Giấy khám sức khỏe')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('1')
  const slip = page.getByRole('article', { name: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ' })
  await expect(slip.getByRole('cell', { name: 'Giấy khám sức khỏe' })).toBeVisible()
  await expect(slip.getByText(/^Số:\s+\/HDHS/)).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: 'In phiếu' })).toBeFocused()
  await expect(slip.getByText('Số: 01/HDHS')).toBeVisible()
  await expect(slip.getByRole('img', { name: /^Mã QR: G22\.99-/ })).toBeVisible()
  expect(await page.title()).toMatch(/^phieu-yeu-cau-bo-sung/)
  await page.keyboard.press('Escape')
  const panel = page.getByRole('article')
  await expect(panel.getByRole('button', { name: /Phiếu yêu cầu bổ sung.* số 1\// })).toBeVisible()

  await panel.getByRole('button', { name: 'In lại' }).click()
  await page.getByLabel('Lý do in lại').fill('Công dân làm mất phiếu')
  await page.keyboard.press('Control+Enter')
  await expect(slip.getByText(/In lại lần 1 ngày/)).toBeVisible()
  await expect(slip.getByText('Số: 01/HDHS')).toBeVisible()
})

test('twenty results are handed over by keyboard, four keys each', async ({ page, desk }) => {
  test.slow()
  const token = await administratorOf(desk)
  for (const list of ['01-portal.xlsx', '02-counter.xlsx']) await importSample(desk, list, token)
  const count = async () =>
    (await ask<RegisterPage>(desk, 'applications.list', { statuses: [9] }, token)).total ?? 0
  const before = await count()
  expect(before).toBeGreaterThanOrEqual(20)
  const panel = page.getByRole('article')
  for (let at = 0; at < 20; at += 1) {
    if (at === 0) await openFirst(page, '/ho-so?statuses=9')
    else await press(page, 'Enter')
    await expect(panel.getByRole('button', { name: 'Trả kết quả' })).toBeVisible()
    await press(page, 'F8')
    await expect(page.getByRole('dialog').getByLabel('Ngày thực hiện')).toBeFocused()
    await press(page, 'Control+Enter')
    await expect(panel.getByText('Đã trả kết quả').first()).toBeVisible()
    await press(page, 'Escape')
    await expect(grid(page)).toBeFocused()
    // the list has been asked again
    await expect(page.getByText(`${before - at - 1} hồ sơ`, { exact: true })).toBeVisible()
  }
  expect(await count()).toBe(before - 20)
})

test('the last step is taken back by keyboard, and the history keeps it', async ({ page }) => {
  await openFirst(page, '/ho-so?statuses=5')
  await page.keyboard.press('Shift+F8')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Rút lại bước' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  const panel = page.getByRole('article')
  await expect(panel.getByText('Rút lại bước “Yêu cầu bổ sung giấy tờ”')).toBeVisible()
  // the slip that was printed for the step says what is no longer so
  await expect(panel.getByRole('button', { name: /^Chuyển xử lý/ })).toBeVisible()
})

/** Opens the first file of a list by its keys. */
async function openFirst(page: Page, address: string): Promise<void> {
  await goTo(page, address)
  await rowsCame(page)
  await grid(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toBeVisible()
}
