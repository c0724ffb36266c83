/**
 * What has to be there before anything of ours can run: libraries, a Node that fits, the build. Plain JavaScript
 * with no dependency, because it runs on the machine's own Node before anything is installed. It speaks on
 * standard error only: standard output belongs to the program that is started.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')
const modules = join(root, 'node_modules')

/** @param {string} line */
export const say = line => process.stderr.write(`${line}\n`)

/** Ends the program with what happened and what to do. */
export function stop(line, status = 1) {
  say(line)
  process.exit(status)
}

/** Libraries and a fitting Node; answers the path of that Node. */
export function prepare() {
  installWhenNeeded()
  return fittingNode()
}

const readJson = path => JSON.parse(readFileSync(path, 'utf8'))

/** What npm says it has installed against what the lock file wants; optional parts may be for other machines. */
function isInstalled() {
  try {
    const wanted = readJson(join(root, 'package-lock.json')).packages
    const there = readJson(join(modules, '.package-lock.json')).packages
    return Object.entries(wanted).every(
      ([name, { version, optional }]) =>
        name === '' || there[name]?.version === version || (optional === true && there[name] === undefined),
    )
  } catch {
    return false
  }
}

function installWhenNeeded() {
  if (isInstalled()) return
  say('Đang tải thư viện (lần đầu khoảng một phút)…')
  // On Windows a program cannot be removed while it runs, and `npm ci` removes everything first.
  const ownNode = process.platform === 'win32' && process.execPath.startsWith(modules)
  const verb = ownNode ? ['install', '--no-save'] : ['ci']
  const { status } = npm([...verb, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'])
  if (status !== 0) stop('Không tải được thư viện. Kiểm tra kết nối mạng rồi chạy lại lệnh này.')
}

/** npm as it started us, else the one on the path; a `.cmd` file needs a shell. */
function npm(args) {
  const script = process.env.npm_execpath
  const options = { cwd: root, stdio: ['ignore', 2, 2] }
  return script?.endsWith('.js')
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync('npm', args, { ...options, shell: process.platform === 'win32' })
}

/** @param {string} version such as v24.21.0 */
const fits = version => {
  const [major, minor] = version.replace(/^v/, '').split('.').map(Number)
  return major > 22 || (major === 22 && minor >= 14)
}

/** The running Node if better-sqlite3 can live with it, else the one that came with the libraries. */
function fittingNode() {
  if (fits(process.version)) return process.execPath
  const packages = readdirSync(modules).filter(name => /^node-(linux|darwin|win)-/.test(name))
  const candidates = packages.flatMap(name =>
    ['bin/node', 'bin/node.exe'].map(file => join(modules, name, file)),
  )
  const found = candidates.find(path => existsSync(path) && fits(versionOf(path)))
  return (
    found ??
    stop(
      `Cần Node 22.14 trở lên, máy này có ${process.version}. Cài bản Node mới từ nodejs.org rồi chạy lại.`,
    )
  )
}

const versionOf = path => String(spawnSync(path, ['--version']).stdout ?? '').trim()

/** What the build is made from. */
const sources = ['electron', 'renderer', 'db', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const stamp = join(root, 'out', '.stamp')
const lock = join(root, 'out', '.building')

/** Contents rather than dates: a clone, a copy and a checkout all change dates. */
function sourceHash() {
  const hash = createHash('sha256')
  const add = path => {
    const full = join(root, path)
    if (statSync(full).isDirectory()) for (const name of readdirSync(full).sort()) add(`${path}/${name}`)
    else hash.update(path).update('\0').update(readFileSync(full)).update('\0')
  }
  for (const path of sources) if (existsSync(join(root, path))) add(path)
  return hash.digest('hex')
}

const isBuilt = hash => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

/** Builds or ends the program. */
export function buildOrStop(node) {
  if (!buildWhenNeeded(node)) stop('Không dựng được ứng dụng, lý do ở trên.')
}

/** Builds when the sources have changed; of two programs that start at once one builds, the other waits. */
export function buildWhenNeeded(node) {
  const hash = sourceHash()
  if (isBuilt(hash)) return true
  takeBuildLock()
  try {
    if (isBuilt(hash)) return true
    say('Đang dựng ứng dụng…')
    const result = spawnSync(node, [join(modules, 'electron-vite', 'bin', 'electron-vite.js'), 'build'], {
      cwd: root,
      encoding: 'utf8',
      // Without it, asking for Electron's version would begin to download it.
      env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: join(root, 'out') },
    })
    if (result.status === 0) writeFileSync(stamp, hash)
    else say(`${result.stdout}${result.stderr}`)
    return result.status === 0
  } finally {
    rmSync(lock, { force: true })
  }
}

const pauseBuffer = new Int32Array(new SharedArrayBuffer(4))

function takeBuildLock() {
  mkdirSync(join(root, 'out'), { recursive: true })
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' })
      return
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
    }
    if (isLeft()) rmSync(lock, { force: true })
    else Atomics.wait(pauseBuffer, 0, 0, 100)
  }
}

/** Whether the program that was building is gone: ended by Ctrl+C, for instance. */
function isLeft() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0)
    return false
  } catch (error) {
    return error.code === 'ESRCH'
  }
}
