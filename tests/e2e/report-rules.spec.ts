import { expect, type Page } from '@playwright/test'
import { addDays, nowInVietnam, showDay } from '../../electron/core/calendar/day.ts'
import type { DueReport } from '../../electron/core/filings/contract.ts'
import type { ReportKind } from '../../electron/core/reports/contract.ts'
import type { ReportSettings, Settings } from '../../electron/core/settings/contract.ts'
import { type Desk, test } from './support/desk.ts'
import { aFile } from './support/file.ts'
import { administratorOf, ask, goTo, importSample, runJob, signIn } from './support/people.ts'

const today = nowInVietnam(Date.now()).slice(0, 10)
const dutiesOn = async (desk: Desk, on: string, token: string) =>
  (await ask<Settings>(desk, 'settings.get', { on }, token)).reportDuties

async function openRules(page: Page, desk: Desk): Promise<void> {
  await signIn(page, desk)
  await goTo(page, '/cai-dat/quy-tac')
}

test('deadlines by kind are refused where nobody could keep them, and hold from their day on', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  await openRules(page, desk)
  const form = page.getByRole('form', { name: 'Lịch báo cáo' })
  const save = () => page.keyboard.press('Control+Enter')
  const first = form.getByRole('group', { name: 'Báo cáo thứ 1' })
  await first.getByLabel('Hạn').fill('99')
  await first.getByLabel('Giờ').fill('25:99')
  await save()
  await expect(form.getByText('Số ngày làm việc từ 0 đến 60. Nhập lại.')).toBeVisible()
  await expect(form.getByText('Giờ không đúng. Nhập theo dạng giờ:phút, ví dụ 16:30.')).toBeVisible()
  await first.getByLabel('Hạn').fill('2')
  await first.getByLabel('Giờ').fill('16:30')

  await form.getByRole('button', { name: 'Thêm báo cáo' }).press('Enter')
  const added = form.getByRole('group', { name: 'Báo cáo thứ 4' })
  await added.getByLabel('Hạn').fill('5')
  await save()
  await expect(form.getByText('Báo cáo này đã có ở dòng 3 với cùng loại kỳ.')).toBeVisible()
  await added
    .getByLabel('Báo cáo', { exact: true })
    .selectOption('Báo cáo thực hiện chỉ tiêu dịch vụ công trực tuyến')
  await added.getByLabel('Kỳ').selectOption('Ngày')
  await added.getByLabel('Hạn').focus()
  await save()
  await expect(form.getByText('Báo cáo này không lập theo loại kỳ đã chọn. Chọn loại kỳ khác.')).toBeVisible()
  await added.getByLabel('Kỳ').selectOption('Tháng')

  const from = form.getByLabel('Áp dụng từ ngày')
  await from.fill('31/02/2024')
  await save()
  await expect(form.getByText('Ngày không có trong lịch.')).toBeVisible()
  await expect(form.getByRole('alert')).toContainText('Áp dụng từ ngày')
  expect(await dutiesOn(desk, today, token)).toMatchObject({ version: 0 })

  // saved from within the field: what was typed last counts
  await from.fill('010124')
  await save()
  await expect(page.getByText('Đã lưu mục “Lịch báo cáo”.')).toBeVisible()
  expect(await dutiesOn(desk, '2023-12-31', token)).toMatchObject({ version: 0, fromDay: '0001-01-01' })
  const { fromDay, value } = await dutiesOn(desk, today, token)
  expect(fromDay).toBe('2024-01-01')
  expect(value.duties).toHaveLength(4)
  expect(value.duties[0]).toEqual({ report: 'ket-qua', periodKind: 'day', workingDays: 2, hour: '16:30' })
  expect(value.duties[3]).toEqual({ report: 'chi-tieu', periodKind: 'month', workingDays: 5, hour: null })
})

