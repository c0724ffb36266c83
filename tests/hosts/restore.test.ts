import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import Sqlite from 'better-sqlite3'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '../../db/migrate.ts'
import { migrations } from '../../db/migrations.ts'
import { bundle } from '../support/bundle.ts'
import { someFacts } from '../support/facts.ts'
import { temporaryFolder } from '../support/folder.ts'
import { bundledGplx, type Gplx } from '../support/gplx.ts'
import { aPdf } from '../support/scans.ts'

const portal = fileURLToPath(new URL('../samples/01-portal.xlsx', import.meta.url))
let gplx: Gplx
let holder: string
let desk: string
let backup: string
let data: string
let copy: string

/** A register of one list, a copy of it, and one file more since. */
beforeAll(async () => {
  gplx = await bundledGplx()
  holder = fileURLToPath(new URL('holder.js', await bundle({ holder: 'tests/support/holder.ts' })))
  desk = gplx.newDesk()
  gplx.answer('import', portal, '--data', desk)
  backup = gplx.answer('backup', '--data', desk).name
  const input = {
    facts: someFacts({ dossierCode: 'SAU-SAO-LUU' }),
    registered: { day: '2023-09-18' },
    receivedToo: false,
  }
  gplx.answer('call', 'applications.create', JSON.stringify(input), '--data', desk)
}, 120_000)

beforeEach(() => {
  data = join(temporaryFolder(), 'data')
  cpSync(desk, data, { recursive: true })
  copy = join(data, 'backups', backup)
})

const total = (folder = data) => gplx.answer('list', '--data', folder).total
const sound = (folder = data) => gplx.run('verify', '--data', folder).status
const refused = (...args: string[]) => {
  const { status, stderr } = gplx.run('restore', ...args, '--data', data)
  expect(status).toBe(1)
  expect(total()).toBe(139)
  expect(sound()).toBe(0)
  return stderr
}

describe('going back to a copy', () => {
  test('brings the register of the copy, keeps what stood there, and is told in the trail', () => {
    const figures = () => gplx.answer('figures', '--kind', 'month', '--period', '2023-09', '--data', data)
    expect(total()).toBe(139)
    const answer = gplx.answer('restore', copy, '--data', data)
    expect(answer).toMatchObject({ applications: 138, before: 139, attachments: { missing: 0 } })
    expect(total()).toBe(138)
    expect(sound()).toBe(0)
    const [entry] = gplx.answer('call', 'audit.list', '{"subject":"backup"}', '--data', data)
    expect(entry).toMatchObject({ operation: 'backup.restore', changes: { 'Số hồ sơ': [139, 138] } })
    // and back again: what was kept is a copy like any other
    const before = figures()
    const again = gplx.answer('restore', join(data, 'backups', answer.kept), '--data', data)
    expect(again).toMatchObject({ applications: 139, before: 138 })
    expect(figures().measures.registered.total).toBe(before.measures.registered.total + 1)
    expect(readdirSync(data).filter(name => name.startsWith('gplx.db'))).toEqual(['gplx.db'])
  })

  test('opens a folder whose data was damaged, and keeps the damaged file', () => {
    truncateSync(join(data, 'gplx.db'), 20_000)
    expect(gplx.run('list', '--data', data).stderr).toContain('lệnh restore')
    const { kept, before } = gplx.answer('restore', copy, '--data', data)
    expect(before).toBeNull()
    expect(readFileSync(join(data, 'backups', kept, 'gplx.db')).length).toBe(20_000)
    expect(total()).toBe(138)
    expect(sound()).toBe(0)
  })

  test('opens a folder whose data is gone, and a folder that is not there yet', () => {
    rmSync(join(data, 'gplx.db'))
    expect(gplx.answer('restore', copy, '--data', data)).toMatchObject({ kept: null, before: null })
    expect(total()).toBe(138)
    const elsewhere = join(temporaryFolder(), 'moi')
    gplx.answer('restore', copy, '--data', elsewhere)
    expect(total(elsewhere)).toBe(138)
  })

  test('writes nothing of a log that was left behind into the copy, and keeps that log', () => {
    const path = join(data, 'gplx.db')
    const sqlite = new Sqlite(path)
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('wal_autocheckpoint = 0')
    for (let at = 0; at < 200; at += 1) sqlite.exec(`INSERT INTO teams (name) VALUES ('Tổ ${at}')`)
    const log = readFileSync(`${path}-wal`)
    sqlite.close()
    rmSync(path)
    writeFileSync(`${path}-wal`, log)
    const { kept } = gplx.answer('restore', copy, '--data', data)
    expect(readFileSync(join(data, 'backups', kept, 'gplx.db-wal')).equals(log)).toBe(true)
    expect(gplx.answer('call', 'teams.list', '{}', '--data', data)).toEqual([])
    expect(total()).toBe(138)
    expect(sound()).toBe(0)
  })

  test('brings contents of attachments back that are missing', () => {
    const [file] = gplx.answer('list', '--limit', '1', '--data', data).rows
    const bytes = Buffer.from(aPdf()).toString('base64')
    const input = { applicationId: file.id, file: { name: 'quet.pdf', bytes: { $bytes: bytes } } }
    const attached = gplx.run('call', 'attachments.add', JSON.stringify(input), '--data', data)
    expect(attached.stderr).toBe('')
    const to = temporaryFolder()
    const { copiedTo } = gplx.answer('backup', '--to', to, '--data', data)
    rmSync(join(data, 'attachments'), { recursive: true })
    expect(sound()).toBe(1)
    expect(gplx.answer('restore', copiedTo, '--data', data).attachments).toEqual({
      kept: 0,
      copied: 1,
      missing: 0,
    })
    expect(sound()).toBe(0)
  })

  test('brings a copy of an older version to this one', () => {
    const old = join(temporaryFolder(), 'cu.db')
    migrate(old, migrations.slice(0, 9), '2023-09-25T08:00:00+07:00')
    expect(gplx.answer('restore', old, '--data', data)).toMatchObject({ applications: 0, before: 139 })
    expect(gplx.run('verify', '--data', data).status).toBe(1) // no department in it: said, and nothing hidden
    expect(gplx.answer('call', 'setup.state', '{}', '--data', data).ready).toBe(false)
  })
})

