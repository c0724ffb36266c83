import { expect, type Page } from '@playwright/test'
import { test } from './support/desk.ts'
import { goTo } from './support/people.ts'
import { grid, listOf, noFault, openRegister } from './support/register.ts'

test.beforeEach(async ({ page, desk }) => openRegister(page, desk))

test('Ctrl+K finds a file by some of its words, and opens it or the list', async ({ page, desk }) => {
  const { rows } = await listOf(desk, { limit: 500 })
  const file = rows[60]
  if (file === undefined) throw new Error('the sample has more files')
  const words = file.fullName.split(' ')
  const box = page.getByRole('combobox', { name: 'Tìm hồ sơ' })
  await page.getByRole('link', { name: 'Tổng quan' }).click()
  await page.keyboard.press('Control+k')
  await expect(box).toBeFocused()
  await page.keyboard.insertText([...words].reverse().join(' '))
  await expect(page.getByRole('option', { name: new RegExp(file.dossierCode) })).toBeVisible()
  await expect(box).not.toHaveAttribute('aria-activedescendant', /.+/)
  await page.keyboard.press('Enter')
  await expect(page.getByLabel('Tìm trong danh sách')).toHaveValue([...words].reverse().join(' '))

  await page.keyboard.press('Control+k')
  await page.keyboard.insertText(file.dossierCode)
  await expect(page.getByRole('option').first()).toContainText(file.dossierCode)
  await noFault(page)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('article').getByRole('heading', { name: file.fullName })).toBeVisible()
  await page.keyboard.press('Escape')

  await page.keyboard.press('Control+k')
  await expect(page.getByRole('option', { name: new RegExp(`${file.dossierCode}.*đã tìm`) })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('a code read by a scanner opens its file from the list and from the search box', async ({
  page,
  desk,
}) => {
  const { rows } = await listOf(desk, { limit: 500 })
  for (const [at, read] of [
    [30, scan],
    [31, typeInBox],
  ] as const) {
    const file = rows[at]
    if (file === undefined) throw new Error('the sample has more files')
    await goTo(page, '/ho-so')
    await expect(grid(page)).toBeVisible()
    await grid(page).focus()
    await read(page, file.dossierCode)
    await expect(page.getByRole('article').getByRole('heading', { name: file.fullName })).toBeVisible()
  }
})

/** Key after key at the speed of a scanner, which no test driver reaches on a busy machine. */
async function scan(page: Page, code: string): Promise<void> {
  await page.evaluate(text => {
    for (const key of [...text, 'Enter'])
      document.activeElement?.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
      )
  }, code)
}

async function typeInBox(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}
