import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { AppError } from './errors.ts'

export type Log = {
  /** Writes what went wrong; `where` is an operation's name. Never throws. */
  error(error: unknown, where?: string): void
  /** One line about the program itself: started, migrated, closed. */
  note(line: string): void
}

const largest = 1024 * 1024
const kept = 5
/** Errors whose messages speak of the program; others (JSON, zod) may quote what a person typed. */
const ownWords = new Set([
  'Error',
  'TypeError',
  'RangeError',
  'SqliteError',
  'NewerFileError',
  'DamagedFileError',
])

/** A text log in the data folder, `logs/gplx.log`, five files of 1 MB; personal data does not get into it. */
export function openLog(folder: string, host: string): Log {
  const logs = join(folder, 'logs')
  mkdirSync(logs, { recursive: true })
  const path = join(logs, 'gplx.log')
  const write = (line: string) => {
    try {
      makeRoom(path)
      appendFileSync(path, `${new Date().toISOString()} ${host} ${process.pid} ${line}\n`)
    } catch {
      // A full or read-only disk must not turn a refused request into a crash.
    }
  }
  return { error: (error, where) => write(describeError(error, where)), note: write }
}

/** Name, code, masked message and stack of an error, and of what caused it. */
export function describeError(error: unknown, where = '-'): string {
  if (!(error instanceof Error)) return `${where} thrown: ${typeof error}`
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  const message = error instanceof AppError || !ownWords.has(error.name) ? '' : `: ${mask(error.message)}`
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line))
  const cause = error.cause === undefined ? '' : `\n  because ${describeError(error.cause, '')}`
  return [`${where} ${error.name}${code}${message}`, ...frames.map(withoutHome)].join('\n') + cause
}

/** Whatever could be a value: quoted text, numbers of four figures or more, words with Vietnamese letters. */
function mask(message: string): string {
  return message
    .replace(/"[^"]*"|'[^']*'|`[^`]*`/g, '"…"')
    .replace(/[\d./-]*\d{4,}[\d./-]*/g, '#')
    .replace(/[\p{L}\p{M}]*[^\p{ASCII}…][\p{L}\p{M}]*/gu, '…')
}

/** The home folder holds the user's name. */
const withoutHome = (line: string) => line.replaceAll(homedir(), '~')

function makeRoom(path: string): void {
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) < largest) return
  const numbered = (n: number) => (n === 0 ? path : path.replace(/\.log$/, `.${n}.log`))
  for (let n = kept - 2; n >= 0; n -= 1) {
    if (statSync(numbered(n), { throwIfNoEntry: false }) !== undefined)
      renameSync(numbered(n), numbered(n + 1))
  }
}
