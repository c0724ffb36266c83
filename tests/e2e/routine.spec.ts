import { expect, type Page } from '@playwright/test'
import type { ReportDocument } from '../../electron/core/reports/report.ts'
import type { Measures } from '../../electron/core/statistics/model.ts'
import { tableOf, valuesOf } from '../support/report-cells.ts'
import { readWorkbook } from '../support/workbook.ts'
import { test } from './support/desk.ts'
import { nothingSerious } from './support/file.ts'
import { administratorOf, ask, goTo, importSample, signIn } from './support/people.ts'

// the first test sees an empty register, the others one list in it
test.describe.configure({ mode: 'serial' })

const period = { kind: 'month', id: '2023-09' } as const
const reportsOf = (page: Page) => page.getByRole('main').locator('section', { hasText: 'Báo cáo của kỳ' })
const doubt = (page: Page, words: string) =>
  page.getByRole('main').getByRole('listitem').filter({ hasText: words })

/** A folder of the browser's own stands for one on the disk: no test can press buttons of the system's dialog. */
async function chooseFolder(page: Page, name: string): Promise<void> {
  await page.evaluate(async folder => {
    const root = await navigator.storage.getDirectory()
    const chosen = await root.getDirectoryHandle(folder, { create: true })
    Object.assign(window, { showDirectoryPicker: async () => chosen })
  }, name)
}

/** The files of such a folder by name, as base64. */
function filesIn(page: Page, name: string): Promise<Record<string, string>> {
  return page.evaluate(async folder => {
    const root = await navigator.storage.getDirectory()
    const found: Record<string, string> = {}
    for await (const handle of (await root.getDirectoryHandle(folder)).values()) {
      if (!(handle instanceof FileSystemFileHandle)) continue
      const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer())
      found[handle.name] = btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
    }
    return found
  }, name)
}

/** A picker that ends as the browser ends it: with an error of this name. */
async function pickingFails(page: Page, name: string): Promise<void> {
  await page.evaluate(error => {
    Object.assign(window, {
      showDirectoryPicker: async () => {
        throw new DOMException('', error)
      },
    })
  }, name)
}

/** Every report of a day but that on results. */
const daily = [
  'Báo cáo tiến độ: hồ sơ sắp đến hạn, quá hạn theo tổ và cán bộ',
  'Báo cáo khó khăn, vướng mắc',
  'Báo cáo trả kết quả qua dịch vụ bưu chính',
  'Sổ theo dõi hồ sơ (Mẫu số 06)',
  'Sổ theo dõi tình hình tiếp nhận hồ sơ TTHC',
]

async function leaveOut(page: Page, reports: readonly string[]): Promise<void> {
  for (const name of reports) {
    const box = page.getByRole('checkbox', { name })
    await box.press('Space')
    await expect(box).not.toBeChecked()
  }
}

const numbers = (row: readonly unknown[]) => row.filter(value => typeof value === 'number')

test('a period with nothing doubtful says so, and one that has not begun says why there is nothing', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  // a Saturday: nobody waits for in-person work
  await goTo(page, '/bao-cao/lap-ky?kind=day&id=2023-09-16')
  await expect(page.getByText('Không có chỗ nào cần xem lại')).toBeVisible()
  await expect(page.getByText('Chọn báo cáo rồi ghi tất cả vào một thư mục')).toBeVisible()
  await goTo(page, '/bao-cao/lap-ky?kind=year&id=2099')
  await expect(page.getByText('Kỳ này chưa bắt đầu nên chưa có gì để lập báo cáo.')).toBeVisible()
})

