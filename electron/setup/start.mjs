import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { electronProgram, hasDisplay } from './electron.mjs'
import { buildOrStop, prepare, root, say, stop } from './prepare.mjs'
import { run } from './run.mjs'

const usage = 'Cách dùng: npm start -- [--data THƯ-MỤC] [--port CỔNG] [--no-open] [--web]'
/** A window that ends badly this soon has not opened: the browser takes its place. */
const atOnce = 5000

const options = readOptions()
const node = prepare()
buildOrStop(node)
process.exitCode = await open()

function readOptions() {
  try {
    const { values } = parseArgs({
      options: {
        data: { type: 'string' },
        port: { type: 'string' },
        'no-open': { type: 'boolean' },
        web: { type: 'boolean' },
        watch: { type: 'boolean' },
      },
    })
    const from = process.env.npm_lifecycle_event === undefined ? process.cwd() : (process.env.INIT_CWD ?? '.')
    return { ...values, data: values.data === undefined ? [] : [`--data=${resolve(from, values.data)}`] }
  } catch {
    return stop(usage, 2)
  }
}

async function open() {
  if (options.watch) return watch()
  const electron = options.web ? undefined : await electronProgram(node)
  // Only the browser host has a port.
  if (electron === undefined || options.port !== undefined) return serve()
  const began = Date.now()
  // Chromium reads a switch's value only behind an equals sign.
  const data = options.data.length === 0 ? [] : [options.data.join('=')]
  const status = await run(electron, [root, ...data])
  if (status === 0 || Date.now() - began > atOnce) return status
  say('Cửa sổ Electron không mở được: mở bằng trình duyệt.')
  return serve()
}

function serve(watching = []) {
  const port = options.port === undefined ? [] : ['--port', options.port]
  const show = !options['no-open'] && hasDisplay() ? ['--open'] : []
  return run(node, [
    '--no-deprecation',
    ...watching,
    join(root, 'out', 'main', 'web.js'),
    ...options.data,
    ...port,
    ...show,
  ])
}

/** For work on the program: builds at every change and starts the browser host again. */
async function watch() {
  const vite = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const [, status] = await Promise.all([
    run(node, [vite, 'build', '--watch'], { cwd: root }),
    serve(['--watch', `--watch-path=${join(root, 'out', 'main')}`]),
  ])
  return status
}
