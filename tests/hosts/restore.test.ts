import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { ReadDb } from '../../db/database.ts'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import type { Actor } from '../../electron/core/context.ts'
import { AppError } from '../../electron/core/errors.ts'
import { restore, start } from '../../electron/core/start.ts'
import { bundle } from '../support/bundle.ts'
import { someFacts } from '../support/facts.ts'
import { temporaryFolder } from '../support/folder.ts'
import { bundledGplx, type Gplx } from '../support/gplx.ts'
import { sample } from '../support/lists.ts'
import { aPdf } from '../support/scans.ts'

let gplx: Gplx
let holder: string
let desk: string
let data: string
let copy: string

/** By the first administrator of the folder, as the command line acts. */
const actor = (db: ReadDb): Actor => {
  const row = db.row<{ id: number; name: string }>(
    "SELECT id, display_name AS name FROM users WHERE role = 'admin'",
  )
  return row === undefined
    ? { id: null, name: 'Hệ thống', role: null, host: 'cli' }
    : { ...row, role: 'admin', host: 'cli' }
}

type Asked = readonly [name: string, input?: unknown]

/** Operations of the core on a folder, one after the other; a job is run to its end. Answers the last. */
async function ask(folder: string, ...asked: readonly Asked[]): Promise<ReturnType<typeof JSON.parse>> {
  const started = await start({ host: 'cli', data: folder, actor })
  const call = async ([name, input = {}]: Asked) => {
    const reply = await started.app.call({ token: null, name, input })
    if (!reply.ok) throw new AppError(reply.error.code, reply.error.message)
    return Object(reply.value)
  }
  try {
    let answer: ReturnType<typeof JSON.parse> = null
    for (const one of asked) {
      answer = await call(one)
      if (answer.jobId === undefined) continue
      await started.jobs.finished(answer.jobId)
      answer = (await call(['jobs.status', { id: answer.jobId }])).result
    }
    return answer
  } finally {
    await started.close()
  }
}

/** A register of one list, a copy of it, and one file more since. */
beforeAll(async () => {
  gplx = await bundledGplx()
  holder = fileURLToPath(new URL('holder.js', await bundle({ holder: 'tests/support/holder.ts' })))
  desk = gplx.newDesk()
  await ask(desk, ['imports.apply', { file: sample('01-portal.xlsx') }], ['backup.create'])
  const facts = someFacts({ dossierCode: 'SAU-SAO-LUU' })
  await ask(desk, ['applications.create', { facts, registered: { day: '2023-09-18' }, receivedToo: false }])
}, 120_000)

beforeEach(() => {
  data = join(temporaryFolder(), 'data')
  cpSync(desk, data, { recursive: true })
  copy = join(data, 'backups', readdirSync(join(data, 'backups'))[0] ?? '')
})

const back = (from: string, to = data, who = actor) =>
  restore({ host: 'cli', data: to, copy: from, actor: who })
const total = async (folder = data) => (await ask(folder, ['applications.list', { limit: 1 }])).total
const sound = async () => (await ask(data, ['audit.verify'])).ok

/** Why a copy does not take the place of the data, which stands as it did. */
async function refused(from: string, who = actor): Promise<string> {
  const message = await back(from, data, who).then(
    () => 'restored',
    (error: unknown) => (error instanceof AppError ? error.message : String(error)),
  )
  expect(await total()).toBe(139)
  return message
}

