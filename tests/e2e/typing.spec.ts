import { expect, type Locator, type Page } from '@playwright/test'
import type { Draft } from '../../electron/core/drafts/contract.ts'
import { test } from './support/desk.ts'
import { administratorOf, ask, goTo, importSample, signIn } from './support/people.ts'

/** What Unikey, EVKey and OpenKey do to a field: take back some letters, then put in others. */
type Step = readonly [back: number, text: string]

const plain = (text: string): Step[] => [...text].map(letter => [0, letter])

/** "Nguyễn Đức Hòa" as Telex: Nguyeenx DDuwcs Hoaf. */
const telex: readonly Step[] = [
  ...plain('Nguye'),
  [1, 'ê'],
  [0, 'n'],
  [2, 'ễn'],
  ...plain(' D'),
  [1, 'Đ'],
  [0, 'u'],
  [1, 'ư'],
  [0, 'c'],
  [2, 'ức'],
  ...plain(' Hoa'),
  [2, 'òa'],
]
/** The same as VNI, whose digits are tones and hats: Nguye64n D9u71c Hoa2. */
const vni: readonly Step[] = [
  ...plain('Nguye'),
  [1, 'ê'],
  [1, 'ễ'],
  ...plain('n D'),
  [1, 'Đ'],
  [0, 'u'],
  [1, 'ư'],
  [1, 'ứ'],
  ...plain('c Hoa'),
  [2, 'òa'],
]
const written = 'Nguyễn Đức Hòa'

async function retype(page: Page, steps: readonly Step[]): Promise<void> {
  for (const [back, text] of steps) {
    for (let times = 0; times < back; times += 1) await page.keyboard.press('Backspace')
    await page.keyboard.insertText(text)
  }
}

/** Input methods that compose: the word stands underlined and changes until it is committed. */
async function compose(page: Page, words: readonly (readonly string[])[]): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  for (const states of words) {
    for (const text of states) {
      await browser.send('Input.imeSetComposition', {
        text,
        selectionStart: text.length,
        selectionEnd: text.length,
      })
    }
    await browser.send('Input.insertText', { text: states.at(-1) ?? '' })
  }
  await browser.detach()
}

const composed = [
  ['N', 'Ng', 'Nguy', 'Nguye', 'Nguyê', 'Nguyên', 'Nguyễn'],
  [' '],
  ['D', 'Đ', 'Đu', 'Đư', 'Đưc', 'Đức'],
  [' '],
  ['H', 'Ho', 'Hoa', 'Hòa'],
] as const

/** The Enter and Tab that end a word inside an input method. */
async function endWord(field: Locator): Promise<void> {
  await field.evaluate(element => {
    for (const key of ['Enter', 'Tab']) {
      const press = { key, keyCode: 229, isComposing: true, bubbles: true, cancelable: true }
      element.dispatchEvent(new KeyboardEvent('keydown', press))
    }
  })
}

async function empty(field: Locator): Promise<void> {
  await field.focus()
  await field.press('Control+a')
  await field.press('Delete')
  await expect(field).toHaveValue('')
}

async function textFields(page: Page): Promise<Locator[]> {
  const form = page.getByRole('form', { name: 'Hồ sơ mới' })
  await expect(form).toBeVisible()
  const fields = form.locator('input[type="text"], input:not([type]), textarea')
  expect(await fields.count()).toBeGreaterThan(12)
  return fields.all()
}

test.beforeEach(async ({ page, desk }) => {
  // what the test before typed lies there as a draft, and its offer would take the focus
  const token = await administratorOf(desk)
  for (const { form } of await ask<Draft[]>(desk, 'drafts.begun', {}, token))
    await ask(desk, 'drafts.discard', { form }, token)
  await signIn(page, desk)
})

for (const [method, steps] of [
  ['Telex', telex],
  ['VNI', vni],
] as const) {
  test(`backspace and retype by ${method} leaves every letter in every field of a new file`, async ({
    page,
  }) => {
    test.slow()
    await goTo(page, '/ho-so/moi')
    for (const field of await textFields(page)) {
      await empty(field)
      await retype(page, steps)
      await expect(field).toHaveValue(written)
    }
  })
}

test('composing leaves every letter in every field, and its Enter neither saves nor goes on', async ({
  page,
}) => {
  test.slow()
  await goTo(page, '/ho-so/moi')
  for (const field of await textFields(page)) {
    await empty(field)
    await compose(page, composed)
    await endWord(field)
    await expect(field).toHaveValue(written)
    await expect(field).toBeFocused()
  }
})

test('no field of a new file is spell-checked or completed by the browser', async ({ page }) => {
  await goTo(page, '/ho-so/moi')
  for (const field of await textFields(page)) {
    await expect(field).toHaveAttribute('spellcheck', 'false')
    await expect(field).toHaveAttribute('autocomplete', 'off')
  }
})

test('Enter goes on to the next field and a refused save keeps what was typed', async ({ page }) => {
  await goTo(page, '/ho-so/moi')
  const code = page.getByLabel('Mã hồ sơ')
  await expect(code).toBeFocused()
  await code.press('Enter')
  await expect(page.getByRole('textbox', { name: 'Ngày nộp' })).toBeFocused()
  await page.getByLabel('Họ và tên').focus()
  await retype(page, telex)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Nhập mã hồ sơ.')).toBeVisible()
  await expect(page.getByLabel('Họ và tên')).toHaveValue(written)
})

test('the search box finds what is retyped and what is composed, and never rewrites it', async ({
  page,
  desk,
}) => {
  await importSample(desk, '01-portal.xlsx', await administratorOf(desk))
  await goTo(page, '/ho-so')
  const box = page.getByLabel('Tìm trong danh sách')
  const rows = page.getByRole('grid').getByRole('row')
  await expect(page.getByText('138 hồ sơ')).toBeVisible()
  await box.focus()
  await retype(page, telex.slice(0, 8))
  await expect(box).toHaveValue('Nguyễn')
  await expect(page.getByText('138 hồ sơ')).toBeHidden()
  for (const row of (await rows.all()).slice(1, 4)) await expect(row).toContainText(/nguy[eễ]n/i)
  await expect(box).toHaveValue('Nguyễn')
  await expect(box).toBeFocused()

  await empty(box)
  await expect(page.getByText('138 hồ sơ')).toBeVisible()
  await compose(page, composed.slice(0, 1))
  await endWord(box)
  await expect(box).toHaveValue('Nguyễn')
  await expect(page.getByText('138 hồ sơ')).toBeHidden()
})
