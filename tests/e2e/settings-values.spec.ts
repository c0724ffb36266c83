import { expect, type Page } from '@playwright/test'
import { addDays, nowInVietnam, showDay } from '../../electron/core/calendar/day.ts'
import type { Settings } from '../../electron/core/settings/contract.ts'
import type { Wording } from '../../electron/core/slips/contract.ts'
import { test } from './support/desk.ts'
import { aFile } from './support/file.ts'
import { administratorOf, ask, goTo, heldBack, signIn } from './support/people.ts'

const today = nowInVietnam(Date.now()).slice(0, 10)
const later = addDays(today, 30)

const rule = (page: Page, name: string) => page.getByRole('form', { name, exact: true })

test('words for a later day are corrected without touching those of today', async ({ page, desk }) => {
  const token = await administratorOf(desk)
  const wording = (on: string) => ask<Wording>(desk, 'slips.wording', { kind: 'receipt', on }, token)
  const before = (await wording(today)).texts
  await signIn(page, desk)
  await goTo(page, '/cai-dat/mau-phieu')
  const form = page.getByRole('form', { name: /^Câu chữ:/ })
  const sentence = form.getByRole('textbox').first()
  await sentence.fill('Từ năm sau')
  await form.getByLabel('Áp dụng từ ngày').fill(showDay(later))
  await page.keyboard.press('Control+s')
  await expect(form.getByLabel('Đang xem nội dung')).toHaveValue(later)
  await expect(form.getByLabel('Áp dụng từ ngày')).toBeFocused()
  await sentence.fill('Từ năm sau, đã sửa')
  await page.keyboard.press('Control+s')
  await expect.poll(async () => Object.values((await wording(later)).texts)).toContain('Từ năm sau, đã sửa')
  expect((await wording(today)).texts).toEqual(before)
})

test('another slip, another report is chosen by keyboard alone, one after the other', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  for (const [path, label] of [
    ['/cai-dat/mau-phieu', 'Phiếu'],
    ['/cai-dat/mau-bao-cao', 'Báo cáo'],
    ['/cai-dat/quy-tac', 'Loại báo cáo'],
  ] as const) {
    await goTo(page, path)
    const choice = page.getByRole('main').getByLabel(label, { exact: true })
    await choice.focus()
    const first = await choice.inputValue()
    await page.keyboard.press('ArrowDown')
    await expect(choice).not.toHaveValue(first)
    await expect(choice).toBeFocused()
    const second = await choice.inputValue()
    await page.keyboard.press('ArrowDown')
    await expect(choice).not.toHaveValue(second)
    await expect(choice).toBeFocused()
  }
})

test('a value is drawn as it is now, not as it was when its day was looked at before', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  const day = '2024-01-01'
  const first = (await ask<Settings>(desk, 'settings.get', {}, token)).periods
  const set = (key: string, fromDay: string, value: unknown) =>
    ask(desk, 'settings.set', { key, fromDay, version: 0, value }, token)
  await set('periods', day, { ...first.value, weekStart: 5 })
  await signIn(page, desk)
  await goTo(page, '/cai-dat/quy-tac')
  // the settings of that day are known from one rule, and another gets its own value from then on beside the screen
  const periods = rule(page, 'Kỳ báo cáo')
  await periods.getByLabel('Đang xem nội dung').selectOption('0001-01-01')
  await expect(periods.getByLabel('Tuần bắt đầu từ')).toHaveValue('1')
  await periods.getByLabel('Đang xem nội dung').selectOption(day)
  await expect(periods.getByLabel('Tuần bắt đầu từ')).toHaveValue('5')
  await set('unit', day, { unit: 'licences' })
  await set('unit', '2024-06-01', { unit: 'files' })
  const unit = rule(page, 'Đơn vị tính')
  const choice = unit.getByLabel('Đang xem nội dung')
  await goTo(page, '/cai-dat')
  await goTo(page, '/cai-dat/quy-tac')
  await choice.selectOption(day)
  await expect(unit.getByText(`(từ ${showDay(day)})`)).toBeVisible()
  await expect(unit.getByLabel('Đếm theo')).toHaveValue('licences')
})

test('who signs in for another sees nothing of what the other one was answered', async ({ page, desk }) => {
  const token = await administratorOf(desk)
  const account = {
    username: 'canbo',
    displayName: 'Cán bộ một',
    role: 'officer',
    password: 'mật khẩu dài để thử',
  }
  await ask(desk, 'users.create', account, token)
  await aFile(desk)
  await signIn(page, desk)
  await goTo(page, '/')
  const figures = page.getByRole('region', { name: 'Việc cần làm' })
  await expect(figures).toBeVisible()
  // the session ends behind the page, and somebody else takes the place
  const own = await page.evaluate(() => window.sessionStorage.getItem('gplx.token'))
  await ask(desk, 'users.signOut', {}, own ?? '')
  await goTo(page, '/cai-dat')
  await page.getByRole('dialog').getByRole('button', { name: 'Dùng tài khoản khác' }).click()
  const answer = await heldBack(page, 'overview.summary')
  await page.getByLabel('Tên đăng nhập').fill(account.username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(account.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  await goTo(page, '/')
  await expect(page.getByRole('heading', { name: 'Tổng quan', level: 1 })).toBeVisible()
  await expect(figures).toHaveCount(0)
  answer()
  await expect(figures).toBeVisible()
})
