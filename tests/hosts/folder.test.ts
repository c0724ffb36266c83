import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import { databasePath } from '../../electron/core/data-folder.ts'
import { enterFolder, type FolderLock } from '../../electron/core/folder-lock.ts'
import { start } from '../../electron/core/start.ts'
import { bundle } from '../support/bundle.ts'
import { temporaryFolder } from '../support/folder.ts'

let holder: string
let folder: string
const children: ChildProcess[] = []
const locks: FolderLock[] = []

beforeAll(async () => {
  holder = fileURLToPath(new URL('holder.js', await bundle({ holder: 'tests/support/holder.ts' })))
})
beforeEach(() => {
  folder = temporaryFolder()
  // a new file would have each first host ask for the folder alone
  migrate(databasePath(folder), migrations, '2023-09-25T08:00:00+07:00')
})
afterEach(async () => {
  for (const lock of locks.splice(0)) lock.close()
  for (const child of children.splice(0)) await kill(child)
})

/** A host in a process of its own, once it has opened the folder or been refused. */
async function otherHost(host = 'web'): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, [holder, folder, host], { stdio: ['pipe', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = await once(child.stdout ?? child, 'data')
  return { child, said: String(said).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

async function enter(patience?: number): Promise<FolderLock> {
  const self = { host: 'app' as const, pid: process.pid, startedAt: new Date().toISOString() }
  const lock = await enterFolder(folder, self, patience)
  locks.push(lock)
  return lock
}

async function jobs(): Promise<Record<string, string>> {
  const started = await start({ host: 'app', data: folder })
  const rows = started.database.read(db =>
    db.rows<{ id: string; state: string }>('SELECT id, state FROM jobs'),
  )
  await started.close()
  return Object.fromEntries(rows.map(({ id, state }) => [id, state]))
}

describe('the lock of a data folder, across processes', () => {
  test('the first to come has it alone, and shares it with others', async () => {
    const lock = await enter()
    expect(lock.alone).toBe(true)
    await lock.share()
    expect((await otherHost()).said).toBe('ready')
    expect((await otherHost('cli')).said).toBe('ready')
  })

  test('who needs it alone is refused with the name of the holder, and goes on sharing', async () => {
    const { child } = await otherHost()
    const lock = await enter()
    expect(lock.alone).toBe(false)
    await expect(lock.takeAlone()).rejects.toMatchObject({
      code: 'conflict',
      message: `Bản mở bằng trình duyệt (tiến trình ${child.pid}) đang mở thư mục dữ liệu. Đóng chương trình đó rồi thử lại.`,
    })
    await kill(child)
    await lock.takeAlone()
    expect(lock.alone).toBe(true)
  })

  test('several holders are counted', async () => {
    await otherHost()
    await otherHost('cli')
    await expect((await enter()).takeAlone()).rejects.toThrow(/và 1 chương trình khác/)
  })

  test('who comes while another has it alone waits, and is let in or told', async () => {
    const mine = await enter()
    const waiting = otherHost()
    await new Promise(resolve => setTimeout(resolve, 700))
    await mine.share()
    expect((await waiting).said).toBe('ready')
    const { child } = await waiting
    await kill(child)
    await mine.takeAlone()
    // a lock file of its own, as a second process has
    await expect(enter(200)).rejects.toMatchObject({ code: 'conflict' })
  })

  test('a killed host holds nothing, and the next one is told that it was left', async () => {
    const { child } = await otherHost()
    await kill(child)
    expect(readdirSync(join(folder, 'hosts'))).toEqual([`${child.pid}.json`])
    const lock = await enter()
    expect(lock).toMatchObject({ alone: true, wasLeft: true })
    expect(readdirSync(join(folder, 'hosts'))).toEqual([`${process.pid}.json`])
  })

  test('a host that closes leaves no card behind', async () => {
    const { child } = await otherHost()
    child.stdin?.end()
    await once(child, 'exit')
    expect(readdirSync(join(folder, 'hosts'))).toEqual([])
    expect((await enter()).wasLeft).toBe(false)
  })
})

describe('jobs of a process that is gone', () => {
  test('are failed at the next start, those of a living one are not', async () => {
    const killed = (await otherHost()).child
    const living = (await otherHost()).child
    await kill(killed)
    expect(await jobs()).toEqual({ [`job-of-${killed.pid}`]: 'failed', [`job-of-${living.pid}`]: 'running' })
    await kill(living)
    expect(await jobs()).toMatchObject({ [`job-of-${living.pid}`]: 'failed' })
  })
})

describe('a folder whose file is gone', () => {
  const open = () => start({ data: folder, host: 'web' })
  const copyOf = () => {
    mkdirSync(join(folder, 'backups'))
    copyFileSync(databasePath(folder), join(folder, 'backups', 'gplx-20230925.db'))
  }

  test.each([
    ['missing', () => rmSync(databasePath(folder))],
    ['empty', () => writeFileSync(databasePath(folder), '')],
  ])('gets no new register beside its copies: %s', async (_, lose) => {
    copyOf()
    lose()
    await expect(open()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('gplx.db'),
    })
    expect(existsSync(databasePath(folder)) && statSync(databasePath(folder)).size > 0).toBe(false)
    copyFileSync(join(folder, 'backups', 'gplx-20230925.db'), databasePath(folder))
    await (await open()).close()
  })

  test('is new where nothing was ever kept', async () => {
    writeFileSync(databasePath(folder), '')
    await (await open()).close()
    expect(statSync(databasePath(folder)).size).toBeGreaterThan(0)
  })
})

describe('a folder that is no place for a database', () => {
  test('is refused before anything is written there', async () => {
    const synced = join(folder, 'OneDrive - Sở GTVT', 'GPLX')
    await expect(start({ host: 'cli', data: synced })).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/OneDrive.*--data/s),
    })
    expect(existsSync(synced)).toBe(false)
  })
})
