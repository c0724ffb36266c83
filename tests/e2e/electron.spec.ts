import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, expect, test } from '@playwright/test'

const root = fileURLToPath(new URL('../../', import.meta.url))
const home = join(root, 'node_modules', 'electron')

/** Electron's own program, if it has been fetched. */
function program(): string | undefined {
  const name = join(home, 'path.txt')
  const path = existsSync(name) ? join(home, 'dist', readFileSync(name, 'utf8')) : undefined
  return path !== undefined && existsSync(path) ? path : undefined
}

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)

test('the desktop window opens on the wizard and talks to the core through one function', async () => {
  const executablePath = program()
  test.skip(executablePath === undefined || !hasDisplay, 'Không có Electron hoặc màn hình trên máy này.')
  const folder = mkdtempSync(join(tmpdir(), 'gplx-window-'))
  const desktop = await _electron.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: [root, `--data=${folder}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  })
  try {
    const window = await desktop.firstWindow()
    await expect(window.getByRole('button', { name: /Thiết lập cơ quan/ })).toBeVisible()
    const bridge = await window.evaluate(() => Object.keys(Reflect.get(globalThis, 'gplx') ?? {}))
    expect(bridge).toEqual(['call'])
    const node = await window.evaluate(() => [
      typeof Reflect.get(globalThis, 'require'),
      typeof Reflect.get(globalThis, 'process'),
    ])
    expect(node).toEqual(['undefined', 'undefined'])
    const state = await window.evaluate(() =>
      Reflect.get(globalThis, 'gplx').call({ token: null, name: 'setup.state', input: {} }),
    )
    expect(state).toMatchObject({ ok: true, value: { ready: false } })
  } finally {
    await desktop.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
