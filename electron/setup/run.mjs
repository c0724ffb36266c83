import { spawn } from 'node:child_process'

/**
 * Runs a program in this terminal and answers how it ended. Ctrl+C reaches it by itself; a request to end is
 * passed on, so that it can close its files.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    const passOn = signal => child.kill(signal)
    const hold = () => {}
    process.on('SIGINT', hold)
    for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, passOn)
    child.on('error', reject)
    child.on('close', (code, signal) => {
      process.off('SIGINT', hold)
      for (const each of ['SIGTERM', 'SIGHUP']) process.off(each, passOn)
      resolve(code ?? (signal === 'SIGINT' ? 130 : 143))
    })
  })
}
