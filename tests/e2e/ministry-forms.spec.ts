import { readFileSync } from 'node:fs'
import { expect } from '@playwright/test'
import { readXlsx } from '../../electron/core/excel/xlsx.ts'
import type { Figures } from '../../electron/core/statistics/model.ts'
import { ministryForm } from '../support/ministry-form.ts'
import { test } from './support/desk.ts'
import { administratorOf, ask, goTo, importSample, signIn } from './support/people.ts'

test('a form of the Ministry is pointed at with the keyboard and filled for the month on screen', async ({
  page,
  desk,
}) => {
  const token = await administratorOf(desk)
  await importSample(desk, '01-portal.xlsx', token)
  await signIn(page, desk)
  await goTo(page, '/cai-dat/bieu-mau')
  await expect(page.getByText('Chưa có biểu mẫu nào')).toBeVisible()
  await page.getByLabel('Tệp biểu mẫu của Bộ').setInputFiles({
    name: 'bieu-bo.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: Buffer.from(await ministryForm()),
  })
  const grid = page.getByRole('grid', { name: 'Trang tính Biểu 01' })
  const cell = (name: string) => grid.getByRole('gridcell', { name: new RegExp(`^${name}, `) })
  await expect(cell('A1')).toHaveAttribute('aria-selected', 'true')

  // two merged lines down, then Enter to the source
  await cell('A1').focus()
  await page.keyboard.press('ArrowDown')
  await expect(cell('A2')).toBeFocused()
  await page.keyboard.press('Enter')
  const source = page.getByRole('combobox', { name: 'Nguồn' })
  await expect(source).toBeFocused()
  await source.selectOption({ label: 'Kỳ báo cáo bằng chữ' })
  await page.getByRole('button', { name: 'Ghi nguồn' }).press('Enter')
  const mapped = page.getByRole('list', { name: 'Các ô đã chỉ nguồn' })
  await expect(mapped.getByText('Biểu 01, ô A2: Kỳ báo cáo bằng chữ')).toBeVisible()

  await cell('A6').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(cell('C6')).toBeFocused()
  await page.keyboard.press('Enter')
  await source.selectOption({ label: 'Tiếp nhận trong kỳ' })
  await page.getByRole('button', { name: 'Ghi nguồn' }).press('Enter')
  await expect(mapped.getByText('Biểu 01, ô C6: Tiếp nhận trong kỳ')).toBeVisible()

  // a formula of the form is refused with the reason
  await cell('C9').focus()
  await page.keyboard.press('Enter')
  await source.selectOption({ label: 'Tên cơ quan' })
  await page.getByRole('button', { name: 'Ghi nguồn' }).press('Enter')
  await expect(page.getByText(/Ô C9 có công thức/)).toBeVisible()

  await goTo(page, '/bao-cao?name=ket-qua&kind=month&id=2023-09')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Xuất biểu mẫu' }).press('Enter')
  const saved = await download
  expect(saved.suggestedFilename()).toBe('bieu-bo-2023-09.xlsx')
  const rows = readXlsx(readFileSync(await saved.path()))[0]?.rows ?? []
  const at = (row: number, column: number) => rows.find(({ number }) => number === row)?.cells[column]
  expect(at(2, 0)?.raw).toBe('Tháng 9 năm 2023')
  const period = { kind: 'month', id: '2023-09' }
  const { measures } = await ask<Figures>(desk, 'statistics.figures', { period }, token)
  expect(measures.received.total).toBeGreaterThan(0)
  expect(at(6, 2)?.raw).toBe(measures.received.total)
  expect(at(9, 2)?.formula).toBe(true)
})

test('a template hides a column of one report by keyboard, and the preview shows it so', async ({
  page,
  desk,
}) => {
  await signIn(page, desk)
  await goTo(page, '/cai-dat/mau-bao-cao')
  const form = page.getByRole('form', { name: 'Mẫu báo cáo' })
  await form.getByLabel('Tên cơ quan').fill('Văn phòng Sở')
  await form.getByText(/^Cột của bảng: I\. Tình hình/).press('Enter')
  await form.getByLabel('Số lượng hồ sơ tiếp nhận › Từ kỳ trước', { exact: true }).press('Space')
  await form.getByRole('button', { name: 'Lưu mẫu báo cáo' }).press('Enter')
  await expect(page.getByText('Đã lưu mục “Mẫu báo cáo”.')).toBeVisible()
  await goTo(page, '/bao-cao?name=ket-qua&kind=month&id=2023-09')
  await expect(page.getByText('VĂN PHÒNG SỞ').first()).toBeVisible()
  const table = page.locator('table[data-table="ii06a"]')
  await expect(table.getByText('Tổng số').first()).toBeVisible()
  await expect(table.getByText('Từ kỳ trước')).toHaveCount(0)
})
