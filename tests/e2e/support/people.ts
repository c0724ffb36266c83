import { expect, type Page } from '@playwright/test'
import { sample } from '../../support/lists.ts'
import type { Desk } from './desk.ts'

export const administrator = {
  username: 'quantri',
  displayName: 'Quản trị đơn vị',
  password: 'mật khẩu dài để thử',
}

const department = {
  provinceCatalogue: '2023',
  provinceCode: '91',
  name: 'Sở Giao thông vận tải tỉnh Kiên Giang',
  parentName: 'UBND tỉnh Kiên Giang',
  place: 'Kiên Giang',
  symbol: 'BC-SGTVT',
  signerTitle: 'GIÁM ĐỐC',
  signerName: '',
  receivers: ['Như trên', 'Lưu: VT'],
} as const

/** What an operation answers; a refusal fails the test with the core's own words. */
export async function ask<T>(desk: Desk, name: string, input: unknown, token: string | null): Promise<T> {
  const reply = await desk.call(name, input, token)
  if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`)
  return reply.value as T // the test says what it asked for
}

/** A token of the administrator; sets the office up where nobody has yet. */
export async function administratorOf(desk: Desk): Promise<string> {
  const { ready } = await ask<{ ready: boolean }>(desk, 'setup.state', {}, null)
  const signedIn = ready
    ? await ask<{ token: string }>(desk, 'users.signIn', administrator, null)
    : await ask<{ token: string }>(desk, 'setup.initialise', { department, year: 2023, administrator }, null)
  return signedIn.token
}

/** Long work beside the screens, to its end. */
export async function runJob(desk: Desk, name: string, input: unknown, token: string): Promise<void> {
  const { jobId } = await ask<{ jobId: string }>(desk, name, input, token)
  await expect
    .poll(async () => (await ask<{ state: string }>(desk, 'jobs.status', { id: jobId }, token)).state)
    .toBe('done')
}

/** Puts one of the sample lists into the register, beside the screens. */
export async function importSample(desk: Desk, name: string, token: string): Promise<void> {
  await runJob(desk, 'imports.apply', { file: sample(name) }, token)
}

type Person = { readonly username: string; readonly password: string }

/** Signs in, usually the administrator; a worker that was started anew after a failure has no office yet. */
export async function signIn(page: Page, desk: Desk, who: Person = administrator): Promise<void> {
  await administratorOf(desk)
  if (page.url() === 'about:blank') await page.goto(desk.url)
  await page.getByLabel('Tên đăng nhập').fill(who.username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(who.password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** Goes to a screen as a link would, and returns once it is drawn; what it asks for may still be on its way. */
export async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate(async address => {
    const before = window.location.href
    const heard = new Promise(resolve => window.addEventListener('hashchange', resolve, { once: true }))
    window.location.hash = address
    if (window.location.href !== before) await heard
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  }, `#${path}`)
}

/** Holds back what a page asks by this name, as a slow host would; answers the word that lets it go. */
export async function heldBack(page: Page, name: string): Promise<() => void> {
  const gate = Promise.withResolvers<void>()
  await page.route('**/call', async route => {
    if ((route.request().postData() ?? '').includes(`"${name}"`)) await gate.promise
    await route.fallback()
  })
  return gate.resolve
}

/** Somebody comes back to the page, which asks `name` again; not at once, for an answer of this second is not old. */
export async function comeBack(page: Page, name: string): Promise<void> {
  await expect(async () => {
    const again = page.waitForResponse(answer => (answer.request().postData() ?? '').includes(`"${name}"`), {
      timeout: 1000,
    })
    await Promise.all([
      again,
      page.evaluate(() => document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))),
    ])
  }).toPass()
}
