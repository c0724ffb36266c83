import { expect } from '@playwright/test'
import type { Application } from '../../electron/core/applications/contract.ts'
import { fields } from '../../electron/core/applications/model.ts'
import { encodeWire } from '../../electron/core/wire.ts'
import { test } from './support/desk.ts'
import { aFile, nothingSerious, openFile } from './support/file.ts'
import { administratorOf, ask, goTo, signIn } from './support/people.ts'
import { takesVietnamese } from './support/typing.ts'

test.beforeEach(async ({ page, desk }) => {
  await signIn(page, desk)
})

test('two who change one file see both versions, choose, and lose nothing typed', async ({ page, desk }) => {
  const file = await aFile(desk, { phone: '0912345678', address: 'Ấp Một' })
  await openFile(page, file)
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
  await openFile(page, file)
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

test('the new fields of a file take Vietnamese however it is typed', async ({ page, desk }) => {
  const file = await aFile(desk)
  await openFile(page, file)
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

test('whoever a file is assigned to stands in its form after they have left, until it is chosen otherwise', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  const account = { username: 'can-bo-cu', displayName: 'Lê Thị Cũ', role: 'officer' }
  const password = 'mật khẩu dài để thử'
  type Named = { readonly id: number; readonly version: number }
  const officer = await ask<Named>(desk, 'users.create', { ...account, password }, token)
  const team = await ask<Named>(desk, 'teams.create', { name: 'Tổ Cũ' }, token)
  const reason = { list: 'reason', code: 'ly-do-cu', name: 'Lý do cũ' }
  const { version } = await ask<Named>(desk, 'catalogue.saveItem', { ...reason, version: 0 }, token)
  // a file of another province has a district that is not offered here either
  const assigned = { officerId: officer.id, teamId: team.id, reasonCode: reason.code, districtCode: '001' }
  const file = await aFile(desk, assigned)
  const { id, version: first } = officer
  const { displayName, role } = account
  await ask(desk, 'users.update', { id, version: first, displayName, role, active: false }, token)
  await ask(desk, 'teams.update', { ...team, name: 'Tổ Cũ', active: false }, token)
  const retired = { list: 'reason', code: reason.code, toDay: '2026-01-01', version }
  await ask(desk, 'catalogue.retireItem', retired, token)
  const facts = async () => (await ask<Application>(desk, 'applications.get', { id: file.id }, token)).facts

  await openFile(page, file)
  await page.keyboard.press('F2')
  const form = page.getByRole('form', { name: 'Sửa thông tin hồ sơ' })
  const chosen = (label: string) => form.getByLabel(label, { exact: true }).locator('option:checked')
  await expect(chosen('Cán bộ thụ lý')).toHaveText('Lê Thị Cũ (ngừng dùng)')
  await expect(chosen('Tổ')).toHaveText('Tổ Cũ (ngừng dùng)')
  await expect(chosen('Lý do đổi')).toHaveText('Lý do cũ (ngừng dùng)')
  await expect(form.getByLabel(fields.districtCode.label)).toHaveValue('Quận Ba Đình')
  await form.getByLabel('Số điện thoại').fill('0977000111')
  await page.keyboard.press('Control+s')
  await expect(form).toBeHidden()
  expect(await facts()).toMatchObject({ ...assigned, phone: '0977000111' })

  await page.keyboard.press('F2')
  await form.getByLabel('Cán bộ thụ lý').selectOption('Chưa phân công')
  // chosen by mistake, the one who stood there can be chosen again
  await form.getByLabel('Cán bộ thụ lý').selectOption('Lê Thị Cũ (ngừng dùng)')
  await form.getByLabel('Cán bộ thụ lý').selectOption('Chưa phân công')
  await page.keyboard.press('Control+s')
  await expect(form).toBeHidden()
  expect(await facts()).toMatchObject({ ...assigned, officerId: null })
})

test('a form with choices that could not be read says so instead of showing none', async ({ page, desk }) => {
  const file = await aFile(desk)
  let failing = true
  await page.route('**/call', async route => {
    if (!failing || !(route.request().postData() ?? '').includes('users.officers')) return route.fallback()
    const error = { code: 'unexpected', message: 'Chưa đọc được danh sách cán bộ.' }
    await route.fulfill({ contentType: 'application/json', body: encodeWire({ ok: false, error }) })
  })
  await openFile(page, file)
  await page.keyboard.press('F2')
  const part = page.locator('.app-part', { has: page.getByRole('heading', { name: 'Thông tin hồ sơ' }) })
  await expect(part.getByRole('alert')).toContainText('Chưa đọc được danh sách cán bộ.')
  failing = false
  await part.getByRole('button', { name: 'Tải lại' }).press('Enter')
  await expect(page.getByRole('form', { name: 'Sửa thông tin hồ sơ' }).getByLabel('Mã hồ sơ')).toBeFocused()
})
