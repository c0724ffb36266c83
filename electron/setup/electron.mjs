import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { root, say } from './prepare.mjs'

const home = join(root, 'node_modules', 'electron')
/** A connection that brings nothing for this long is given up, in ms. */
const silence = 15_000

/** Where Electron's program lies, or undefined. */
function installed() {
  try {
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'))
    if (
      readFileSync(join(home, 'dist', 'version'), 'utf8')
        .replace(/^v/, '')
        .trim() !== version
    )
      return undefined
    const program = join(home, 'dist', readFileSync(join(home, 'path.txt'), 'utf8'))
    return existsSync(program) ? program : undefined
  } catch {
    return undefined
  }
}

/** Electron's program if the machine can show a window with it; a line says why not. */
export async function electronProgram(node) {
  if (process.platform === 'linux' && !hasDisplay()) {
    say('Không có màn hình cho cửa sổ Electron: mở bằng trình duyệt.')
    return undefined
  }
  if (process.platform === 'linux' && process.getuid() === 0) {
    say('Electron không chạy dưới tài khoản root: mở bằng trình duyệt.')
    return undefined
  }
  if (installed() === undefined) await fetchOnce(node)
  const program = installed()
  if (program === undefined) say('Không có Electron trên máy này: mở bằng trình duyệt.')
  return program
}

/** Whether something can be shown at all. */
export function hasDisplay() {
  if (process.platform !== 'linux') return true
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY)
}

/** Runs Electron's own install script as long as bytes keep coming. */
function fetchOnce(node) {
  say('Đang tải Electron (khoảng 110 MB)…')
  const folder = join(root, 'node_modules', '.electron-download')
  mkdirSync(folder, { recursive: true })
  const child = spawn(node, [join(home, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
  })
  let seen = 0
  let since = Date.now()
  const watch = setInterval(() => {
    const size = sizeOf(folder) + sizeOf(join(home, 'dist'))
    if (size !== seen) since = Date.now()
    seen = size
    if (Date.now() - since > silence) child.kill()
  }, 500)
  return new Promise(resolve => {
    const end = () => {
      clearInterval(watch)
      rmSync(folder, { recursive: true, force: true })
      resolve()
    }
    child.on('error', end)
    child.on('close', end)
  })
}

function sizeOf(path) {
  try {
    const here = statSync(path)
    return here.isDirectory()
      ? readdirSync(path).reduce((sum, name) => sum + sizeOf(join(path, name)), 0)
      : here.size
  } catch {
    return 0 // it moves while we look
  }
}