test('a kind of report closes on the 14th from a day on, and the next kind from the same day keeps it', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  await openRules(page, desk)
  const form = page.getByRole('form', { name: 'Kỳ báo cáo theo loại báo cáo' })
  const fill = async (report: string, day: string) => {
    await form.getByLabel('Loại báo cáo').selectOption(report)
    await form.getByLabel('Có quy tắc riêng').check()
    await form.getByLabel('Tuần bắt đầu từ').selectOption('Thứ Sáu')
    await form.getByLabel('Tháng chốt số liệu ngày 14').check()
    await form.getByLabel('Áp dụng từ ngày').fill(day)
    await page.keyboard.press('Control+s')
  }
  await fill('Báo cáo tổng hợp tình hình thực hiện (có lời văn)', '01/01/2024')
  await expect(page.getByText('Đã lưu mục “Kỳ báo cáo theo loại báo cáo”.')).toBeVisible()
  const kinds = await ask<ReportKind[]>(desk, 'reports.kinds', {}, token)
  expect(kinds.find(({ name }) => name === 'tong-hop')?.rules).toContainEqual({
    from: '2024-01-01',
    weekStart: 5,
    monthClosesOn14: true,
  })
  await goTo(page, '/bao-cao/lap-ky?kind=month&id=2024-02')
  await expect(
    page.getByRole('main').getByText('Kỳ riêng 15/01/2024 – 14/02/2024', { exact: false }),
  ).toHaveCount(1)

  // two kinds from one day that is still to come: each has its own
  const later = addDays(today, 40)
  for (const report of ['Báo cáo khó khăn, vướng mắc', 'Báo cáo trả kết quả qua dịch vụ bưu chính']) {
    await goTo(page, '/cai-dat/quy-tac')
    await page.reload()
    await fill(report, showDay(later))
    await expect(page.getByText('Đã lưu mục “Kỳ báo cáo theo loại báo cáo”.')).toBeVisible()
  }
  for (const [report, fromDay] of [
    ['kho-khan', later],
    ['buu-chinh', later],
    ['tong-hop', '2024-01-01'],
  ]) {
    const { reportPeriod } = await ask<ReportSettings>(
      desk,
      'settings.ofReport',
      { report, on: later },
      token,
    )
    expect(reportPeriod).toMatchObject({ fromDay, value: { weekStart: 5, monthClosesOn14: true } })
  }
})

test('the overview reminds of a missing report, leads to it, and is content once it was sent', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  await importSample(desk, '01-portal.xlsx', token)
  await aFile(desk)
  const weekly = [{ report: 'ket-qua', periodKind: 'week', workingDays: 1, hour: null }]
  const set = async (duties: typeof weekly) => {
    const { fromDay, version, value } = await dutiesOn(desk, today, token)
    const input = { key: 'reportDuties', fromDay, version, value: { ...value, duties } }
    await ask(desk, 'settings.set', input, token)
  }
  await set(weekly)
  const span = { from: addDays(today, -31), to: addDays(today, 7) }
  const due = await ask<DueReport[]>(desk, 'filings.calendar', span, token)
  const missing = due.filter(({ state }) => state === 'missing')
  const last = missing.at(-1)
  if (last === undefined) throw new Error('a week of the last month is missing')

  await signIn(page, desk)
  const card = page.getByRole('main').locator('section', { hasText: 'Báo cáo đến hạn' })
  await expect(card).toContainText(`${missing.length} báo cáo quá hạn trong 31 ngày qua`)
  await card.getByRole('link', { name: last.periodTitle }).press('Enter')
  const row = page
    .getByRole('table', { name: 'Lịch báo cáo' })
    .getByRole('row')
    .filter({ hasText: last.periodTitle })
  await expect(row).toContainText('Quá hạn')
  await row.getByRole('button', { name: `Lập báo cáo ${last.periodTitle}` }).press('Enter')
  await expect(page.getByRole('heading', { name: last.periodTitle, level: 1 })).toBeVisible()

  const period = { kind: last.periodKind, id: last.periodId }
  const standing = async () => {
    const [filing] = await ask<{ id: number; version: number }[]>(
      desk,
      'filings.ofPeriod',
      { report: 'ket-qua', period },
      token,
    )
    return { id: filing?.id, version: filing?.version }
  }
  await ask(desk, 'filings.complete', await standing(), token)
  await ask(desk, 'filings.submit', await standing(), token)
  await runJob(desk, 'filings.approve', await standing(), token)
  // approved is not sent: the reminder stays, and leads to the filing now
  await goTo(page, '/')
  const reminder = card.getByRole('link', { name: last.periodTitle })
  // the screen draws what it knew while it asks again: its old link leads to the calendar
  await expect(reminder).toHaveAttribute('href', /^#\/bao-cao\/ky\//)
  await reminder.press('Enter')
  await expect(page.getByRole('region', { name: 'Tình trạng báo cáo' })).toContainText('Đã duyệt')
  const sending = { ...(await standing()), number: '12', day: today, receivers: ['Bộ Giao thông vận tải'] }
  await runJob(desk, 'filings.send', sending, token)
  await goTo(page, '/')
  await page.reload()
  await expect(card).toContainText(`${missing.length - 1} báo cáo quá hạn trong 31 ngày qua`)
  await expect(card.getByRole('link', { name: last.periodTitle })).toHaveCount(0)

  await set([])
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Số hồ sơ' })).toBeVisible()
  await expect(card).toHaveCount(0)
  await goTo(page, `/bao-cao?han=${today.slice(0, 7)}`)
  await expect(page.getByText('Không có báo cáo nào đến hạn trong thời gian này')).toBeVisible()
})