describe('what cannot be gone back to is refused, and nothing changes', () => {
  test('a file that is not there, no copy, damaged, or the data itself', () => {
    expect(refused(join(data, 'khong-co.db'))).toContain('Không có tệp')
    expect(refused(join(data, 'gplx.db'))).toContain('tệp dữ liệu đang dùng')
    const strange = join(temporaryFolder(), 'la.db')
    writeFileSync(strange, 'không phải cơ sở dữ liệu')
    expect(refused(strange)).toContain('không phải bản sao lưu')
    const other = join(temporaryFolder(), 'khac.db')
    const foreign = new Sqlite(other)
    foreign.exec('CREATE TABLE t (a)')
    foreign.close()
    expect(refused(other)).toContain('không phải bản sao lưu')
    const damaged = join(temporaryFolder(), 'hong.db')
    copyFileSync(copy, damaged)
    truncateSync(damaged, 30_000)
    expect(refused(damaged)).toContain('đã hỏng')
    expect(readdirSync(data).filter(name => name.startsWith('gplx.db.moi'))).toEqual([])
  })

  test('a copy that a newer version wrote', () => {
    const newer = join(temporaryFolder(), 'moi.db')
    copyFileSync(copy, newer)
    const sqlite = new Sqlite(newer)
    sqlite
      .prepare("INSERT INTO migrations (name, hash, applied_at) VALUES ('9999_later.sql', 'x', 'y')")
      .run()
    sqlite.close()
    expect(refused(newer)).toContain('phiên bản mới hơn')
  })

  test('an account that the copy does not know', () => {
    expect(refused(copy, '--as', 'khong-ai')).toContain('Kiểm tra --as')
  })

  test('by whoever is no administrator', () => {
    const account = {
      username: 'xem',
      displayName: 'Chỉ xem',
      role: 'viewer',
      password: 'mật khẩu dài để thử',
    }
    gplx.answer('call', 'users.create', JSON.stringify(account), '--data', data)
    const { name } = gplx.answer('backup', '--data', data)
    expect(refused(join(data, 'backups', name), '--as', 'xem')).toContain('Chỉ quản trị viên')
  })

  test('while another host has the folder, which is named', async () => {
    const host = spawn(process.execPath, [holder, data, 'web'], { stdio: ['pipe', 'pipe', 'inherit'] })
    await once(host.stdout, 'data')
    const { status, stderr } = gplx.run('restore', copy, '--data', data)
    host.stdin.end()
    await once(host, 'exit')
    expect(status).toBe(1)
    expect(stderr).toContain(`Bản mở bằng trình duyệt (tiến trình ${host.pid})`)
    expect(total()).toBe(139)
  })
})
