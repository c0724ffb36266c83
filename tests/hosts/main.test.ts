import { beforeAll, describe, expect, test, vi } from 'vitest'

type Handler = (...given: unknown[]) => unknown

/** Enough of Electron to see what the host asks of it. */
const shell = vi.hoisted(() => {
  const on = (table: Record<string, Handler>) => (name: string, handler: Handler) => {
    table[name] = handler
  }
  const state = {
    channels: {} as Record<string, Handler>,
    appEvents: {} as Record<string, Handler>,
    pageEvents: {} as Record<string, Handler>,
    windowEvents: {} as Record<string, Handler>,
    windows: [] as { options: Record<string, unknown>; shown: string[]; minimized: boolean }[],
    protocols: {} as Record<string, (request: { url: string }) => Promise<Response>>,
    exposed: {} as Record<string, Record<string, Handler>>,
    invoked: [] as unknown[][],
    menus: [] as unknown[],
    openWindow: (() => ({ action: 'allow' })) as Handler,
    permission: undefined as Handler | undefined,
    sessionEvents: {} as Record<string, Handler>,
    said: [] as unknown[],
    permissionCheck: undefined as Handler | undefined,
    exits: [] as number[],
    quits: 0,
    loaded: '',
  }
  class Window {
    static getAllWindows = () => state.windows
    readonly shown: string[] = []
    minimized = false
    readonly webContents = {
      on: on(state.pageEvents),
      setWindowOpenHandler: (handler: Handler) => {
        state.openWindow = handler
      },
    }
    once = on(state.windowEvents)
    on = on(state.windowEvents)
    options: Record<string, unknown>
    constructor(options: Record<string, unknown>) {
      this.options = options
      state.windows.push(this)
    }
    loadURL = async (url: string) => {
      state.loaded = url
    }
    show = () => this.shown.push('show')
    focus = () => this.shown.push('focus')
    restore = () => this.shown.push('restore')
    maximize = () => this.shown.push('maximize')
    isMinimized = () => this.minimized
  }
  const electron = {
    app: {
      setPath: () => {},
      commandLine: { getSwitchValue: () => '' },
      getPath: (name: string) => `/folder/of/${name}`,
      requestSingleInstanceLock: () => true,
      enableSandbox: () => {},
      whenReady: async () => {},
      on: on(state.appEvents),
      quit: () => {
        state.quits += 1
      },
      exit: (code: number) => state.exits.push(code),
    },
    BrowserWindow: Window,
    ipcMain: { handle: on(state.channels) },
    ipcRenderer: {
      invoke: async (...given: unknown[]) => {
        state.invoked.push(given)
        return 'reply'
      },
    },
    contextBridge: {
      exposeInMainWorld: (name: string, api: Record<string, Handler>) => {
        state.exposed[name] = api
      },
    },
    protocol: {
      registerSchemesAsPrivileged: () => {},
      handle: (name: string, handler: (request: { url: string }) => Promise<Response>) => {
        state.protocols[name] = handler
      },
    },
    session: {
      defaultSession: {
        setPermissionRequestHandler: (handler: Handler) => {
          state.permission = handler
        },
        setPermissionCheckHandler: (handler: Handler) => {
          state.permissionCheck = handler
        },
        setDevicePermissionHandler: () => {},
        on: on(state.sessionEvents),
      },
    },
    dialog: { showErrorBox: (_: string, words: string) => state.said.push(words) },
    screen: {},
    Menu: {
      buildFromTemplate: (menu: unknown) => menu,
      setApplicationMenu: (menu: unknown) => state.menus.push(menu),
    },
  }
  return { state, electron }
})

const core = vi.hoisted(() => ({ calls: [] as unknown[], logged: [] as unknown[], closed: 0 }))

vi.mock('electron', () => shell.electron)
vi.mock('../../electron/core/start.ts', () => ({
  start: async () => ({
    app: {
      call: async (request: unknown) => {
        core.calls.push(request)
        return { ok: true, value: 'from the core' }
      },
    },
    log: (error: unknown) => core.logged.push(error),
    close: async () => {
      core.closed += 1
    },
  }),
}))

const { state } = shell
const request = { token: null, name: 'setup.state', input: {} }
const from = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent } })
const invoke = (event: unknown, value: unknown) => state.channels.call?.(event, value) as Promise<unknown> // the one handler

beforeAll(async () => {
  await import('../../electron/preload/preload.ts')
  await import('../../electron/main/main.ts')
  await vi.waitFor(() => expect(state.loaded).not.toBe(''))
})

