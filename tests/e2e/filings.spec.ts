import { readFileSync } from 'node:fs'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Page as RegisterPage } from '../../electron/core/applications/contract.ts'
import { readWorkbook } from '../support/workbook.ts'
import { test } from './support/desk.ts'
import { administratorOf, ask, goTo, heldBack, importSample, signIn } from './support/people.ts'

// one road: each step stands on the one before
test.describe.configure({ mode: 'serial' })

/** Presses what the keyboard reaches. */
async function press(page: Page, target: Locator): Promise<void> {
  await target.focus()
  await expect(target).toBeFocused()
  await page.keyboard.press('Enter')
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const recent = (page: Page) => page.getByRole('table', { name: 'Báo cáo gần đây' })
const state = (page: Page) => page.getByRole('region', { name: 'Tình trạng báo cáo' })

test('an empty front page says what to do', async ({ page, desk }) => {
  await signIn(page, desk)
  await goTo(page, '/bao-cao')
  await expect(page.getByRole('heading', { name: 'Báo cáo', level: 1 })).toBeVisible()
  await expect(page.getByText('Chưa lập báo cáo nào')).toBeVisible()
})

test('a report goes its way by keyboard: made, completed, submitted, given back', async ({ page, desk }) => {
  const token = await administratorOf(desk)
  await importSample(desk, '01-portal.xlsx', token)
  await signIn(page, desk)
  await goTo(page, '/bao-cao?han=2023-10&ky=month')
  const due = page.getByRole('table', { name: 'Lịch báo cáo' })
  await expect(due.getByRole('row', { name: /Tháng 9 năm 2023/ })).toContainText('Quá hạn')
  await press(page, due.getByRole('button', { name: 'Lập báo cáo Tháng 9 năm 2023' }))

  await expect(page.getByRole('heading', { name: 'Tháng 9 năm 2023', level: 1 })).toBeVisible()
  await expect(state(page)).toContainText('Nháp')
  await expect(state(page)).toContainText('04/10/2023')
  await press(page, button(page, 'Hoàn thành'))
  await expect(state(page)).toContainText('Hoàn thành')

  await press(page, button(page, 'Trình duyệt'))
  await page.getByRole('dialog').getByLabel('Ý kiến').fill('Kính trình')
  await page.keyboard.press('Control+Enter')
  await expect(state(page)).toContainText('Đang trình duyệt')

  await press(page, button(page, 'Trả lại'))
  const dialog = page.getByRole('dialog')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByText('Nhập lý do trả lại.')).toBeVisible()
  await dialog.getByLabel('Lý do trả lại').fill('Thiếu số liệu Phú Quốc')
  await page.keyboard.press('Control+Enter')
  await expect(state(page)).toContainText('Nháp')
  await expect(page.getByRole('main').getByText('Thiếu số liệu Phú Quốc')).toBeVisible()
  // the button that gave it back is gone: the keys go on with the next step
  await expect(button(page, 'Hoàn thành')).toBeFocused()
})

test('a double click takes one step, and a step of somebody else shows at once', async ({ page, desk }) => {
  const token = await administratorOf(desk)
  await signIn(page, desk)
  await goTo(page, '/bao-cao')
  await recent(page).getByRole('link').first().click()
  // the second press of a double click comes when the next button already stands in the first one's place
  await button(page, 'Hoàn thành').click()
  await button(page, 'Đưa về nháp').dispatchEvent('click', { detail: 2 })
  await button(page, 'Trình duyệt').dispatchEvent('click', { detail: 2 })
  await expect(state(page)).toContainText('Hoàn thành')
  await expect(page.getByRole('dialog')).toBeHidden()

  const [filing] = await ask<{ id: number; version: number }[]>(desk, 'filings.list', { limit: 1 }, token)
  if (filing === undefined) throw new Error('the filing was made by the test before')
  // the page does not know yet: it asks again only after the press
  const pressed = await heldBack(page, 'filings.get')
  await ask(desk, 'filings.withdraw', { id: filing.id, version: filing.version }, token)
  await press(page, button(page, 'Đưa về nháp'))
  pressed()
  await expect(page.getByRole('main').getByText('Báo cáo vừa được Quản trị đơn vị cập nhật')).toBeVisible()
  await expect(state(page)).toContainText('Nháp')
  await expect(button(page, 'Hoàn thành')).toBeVisible()
})

test('given back it comes again, is approved with its figures, and sent with its number', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await goTo(page, '/bao-cao')
  await press(page, recent(page).getByRole('link').first())
  await press(page, button(page, 'Hoàn thành'))
  await expect(state(page)).toContainText('Hoàn thành')
  await press(page, button(page, 'Trình duyệt'))
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await press(page, button(page, 'Duyệt báo cáo'))
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(state(page)).toContainText('Đã duyệt')
  await expect(state(page)).toContainText('Số liệu chốt lúc')

  await press(page, button(page, 'Ghi nhận đã gửi'))
  await page.getByRole('dialog').getByLabel('Số văn bản').fill('128')
  await page.getByRole('dialog').getByLabel('Nơi nhận').fill('Cục Đường bộ Việt Nam')
  await page.keyboard.press('Control+Enter')
  await expect(state(page)).toContainText('Đã gửi')
  await expect(state(page)).toContainText('128')

  await page.reload()
  await expect(state(page)).toContainText('Đã gửi')
  await press(page, page.getByRole('tab', { name: 'Lịch sử' }))
  const history = page.getByRole('table', { name: 'Lịch sử báo cáo' })
  await expect(history.getByRole('row')).toHaveCount(11)
  await expect(history).toContainText('Thiếu số liệu Phú Quốc')
})

