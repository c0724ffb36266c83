import AxeBuilder from '@axe-core/playwright'
import { expect } from '@playwright/test'
import { test } from './support/desk.ts'
import { administratorOf, ask, goTo, importSample, signIn } from './support/people.ts'

const period = { kind: 'month', id: '2023-09' } as const

test('a paragraph is rewritten by keyboard, keeps its numbers tied, and says which is not true', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  await importSample(desk, '01-portal.xlsx', token)
  const { id } = await ask<{ id: number }>(desk, 'filings.open', { report: 'tong-hop', period }, token)
  await signIn(page, desk)
  await goTo(page, `/bao-cao/ky/${id}?muc=loi-van`)

  const results = page.getByRole('region', { name: 'I. Kết quả thực hiện' })
  const returned = results.getByRole('article').filter({ hasText: 'Đã trả kết quả' })
  await expect(returned).toBeVisible()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  const total = (await returned.locator('.nar-number').first().textContent()) ?? ''

  await returned.getByRole('button', { name: total, exact: true }).first().press('Enter')
  const panel = page.getByRole('region', { name: 'Hồ sơ của số liệu' })
  await expect(panel.getByText(`Tổng số: ${total}`)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toBeHidden()

  await returned.getByRole('button', { name: 'Sửa đoạn' }).focus()
  await page.keyboard.press('Enter')
  const field = page.getByLabel('Nội dung đoạn')
  await expect(field).toBeFocused()
  await field.fill(`Trong tháng đã trả kết quả ${total} hồ sơ và phát 9.999 tờ hướng dẫn.`)
  await page.keyboard.press('Escape')
  await expect(returned.getByRole('button', { name: 'Sửa tiếp' })).toBeFocused()
  await page.getByRole('tab', { name: 'Nội dung' }).click()
  await page.getByRole('tab', { name: 'Lời văn' }).click()
  await returned.getByRole('button', { name: 'Sửa tiếp' }).press('Enter')
  await expect(field).toHaveValue(/phát 9\.999 tờ/)

  // a power cut keeps the words too, and who saves them is done with them
  const kept = page.waitForResponse(answer => (answer.request().postData() ?? '').includes('drafts.keep'))
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' Đạt yêu cầu.')
  await kept
  await page.reload()
  await expect(returned.getByText('Lời sửa dở của đoạn này chưa lưu.')).toBeVisible()
  await returned.getByRole('button', { name: 'Sửa tiếp' }).press('Enter')
  await expect(field).toHaveValue(/phát 9\.999 tờ hướng dẫn\. Đạt yêu cầu\.$/)
  const forgotten = page.waitForResponse(answer =>
    (answer.request().postData() ?? '').includes('drafts.discard'),
  )
  await page.keyboard.press('Control+Enter')
  await forgotten

  const rewritten = results.getByRole('article').filter({ hasText: 'tờ hướng dẫn' })
  await expect(rewritten).toContainText('Số 9.999 không gắn với số liệu nào của kỳ')
  await expect(rewritten.locator('.nar-number')).toHaveText([total])
  await expect(page.getByText('1 đoạn cần xem lại')).toBeVisible()

  await page.getByRole('tab', { name: 'Nội dung' }).click()
  await expect(page.getByText(`Trong tháng đã trả kết quả ${total} hồ sơ và phát 9.999 tờ`)).toBeVisible()

  await page.getByRole('tab', { name: 'Lời văn' }).click()
  await rewritten.getByRole('button', { name: 'Lấy lại lời của ứng dụng' }).press('Enter')
  await expect(returned).toBeVisible()
  await expect(rewritten).toBeHidden()
})
