import { spawn } from 'node:child_process'
import { parseArgs } from 'node:util'
import { AppError } from '../core/errors.ts'
import { start } from '../core/start.ts'
import { serve } from './server.ts'

const say = (line: string) => process.stdout.write(`${line}\n`)

try {
  await run()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = error.code === 'unexpected' ? 3 : 1
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, open: { type: 'boolean' } },
  })
  const started = await start({
    host: 'web',
    data: values.data,
    threadFile: new URL('./thread.js', import.meta.url),
  })
  try {
    const serving = await serve({
      app: started.app,
      screens: new URL('../renderer/', import.meta.url),
      port: Number(values.port ?? 0),
      log: started.log,
    })
    say('GPLX Desk đang chạy. Mở địa chỉ này trong trình duyệt trên máy này:')
    say(serving.address)
    say('Nhấn Ctrl+C để dừng.')
    if (values.open === true) openBrowser(serving.address)
    await stopAsked()
    await serving.close()
  } finally {
    await started.close()
  }
}

/** Resolves at the first Ctrl+C or request to end; the second ends at once. */
function stopAsked(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
  })
}

function openBrowser(address: string): void {
  const [command, ...args] =
    process.platform === 'win32'
      ? ['rundll32', 'url.dll,FileProtocolHandler', address]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', address]
  const child = spawn(command as string, args, { stdio: 'ignore', detached: true }) // both lists begin with a name
  child.on('error', () => say('Không tự mở được trình duyệt: chép địa chỉ trên vào trình duyệt.'))
  child.unref()
}
