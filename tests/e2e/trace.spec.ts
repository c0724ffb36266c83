import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import { altered, sheetOf, totalRow } from '../support/altered-workbook.ts'
import { sample } from '../support/lists.ts'
import { test } from './support/desk.ts'
import { nothingSerious } from './support/file.ts'
import { administratorOf, goTo, importSample, signIn } from './support/people.ts'

// the desk is filled once, and the workbook that one test exports is what the next one alters
test.describe.configure({ mode: 'serial' })

const lookAt = (report: string) => `/bao-cao?name=${report}&kind=month&id=2023-09`
const paper = (page: Page) => page.getByRole('main').locator('.report-pages')
const panel = (page: Page) => page.getByRole('region', { name: 'Hồ sơ của số liệu' })
const counted = (page: Page) => panel(page).getByRole('table', { name: 'Hồ sơ được tính' })

/** Chooses a number by keyboard: the list that opens says the same number and has as many lines. */
async function traces(page: Page, number: Locator): Promise<void> {
  await number.focus()
  await expect(number).toBeFocused()
  const said = (await number.textContent()) ?? ''
  await page.keyboard.press('Enter')
  await expect(panel(page)).toBeFocused()
  await expect(panel(page).getByRole('heading', { name: `Hồ sơ của số liệu ${said}` })).toBeVisible()
  await expect(panel(page).getByText(`Tổng số: ${said}`, { exact: true })).toBeVisible()
  await expect(counted(page).locator('tbody').getByRole('row')).toHaveCount(Number(said))
}

test('a number of the result report leads to its files, and Esc back to the number', async ({
  page,
  desk,
}) => {
  await importSample(desk, '01-portal.xlsx', await administratorOf(desk))
  await signIn(page, desk)
  await goTo(page, lookAt('ket-qua'))
  const total = paper(page)
    .locator('table[data-table="ii06a"]')
    .getByRole('row', { name: /^Tổng cộng/ })
  const number = total.getByRole('button').first()
  await traces(page, number)
  await nothingSerious(page, 'the files of a figure')

  await page.keyboard.press('Escape')
  await expect(panel(page)).toBeHidden()
  await expect(number).toBeFocused()

  await page.keyboard.press('Enter')
  const file = counted(page).getByRole('link').first()
  const code = (await file.textContent()) ?? ''
  await file.press('Enter')
  await expect(page.getByRole('article', { name: code })).toBeVisible()
})

test('so does a number of the form II.06a, of the report on progress, and of the narrative', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await goTo(page, lookAt('bieu-06a'))
  const form = paper(page).locator('table[data-table="ii06a-team"]')
  await traces(page, form.getByRole('button', { name: /^[1-9]\d*$/ }).first())
  await goTo(page, lookAt('tien-do'))
  // the files of another report's figure do not stay
  await expect(panel(page)).toBeHidden()
  const progress = paper(page).locator('table[data-table="progress"]')
  await traces(page, progress.getByRole('button', { name: /^[1-9]\d*$/ }).first())

  await goTo(page, lookAt('tong-hop'))
  await expect(panel(page)).toBeHidden()
  const received = paper(page).getByText(/Trong tháng 9 năm 2023, .* tiếp nhận/)
  const number = received.getByTitle('Xem hồ sơ: hồ sơ tiếp nhận trong kỳ')
  await traces(page, number)
  await page.keyboard.press('Escape')
  await expect(number).toBeFocused()
  // a share is reckoned from two figures: no list is promised behind it
  await expect(received.getByRole('button', { name: /%/ })).toHaveCount(0)
})

let exported: Uint8Array

const give = async (page: Page, name: string, bytes: Uint8Array) =>
  page.getByLabel('Tệp báo cáo', { exact: true }).setInputFiles({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(bytes),
  })

const answer = (page: Page, title: string) =>
  page.getByRole('main').locator('.g-banner').filter({ hasText: title })

