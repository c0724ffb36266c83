import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openLockFile } from '../../db/lock-file.ts'
import type { Host } from './context.ts'
import { AppError } from './errors.ts'

export type Holder = { readonly host: Host; readonly pid: number; readonly startedAt: string }

export type FolderLock = {
  /** True when this process alone has the folder: it may migrate or restore until `share()`. */
  readonly alone: boolean
  /** True when an earlier host ended without letting the folder go. */
  readonly wasLeft: boolean
  /** Lets others in; kept until `close()`. */
  share(): Promise<void>
  /** Asks for the folder alone once more; refused with the name of the holder. */
  takeAlone(): Promise<void>
  /** Whether a host with this process number is at work on the folder. */
  isHolder(pid: number): boolean
  /** The other hosts at work. */
  others(): readonly Holder[]
  close(): void
}

const hostNames: Readonly<Record<Host, string>> = {
  app: 'Cửa sổ GPLX Desk',
  web: 'Bản mở bằng trình duyệt',
  cli: 'Dòng lệnh',
}

/** How long a start waits for another host's migration or restore, and how often it asks, in ms. */
const usualPatience = 10_000
const pause = 50

/**
 * Enters a data folder: alone when nobody is there, else together with the others. The locks are the operating
 * system's, so a killed process holds nothing; files under `hosts/` only say who holds.
 */
export async function enterFolder(
  folder: string,
  self: Holder,
  patience: number = usualPatience,
): Promise<FolderLock> {
  const hosts = join(folder, 'hosts')
  mkdirSync(hosts, { recursive: true })
  const lock = openLockFile(join(folder, 'folder.lock'))
  let alone = lock.takeAlone()
  const wasLeft = alone && removeLeftCards(hosts)
  const card = join(hosts, `${self.pid}.json`)
  writeFileSync(card, JSON.stringify(self))

  const until = async (take: () => boolean, limit: number): Promise<void> => {
    const end = Date.now() + limit
    while (!take()) {
      if (Date.now() > end) throw new AppError('conflict', refusalText(othersIn(hosts, self.pid)))
      await wait(pause)
    }
  }
  const leave = () => {
    rmSync(card, { force: true })
    lock.close()
  }
  try {
    if (!alone) {
      await until(() => {
        alone = lock.takeAlone()
        return alone || lock.share()
      }, patience)
    }
  } catch (error) {
    leave()
    throw error
  }
  return {
    get alone() {
      return alone
    },
    wasLeft,
    share: async () => {
      await until(lock.share, patience)
      alone = false
    },
    takeAlone: async () => {
      try {
        await until(lock.takeAlone, Math.min(patience, 1000))
        alone = true
      } catch (error) {
        await until(lock.share, patience)
        throw error
      }
    },
    isHolder: pid =>
      !alone && (pid === self.pid || othersIn(hosts, self.pid).some(other => other.pid === pid)),
    others: () => othersIn(hosts, self.pid),
    close: leave,
  }
}

/**
 * While this process is alone, a card is either left over or of a host that has been waiting for seconds; process
 * numbers are given out again, so age decides beside them.
 */
function removeLeftCards(hosts: string): boolean {
  const left = readdirSync(hosts).filter(name => {
    const holder = readCard(join(hosts, name))
    const waiting = holder !== undefined && Date.now() - Date.parse(holder.startedAt) < 2 * usualPatience
    return !waiting || holder.pid === process.pid || !isAlive(holder.pid)
  })
  for (const name of left) rmSync(join(hosts, name), { force: true })
  return left.length > 0
}

/** The other hosts at work; cards of dead processes are removed. */
function othersIn(hosts: string, self: number): Holder[] {
  return readdirSync(hosts).flatMap(name => {
    const path = join(hosts, name)
    const holder = readCard(path)
    if (holder === undefined || holder.pid === self) return []
    if (isAlive(holder.pid)) return [holder]
    rmSync(path, { force: true })
    return []
  })
}

function readCard(path: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Holder // written above, by this program only
  } catch {
    return undefined // being written or removed at this moment
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function refusalText(holders: readonly Holder[]): string {
  const [first] = holders
  if (first === undefined) return 'Một chương trình khác đang giữ thư mục dữ liệu. Chờ ít phút rồi thử lại.'
  const others = holders.length > 1 ? ` và ${holders.length - 1} chương trình khác` : ''
  return (
    `${hostNames[first.host]} (tiến trình ${first.pid})${others} đang mở thư mục dữ liệu. ` +
    'Đóng chương trình đó rồi thử lại.'
  )
}
