import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import type { Application, Saved } from '../../electron/core/applications/contract.ts'
import { nowInVietnam } from '../../electron/core/calendar/day.ts'
import { someFacts } from '../support/facts.ts'
import { aPdfToLookAt } from '../support/scans.ts'
import { type Desk, test } from './support/desk.ts'
import { administratorOf, ask, goTo, signIn } from './support/people.ts'
import { takesVietnamese } from './support/typing.ts'

const today = nowInVietnam(Date.now()).slice(0, 10)
let running = 0

/** A received file, logged beside the screens. */
async function aFile(desk: Desk, about: Parameters<typeof someFacts>[0] = {}): Promise<Application> {
  running += 1
  const token = await administratorOf(desk)
  const facts = someFacts({ dossierCode: `HS-THU-${Date.now()}-${running}`, ...about })
  const input = { facts, registered: { day: today }, receivedToo: true }
  const { id } = await ask<Saved>(desk, 'applications.create', input, token)
  return ask<Application>(desk, 'applications.get', { id }, token)
}

async function open(page: Page, file: Application): Promise<void> {
  await goTo(page, `/ho-so/${file.id}`)
  await expect(page.getByRole('article', { name: file.dossierCode })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Lịch sử hồ sơ' })).toBeVisible()
}

async function nothingSerious(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const serious = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
  expect(serious, screen).toEqual([])
}

test.beforeEach(async ({ page, desk }) => {
  await signIn(page, desk)
})

test('a draft outlives a reload and is offered back once', async ({ page }) => {
  await goTo(page, '/ho-so/moi')
  await page.getByLabel('Mã hồ sơ').fill('HS-DO-DANG')
  await page.getByLabel('Họ và tên').fill('Lê Thị Dở Dang')
  const kept = page.waitForResponse(async answer =>
    (answer.request().postData() ?? '').includes('drafts.keep'),
  )
  await page.getByLabel('Địa chỉ').fill('Ấp Mẫu')
  await kept
  await page.reload()
  await goTo(page, '/ho-so/moi')
  await expect(page.getByText(/Có bản nháp lúc \d\d:\d\d/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Tiếp tục' })).toBeFocused()
  await nothingSerious(page, 'a draft offered')
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Họ và tên')).toHaveValue('Lê Thị Dở Dang')
  await expect(page.getByLabel('Mã hồ sơ')).toHaveValue('HS-DO-DANG')
  await expect(page.getByLabel('Địa chỉ')).toHaveValue('Ấp Mẫu')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Lê Thị Dở Dang' })).toBeVisible()
  await page.reload()
  await goTo(page, '/ho-so/moi')
  await expect(page.getByLabel('Mã hồ sơ')).toBeFocused()
  await page.waitForLoadState('networkidle')
  await expect(page.getByText(/Có bản nháp/)).toBeHidden()
})

test('two who change one file see both versions, choose, and lose nothing typed', async ({ page, desk }) => {
  const file = await aFile(desk, { phone: '0912345678', address: 'Ấp Một' })
  await open(page, file)
  await page.keyboard.press('F2')
  const form = page.getByRole('form', { name: 'Sửa thông tin hồ sơ' })
  await form.getByLabel('Số điện thoại').fill('0987654321')
  await form.getByLabel('Ghi chú').fill('Đã gọi điện')
  const token = await administratorOf(desk)
  const changed = { phone: '0977000111', address: 'Ấp Hai' }
  await ask(desk, 'applications.edit', { id: file.id, version: file.version, facts: changed }, token)
  await page.keyboard.press('Control+s')
  const table = page.getByRole('table', { name: 'Nội dung hai bên cùng sửa' })
  const phone = table.getByRole('row', { name: /Số điện thoại/ })
  await expect(phone).toContainText('0987654321')
  await expect(phone).toContainText('0977000111')
  await expect(table.getByLabel('Số điện thoại: bản của tôi')).toBeChecked()
  await expect(table.getByLabel('Địa chỉ: bản đang lưu')).toBeChecked()
  await expect(form.getByLabel('Ghi chú')).toHaveValue('Đã gọi điện')
  await nothingSerious(page, 'two versions')
  await table.getByLabel('Số điện thoại: bản đang lưu').check()
  await form.getByRole('button', { name: 'Lưu với nội dung đã chọn' }).click()
  await expect(form).toBeHidden()
  const { facts } = await ask<Application>(desk, 'applications.get', { id: file.id }, token)
  expect(facts).toMatchObject({ ...changed, notes: 'Đã gọi điện' })
})

test('an edit that was broken off is offered back after a reload', async ({ page, desk }) => {
  const file = await aFile(desk)
  await open(page, file)
  await page.keyboard.press('F2')
  const form = page.getByRole('form', { name: 'Sửa thông tin hồ sơ' })
  const kept = page.waitForResponse(async answer =>
    (answer.request().postData() ?? '').includes('drafts.keep'),
  )
  await form.getByLabel('Địa chỉ').fill('Ấp Dở Dang')
  await kept
  await page.reload()
  await page.getByRole('button', { name: 'Sửa tiếp' }).click()
  await expect(form.getByLabel('Địa chỉ')).toHaveValue('Ấp Dở Dang')
  await form.getByLabel('Địa chỉ').press('Control+s')
  await expect(form).toBeHidden()
  await expect(page.getByText('Ấp Dở Dang').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sửa tiếp' })).toBeHidden()
})

test('another open file of the same person stands beside the form and is declared another matter', async ({
  page,
  desk,
}) => {
  const file = await aFile(desk, { fullName: 'Trần Văn Trùng', birthDay: '1985-04-03', classes: 'A1' })
  await goTo(page, '/ho-so/moi')
  await page.getByLabel('Mã hồ sơ').fill(`${file.dossierCode}-2`)
  await page.getByLabel('Họ và tên').fill('Trần Văn Trùng')
  await page.getByLabel('Ngày sinh').fill('03041985')
  await page.getByRole('button', { name: 'Đối chiếu' }).click()
  const beside = page.getByRole('complementary', { name: 'Hồ sơ đã có' })
  await expect(beside.getByRole('row', { name: /Họ và tên/ })).toContainText('giống')
  await expect(beside.getByRole('row', { name: /Hạng GPLX/ })).toContainText('A1')
  await nothingSerious(page, 'the other file beside the form')
  await page.getByRole('button', { name: 'Là hồ sơ khác' }).click()
  await takesVietnamese(page, page.getByRole('dialog').getByLabel('Lý do'))
  await page.getByRole('dialog').getByLabel('Lý do').fill('Hai giấy phép khác hạng')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('Đã ghi 1 hồ sơ là hồ sơ khác')).toBeVisible()
  await expect(beside).toBeHidden()
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Trần Văn Trùng' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Lịch sử hồ sơ' })).toBeVisible()
  await page.waitForLoadState('networkidle')
  await expect(page.getByText(/hồ sơ khác đang giải quyết/)).toBeHidden()
  await expect(page.getByText('Lý do là hồ sơ khác: Hai giấy phép khác hạng')).toBeVisible()
})