describe('going back to a copy', () => {
  test('brings the register of the copy, keeps what stood there, and is told in the trail', async () => {
    const month = { period: { kind: 'month', id: '2023-09' } }
    const registered = async () => (await ask(data, ['statistics.figures', month])).measures.registered.total
    expect(await total()).toBe(139)
    const answer = gplx.answer('restore', copy, '--data', data)
    expect(answer).toMatchObject({ applications: 138, before: 139, attachments: { missing: 0 } })
    expect(await total()).toBe(138)
    expect(await sound()).toBe(true)
    const [entry] = await ask(data, ['audit.list', { subject: 'backup' }])
    expect(entry).toMatchObject({ operation: 'backup.restore', changes: { 'Số hồ sơ': [139, 138] } })
    // and back again: what was kept is a copy like any other
    const before = await registered()
    const again = await back(join(data, 'backups', answer.kept))
    expect(again).toMatchObject({ applications: 139, before: 138 })
    expect(await registered()).toBe(before + 1)
    expect(readdirSync(data).filter(name => name.startsWith('gplx.db'))).toEqual(['gplx.db'])
  })

  test('opens a folder whose data was damaged, and keeps the damaged file', async () => {
    truncateSync(join(data, 'gplx.db'), 20_000)
    await expect(total()).rejects.toThrow('lệnh restore')
    const { kept, before } = await back(copy)
    expect(before).toBeNull()
    expect(readFileSync(join(data, 'backups', kept ?? '', 'gplx.db')).length).toBe(20_000)
    expect(await total()).toBe(138)
    expect(await sound()).toBe(true)
  })

  test('opens a folder whose data is gone, and a folder that is not there yet', async () => {
    rmSync(join(data, 'gplx.db'))
    expect(await back(copy)).toMatchObject({ kept: null, before: null })
    expect(await total()).toBe(138)
    const elsewhere = join(temporaryFolder(), 'moi')
    await back(copy, elsewhere)
    expect(await total(elsewhere)).toBe(138)
  })

  test('writes nothing of a log that was left behind into the copy, and keeps that log', async () => {
    const path = join(data, 'gplx.db')
    const sqlite = new Sqlite(path)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('wal_autocheckpoint = 0')
    for (let at = 0; at < 200; at += 1) sqlite.exec(`INSERT INTO teams (name) VALUES ('Tổ ${at}')`)
    const log = readFileSync(`${path}-wal`)
    sqlite.close()
    rmSync(path)
    writeFileSync(`${path}-wal`, log)
    const { kept } = await back(copy)
    expect(readFileSync(join(data, 'backups', kept ?? '', 'gplx.db-wal')).equals(log)).toBe(true)
    expect(await ask(data, ['teams.list'])).toEqual([])
    expect(await total()).toBe(138)
    expect(await sound()).toBe(true)
  })

  test('brings contents of attachments back that are missing', async () => {
    const [file] = (await ask(data, ['applications.list', { limit: 1 }])).rows
    const scan = { applicationId: file.id, file: { name: 'quet.pdf', bytes: aPdf() } }
    const { name } = await ask(data, ['attachments.add', scan], ['backup.create'])
    rmSync(join(data, 'attachments'), { recursive: true })
    expect(await sound()).toBe(false)
    const { attachments } = await back(join(data, 'backups', name))
    expect(attachments).toEqual({ kept: 0, copied: 1, missing: 0 })
    expect(await sound()).toBe(true)
  })

  test('brings a copy of an older version to this one', async () => {
    const old = join(temporaryFolder(), 'cu.db')
    migrate(old, migrations.slice(0, 9), '2023-09-25T08:00:00+07:00')
    expect(await back(old)).toMatchObject({ applications: 0, before: 139 })
    expect((await ask(data, ['setup.state'])).ready).toBe(false)
  })
})

describe('what cannot be gone back to is refused, and nothing changes', () => {
  test('a file that is not there, no copy, damaged, or the data itself', async () => {
    expect(await refused(join(data, 'khong-co.db'))).toContain('Không có tệp')
    expect(await refused(join(data, 'gplx.db'))).toContain('tệp dữ liệu đang dùng')
    const strange = join(temporaryFolder(), 'la.db')
    writeFileSync(strange, 'không phải cơ sở dữ liệu')
    expect(await refused(strange)).toContain('không phải bản sao lưu')
    const other = join(temporaryFolder(), 'khac.db')
    const foreign = new Sqlite(other)
    foreign.exec('CREATE TABLE t (a)')
    foreign.close()
    expect(await refused(other)).toContain('không phải bản sao lưu')
    const damaged = join(temporaryFolder(), 'hong.db')
    copyFileSync(copy, damaged)
    truncateSync(damaged, 30_000)
    expect(await refused(damaged)).toContain('đã hỏng')
    expect(await sound()).toBe(true)
    expect(readdirSync(data).filter(name => name.startsWith('gplx.db.moi'))).toEqual([])
  })

  test('a copy that a newer version wrote', async () => {
    const newer = join(temporaryFolder(), 'moi.db')
    copyFileSync(copy, newer)
    const sqlite = new Sqlite(newer)
    sqlite
      .prepare("INSERT INTO migrations (name, hash, applied_at) VALUES ('9999_later.sql', 'x', 'y')")
      .run()
    sqlite.close()
    expect(await refused(newer)).toContain('phiên bản mới hơn')
  })

  test('by an account that the copy does not know, or that is no administrator in it', async () => {
    const { status, stderr } = gplx.run('restore', copy, '--as', 'khong-ai', '--data', data)
    expect([status, await total()]).toEqual([1, 139])
    expect(stderr).toContain('Kiểm tra --as')
    const viewer: Actor = { id: 2, name: 'Chỉ xem', role: 'viewer', host: 'cli' }
    expect(await refused(copy, () => viewer)).toContain('Chỉ quản trị viên')
  })

  test('while another host has the folder, which is named', async () => {
    const host = spawn(process.execPath, [holder, data, 'web'], { stdio: ['pipe', 'pipe', 'inherit'] })
    await once(host.stdout, 'data')
    expect(await refused(copy)).toContain(`Bản mở bằng trình duyệt (tiến trình ${host.pid})`)
    host.stdin.end()
    await once(host, 'exit')
  })
})
