import { join } from 'node:path'
import { app, BrowserWindow, dialog, ipcMain, protocol } from 'electron'
import { AppError } from '../core/errors.ts'
import { asRequest } from '../core/request.ts'
import { type Started, start } from '../core/start.ts'
import { setMenu } from './menu.ts'
import { limitPermissions } from './permissions.ts'
import { isOurPage, openWindow, scheme, servePage } from './window.ts'

// Chromium's own files (caches, window size) stay out of the data folder, which is copied and kept.
app.setPath('userData', join(app.getPath('appData'), 'gplx-desk-window'))
protocol.registerSchemesAsPrivileged([
  { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
])

if (app.requestSingleInstanceLock()) void run()
else app.quit()

async function run(): Promise<void> {
  app.on('second-instance', focusFirst)
  app.enableSandbox()
  await app.whenReady()
  const started = await startOrExplain()
  if (started === undefined) return app.exit(1)
  limitPermissions()
  servePage(new URL('../renderer/', import.meta.url))
  answerCalls(started)
  setMenu()
  closeBeforeQuit(started)
  app.on('window-all-closed', () => app.quit())
  openWindow(new URL('../preload/preload.cjs', import.meta.url))
}

async function startOrExplain(): Promise<Started | undefined> {
  try {
    return await start({
      host: 'app',
      data: app.commandLine.getSwitchValue('data') || undefined,
      threadFile: new URL('./thread.js', import.meta.url),
    })
  } catch (error) {
    const ours = error instanceof AppError ? error.message : undefined
    dialog.showErrorBox('GPLX Desk', ours ?? 'Ứng dụng không mở được. Cài đặt lại ứng dụng.')
    return undefined
  }
}

/** The one channel. Nothing is thrown across it: only an error's message would arrive. */
function answerCalls(started: Started): void {
  ipcMain.handle('call', async (event, value: unknown) => {
    const frame = event.senderFrame
    const request = frame !== null && frame.parent === null && isOurPage(frame.url) ? asRequest(value) : null
    if (request !== null) return started.app.call(request)
    started.log(new Error('a call that is not from our page, or no request, was refused'), 'ipc')
    return {
      ok: false,
      error: { code: 'not-allowed', message: 'Yêu cầu bị từ chối. Khởi động lại ứng dụng.' },
    }
  })
}

function focusFirst(): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}

/** Running jobs are stopped and the file is closed before the process ends. */
function closeBeforeQuit(started: Started): void {
  let closing = false
  app.on('will-quit', event => {
    event.preventDefault()
    if (closing) return
    closing = true
    const failed = (error: unknown) => started.log(error, 'close')
    void started
      .close()
      .catch(failed)
      .finally(() => app.exit(0))
  })
}