test('a workbook that comes back as it was matches; a cell changed by hand is named with what it was', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await goTo(page, lookAt('ket-qua'))
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất Excel' }).press('Enter')
  exported = readFileSync(await (await download).path())
  await page.getByRole('main').getByRole('link', { name: 'Kiểm tra tệp' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'Kiểm tra tệp', level: 1 })).toBeVisible()
  await give(page, 'bao-cao.xlsx', exported)
  await expect(answer(page, 'bao-cao.xlsx: Khớp')).toContainText('mọi ô đúng như khi xuất')
  await expect(page.getByText(/Tháng 9 năm 2023 · Sở Giao thông vận tải tỉnh Kiên Giang/)).toContainText(
    'bởi Quản trị đơn vị',
  )

  let was = ''
  let cell = ''
  const bytes = await altered(exported, workbook => {
    const sheet = sheetOf(workbook, 'Tổng hợp')
    const { address, value } = sheet.getCell(totalRow(sheet), 5)
    was = String(value)
    cell = address
    sheet.getCell(address).value = 999
  })
  await give(page, 'da-sua.xlsx', bytes)
  await expect(answer(page, 'da-sua.xlsx: Đã bị sửa')).toContainText('1 chỗ khác với khi xuất')
  const changes = page.getByRole('table', { name: 'Chỗ khác với khi xuất' }).locator('tbody')
  await expect(changes.getByRole('row')).toHaveCount(1)
  await expect(changes.getByRole('cell').nth(0)).toHaveText('Tổng hợp')
  await expect(changes.getByRole('cell').nth(1)).toHaveText(cell)
  await expect(changes.getByRole('cell').nth(3)).toHaveText(was)
  await expect(changes.getByRole('cell').nth(4)).toHaveText('999')
  await nothingSerious(page, 'a workbook that was changed')
})

test('what is no workbook of ours gets an answer that says so, one after the other', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await goTo(page, '/bao-cao/kiem-tra-tep')
  await give(page, 'cong-dich-vu-cong.xlsx', sample('01-portal.xlsx').bytes)
  await expect(answer(page, 'cong-dich-vu-cong.xlsx: Không phải báo cáo của ứng dụng')).toContainText(
    'không phải báo cáo do ứng dụng xuất',
  )
  await give(page, 'mot-nua.xlsx', exported.slice(0, exported.length / 2))
  await expect(answer(page, 'mot-nua.xlsx: Không đọc được')).toContainText('bị hỏng')
  await give(page, 'van-ban.xlsx', Buffer.from('Kính gửi Bộ Giao thông vận tải', 'utf8'))
  await expect(answer(page, 'van-ban.xlsx:')).toContainText('không phải')
  await give(page, 'rong.xlsx', new Uint8Array())
  await expect(answer(page, 'rong.xlsx: Không đọc được')).toContainText('không có nội dung')
})

test('a report that cannot be made yet says why and offers nothing to take', async ({ page, desk }) => {
  await signIn(page, desk)
  await goTo(page, lookAt('ket-qua'))
  const main = page.getByRole('main')
  await expect(main.getByRole('button', { name: 'Xuất Excel' })).toBeEnabled()
  await main.getByLabel('Báo cáo', { exact: true }).selectOption({
    label: 'Báo cáo hướng dẫn người dân nộp hồ sơ trực tuyến',
  })
  await expect(main.getByText(/ứng dụng chưa có sổ ghi lượt hướng dẫn/)).toBeVisible()
  await expect(main.getByRole('button', { name: 'Xuất Excel' })).toBeDisabled()
  await expect(main.getByRole('button', { name: 'In', exact: true })).toBeDisabled()
  await expect(main.getByRole('button', { name: /^Lập báo cáo/ })).toHaveCount(0)
  await expect(paper(page)).toHaveCount(0)

  await goTo(page, lookAt('khong-co'))
  await expect(main.getByText('Không có mẫu báo cáo này.')).toBeVisible()
})