test('a late edit shows what differs, and one press makes the adjustment that tells it', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  const { rows } = await ask<RegisterPage>(desk, 'applications.list', { statuses: [4], limit: 500 }, token)
  const file = rows.find(row => row.statusDay <= '2023-09-29' && row.receivedDay !== null)
  if (file === undefined) throw new Error('the list holds a file in work in September')
  const { version } = await ask<{ version: number }>(desk, 'applications.get', { id: file.id }, token)
  await ask(desk, 'applications.move', { id: file.id, version, move: 'finish', day: '2023-09-29' }, token)

  await signIn(page, desk)
  await goTo(page, '/bao-cao')
  await press(page, recent(page).getByRole('link').first())
  await press(page, page.getByRole('tab', { name: /Khác với lúc duyệt/ }))
  await expect(page.getByRole('heading', { name: 'Khác với lúc duyệt: 1 hồ sơ' })).toBeVisible()
  const files = page.getByRole('table', { name: 'Hồ sơ thay đổi' })
  await expect(files).toContainText(file.dossierCode)
  await expect(files).toContainText('Vào: Có kết quả')
  await expect(files).toContainText('Ghi bước “Đã xử lý xong”')
  await page.reload()
  await expect(files).toContainText(file.dossierCode)

  await press(page, button(page, 'Lập điều chỉnh lần 1'))
  await expect(
    page.getByRole('heading', { name: 'Tháng 9 năm 2023 (Điều chỉnh lần 1)', level: 1 }),
  ).toBeVisible()
  await press(page, page.getByRole('tab', { name: 'Điều chỉnh', exact: true }))
  await expect(page.locator('table[data-table="adjusted-files"]')).toContainText(file.dossierCode)
  const download = page.waitForEvent('download')
  await press(page, button(page, 'Xuất Excel'))
  const saved = await download
  expect(saved.suggestedFilename()).toBe('bao-cao-ket-qua-2023-09-dieu-chinh-lan-1.xlsx')
  const sheets = await readWorkbook(readFileSync(await saved.path()))
  expect(sheets.at(-1)?.rows.flat()).toContain(file.dossierCode)

  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Tháng 9 năm 2023', level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Đã có điều chỉnh lần 1' })).toBeVisible()
})

test('a locked period refuses an edit in sight, and its page says until when it is open', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  await ask(desk, 'settings.set', { key: 'periodLock', version: 0, value: { on: true } }, token)
  const { rows } = await ask<RegisterPage>(desk, 'applications.list', { statuses: [10], limit: 500 }, token)
  const file = rows.find(row => row.returnedDay?.startsWith('2023-09') && row.channel === 'direct')
  if (file === undefined)
    throw new Error('the list holds a file of September that was handed in at the office')
  await signIn(page, desk)
  await goTo(page, `/ho-so/${file.id}`)
  const main = page.getByRole('main')
  await expect(main.getByRole('heading', { name: file.fullName })).toBeVisible()
  await page.keyboard.press('F2')
  const form = main.getByRole('form', { name: 'Sửa thông tin hồ sơ' })
  await form.getByLabel('Hình thức nộp').selectOption('online')
  await form.getByLabel('Lý do sửa').fill('Ghi nhầm')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByRole('alert')).toContainText('Quản trị đơn vị duyệt lúc')
  await expect(form.getByRole('alert')).toBeInViewport({ ratio: 0.9 })
  await page.keyboard.press('Escape')
  await press(page, main.getByRole('button', { name: 'Rút lại bước' }))
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Rút lại bước' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Quản trị đơn vị duyệt lúc')
  // the button was out of use while it asked: Escape still closes the dialog, and not the file behind it
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await expect(main.getByRole('heading', { name: file.fullName })).toBeVisible()

  await goTo(page, '/bao-cao')
  await recent(page).getByRole('link', { name: 'Tháng 9 năm 2023', exact: true }).click()
  await expect(state(page)).toContainText('kỳ đã khóa')
  await press(page, button(page, 'Mở khóa tạm thời'))
  await page.getByRole('dialog').getByLabel('Lý do mở khóa').fill('Sửa hình thức nộp')
  await page.keyboard.press('Control+Enter')
  await expect(state(page)).toContainText('Kỳ đang mở khóa cho mọi người đến 17:00')
})

test('a quick look at figures stays, and says that nothing is frozen', async ({ page, desk }) => {
  await signIn(page, desk)
  await goTo(page, '/bao-cao?name=ket-qua&kind=month&id=2023-09')
  await expect(page.getByText('Chưa chốt', { exact: true })).toBeVisible()
  await expect(page.locator('table[data-table="ii06a"]')).toBeVisible()
  await press(page, page.getByRole('button', { name: 'Lập báo cáo Tháng 9 năm 2023' }))
  await expect(state(page)).toContainText('Đã gửi')
})
