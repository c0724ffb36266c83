import { expect, type Locator, type Page } from '@playwright/test'
import { addDays, nowInVietnam, showDay } from '../../electron/core/calendar/day.ts'
import type { Settings } from '../../electron/core/settings/contract.ts'
import { type Desk, test } from './support/desk.ts'
import { nothingSerious } from './support/file.ts'
import { administratorOf, ask, goTo, signIn } from './support/people.ts'

// the templates that one test saves are what the next one adds to
test.describe.configure({ mode: 'serial' })

const today = nowInVietnam(Date.now()).slice(0, 10)
const later = addDays(today, 30)

const form = (page: Page) => page.getByRole('form', { name: 'Mẫu báo cáo' })
const paper = (page: Page) => page.getByRole('main').locator('.report-pages')
const forms06a = (page: Page) => paper(page).locator('table[data-table="ii06a"]')
const numbersOfForm = (page: Page) => forms06a(page).getByRole('columnheader', { name: /^\(\d+\)$/ })

const templatesOn = async (desk: Desk, on: string) =>
  (await ask<Settings>(desk, 'settings.get', { on }, await administratorOf(desk))).reportTemplates

async function openTemplates(page: Page): Promise<void> {
  await goTo(page, '/cai-dat/mau-bao-cao')
  await expect(form(page)).toBeVisible()
}

async function lookAt(page: Page, report: string): Promise<void> {
  await goTo(page, `/bao-cao?name=${report}&kind=month&id=2023-09`)
  await expect(paper(page)).toBeVisible()
}

/** Types and saves from within the field, as a hand on the keyboard does. */
async function saveFrom(page: Page, field: Locator, text: string): Promise<void> {
  await field.fill(text)
  await page.keyboard.press('Control+s')
}

const saved = (page: Page) => page.getByText('Đã lưu mục “Mẫu báo cáo”.')

test('a template from a later day on leaves the reports of today as they are', async ({ page, desk }) => {
  await signIn(page, desk)
  await openTemplates(page)
  await form(page).getByLabel('Chức vụ người ký').fill('KT. Giám đốc / Phó Giám đốc')
  await saveFrom(page, form(page).getByLabel('Áp dụng từ ngày'), showDay(later))
  await expect(saved(page)).toBeVisible()
  await expect(form(page).getByText(`(từ ${showDay(later)})`)).toBeVisible()
  expect((await templatesOn(desk, today)).value).toEqual({})
  expect((await templatesOn(desk, later)).value['ket-qua']?.signerTitle).toBe('KT. Giám đốc / Phó Giám đốc')
  await lookAt(page, 'ket-qua')
  await expect(paper(page).getByText('GIÁM ĐỐC', { exact: true })).toBeVisible()
  await expect(paper(page).getByText('PHÓ GIÁM ĐỐC')).toHaveCount(0)
})

test('another kind gets its template from the same day on, and neither loses its own', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await openTemplates(page)
  await page.getByRole('main').getByLabel('Báo cáo', { exact: true }).selectOption({
    label: 'Báo cáo khó khăn, vướng mắc',
  })
  await form(page).getByLabel('Họ và tên người ký').fill('Họ và tên')
  await saveFrom(page, form(page).getByLabel('Áp dụng từ ngày'), showDay(later))
  await expect(saved(page)).toBeVisible()
  // once more, now that this day is the one being corrected
  await saveFrom(page, form(page).getByLabel('Ký hiệu văn bản'), 'BC-KK')
  await expect.poll(async () => (await templatesOn(desk, later)).value['kho-khan']?.symbol).toBe('BC-KK')
  expect(Object.keys((await templatesOn(desk, later)).value).sort()).toEqual(['ket-qua', 'kho-khan'])
})

test('from its day on the report has its own signer, receivers, columns and paragraphs, the others do not', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await lookAt(page, 'ket-qua')
  await expect(numbersOfForm(page)).toHaveCount(13)

  await openTemplates(page)
  await form(page).getByLabel('Chức vụ người ký').fill('TL. Giám đốc / Chánh Văn phòng')
  await form(page).getByLabel('Nơi nhận').fill('Cục Đường bộ Việt Nam\nLưu: VT, VP')
  await form(page).getByLabel('Đoạn kết thúc').fill('Sở Giao thông vận tải kính báo cáo.')
  await form(page)
    .getByText(/^Cột của bảng: I\. Tình hình/)
    .press('Enter')
  const columns = form(page).getByRole('list', { name: /^Cột của bảng: I\. Tình hình/ })
  await columns.getByRole('checkbox', { name: 'Số lượng hồ sơ tiếp nhận › Từ kỳ trước' }).press('Space')
  await columns
    .getByRole('button', { name: 'Số lượng hồ sơ đang giải quyết › Quá hạn: lên trước' })
    .press('Enter')
  await nothingSerious(page, 'the template of a report')
  await saveFrom(page, form(page).getByLabel('Áp dụng từ ngày'), '010123')
  await expect(saved(page)).toBeVisible()
  expect((await templatesOn(desk, '2022-12-31')).value).toEqual({})

  await lookAt(page, 'ket-qua')
  await expect(paper(page).getByText('CHÁNH VĂN PHÒNG')).toBeVisible()
  await expect(paper(page).getByText('- Cục Đường bộ Việt Nam;')).toBeVisible()
  await expect(paper(page).getByText('- Lưu: VT, VP.')).toBeVisible()
  await expect(paper(page).getByText('Sở Giao thông vận tải kính báo cáo.')).toBeVisible()
  const shown = [1, 2, 3, 4, 5, 7, 8, 9, 10, 11, 13, 12].map(number => `(${number})`)
  await expect(numbersOfForm(page)).toHaveText(shown)
  await lookAt(page, 'kho-khan')
  await expect(paper(page).getByText('CHÁNH VĂN PHÒNG')).toHaveCount(0)
})

test('what cannot be a template is refused at its field, and nothing of it is kept', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  const before = await templatesOn(desk, today)
  await openTemplates(page)
  await saveFrom(page, form(page).getByLabel('Ký hiệu văn bản'), 'X'.repeat(41))
  await expect(form(page).getByText('Nội dung dài quá 40 ký tự. Rút ngắn lại.')).toBeVisible()
  await form(page).getByLabel('Ký hiệu văn bản').fill('BC-MOI')
  await saveFrom(page, form(page).getByLabel('Đoạn mở đầu'), 'a'.repeat(4001))
  await expect(form(page).getByText('Nội dung dài quá 4.000 ký tự. Rút ngắn lại.')).toBeVisible()
  await form(page).getByLabel('Đoạn mở đầu').fill('')
  await saveFrom(page, form(page).getByLabel('Áp dụng từ ngày'), '32/13/2026')
  await expect(form(page).getByText('Ngày không có trong lịch.')).toBeVisible()
  await expect(
    form(page).getByText('Chưa lưu: ngày ở ô “Áp dụng từ ngày” không có trong lịch.'),
  ).toBeVisible()
  expect(await templatesOn(desk, today)).toEqual(before)
})
