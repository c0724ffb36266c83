import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { say } from './prepare.mjs'

const { env, platform } = process

/** A browser of Chromium's family for the end-to-end tests, or undefined with a line that says what to do. */
export function findBrowser() {
  const found = installed()
  if (found !== undefined) return found
  if (isRootOnDebian()) {
    say('Đang cài Chromium cho phần kiểm thử trên màn hình…')
    const apt = (...args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 2, 2],
        env: { ...env, DEBIAN_FRONTEND: 'noninteractive' },
      })
    const packages = ['install', '-y', '--no-install-recommends', 'chromium', 'fonts-liberation']
    if (apt(...packages).status !== 0) {
      apt('update')
      apt(...packages)
    }
  }
  const now = installed()
  if (now === undefined)
    say(
      'Không tìm thấy Chrome, Chromium hay Edge. Cài một trong ba, hoặc đặt GPLX_CHROMIUM là đường dẫn của nó.',
    )
  return now
}

function installed() {
  return candidates().find(path => path !== undefined && isProgram(path))
}

function candidates() {
  const given = [env.GPLX_CHROMIUM, env.CHROME_PATH]
  if (platform === 'win32') {
    const places = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(Boolean)
    const programs = [
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
      'Chromium/Application/chrome.exe',
    ]
    return [...given, ...places.flatMap(place => programs.map(program => join(place, program)))]
  }
  if (platform === 'darwin') {
    const programs = ['Google Chrome', 'Chromium', 'Microsoft Edge']
    const places = ['/Applications', join(env.HOME ?? '', 'Applications')]
    return [
      ...given,
      ...places.flatMap(place => programs.map(name => join(place, `${name}.app`, 'Contents/MacOS', name))),
    ]
  }
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'microsoft-edge-stable',
  ]
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin']
  return [
    ...given,
    ...names.flatMap(name => folders.map(folder => join(folder, name))),
    '/opt/google/chrome/chrome',
  ]
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isRootOnDebian() {
  return platform === 'linux' && process.getuid() === 0 && existsSync('/usr/bin/apt-get')
}
