import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { test as plain } from '@playwright/test'
import type { Reply } from '../../../electron/core/errors.ts'
import { decodeWire, encodeWire } from '../../../electron/core/wire.ts'

const built = fileURLToPath(new URL('../../../out/main/web.js', import.meta.url))

/** The built browser host on a data folder of its own; the tests of one file share it, in their order. */
export type Desk = {
  /** With the key: `await page.goto(desk.url)`. */
  readonly url: string
  readonly folder: string
  /** Asks the core beside the screens, to prepare what a test is not about. */
  call(name: string, input: unknown, token?: string | null): Promise<Reply>
}

type Running = Desk & { readonly child: ChildProcess }

/** Desks of this worker, by the file they belong to. */
type Desks = Map<string, Promise<Running>>

export const test = plain.extend<{ desk: Desk }, { desks: Desks }>({
  desks: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from here
    async ({}, use) => {
      const desks: Desks = new Map()
      await use(desks)
      for (const desk of desks.values()) await close(await desk)
    },
    { scope: 'worker' },
  ],
  desk: async ({ desks }, use, { file }) => {
    const desk = desks.get(file) ?? open()
    desks.set(file, desk)
    await use(await desk)
  },
})

async function open(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'gplx-e2e-'))
  const child = spawn(process.execPath, [built, '--data', folder], { stdio: ['ignore', 'pipe', 'inherit'] })
  const url = await addressFrom(child)
  const { origin, hash } = new URL(url)
  const key = hash.replace('#key=', '')
  const call: Desk['call'] = async (name, input, token = null) => {
    const answer = await fetch(`${origin}/call`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-gplx-key': key },
      body: encodeWire({ token, name, input }),
    })
    return decodeWire(await answer.text()) as Reply // the host answers nothing else to a request with its key
  }
  return { url, folder, child, call }
}

/** Its output is read to the end: a host whose output nobody takes would be ended by it. */
function addressFrom(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.on('data', part => {
      said += String(part)
      const address = /http:\/\/\S+#key=\S+(?=\s)/.exec(said)?.[0]
      if (address !== undefined) resolve(address)
    })
    child.on('exit', () => reject(new Error(`the browser host ended without an address: ${said}`)))
  })
}

async function close({ child, folder }: Running): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
