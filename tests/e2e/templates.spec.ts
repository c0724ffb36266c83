import { expect, type Locator, type Page } from '@playwright/test'
import { addDays, nowInVietnam, showDay } from '../../electron/core/calendar/day.ts'
import type { ReportSettings } from '../../electron/core/settings/contract.ts'
import { plainTemplate } from '../../electron/core/settings/model.ts'
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

const templateOn = async (desk: Desk, on: string, report = 'ket-qua') =>
  (await ask<ReportSettings>(desk, 'settings.ofReport', { report, on }, await administratorOf(desk)))
    .reportTemplate

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
  expect((await templateOn(desk, today)).value).toEqual(plainTemplate)
  expect((await templateOn(desk, later)).value.signerTitle).toBe('KT. Giám đốc / Phó Giám đốc')
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
  // once more, now that this value is the one on screen
  await saveFrom(page, form(page).getByLabel('Ký hiệu văn bản'), 'BC-KK')
  await expect
    .poll(async () => (await templateOn(desk, later, 'kho-khan')).value)
    .toMatchObject({ symbol: 'BC-KK', signerName: 'Họ và tên', signerTitle: '' })
  expect((await templateOn(desk, later)).value).toMatchObject({ symbol: '', signerName: '' })
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
  expect((await templateOn(desk, '2022-12-31')).value).toEqual(plainTemplate)

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

test('a value of another day is chosen, corrected and left by keyboard, and not written over unseen', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await openTemplates(page)
  const choice = form(page).getByLabel('Đang xem nội dung')
  await expect(choice.locator('option')).toHaveText([
    'từ đầu',
    'từ 01/01/2023 (đang áp dụng)',
    `từ ${showDay(later)} (chưa áp dụng)`,
  ])
  const symbol = form(page).getByLabel('Ký hiệu văn bản')
  await symbol.fill('BC-CHUA-LUU')
  await saveFrom(page, form(page).getByLabel('Áp dụng từ ngày'), showDay(later))
  await expect(form(page).getByText(`đã có nội dung áp dụng từ ${showDay(later)}`)).toBeVisible()
  expect((await templateOn(desk, later)).value.symbol).toBe('')

  // what was typed is given up only on demand
  await choice.selectOption(later)
  const leaving = page.getByRole('dialog', { name: 'Nội dung đang sửa chưa lưu' })
  await leaving.getByRole('button', { name: 'Quay lại' }).press('Enter')
  await expect(symbol).toHaveValue('BC-CHUA-LUU')
  await expect(choice).toHaveValue('2023-01-01')
  await choice.selectOption(later)
  await leaving.getByRole('button', { name: 'Bỏ nội dung đang sửa' }).press('Enter')
  await expect(choice).toHaveValue(later)
  await expect(form(page).getByLabel('Chức vụ người ký')).toHaveValue('KT. Giám đốc / Phó Giám đốc')
  await saveFrom(page, symbol, 'BC-SAU')
  await expect(saved(page)).toBeVisible()
  expect((await templateOn(desk, later)).value.symbol).toBe('BC-SAU')
  expect((await templateOn(desk, today)).value.symbol).toBe('')

  // saved: nothing would be lost, and the keyboard stays at the choice
  await choice.selectOption('2023-01-01')
  await expect(choice).toBeFocused()
  await expect(form(page).getByLabel('Chức vụ người ký')).toHaveValue('TL. Giám đốc / Chánh Văn phòng')
  await expect(leaving).toHaveCount(0)
})

test('what cannot be a template is refused at its field, and nothing of it is kept', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  const before = await templateOn(desk, today)
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
  expect(await templateOn(desk, today)).toEqual(before)
})
