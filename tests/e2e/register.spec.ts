import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import type { ApplicationRow } from '../../electron/core/applications/contract.ts'
import { type Desk, test } from './support/desk.ts'
import { administrator, administratorOf, ask, goTo, heldBack } from './support/people.ts'
import { grid, listOf, noFault, openRegister, queue, queuesOf, rowsCame } from './support/register.ts'

// each step stands on the register that the one before left
test.describe.configure({ mode: 'serial' })

test.beforeEach(async ({ page, desk }) => openRegister(page, desk))

test('a queue opens its files, and its count follows every action', async ({ page, desk }) => {
  const before = await queuesOf(desk)
  const inWork = before['in-work'] ?? 0
  expect(inWork).toBeGreaterThan(0)
  await queue(page, 'Đang xử lý').click()
  await expect(queue(page, 'Đang xử lý')).toHaveAttribute('aria-current', 'true')
  await expect(page.getByText(`${inWork} hồ sơ`, { exact: true })).toBeVisible()

  await grid(page).focus()
  await page.keyboard.press('Enter')
  const panel = page.getByRole('article')
  await panel.getByRole('button', { name: 'Xử lý xong' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Xử lý xong' }).click()
  await expect(queue(page, 'Đang xử lý')).toHaveText(`Đang xử lý ${inWork - 1}`)
  const after = await queuesOf(desk)
  await expect(queue(page, 'Chờ trả')).toHaveText(`Chờ trả ${after['to-return']}`)

  await page.keyboard.press('Escape')
  await page.reload()
  await expect(queue(page, 'Đang xử lý')).toHaveAttribute('aria-current', 'true')
  await queue(page, 'Tất cả').click()
  await expect(queue(page, 'Tất cả')).toHaveAttribute('aria-current', 'true')
  await page.goBack()
  await expect(queue(page, 'Đang xử lý')).toHaveAttribute('aria-current', 'true')
})

test('while the files of another queue are on their way, no key means one of those before', async ({
  page,
  desk,
}) => {
  const [first] = (await listOf(desk, { statuses: [9], posted: false, order: 'finished', limit: 1 })).rows
  const answer = await heldBack(page, 'applications.list')
  await queue(page, 'Chờ trả').click()
  await expect(grid(page)).toHaveAttribute('aria-busy', 'true')
  await grid(page).focus()
  for (const key of ['Enter', 'Space', 'Shift+ArrowDown', 'Control+a']) await page.keyboard.press(key)
  await grid(page).getByRole('row').nth(2).click()
  await grid(page).getByRole('row').nth(2).getByRole('checkbox').click()
  answer()
  await rowsCame(page)
  await expect(page.getByText(/^Đã chọn/)).toHaveCount(0)
  await expect(page.getByRole('article')).toHaveCount(0)
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article', { name: first?.dossierCode ?? '?' })).toBeVisible()
})

test('a narrowed list is kept by name, shared, renamed and removed', async ({ page }) => {
  await goTo(page, '/ho-so?channel=online&statuses=2,4')
  await page.getByRole('button', { name: 'Danh sách đã lưu' }).click()
  await page.getByRole('button', { name: 'Lưu danh sách đang xem' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Tên danh sách').fill('Trực tuyến đang làm')
  await dialog.getByLabel(/Chia sẻ/).check()
  await dialog.getByRole('button', { name: 'Lưu danh sách' }).click()
  await expect(page.getByText('Đã lưu danh sách “Trực tuyến đang làm”.')).toBeVisible()

  await goTo(page, '/ho-so')
  await page.getByRole('button', { name: /Danh sách đã lưu/ }).click()
  await page.getByRole('link', { name: /Trực tuyến đang làm/ }).click()
  await expect(page.getByRole('button', { name: 'Bỏ lọc Trực tuyến' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Danh sách đã lưu: Trực tuyến đang làm' })).toBeVisible()
  await page.getByRole('button', { name: 'Bỏ lọc Được tiếp nhận' }).click()
  await expect(page.getByRole('button', { name: 'Bỏ lọc Được tiếp nhận' })).toBeHidden()
  await expect(page.getByRole('button', { name: 'Bỏ lọc Đang xử lý' })).toBeVisible()

  await page.getByRole('button', { name: /^Danh sách đã lưu/ }).click()
  await page.getByRole('button', { name: 'Xóa Trực tuyến đang làm' }).click()
  await page.getByRole('button', { name: 'Xóa danh sách đã lưu' }).click()
  await expect(page.getByRole('link', { name: /Trực tuyến đang làm/ })).toBeHidden()
})

async function keptLook(desk: Desk) {
  const kept = await ask<{
    'register-rows'?: number
    'register-columns'?: { columns: { key: string; width?: number }[] }
  }>(desk, 'views.preferences', {}, await administratorOf(desk))
  const code = kept['register-columns']?.columns.find(({ key }) => key === 'dossierCode')?.width
  return { rows: kept['register-rows'], code }
}

test('columns, their order and width, and the height of rows are there again after a reload', async ({
  page,
  desk,
}) => {
  await page.getByRole('button', { name: 'Cột', exact: true }).click()
  const channel = page.getByRole('checkbox', { name: 'Hình thức nộp' })
  // one after the other without a moment between, and the keyboard stays at the box
  await channel.press('Space')
  await channel.press('Space')
  await channel.press('Space')
  await expect(channel).not.toBeChecked()
  await expect(channel).toBeFocused()
  await page.getByRole('button', { name: 'Trạng thái: lên trước' }).click()
  await page.getByText('Thoáng', { exact: true }).click()
  await page.keyboard.press('Escape')
  // the keyboard widens as the pointer does
  await page.getByRole('button', { name: 'Họ và tên', exact: true }).focus()
  const name = page.getByRole('columnheader', { name: 'Họ và tên' })
  const wide = (await name.boundingBox())?.width ?? 0
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  const code = page.getByRole('columnheader', { name: 'Mã hồ sơ' })
  const edge = await code.boundingBox()
  if (edge === null) throw new Error('the heading is drawn')
  await page.mouse.move(edge.x + edge.width - 3, edge.y + 10)
  await page.mouse.down()
  await page.mouse.move(edge.x + edge.width + 47, edge.y + 10, { steps: 5 })
  await page.mouse.up()
  const look = async () => ({
    heads: (await page.getByRole('columnheader').allInnerTexts()).filter(text => text !== ''),
    widths: await page
      .getByRole('columnheader')
      .evaluateAll(heads => heads.map(head => Math.round(head.getBoundingClientRect().width))),
    row: (await page.getByRole('row').nth(2).boundingBox())?.height,
  })
  const before = await look()
  expect(before.heads.slice(0, 3)).toEqual(['Mã hồ sơ', 'Trạng thái', 'Họ và tên'])
  expect(before.heads).not.toContain('Hình thức')
  expect(before.row).toBe(40)
  expect((await name.boundingBox())?.width).toBe(wide + 32)
  expect((await code.boundingBox())?.width).toBe(edge.width + 50)
  // sent after a pause: the width that was drawn last, and the rows
  await expect.poll(() => keptLook(desk)).toEqual({ rows: 40, code: Math.round(edge.width + 50) })
  await page.reload()
  await expect(grid(page)).toBeVisible()
  await expect.poll(look).toEqual(before)
})

test('a click on a heading sorts, by the Vietnamese order of names too', async ({ page, desk }) => {
  const heading = page.getByRole('columnheader', { name: 'Họ và tên' })
  for (const [sorted, reversed] of [
    ['ascending', undefined],
    ['descending', true],
  ] as const) {
    await page.getByRole('button', { name: 'Họ và tên', exact: true }).click()
    await expect(heading).toHaveAttribute('aria-sort', sorted)
    const { rows } = await listOf(desk, { order: 'name', ...(reversed === true ? { reversed } : {}) })
    await expect(page.getByRole('row').nth(1)).toContainText(rows[0]?.dossierCode ?? '?')
    await expect(page.getByRole('row').nth(5)).toContainText(rows[4]?.dossierCode ?? '?')
  }
})

test('files are ticked by keyboard across pages', async ({ page }) => {
  await grid(page).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('Đã chọn 3 hồ sơ')).toBeVisible()
  await page.keyboard.press('Shift+ArrowUp')
  await expect(page.getByText('Đã chọn 2 hồ sơ')).toBeVisible()
  await page.keyboard.press('Control+a')
  await expect(page.getByText('Đã chọn 138 hồ sơ')).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByText('Đã chọn 137 hồ sơ')).toBeVisible()
  for (let times = 0; times < 12; times += 1) await page.keyboard.press('PageDown')
  await expect(page.getByRole('row').last().getByRole('checkbox')).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(page.getByText(/^Đã chọn/)).toBeHidden()
  // the pointer: one, then the stretch up to another
  await page.getByRole('row').nth(2).getByRole('checkbox').scrollIntoViewIfNeeded()
  await page.keyboard.press('Home')
  await page.getByRole('row').nth(2).getByRole('checkbox').click()
  await page
    .getByRole('row')
    .nth(5)
    .getByRole('checkbox')
    .click({ modifiers: ['Shift'] })
  await expect(page.getByText('Đã chọn 4 hồ sơ')).toBeVisible()
})

test('a whole queue is given to an officer, and taken back', async ({ page, desk }) => {
  const before = await queuesOf(desk)
  await queue(page, 'Đang xử lý').click()
  await expect(page.getByText(`${before['in-work']} hồ sơ`, { exact: true })).toBeVisible()
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Phân công' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Cán bộ thụ lý').selectOption({ label: administrator.displayName })
  await dialog.getByRole('button', { name: /^Phân công/ }).click()
  await expect(page.getByText(`Đã phân công ${before['in-work']} hồ sơ.`)).toBeVisible()
  await expect(queue(page, 'Của tôi')).toHaveText(`Của tôi ${before['in-work']}`)
  await page.getByRole('button', { name: 'Hoàn tác' }).click()
  await expect(page.getByText(`Đã hoàn tác ${before['in-work']} hồ sơ.`).first()).toBeVisible()
  await expect(queue(page, 'Của tôi')).toHaveText(`Của tôi ${before.mine}`)
})

test('what a batch could not do is listed with its reasons', async ({ page }) => {
  await grid(page).focus()
  await page.keyboard.press('Control+a')
  await page.getByRole('button', { name: 'Giao bưu chính' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Giao bưu chính/ })
    .click()
  const result = page.getByRole('region', { name: 'Kết quả xử lý hàng loạt' })
  await expect(result.getByRole('grid', { name: 'Hồ sơ không làm được' })).toBeVisible()
  await expect(result.getByText('Hồ sơ chưa có kết quả', { exact: false }).first()).toBeVisible()
  await page.reload()
  await expect(result.getByRole('grid', { name: 'Hồ sơ không làm được' })).toBeVisible()
  await noFault(page)
  await result.getByRole('button', { name: 'Về danh sách' }).click()
  await expect(grid(page)).toBeVisible()
})

test('the file handed out is the list: its filter, its columns, its order', async ({ page, desk }) => {
  await goTo(page, '/ho-so?channel=online&order=name&reversed=1')
  await expect(page.getByRole('columnheader', { name: 'Họ và tên' })).toHaveAttribute(
    'aria-sort',
    'descending',
  )
  const { rows } = await listOf(desk, { channel: 'online', order: 'name', reversed: true, limit: 500 })
  await page.getByRole('button', { name: 'Xuất danh sách' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('CSV').click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('button', { name: `Xuất ${rows.length} hồ sơ` }).click()
  const text = readFileSync(await (await download).path(), 'utf8')
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map(line => line.split(';').map(cell => cell.replace(/^"|"$/g, '')))
  const [heads, ...cells] = lines
  expect(heads?.slice(0, 3)).toEqual(['Mã hồ sơ', 'Trạng thái', 'Họ và tên'])
  expect(heads).not.toContain('Hình thức nộp')
  expect(cells.map(line => line[0])).toEqual(rows.map((row: ApplicationRow) => row.dossierCode))
  expect(cells.map(line => line[2])).toEqual(rows.map((row: ApplicationRow) => row.fullName))
})

test('the list stands where it was left', async ({ page }) => {
  await grid(page).focus()
  for (let times = 0; times < 4; times += 1) await page.keyboard.press('PageDown')
  const top = () => grid(page).evaluate(list => list.scrollTop)
  await expect.poll(top).toBeGreaterThan(800)
  const before = await top()
  await page.getByRole('link', { name: 'Tổng quan' }).click()
  await expect(page.getByRole('heading', { name: 'Tổng quan', level: 1 })).toBeVisible()
  await page.goBack()
  await expect.poll(top).toBe(before)
})

test('the register can be used by everybody, with ticked files and every panel open', async ({ page }) => {
  test.slow()
  await noFault(page)
  for (const name of ['Cột', 'Trạng thái', 'Thời gian', 'Phân công', 'Lọc thêm', 'Danh sách đã lưu']) {
    await page.locator('button[aria-haspopup=dialog]').filter({ hasText: name }).click()
    await expect(page.getByRole('dialog').first()).toBeVisible()
    await noFault(page)
    await page.keyboard.press('Escape')
  }
  await grid(page).focus()
  await page.keyboard.press('Space')
  await noFault(page)
  await page.getByRole('button', { name: 'Chuyển bước' }).click()
  await noFault(page)
})
