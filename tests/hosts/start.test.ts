import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { Migration } from '../../db/migrations.ts'
import { AppError } from '../../electron/core/errors.ts'
import { describeError, openLog } from '../../electron/core/log.ts'
import { assertRuntime, type Started, start } from '../../electron/core/start.ts'
import { temporaryFolder } from '../support/folder.ts'

const known = vi.hoisted(() => ({ more: [] as Migration[] }))

vi.mock('../../db/migrations.ts', async real => {
  const { migrations } = await real<typeof import('../../db/migrations.ts')>()
  return {
    get migrations() {
      return [...migrations, ...known.more]
    },
  }
})

let folder: string
const opened: Started[] = []
beforeEach(() => {
  folder = temporaryFolder()
  known.more = []
})
afterEach(async () => {
  for (const started of opened.splice(0)) await started.close()
})

async function open(): Promise<Started> {
  const started = await start({ host: 'cli', data: folder })
  opened.push(started)
  return started
}
async function openAndClose(): Promise<void> {
  await (await open()).close()
  opened.pop()
}
const backups = () => (existsSync(join(folder, 'backups')) ? readdirSync(join(folder, 'backups')) : [])
const next = (sql: string): Migration[] => {
  const applied = new Sqlite(join(folder, 'gplx.db'), { readonly: true })
  const count = Number(applied.prepare('SELECT count(*) FROM migrations').pluck().get())
  applied.close()
  return [{ name: `${String(count + 1).padStart(4, '0')}_next.sql`, sql }]
}

describe('the version of Node', () => {
  test.each(['20.20.2', '22.13.1', '18.0.0', '9.0.0'])('%s is refused, with what to do', node => {
    expect(() => assertRuntime({ node })).toThrow(
      `Ứng dụng cần Node 22.14 trở lên, máy này đang chạy Node ${node}. Mở bằng lệnh "npm start", lệnh này tự dùng bản Node phù hợp.`,
    )
  })
  test.each([{ node: '22.14.0' }, { node: '24.21.0' }, { node: '20.0.0', electron: '45.4.1' }])(
    '%o is fine',
    versions => expect(() => assertRuntime(versions)).not.toThrow(),
  )
})

describe('opening a data folder', () => {
  test('makes a new one, without a copy of nothing', async () => {
    const { app, folder: place } = await open()
    expect(await app.call({ token: null, name: 'setup.state', input: {} })).toMatchObject({
      ok: true,
      value: { ready: false },
    })
    expect(place).toBe(folder)
    expect(backups()).toEqual([])
  })

  test('copies the file before a newer version changes it', async () => {
    await openAndClose()
    known.more = next('CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT')
    await openAndClose()
    const [name, ...others] = backups()
    expect(others).toEqual([])
    expect(name).toMatch(/^truoc-nang-cap-\d{4}-\d\d-\d\d-\d{6}\.db$/)
    const copy = new Sqlite(join(folder, 'backups', name ?? ''), { readonly: true })
    expect(
      copy.prepare("SELECT name FROM sqlite_schema WHERE name IN ('later', 'users')").pluck().all(),
    ).toEqual(['users'])
    copy.close()
    await openAndClose()
    expect(backups().length).toBe(1)
  })

  test('leaves the file as it was when a migration fails, and says so without its details', async () => {
    await openAndClose()
    known.more = next('CREATE TABLE later (id INTEGER) STRICT; INSERT INTO nowhere VALUES (1)')
    await expect(open()).rejects.toMatchObject({
      code: 'unexpected',
      message: expect.not.stringContaining('nowhere'),
    })
    known.more = []
    await openAndClose()
  })

  test('refuses a file of a later version and leaves it alone', async () => {
    await openAndClose()
    known.more = next('CREATE TABLE later (id INTEGER) STRICT')
    await openAndClose()
    known.more = []
    await expect(open()).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('phiên bản mới hơn'),
    })
  })

  test('refuses a damaged file, and lets the folder go', async () => {
    writeFileSync(join(folder, 'gplx.db'), 'x'.repeat(20_000))
    await expect(open()).rejects.toMatchObject({ message: expect.stringContaining('bị hỏng') })
    expect(readdirSync(join(folder, 'hosts'))).toEqual([])
  })

  test('knows who acts when the host says it', async () => {
    const actor = { id: null, name: 'Dòng lệnh', role: 'admin' as const, host: 'cli' as const }
    const started = await start({ host: 'cli', data: folder, actor: () => actor })
    opened.push(started)
    expect(await started.app.call({ token: null, name: 'users.list', input: {} })).toEqual({
      ok: true,
      value: [],
    })
  })
})

describe('closing', () => {
  test('ends the sign-ins of this host, not those of another kind', async () => {
    const { database } = await open()
    database.atomically(db => {
      db.run(
        `INSERT INTO users (username, display_name, role, password_hash, created_at) VALUES ('a', 'A', 'viewer', '', '')`,
      )
      for (const host of ['cli', 'app']) {
        db.run(
          'INSERT INTO sessions (token_hash, user_id, host, created_at, seen_at) VALUES (:host, 1, :host, :at, :at)',
          {
            host,
            at: '2023-09-25T08:00:00+07:00',
          },
        )
      }
    })
    await openAndClose()
    await opened.pop()?.close()
    const after = (await open()).database.read(db => db.rows<{ host: string }>('SELECT host FROM sessions'))
    expect(after).toEqual([{ host: 'app' }])
  })
})

describe('the log', () => {
  test('names the error and where it happened, and holds nothing a person typed', () => {
    const personal = '091204001234 Nguyễn Thị Hồng "NGUYEN THI HONG" 0912 345678'
    const cause = new SyntaxError(`Unexpected token in ${personal}`)
    const error = new Error(`row of ${personal} is wrong`, { cause })
    openLog(folder, 'web').error(error, 'imports.apply')
    const text = readFileSync(join(folder, 'logs', 'gplx.log'), 'utf8')
    expect(text).toMatch(/^\S+Z web \d+ imports\.apply Error: row of/)
    expect(text).toContain('start.test.ts')
    for (const word of ['091204001234', 'Nguyễn', 'Hồng', 'HONG', '345678']) expect(text).not.toContain(word)
  })

  test('a refusal is logged by its code alone', () => {
    expect(describeError(new AppError('conflict', 'Hồ sơ đã có'), 'x.y').split('\n')[0]).toBe(
      'x.y AppError conflict',
    )
  })

  test('is cut into five files of a megabyte', () => {
    const log = openLog(folder, 'web')
    const line = 'x'.repeat(300_000)
    for (let written = 0; written < 30; written += 1) log.note(line)
    const files = readdirSync(join(folder, 'logs')).sort()
    expect(files).toEqual(['gplx.1.log', 'gplx.2.log', 'gplx.3.log', 'gplx.4.log', 'gplx.log'])
    for (const file of files) expect(readFileSync(join(folder, 'logs', file)).length).toBeLessThan(1_400_000)
  })
})
