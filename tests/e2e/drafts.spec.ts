import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'
import { aFile, nothingSerious, openFile } from './support/file.ts'
import { administratorOf, ask, comeBack, goTo, heldBack, signIn } from './support/people.ts'

/** Waits until the pause of typing has been kept. */
async function keptDraft(page: Page, type: () => Promise<void>): Promise<void> {
  const kept = page.waitForResponse(async answer =>
    (answer.request().postData() ?? '').includes('drafts.keep'),
  )
  await type()
  await kept
}

test.beforeEach(async ({ page, desk }) => {
  await signIn(page, desk)
})

test('a draft outlives a reload and is offered back once', async ({ page }) => {
  await goTo(page, '/ho-so/moi')
  await page.getByLabel('Mã hồ sơ').fill('HS-DO-DANG')
  await page.getByLabel('Họ và tên').fill('Lê Thị Dở Dang')
  await keptDraft(page, () => page.getByLabel('Địa chỉ').fill('Ấp Mẫu'))
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

test('what is typed beside an offered draft is kept too, and neither is lost in a crash', async ({
  page,
}) => {
  await goTo(page, '/ho-so/moi')
  await page.getByLabel('Họ và tên').fill('Người Thứ Nhất')
  await keptDraft(page, () => page.getByLabel('Địa chỉ').fill('Ấp Một'))
  await page.reload()
  await goTo(page, '/ho-so/moi')
  const offers = page.getByRole('status').filter({ hasText: 'Có bản nháp lúc' })
  await expect(offers).toHaveText([/Đang nhập dở: Người Thứ Nhất/])
  await page.getByLabel('Họ và tên').fill('Người Thứ Hai')
  await keptDraft(page, () => page.getByLabel('Địa chỉ').fill('Ấp Hai'))
  await page.reload()
  await goTo(page, '/ho-so/moi')
  await expect(offers).toHaveText([/Người Thứ Hai/, /Người Thứ Nhất/])
  // taking one up leaves what was typed meanwhile as an offer
  await page.getByLabel('Họ và tên').fill('Người Thứ Ba')
  await offers.filter({ hasText: 'Thứ Nhất' }).getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByLabel('Địa chỉ')).toHaveValue('Ấp Một')
  await expect(offers).toHaveText([/Người Thứ Ba/, /Người Thứ Hai/])
  await page.getByLabel('Mã hồ sơ').fill(`HS-NHAP-${Date.now()}`)
  await page.keyboard.press('Control+s')
  await expect(page.getByRole('heading', { name: 'Người Thứ Nhất' })).toBeVisible()
  await page.reload()
  await goTo(page, '/ho-so/moi')
  await expect(offers).toHaveText([/Người Thứ Ba/, /Người Thứ Hai/])
  for (const left of [1, 0]) {
    await offers.first().getByRole('button', { name: 'Bỏ' }).click()
    await expect(offers).toHaveCount(left)
  }
})

test('an offer that comes late leaves the focus to who is typing already', async ({ page, desk }) => {
  const token = await administratorOf(desk)
  const form = 'new-application-1'
  await ask(desk, 'drafts.keep', { form, value: { values: { fullName: 'Người Đến Muộn' } } }, token)
  const answer = await heldBack(page, 'drafts.begun')
  await goTo(page, '/ho-so/moi')
  await expect(page.getByLabel('Mã hồ sơ')).toBeFocused()
  await page.keyboard.insertText('HS-')
  answer()
  await expect(page.getByText(/Đang nhập dở: Người Đến Muộn/)).toBeVisible()
  await expect(page.getByLabel('Mã hồ sơ')).toBeFocused()
  await page.keyboard.insertText('77')
  await expect(page.getByLabel('Mã hồ sơ')).toHaveValue('HS-77')
  await page.getByLabel('Mã hồ sơ').fill('')
  const offer = page.getByRole('status').filter({ hasText: 'Người Đến Muộn' })
  await offer.getByRole('button', { name: 'Bỏ' }).click()
  await expect(offer).toBeHidden()
})

test('an edit that was broken off is offered back after a reload', async ({ page, desk }) => {
  const file = await aFile(desk)
  await openFile(page, file)
  await page.keyboard.press('F2')
  const form = page.getByRole('form', { name: 'Sửa thông tin hồ sơ' })
  await keptDraft(page, () => form.getByLabel('Địa chỉ').fill('Ấp Dở Dang'))
  await page.reload()
  await page.getByRole('button', { name: 'Sửa tiếp' }).click()
  await expect(form.getByLabel('Địa chỉ')).toHaveValue('Ấp Dở Dang')
  await form.getByLabel('Địa chỉ').press('Control+s')
  await expect(form).toBeHidden()
  await expect(page.getByText('Ấp Dở Dang').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'Sửa tiếp' })).toBeHidden()
})

test('what is typed stands while a colleague saves the same file and the page asks again', async ({
  page,
  desk,
}) => {
  const file = await aFile(desk)
  await openFile(page, file)
  await page.keyboard.press('F2')
  const form = page.getByRole('form', { name: 'Sửa thông tin hồ sơ' })
  await form.getByLabel('Họ và tên').fill('')
  await keptDraft(page, () => form.getByLabel('Địa chỉ').fill('Ấp Một'))
  const told = { id: file.id, version: file.version, facts: { notes: 'Đồng nghiệp đã ghi' } }
  await ask(desk, 'applications.edit', told, await administratorOf(desk))
  // the answer comes between two letters, before the next pause has kept anything
  await page.route('**/call', async route => {
    const asked = route.request().postData() ?? ''
    if (asked.includes('applications.get')) await form.getByLabel('Số điện thoại').fill('0977000111')
    await route.continue()
  })
  await comeBack(page, 'applications.get')
  await expect(page.locator('.app-notes')).toHaveText('Đồng nghiệp đã ghi')
  await expect(form.getByLabel('Số điện thoại')).toHaveValue('0977000111')
  await expect(form.getByLabel('Địa chỉ')).toHaveValue('Ấp Một')
  // nor does keeping a draft take back what a field was told
  await expect(form.getByLabel('Họ và tên')).toHaveAttribute('aria-invalid', 'true')
})
