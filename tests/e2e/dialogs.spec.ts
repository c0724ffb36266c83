import { expect } from '@playwright/test'
import type { Application, Saved } from '../../electron/core/applications/contract.ts'
import { nowInVietnam } from '../../electron/core/calendar/day.ts'
import { test } from './support/desk.ts'
import { aFile, nothingSerious, openFile } from './support/file.ts'
import { administratorOf, ask, comeBack, goTo, signIn } from './support/people.ts'

const today = nowInVietnam(Date.now()).slice(0, 10)

test('a step that can no longer be taken back says so, and its dialog stays until it is closed', async ({
  page,
  desk,
}) => {
  const lead = await administratorOf(desk)
  const officer = { username: 'canbo', displayName: 'Cán bộ một cửa', password: 'mật khẩu dài để thử' }
  await ask(desk, 'users.create', { ...officer, role: 'officer' }, lead)
  const { token } = await ask<{ token: string }>(desk, 'users.signIn', officer, null)
  const file = await aFile(desk)
  const asked = { id: file.id, version: file.version, move: 'process', day: today }
  const { version } = await ask<Saved>(desk, 'applications.move', asked, token)
  await signIn(page, desk, officer)
  await openFile(page, file)
  await page.keyboard.press('Shift+F8')
  const dialog = page.getByRole('dialog', { name: 'Rút lại bước “Đang xử lý”' })
  await expect(dialog).toBeVisible()

  await ask(desk, 'applications.move', { id: file.id, version, move: 'finish', day: today }, lead)
  await dialog.getByRole('button', { name: 'Rút lại bước' }).press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('Quản trị đơn vị')
  // a second try would take back another step than the one it names
  await expect(dialog.getByRole('button', { name: 'Rút lại bước' })).toBeHidden()
  await expect(dialog.getByRole('button', { name: 'Quay lại' })).toBeFocused()
  await nothingSerious(page, 'a refused undo')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: 'Rút lại bước' })).toBeHidden()
})

test('an appointed day that a colleague gives behind an open correction is not written over unseen', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  const file = await aFile(desk)
  await signIn(page, desk)
  await openFile(page, file)
  await page.getByRole('button', { name: 'Vì sao ngày này?' }).press('Enter')
  await page.getByRole('button', { name: 'Sửa ngày hẹn trả' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ngày hẹn trả đúng').fill('20112030')
  await dialog.getByLabel('Lý do sửa').fill('Công dân xin lùi ngày')

  const told = { id: file.id, version: file.version, dueDay: '2030-11-13', reason: 'Thiếu phôi' }
  await ask(desk, 'applications.appoint', told, token)
  await comeBack(page, 'applications.get')
  await expect(page.locator('.app-head').getByText('13/11/2030')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('Hồ sơ vừa được Quản trị đơn vị')
  await expect(dialog.getByText('Thay đổi từ khi mở hồ sơ')).toBeVisible()
  await expect(dialog.getByRole('listitem').filter({ hasText: '13/11/2030' })).toBeVisible()
  const dueDay = async () => (await ask<Application>(desk, 'applications.get', { id: file.id }, token)).dueDay
  expect(await dueDay()).toBe('2030-11-13')

  // who has seen it may decide otherwise
  await expect(dialog.getByLabel('Lý do sửa')).toHaveValue('Công dân xin lùi ngày')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  expect(await dueDay()).toBe('2030-11-20')
})

test('an approval is of the report that was looked at, not of what came behind its dialog', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  const period = { kind: 'month', id: '2023-09' }
  type Stepped = { readonly id: number; readonly version: number; readonly state: string }
  let filing = await ask<Stepped>(desk, 'filings.open', { report: 'ket-qua', period }, token)
  const take = async (step: string, comment: string | null = null) => {
    const { id, version } = filing
    filing = await ask<Stepped>(desk, `filings.${step}`, { id, version, comment }, token)
  }
  await take('complete')
  await take('submit')
  await signIn(page, desk)
  await goTo(page, `/bao-cao/ky/${filing.id}`)
  await page.getByRole('button', { name: 'Duyệt báo cáo' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Ý kiến').fill('Đồng ý')

  await take('giveBack', 'Sửa lời văn')
  await take('complete')
  await take('submit')
  await comeBack(page, 'filings.get')
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('alert')).toContainText('Báo cáo vừa được Quản trị đơn vị cập nhật')
  const standing = await ask<Stepped>(desk, 'filings.get', { id: filing.id }, token)
  expect(standing).toMatchObject({ state: 'submitted', version: filing.version })

  await dialog.getByLabel('Ý kiến').press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('region', { name: 'Tình trạng báo cáo' })).toContainText('Đã duyệt')
})
