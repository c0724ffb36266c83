import { expect } from '@playwright/test'
import type { Saved } from '../../electron/core/applications/contract.ts'
import { nowInVietnam } from '../../electron/core/calendar/day.ts'
import { test } from './support/desk.ts'
import { aFile, nothingSerious, openFile } from './support/file.ts'
import { administratorOf, ask, signIn } from './support/people.ts'

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