test('checks are set by arrows and Enter, with a note for what fails', async ({ page, desk }) => {
  const file = await aFile(desk)
  await open(page, file)
  const identity = page.getByRole('group', { name: 'Đối chiếu dân cư' })
  const violations = page.getByRole('group', { name: /Vi phạm/ })
  await identity.getByRole('button', { name: 'Đạt', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(identity.getByRole('button', { name: 'Đạt', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'Enter']) await page.keyboard.press(key)
  const note = page.getByRole('textbox', { name: /Ghi chú: Vi phạm/ })
  await expect(note).toBeFocused()
  await takesVietnamese(page, note)
  await note.fill('Còn một lỗi chưa nộp phạt')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Còn một lỗi chưa nộp phạt').first()).toBeVisible()
  await expect(violations.getByRole('button', { name: 'Không đạt' })).toBeFocused()
  await expect(page.getByText('1/7 đạt, 1 không đạt')).toBeVisible()
  await nothingSerious(page, 'a file with its checks')
})

test('scans are attached, looked at in the page, and taken off with a reason', async ({ page, desk }) => {
  const file = await aFile(desk)
  await open(page, file)
  const part = page.locator('.att-part')
  const choose = page.getByLabel('Tệp đính kèm', { exact: true })
  await choose.setInputFiles({ name: 'CCCD mặt trước.png', mimeType: 'image/png', buffer: picture })
  await part.getByRole('button', { name: 'CCCD mặt trước.png', exact: true }).click()
  const shown = part.getByRole('img', { name: 'CCCD mặt trước.png' })
  await expect(shown).toBeVisible()
  expect(await shown.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1)
  await choose.setInputFiles({ name: 'trang.png', mimeType: 'image/png', buffer: Buffer.from('<html>') })
  await expect(part.getByRole('alert')).toContainText('trang.png')
  await nothingSerious(page, 'attachments')
  await part.getByRole('button', { name: 'Bỏ CCCD mặt trước.png' }).click()
  await takesVietnamese(page, page.getByRole('dialog').getByLabel('Lý do'))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(shown).toBeHidden()
})

test('a PDF is drawn in the page, turned by keyboard, and runs nothing', async ({ page, desk }) => {
  const file = await aFile(desk)
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  await open(page, file)
  const part = page.locator('.att-part')
  const scan = { name: 'Giấy khám.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdfToLookAt()) }
  await page.getByLabel('Tệp đính kèm', { exact: true }).setInputFiles(scan)
  await part.getByRole('button', { name: 'Giấy khám.pdf', exact: true }).press('Enter')
  const viewer = part.getByRole('region', { name: 'Xem tệp Giấy khám.pdf' })
  const canvas = viewer.locator('canvas')
  await expect(viewer.getByText('Trang 1/2')).toBeVisible()
  await expect(canvas).toHaveAttribute('data-drawn', '1')
  // letters on white
  const text = await dark(canvas, { left: 0.1, top: 0.4, right: 0.7, bottom: 0.5 })
  expect(text).toBeGreaterThan(0.05)
  expect(text).toBeLessThan(0.7)
  await nothingSerious(page, 'a PDF looked at')
  await viewer.getByRole('region', { name: 'Nội dung trang' }).focus()
  await page.keyboard.press('PageDown')
  await expect(viewer.getByText('Trang 2/2')).toBeVisible()
  await expect(canvas).toHaveAttribute('data-drawn', '2')
  expect(await dark(canvas, { left: 0.2, top: 0.3, right: 0.8, bottom: 0.7 })).toBe(1)
  expect(await dark(canvas, { left: 0, top: 0, right: 1, bottom: 0.2 })).toBe(0)
  const width = (await canvas.boundingBox())?.width ?? 0
  await viewer.getByRole('button', { name: 'Phóng to' }).click()
  await expect.poll(async () => (await canvas.boundingBox())?.width).toBeGreaterThan(width * 1.4)
  await viewer.getByRole('button', { name: 'Vừa chiều ngang' }).click()
  await expect.poll(async () => (await canvas.boundingBox())?.width).toBe(width)
  await page.keyboard.press('PageUp')
  await expect(viewer.getByText('Trang 1/2')).toBeVisible()
  expect(said).toEqual([])
})

/** The share of dark pixels in a part of a canvas, given in shares of its sides. */
function dark(canvas: Locator, part: { left: number; top: number; right: number; bottom: number }) {
  return canvas.evaluate((element, { left, top, right, bottom }) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas')
    const { width, height } = element
    const [x, y] = [Math.ceil(left * width), Math.ceil(top * height)]
    const wide = Math.floor(right * width) - x
    const { data } = element.getContext('2d')?.getImageData(x, y, wide, Math.floor(bottom * height) - y) ?? {
      data: new Uint8ClampedArray(),
    }
    let count = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) count += 1
    return (count * 4) / data.length
  }, part)
}

test('the new fields of a file take Vietnamese however it is typed', async ({ page, desk }) => {
  const file = await aFile(desk)
  await open(page, file)
  await page.getByRole('button', { name: 'Viết ghi chú' }).click()
  const notes = page.getByRole('form', { name: 'Ghi chú của hồ sơ' }).getByRole('textbox')
  await takesVietnamese(page, notes)
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.app-notes')).toHaveText('Đức Hòa')

  await goTo(page, `/phieu/lap?kind=receipt&file=${file.id}`)
  await page.getByRole('button', { name: 'Thêm giấy tờ' }).click()
  await takesVietnamese(page, page.getByRole('textbox', { name: 'Giấy tờ 1' }))
  await expect(page.getByRole('article').getByText('1. Đức Hòa')).toBeVisible()
  await nothingSerious(page, 'a slip filled in')
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('button', { name: 'In phiếu' })).toBeVisible()
  await nothingSerious(page, 'a slip to print')
})

/** One white pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
)
