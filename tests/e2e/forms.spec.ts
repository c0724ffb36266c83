import { expect, type Page } from '@playwright/test'
import type { Page as RegisterPage } from '../../electron/core/applications/contract.ts'
import { test } from './support/desk.ts'
import { administratorOf, ask, goTo, importSample, signIn } from './support/people.ts'

test('the first start puts the cursor where the first thing is missing', async ({ page, desk }) => {
  await page.goto(desk.url)
  await page.getByRole('button', { name: /Thiết lập cơ quan/ }).click()
  await page.getByRole('button', { name: 'Tiếp tục' }).click()
  await expect(page.getByText('Chọn tỉnh, thành phố.')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Tỉnh, thành phố' })).toBeFocused()
})

test('an office without files is told how to begin, not rows of zeros', async ({ page, desk }) => {
  await signIn(page, desk)
  await expect(page.getByText('Sổ chưa có hồ sơ')).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Nhập danh sách' }).click()
  await expect(page.getByRole('heading', { name: 'Nhập danh sách', level: 1 })).toBeVisible()
})

test('one click on the button checks the whole form, whatever the field that is left says', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await goTo(page, '/cai-dat/tai-khoan')
  await page.getByRole('button', { name: 'Thêm tài khoản' }).click()
  const form = page.getByRole('form', { name: 'Thêm tài khoản' })
  await expect(form.getByLabel('Họ và tên')).toBeFocused()
  await form.getByRole('button', { name: 'Lưu' }).click()
  await expect(form.getByText('Nhập họ và tên')).toBeVisible()
  await expect(form.getByText('Tên đăng nhập gồm 2–32')).toBeVisible()
  await expect(form.getByLabel('Họ và tên')).toBeFocused()
})

test('a list that is cut off tells the whole under the pointer', async ({ page, desk }) => {
  await signIn(page, desk)
  await page.setViewportSize({ width: 911, height: 512 })
  await goTo(page, '/nhap')
  await page
    .locator('input[type="file"]')
    .setInputFiles(new URL('../samples/10-dirty.xlsx', import.meta.url).pathname)
  const cell = page.getByRole('gridcell', { name: /^Ô “Họ và tên” chứa lỗi công thức/ }).first()
  await cell.hover()
  await expect(cell).toHaveAttribute('title', /Sửa lại ô này trong tệp/)
})

test('the keyboard goes on in the screen that was opened, and back to the line a form was opened from', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await page.keyboard.press('Alt+5')
  await expect(page.getByRole('heading', { name: 'Cài đặt', level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Cơ quan' })).toBeFocused()
  await goTo(page, '/cai-dat/to')
  const add = page.getByRole('button', { name: 'Thêm tổ' })
  await add.press('Enter')
  await expect(page.getByLabel('Tên tổ')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(add).toBeFocused()
})

test('who types at once in a dialog keeps the field, however late the dialog takes the focus', async ({
  page,
  desk,
}) => {
  await page.addInitScript(() => {
    const soon = window.setTimeout
    // what a slow PC does to work that is put off to the next moment
    const late = (work: TimerHandler, wait = 0) => soon(work, wait === 0 ? 500 : wait)
    Object.assign(window, { setTimeout: late })
  })
  const token = await administratorOf(desk)
  await importSample(desk, '01-portal.xlsx', token)
  const { rows } = await ask<RegisterPage>(desk, 'applications.list', { statuses: [4], limit: 1 }, token)
  await signIn(page, desk)
  await page.getByRole('button', { name: 'Tài khoản' }).click()
  await page.getByRole('button', { name: 'Đổi mật khẩu' }).click()
  const password = page.getByRole('dialog', { name: 'Đổi mật khẩu' })
  await expect(password.getByLabel('Mật khẩu đang dùng')).toBeFocused()
  await typeInto(page, 'câu dài để thử')
  await expect(password.getByLabel(/^Mật khẩu mới/)).toHaveValue('câu dài để thử')
  await page.keyboard.press('Escape')
  await expect(password).toBeHidden()

  await goTo(page, `/ho-so?id=${rows[0]?.id}`)
  await page.getByRole('button', { name: 'Yêu cầu bổ sung' }).click()
  const step = page.getByRole('dialog')
  await expect(step.getByLabel('Ngày thực hiện')).toBeFocused()
  await typeInto(page, 'Thiếu giấy khám')
  await expect(step.getByLabel('Lý do')).toHaveValue('Thiếu giấy khám')
})

/** Goes on to the next field and types, slowly enough for a timer to come in between. */
async function typeInto(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Enter')
  await page.keyboard.type(text, { delay: 60 })
}