test('a month by keyboard: doubts first, a reason for one, and the files in a folder tell what the core tells', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  await importSample(desk, '01-portal.xlsx', token)
  await signIn(page, desk)
  await goTo(page, '/bao-cao')
  await page.getByRole('link', { name: 'Làm báo cáo kỳ' }).press('Enter')
  // the reporting year is over: its last month
  await expect(page.getByRole('combobox', { name: 'Tháng' })).toHaveValue('2023-12')
  await page.getByRole('combobox', { name: 'Tháng' }).selectOption('Tháng 9')
  await expect(page).toHaveURL(/kind=month&id=2023-09/)
  await expect(page.getByRole('main').getByRole('heading', { level: 2 })).toHaveText([
    'Chỗ cần xem lại',
    'Báo cáo của kỳ',
  ])
  await nothingSerious(page, 'round of reports')

  const unreturned = doubt(page, 'chưa ghi ngày trả')
  await unreturned.getByRole('button', { name: 'Xem hồ sơ' }).press('Enter')
  await unreturned.getByRole('link', { name: '000.00.06.H33-230713-0088' }).press('Enter')
  await expect(page.getByRole('article', { name: '000.00.06.H33-230713-0088' })).toBeVisible()
  await page.goBack()

  const days = doubt(page, 'chưa có số hồ sơ trực tiếp')
  await days.getByRole('button', { name: 'Xem ngày' }).press('Enter')
  await expect(days).toContainText('05/09/2023, 14/09/2023')
  await days.getByRole('button', { name: 'Ghi lý do' }).press('Enter')
  await expect(days.getByLabel('Lý do số liệu đúng')).toBeFocused()
  await page.keyboard.insertText('Bộ phận một cửa nghỉ do bão.')
  await page.keyboard.press('Control+Enter')
  await expect(days).toContainText('Lý do: Bộ phận một cửa nghỉ do bão. (Quản trị đơn vị')
  await expect(days.getByRole('button', { name: 'Sửa lý do' })).toBeFocused()
  await expect(reportsOf(page)).toContainText('Còn 1 chỗ cần xem lại chưa có lý do')

  await leaveOut(page, [...daily, 'Báo cáo thực hiện chỉ tiêu dịch vụ công trực tuyến'])
  await chooseFolder(page, 'Báo cáo tháng 9')
  await page.getByRole('button', { name: 'Ghi 3 báo cáo' }).press('Enter')
  const written = reportsOf(page).getByText('Đã ghi 3 báo cáo vào thư mục “Báo cáo tháng 9”.')
  await expect(written).toBeVisible({ timeout: 30_000 })
  await nothingSerious(page, 'what was written')

  const files = await filesIn(page, 'Báo cáo tháng 9')
  expect(Object.keys(files).sort()).toEqual([
    'bao-cao-bieu-06a-2023-09.xlsx',
    'bao-cao-ket-qua-2023-09.xlsx',
    'bao-cao-tong-hop-2023-09.xlsx',
  ])
  const sheets = await readWorkbook(Buffer.from(files['bao-cao-ket-qua-2023-09.xlsx'] ?? '', 'base64'))
  const rows = sheets.flatMap(sheet => sheet.rows.map(numbers))
  const document = await ask<ReportDocument>(desk, 'reports.preview', { name: 'ket-qua', period }, token)
  const counted = numbers(valuesOf(tableOf(document, 'ii06a').rows.at(-1)))
  expect(counted.length).toBeGreaterThan(5)
  expect(rows).toContainEqual(counted)
  const { measures } = await ask<{ measures: Measures }>(desk, 'statistics.figures', { period }, token)
  expect(counted[0]).toBe(measures.carriedIn.total + measures.received.total)
})

test('a cancelled choice changes nothing, a folder that is gone and one that cannot be asked for are told', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await goTo(page, '/bao-cao/lap-ky?kind=day&id=2023-09-18')
  await leaveOut(page, daily.slice(1))
  const write = page.getByRole('button', { name: 'Ghi 2 báo cáo' })
  await pickingFails(page, 'AbortError')
  await write.press('Enter')
  await expect(write).toBeEnabled()
  await expect(reportsOf(page).getByRole('alert')).toHaveCount(0)
  await pickingFails(page, 'SecurityError')
  await write.press('Enter')
  await expect(reportsOf(page).getByRole('alert')).toContainText('Không mở được hộp chọn thư mục')

  await chooseFolder(page, 'USB')
  await page.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry('USB')
  })
  await write.press('Enter')
  await expect(reportsOf(page).getByRole('alert')).toHaveText('2 báo cáo không ghi được, lý do ở từng dòng.')
  await expect(
    reportsOf(page).getByText('Thư mục “USB” không còn. Chọn lại thư mục rồi ghi lại.'),
  ).toHaveCount(2)
})

test('without a way to choose a folder the files are downloaded', async ({ page, desk }) => {
  await page.addInitScript(() => Reflect.deleteProperty(window, 'showDirectoryPicker'))
  await signIn(page, desk)
  await goTo(page, '/bao-cao/lap-ky?kind=day&id=2023-09-18')
  await leaveOut(page, daily)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Ghi 1 báo cáo' }).press('Enter')
  expect((await download).suggestedFilename()).toBe('bao-cao-ket-qua-2023-09-18.xlsx')
  await expect(reportsOf(page).getByText('Đã ghi 1 báo cáo vào thư mục tải xuống.')).toBeVisible()
  await page.getByRole('checkbox', { name: 'Báo cáo kết quả thực hiện' }).press('Space')
  await expect(page.getByRole('button', { name: 'Ghi 0 báo cáo' })).toBeDisabled()
})
