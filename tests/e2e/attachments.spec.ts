import { expect, type Locator } from '@playwright/test'
import { aPdfToLookAt } from '../support/scans.ts'
import { test } from './support/desk.ts'
import { aFile, nothingSerious, openFile } from './support/file.ts'
import { signIn } from './support/people.ts'
import { takesVietnamese } from './support/typing.ts'

test.beforeEach(async ({ page, desk }) => {
  await signIn(page, desk)
})

test('scans are attached, looked at in the page, and taken off with a reason', async ({ page, desk }) => {
  const file = await aFile(desk)
  await openFile(page, file)
  const part = page.locator('.att-part')
  const choose = page.getByLabel('Tệp đính kèm', { exact: true })
  await choose.setInputFiles({ name: 'CCCD mặt trước.png', mimeType: 'image/png', buffer: picture })
  await part.getByRole('button', { name: 'CCCD mặt trước.png', exact: true }).click()
  const shown = part.getByRole('img', { name: 'CCCD mặt trước.png' })
  await expect(shown).toBeVisible()
  expect(await shown.evaluate(image => image instanceof HTMLImageElement && image.naturalWidth)).toBe(1)
  await choose.setInputFiles({ name: 'trang.png', mimeType: 'image/png', buffer: Buffer.from('<html>') })
  await expect(part.getByRole('alert')).toContainText('trang.png')
  await nothingSerious(page, 'attachments')
  await part.getByRole('button', { name: 'Bỏ CCCD mặt trước.png' }).click()
  await takesVietnamese(page, page.getByRole('dialog').getByLabel('Lý do'))
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toBeHidden()
  await expect(shown).toBeHidden()
})

test('a PDF is drawn in the page, turned by keyboard, and runs nothing', async ({ page, desk }) => {
  const file = await aFile(desk)
  const said: string[] = []
  page.on('console', message => said.push(message.text()))
  await openFile(page, file)
  const part = page.locator('.att-part')
  const scan = { name: 'Giấy khám.pdf', mimeType: 'application/pdf', buffer: Buffer.from(aPdfToLookAt()) }
  await page.getByLabel('Tệp đính kèm', { exact: true }).setInputFiles(scan)
  await part.getByRole('button', { name: 'Giấy khám.pdf', exact: true }).press('Enter')
  const viewer = part.getByRole('region', { name: 'Xem tệp Giấy khám.pdf' })
  const canvas = viewer.locator('canvas')
  await expect(viewer.getByText('Trang 1/2')).toBeVisible()
  await expect(canvas).toHaveAttribute('data-drawn', '1')
  // letters on white
  const text = await dark(canvas, { left: 0.1, top: 0.4, right: 0.7, bottom: 0.5 })
  expect(text).toBeGreaterThan(0.05)
  expect(text).toBeLessThan(0.7)
  await nothingSerious(page, 'a PDF looked at')
  await viewer.getByRole('region', { name: 'Nội dung trang' }).focus()
  await page.keyboard.press('PageDown')
  await expect(viewer.getByText('Trang 2/2')).toBeVisible()
  await expect(canvas).toHaveAttribute('data-drawn', '2')
  expect(await dark(canvas, { left: 0.2, top: 0.3, right: 0.8, bottom: 0.7 })).toBe(1)
  expect(await dark(canvas, { left: 0, top: 0, right: 1, bottom: 0.2 })).toBe(0)
  const width = (await canvas.boundingBox())?.width ?? 0
  await viewer.getByRole('button', { name: 'Phóng to' }).click()
  await expect.poll(async () => (await canvas.boundingBox())?.width).toBeGreaterThan(width * 1.4)
  await viewer.getByRole('button', { name: 'Vừa chiều ngang' }).click()
  await expect.poll(async () => (await canvas.boundingBox())?.width).toBe(width)
  await page.keyboard.press('PageUp')
  await expect(viewer.getByText('Trang 1/2')).toBeVisible()
  expect(said).toEqual([])
})

/** The share of dark pixels in a part of a canvas, given in shares of its sides. */
function dark(canvas: Locator, part: { left: number; top: number; right: number; bottom: number }) {
  return canvas.evaluate((element, { left, top, right, bottom }) => {
    if (!(element instanceof HTMLCanvasElement)) throw new Error('no canvas')
    const { width, height } = element
    const [x, y] = [Math.ceil(left * width), Math.ceil(top * height)]
    const wide = Math.floor(right * width) - x
    const { data } = element.getContext('2d')?.getImageData(x, y, wide, Math.floor(bottom * height) - y) ?? {
      data: new Uint8ClampedArray(),
    }
    let count = 0
    for (let at = 0; at < data.length; at += 4) if ((data[at] ?? 255) < 128) count += 1
    return (count * 4) / data.length
  }, part)
}

/** One white pixel. */
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mP4DwABAQEAG7buVgAAAABJRU5ErkJggg==',
  'base64',
)