describe('what the page can reach', () => {
  test('the preload exposes one function, and it carries one request', async () => {
    expect(Object.keys(state.exposed)).toEqual(['gplx'])
    expect(Object.keys(state.exposed.gplx ?? {})).toEqual(['call'])
    expect(await state.exposed.gplx?.call?.(request)).toBe('reply')
    expect(state.invoked).toEqual([['call', request]])
  })

  test('the host listens on one channel', () => expect(Object.keys(state.channels)).toEqual(['call']))

  test('the window has a sandbox, an isolated context and no Node', () => {
    expect(state.windows[0]?.options.webPreferences).toMatchObject({
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webviewTag: false,
    })
  })

  test('our page’s request reaches the core', async () => {
    expect(await invoke(from('gplx://desk/#/ho-so'), request)).toEqual({ ok: true, value: 'from the core' })
    expect(core.calls).toEqual([request])
  })

  test.each([
    ['another site', from('https://evil.example/')],
    ['a name that begins like ours', from('gplx://desk.evil/')],
    ['another file of ours', from('gplx://desk/assets/x.html')],
    ['a frame inside our page', from('gplx://desk/', {})],
    ['a frame that is gone', { senderFrame: null }],
  ])('a request from %s is refused as data and noted', async (_, event) => {
    const before = core.logged.length
    expect(await invoke(event, request)).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    expect(core.logged.length).toBe(before + 1)
    expect(core.calls.length).toBe(1)
  })

  test.each([null, 'x', [], { token: null }, { token: 5, name: 'a.b' }])('%j is no request', async value => {
    expect(await invoke(from('gplx://desk/'), value)).toMatchObject({ ok: false })
    expect(core.calls.length).toBe(1)
  })
})

const asked = (permission: string, url: string) => {
  const answer = vi.fn()
  state.permission?.({ getURL: () => url }, permission, answer)
  return answer.mock.calls[0]?.[0]
}

describe('where the page can go', () => {
  test.each(['will-navigate', 'will-redirect', 'will-attach-webview'])('%s is prevented', name => {
    const event = { preventDefault: vi.fn() }
    state.pageEvents[name]?.(event)
    expect(event.preventDefault).toHaveBeenCalled()
  })

  test('no window is opened and no permission given', () => {
    expect(state.openWindow({ url: 'https://evil.example' })).toEqual({ action: 'deny' })
    expect(asked('media', 'gplx://desk/')).toBe(false)
    expect(state.permissionCheck?.({}, 'media')).toBe(false)
  })

  test('our page, and no other, may write into a folder the user has pointed at', () => {
    expect(asked('fileSystem', 'gplx://desk/#/bao-cao/lap-ky')).toBe(true)
    expect(asked('fileSystem', 'https://evil.example/')).toBe(false)
  })

  test('a folder that Chromium holds back gets an answer: yes to the user’s own, another one otherwise', () => {
    const answerTo = (path: string) => {
      const answer = vi.fn()
      state.sessionEvents['file-system-access-restricted']?.({}, { path }, answer)
      return answer.mock.calls
    }
    expect(answerTo('/folder/of/documents')).toEqual([['allow']])
    expect(state.said).toEqual([])
    expect(answerTo('/usr')).toEqual([['tryAgain']])
    expect(state.said).toEqual([expect.stringContaining('Chọn thư mục khác')])
  })

  test.each(['gplx://desk/../../package.json', 'gplx://desk/%2e%2e/package.json', 'gplx://other/index.html'])(
    '%s is not handed out',
    async url => expect((await state.protocols.gplx?.({ url }))?.status).toBe(404),
  )
})

describe('the one window', () => {
  test('a second start brings it to the front', () => {
    const [window] = state.windows
    if (window === undefined) throw new Error('no window was opened')
    window.minimized = true
    state.appEvents['second-instance']?.()
    expect(window.shown).toEqual(['restore', 'show', 'focus'])
    expect(state.windows.length).toBe(1)
  })

  test('every entry of the menu has words of ours, so that none of the system’s shows', () => {
    type Entry = { label?: string; type?: string; submenu?: Entry[] }
    const entries = (list: Entry[]): Entry[] => list.flatMap(each => [each, ...entries(each.submenu ?? [])])
    const all = entries((state.menus as Entry[][]).flat()) // what menu.ts gave to Electron
    expect(all.length).toBeGreaterThan(10)
    expect(all.filter(({ label, type }) => label === undefined && type !== 'separator')).toEqual([])
  })

  test('the file is closed before the process ends', async () => {
    const event = { preventDefault: vi.fn() }
    state.appEvents['will-quit']?.(event)
    await vi.waitFor(() => expect(state.exits).toEqual([0]))
    expect(core.closed).toBe(1)
  })
})
