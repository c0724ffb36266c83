import { expect, type Page } from '@playwright/test'
import { decodeWire, encodeWire } from '../../electron/core/wire.ts'
import { test } from './support/desk.ts'
import { aFile } from './support/file.ts'
import { goTo, signIn } from './support/people.ts'

const words = 'Có phần của màn hình này chưa đọc được'

test('what could not be read is told on the screen, until it was read', async ({ page, desk }) => {
  await signIn(page, desk)
  const file = await aFile(desk)
  const heal = await broken(page, 'audit.ofFile')
  await goTo(page, `/ho-so/${file.id}`)
  await expect(page.getByRole('article', { name: file.dossierCode })).toBeVisible()
  await expect(page.getByText(words)).toBeVisible()
  heal()
  await page.getByRole('alert').getByRole('button', { name: 'Tải lại' }).press('Enter')
  await expect(page.getByText(words)).toHaveCount(0)
})

test('figures that could not be asked again stay, and are said to be old', async ({ page, desk }) => {
  await signIn(page, desk)
  await aFile(desk)
  await page.reload()
  const figures = page.getByRole('region', { name: 'Việc cần làm' })
  await expect(figures).toBeVisible()
  const heal = await broken(page, 'overview.summary')
  // figures of this very second are not asked again
  await expect(async () => {
    await goTo(page, '/cai-dat')
    await goTo(page, '/')
    await expect(page.getByText(words)).toBeVisible({ timeout: 500 })
  }).toPass()
  await expect(figures).toBeVisible()
  heal()
  await page.getByRole('alert').getByRole('button', { name: 'Tải lại' }).press('Enter')
  await expect(page.getByText(words)).toHaveCount(0)
})

test('a refusal is drawn in its place and nowhere else', async ({ page, desk }) => {
  await signIn(page, desk)
  await goTo(page, '/ho-so/999999')
  await expect(page.getByText('Không tìm thấy hồ sơ. Tải lại danh sách.')).toBeVisible()
  await expect(page.getByText(words)).toHaveCount(0)
})

/** One question fails as a fault of the core would, until it is healed. */
async function broken(page: Page, name: string): Promise<() => void> {
  let failing = true
  await page.route('**/call', async route => {
    const asked = decodeWire(route.request().postData() ?? '') as { readonly name: string }
    if (!failing || asked.name !== name) return route.fallback()
    const error = { code: 'unexpected', message: 'Ứng dụng gặp lỗi khi thực hiện việc này.' }
    await route.fulfill({ contentType: 'application/json', body: encodeWire({ ok: false, error }) })
  })
  return () => {
    failing = false
  }
}
