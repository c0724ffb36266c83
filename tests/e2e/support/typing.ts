import { expect, type Locator, type Page } from '@playwright/test'

/** What Unikey, EVKey and OpenKey do to a field: take back some letters, then put in others. */
export type Step = readonly [back: number, text: string]

/** "Đức Hòa" as Telex: DDuwcs Hoaf. */
export const telex: readonly Step[] = [
  ...[...'D'].map((letter): Step => [0, letter]),
  [1, 'Đ'],
  [0, 'u'],
  [1, 'ư'],
  [0, 'c'],
  [2, 'ức'],
  ...[...' Hoa'].map((letter): Step => [0, letter]),
  [2, 'òa'],
]
export const written = 'Đức Hòa'

/** The same from an input method that composes. */
const composed = [['D', 'Đ', 'Đu', 'Đư', 'Đưc', 'Đức'], [' '], ['H', 'Ho', 'Hoa', 'Hòa']] as const

async function retype(page: Page): Promise<void> {
  for (const [back, text] of telex) {
    for (let times = 0; times < back; times += 1) await page.keyboard.press('Backspace')
    await page.keyboard.insertText(text)
  }
}

async function compose(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page)
  for (const states of composed) {
    for (const text of states) {
      const end = text.length
      await browser.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end })
    }
    await browser.send('Input.insertText', { text: states.at(-1) ?? '' })
  }
  await browser.detach()
}

/** The Enter and Tab that end a word inside an input method. */
async function endWord(field: Locator): Promise<void> {
  await field.evaluate(element => {
    for (const key of ['Enter', 'Tab', 'Escape']) {
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

/** Every letter arrives however it is typed, and the keys that end a word inside an input method do nothing else. */
export async function takesVietnamese(page: Page, field: Locator): Promise<void> {
  await expect(field).toHaveAttribute('spellcheck', 'false')
  await empty(field)
  await retype(page)
  await expect(field).toHaveValue(written)
  await empty(field)
  await compose(page)
  await endWord(field)
  await expect(field).toHaveValue(written)
  await expect(field).toBeFocused()
}
