import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Application } from '../../electron/core/applications/contract.ts'
import { test } from './support/desk.ts'
import { administratorOf, ask, goTo } from './support/people.ts'
import { grid, listOf, noFault, openRegister, rowsCame } from './support/register.ts'

// the last test looks back on what the others have done
test.describe.configure({ mode: 'serial' })

test.beforeEach(async ({ page, desk }) => {
  test.slow()
  await openRegister(page, desk)
})

/** Goes by the Tab key alone until the keys are there. */
async function tabTo(page: Page, target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  // the box of a segmented choice is drawn by its label
  await expect(target).toBeAttached()
  for (let times = 0; times < 60; times += 1) {
    if (await target.evaluate(element => element === document.activeElement)) return
    await page.keyboard.press(key)
  }
  throw new Error('the keys do not get there')
}

/** A work of the bar over the ticked files, chosen from the list by keyboard. */
async function choose(page: Page, name: string): Promise<void> {
  const bar = page.getByRole('toolbar', { name: 'Việc với các hồ sơ đã chọn' })
  await tabTo(page, bar.getByRole('button', { name, exact: true }), 'Shift+Tab')
  await page.keyboard.press('Enter')
}

async function listAt(page: Page, address: string): Promise<void> {
  await goTo(page, address)
  await rowsCame(page)
  await grid(page).focus()
}

test('ticked files alone are handed out by keyboard, in the order shown', async ({ page, desk }) => {
  await listAt(page, '/ho-so?order=name')
  await expect(page.getByRole('columnheader', { name: 'Họ và tên' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  )
  const { rows } = await listOf(desk, { order: 'name', limit: 3 })
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await choose(page, 'Xuất danh sách')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('radio', { name: 'Các hồ sơ đã chọn (3)' })).toBeChecked()
  await expect(dialog.getByText('Tệp gồm đúng 3 hồ sơ đã chọn')).toBeVisible()
  await noFault(page)
  await tabTo(page, dialog.getByRole('radio', { name: 'Excel (.xlsx)' }))
  await page.keyboard.press('ArrowRight')
  await tabTo(page, dialog.getByRole('button', { name: 'Xuất 3 hồ sơ' }))
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trimEnd()
    .split(/\r?\n/)
  expect(lines.slice(1).map(line => line.split(';')[0]?.replaceAll('"', ''))).toEqual(
    rows.map(({ dossierCode }) => dossierCode),
  )
})

test('a receipt for each of many files is numbered and laid out by keyboard', async ({ page, desk }) => {
  const { total } = await listOf(desk, { statuses: [4], received: true })
  expect(total).toBeGreaterThan(3)
  const receipts = page.getByRole('article', { name: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ' })
  for (const time of ['first', 'second']) {
    await listAt(page, '/ho-so?statuses=4&received=1')
    await expect(page.getByText(`${total} hồ sơ`, { exact: true })).toBeVisible()
    await page.keyboard.press('Control+a')
    await choose(page, 'In phiếu')
    await expect(page.getByRole('dialog').getByLabel('Loại phiếu')).toBeFocused()
    if (time === 'first') await noFault(page)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('button', { name: `In ${total} phiếu` })).toBeFocused()
    await expect(receipts).toHaveCount(total ?? 0)
    // the second time nothing is numbered anew
    await expect(receipts.first().getByText('Số: 01/TNHS')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(grid(page)).toBeVisible()
  }
})

test('files that cannot get the slip are listed with the reason, the rest is printed', async ({ page }) => {
  await listAt(page, '/ho-so')
  await page.keyboard.press('Control+a')
  await choose(page, 'In phiếu')
  await expect(page.getByRole('dialog').getByLabel('Loại phiếu')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  const result = page.getByRole('region', { name: 'Kết quả xử lý hàng loạt' })
  await expect(result.getByText('Giấy tiếp nhận không in được', { exact: false }).first()).toBeVisible()
  await tabTo(page, result.getByRole('button', { name: /^In \d+ phiếu$/ }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: /^In \d+ phiếu$/ })).toBeFocused()
})

test('what went to the post has its list at once and later, and is taken back by keyboard', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  const { rows } = await listOf(desk, { statuses: [9], limit: 2 })
  for (const { id } of rows) {
    const { version } = await ask<Application>(desk, 'applications.get', { id }, token)
    const facts = { returnWay: 'post' }
    await ask(desk, 'applications.edit', { id, version, facts, reason: 'Theo đề nghị' }, token)
  }
  await listAt(page, '/ho-so?statuses=9')
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await choose(page, 'Giao bưu chính')
  await expect(page.getByRole('dialog').getByLabel('Ngày giao')).toBeFocused()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Đã giao bưu chính 2 hồ sơ.')).toBeVisible()
  const paper = page.getByRole('button', { name: 'In biên bản bàn giao bưu chính' })
  await tabTo(page, paper)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Lấy số và in' })).toBeVisible()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: 'In phiếu' })).toBeFocused()
  await expect(page.getByText('Số: 01/BB-SGTVT')).toBeVisible()

  await goTo(page, '/ho-so')
  await expect(grid(page)).toBeVisible()
  await page.keyboard.press('Alt+h')
  const past = page.getByRole('grid', { name: 'Việc làm hàng loạt đã làm' })
  await expect(past).toBeFocused()
  await expect(past.getByRole('row').nth(1)).toContainText('Giao bưu chính')
  await noFault(page)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('grid', { name: 'Hồ sơ đã làm' }).getByRole('row')).toHaveCount(3)
  await noFault(page)
  await tabTo(page, paper, 'Shift+Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Số: 01/BB-SGTVT')).toBeVisible()
  await page.keyboard.press('Escape')
  await tabTo(page, page.getByRole('button', { name: 'Hoàn tác' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText(/đã hoàn tác, /)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(past).toBeFocused()
  // an older one still says why it left files out
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const refused = page.getByRole('grid', { name: 'Hồ sơ không làm được' })
  await expect(refused.getByText('Giấy tiếp nhận không in được', { exact: false }).first()).toBeVisible()
  await noFault(page)
})
