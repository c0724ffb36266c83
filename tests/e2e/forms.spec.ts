import { expect } from '@playwright/test'
import { test } from './support/desk.ts'
import { goTo, signIn } from './support/people.ts'

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
