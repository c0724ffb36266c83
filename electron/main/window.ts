import { readFileSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, protocol, type Rectangle, screen } from 'electron'
import { pageFile, pageHeaders } from '../core/page.ts'

/** The screens have an origin of their own; `file:` would give every file on the disk the same one. */
export const scheme = 'gplx'
const page = `${scheme}://desk/`

/** Whether a frame shows our page and nothing else. */
export const isOurPage = (url: string): boolean => url === page || url.startsWith(`${page}#`)

/** Hands out the built screens, and only them, under the page's policy. */
export function servePage(screens: URL): void {
  protocol.handle(scheme, async request => {
    const { host, pathname } = new URL(request.url)
    const file = host === 'desk' ? pageFile(pathname) : null
    const bytes = file === null ? null : await readFile(new URL(file.path, screens)).catch(() => null)
    return file === null || bytes === null
      ? new Response('', { status: 404, headers: pageHeaders })
      : new Response(new Uint8Array(bytes), { headers: { ...pageHeaders, 'content-type': file.type } })
  })
}

/** Opens the one window, where and as large as it last was. */
export function openWindow(preload: URL): void {
  const state = readState()
  const window = new BrowserWindow({
    ...(state?.bounds ?? { width: 1366, height: 768 }),
    minWidth: 1024,
    minHeight: 640,
    show: false,
    title: 'GPLX Desk',
    webPreferences: {
      preload: fileURLToPath(preload),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
    },
  })
  if (state?.maximized === true) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => keepState(window))
  for (const leaving of ['will-navigate', 'will-redirect', 'will-attach-webview'] as const)
    window.webContents.on(leaving as 'will-navigate', event => event.preventDefault()) // one shape serves all three
  window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  void window.loadURL(page)
}

type WindowState = { readonly bounds: Rectangle; readonly maximized: boolean }

const statePath = () => join(app.getPath('userData'), 'window.json')

/** The kept place, unless its screen is gone. */
function readState(): WindowState | undefined {
  try {
    const state = JSON.parse(readFileSync(statePath(), 'utf8')) as WindowState // written by keepState only
    const { x, y } = state.bounds
    const area = screen.getDisplayMatching(state.bounds).workArea
    const isSeen = x < area.x + area.width && x + state.bounds.width > area.x && y < area.y + area.height
    return isSeen && y >= area.y - 10 ? state : undefined
  } catch {
    return undefined // first start, or a file somebody edited
  }
}

function keepState(window: BrowserWindow): void {
  const state: WindowState = { bounds: window.getNormalBounds(), maximized: window.isMaximized() }
  try {
    writeFileSync(statePath(), JSON.stringify(state))
  } catch {
    // The window opens at its first size next time; nothing to tell anybody.
  }
}
