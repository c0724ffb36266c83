import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { describeError } from '../../electron/core/log.ts'
import { clientOf, type TestApp, testApp, testPassword } from '../support/app.ts'
import { accountOf, after, refusal } from '../support/refusal.ts'

const crypto = vi.hoisted(() => ({ derived: 0 }))
vi.mock('node:crypto', async original => {
  const real = await original<typeof import('node:crypto')>()
  const scrypt = (...given: Parameters<typeof real.scrypt>) => {
    crypto.derived += 1
    return real.scrypt(...given)
  }
  return { ...real, scrypt, default: { ...real, scrypt } }
})

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const attempt = (username: string, password: string) =>
  refusal(desk.anyone.users.signIn({ username, password }))

test('the right password opens a session that knows who it belongs to', async () => {
  const { token, me } = await desk.anyone.users.signIn({ username: ' Officer ', password: testPassword })
  expect(me).toMatchObject({ username: 'officer', role: 'officer', idleMinutes: 15 })
  expect(await clientOf(desk.app.call, () => token).users.me({})).toEqual(me)
})

test('only the hash of a token lies in the file', async () => {
  const { token } = await desk.anyone.users.signIn({ username: 'officer', password: testPassword })
  const kept = desk.database.read(db => db.rows<{ token_hash: string }>('SELECT token_hash FROM sessions'))
  expect(kept.length).toBeGreaterThan(0)
  expect(JSON.stringify(kept)).not.toContain(token)
})

test('a wrong password, an unknown name and a closed account are refused in the same words', async () => {
  const admin = desk.as('admin').users
  await admin.update({ ...(await accountOf(desk, 'viewer')), active: false })
  const replies = [
    await attempt('officer', 'mat khau sai 2023'),
    await attempt('khong-co-ai', testPassword),
    await attempt('viewer', testPassword),
  ].map(error => error.toReply())
  expect(replies[0]).toMatchObject({ code: 'not-allowed' })
  expect(replies[1]).toEqual(replies[0])
  expect(replies[2]).toEqual(replies[0])
})

test('an unknown name costs the same derivation as a known one', async () => {
  crypto.derived = 0
  await attempt('officer', 'mat khau sai 2023')
  const known = crypto.derived
  await attempt('khong-co-ai', 'mat khau sai 2023')
  expect(known).toBe(1)
  expect(crypto.derived - known).toBe(known)
})

test.each(['officer', 'khong-co-ai'])('after three failures "%s" waits, longer each time', async name => {
  for (let n = 0; n < 3; n += 1) expect((await attempt(name, 'sai mat khau')).message).not.toContain('Chờ')
  await attempt(name, 'sai mat khau')
  expect((await attempt(name, 'sai mat khau')).message).toBe(
    'Sai mật khẩu nhiều lần. Chờ 5 giây rồi thử lại.',
  )
  desk.at(after(6))
  expect((await attempt(name, 'sai mat khau')).message).not.toContain('Chờ')
  expect((await attempt(name, 'sai mat khau')).message).toContain('Chờ 10 giây')
})

test('the wait stops growing at a quarter of an hour and is told in minutes', async () => {
  desk.database.atomically(db => db.run("UPDATE users SET failed_attempts = 40 WHERE username = 'officer'"))
  await attempt('officer', 'sai mat khau')
  expect((await attempt('officer', 'sai mat khau')).message).toContain('Chờ 15 phút')
})

test('the right password does not get in while the name waits, and does afterwards', async () => {
  for (let n = 0; n < 4; n += 1) await attempt('officer', 'sai mat khau')
  expect((await attempt('officer', testPassword)).message).toContain('Chờ 5 giây')
  desk.at(after(6))
  await desk.anyone.users.signIn({ username: 'officer', password: testPassword })
  expect((await attempt('officer', 'sai mat khau')).message).not.toContain('Chờ')
})

test('guesses made at the same moment are counted one by one', async () => {
  const guesses = await Promise.all(Array.from({ length: 6 }, () => attempt('officer', 'sai mat khau')))
  expect(guesses.filter(({ message }) => message.includes('Chờ'))).toHaveLength(2)
})

test('the wait is a row of the file, so that a restart does not shorten it', async () => {
  for (let n = 0; n < 4; n += 1) await attempt('officer', 'sai mat khau')
  const row = desk.database.read(db =>
    db.row('SELECT failed_attempts AS failures, locked_until AS until FROM users WHERE username = :name', {
      name: 'officer',
    }),
  )
  expect(row).toEqual({ failures: 4, until: after(5) })
})

test('a Vietnamese password fits however the keyboard composes its letters', async () => {
  const typed = 'Đường sắt Việt Nam 1975'
  const { id } = await accountOf(desk, 'officer')
  await desk.as('admin').users.setPassword({ id, password: typed.normalize('NFD') })
  await desk.anyone.users.signIn({ username: 'officer', password: typed.normalize('NFC') })
  await desk.anyone.users.signIn({ username: 'officer', password: typed.normalize('NFD') })
})

test('letters and their marks sent apart do not make a short password long', async () => {
  const short = { username: 'moi', displayName: 'Người mới', role: 'viewer' as const }
  const error = await refusal(desk.as('admin').users.create({ ...short, password: 'ệộữẫắ'.normalize('NFD') }))
  expect(error.details?.fields?.password).toContain('ít nhất 10 ký tự')
})

test('a session ends when nobody has touched it for the time the setting says', async () => {
  const officer = desk.as('officer')
  desk.at(after(14 * 60))
  await officer.users.me({})
  desk.at(after(28 * 60))
  await officer.users.me({})
  desk.at(after(43 * 60 + 1))
  expect((await refusal(officer.users.me({}))).details).toEqual({ signedOut: true })
})

test('a shorter idle time counts for sessions that are open already', async () => {
  await desk.as('admin').settings.set({ key: 'session', version: 0, value: { idleMinutes: 2 } })
  desk.at(after(60))
  expect(await desk.as('officer').users.me({})).toMatchObject({ idleMinutes: 2 })
  desk.at(after(60 + 121))
  expect(await refusal(desk.as('officer').users.me({}))).toMatchObject({ code: 'not-allowed' })
})

test('requests of a timer are answered and do not keep a session alive', async () => {
  const ask = (idle: boolean) =>
    desk.app.call({ token: desk.token('officer'), name: 'users.me', input: {}, idle })
  desk.at(after(14 * 60))
  expect(await ask(true)).toMatchObject({ ok: true })
  desk.at(after(15 * 60 + 1))
  expect(await ask(true)).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  expect(await ask(false)).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})

test('reading goes on while another connection writes, whoever reads', async () => {
  const { default: Sqlite } = await import('better-sqlite3')
  const other = new Sqlite(join(desk.folder, 'gplx.db'))
  desk.at(after(5 * 60))
  other.exec('BEGIN IMMEDIATE')
  try {
    const began = Date.now()
    expect(await desk.as('officer').users.me({})).toMatchObject({ username: 'officer' })
    expect(Date.now() - began).toBeLessThan(1000)
  } finally {
    other.exec('ROLLBACK')
    other.close()
  }
})

test('signing out ends this session and no other of the same person', async () => {
  const { token } = await desk.anyone.users.signIn({ username: 'officer', password: testPassword })
  const second = clientOf(desk.app.call, () => token)
  await second.users.signOut({})
  expect(await refusal(second.users.me({}))).toMatchObject({ code: 'not-allowed' })
  expect(await desk.as('officer').users.me({})).toMatchObject({ username: 'officer' })
})

test('sessions that have ended are cleared away by the next sign-in', async () => {
  desk.at(after(3600))
  await desk.anyone.users.signIn({ username: 'officer', password: testPassword })
  expect(desk.database.read(db => db.row('SELECT count(*) AS n FROM sessions'))).toEqual({ n: 1 })
})

test('a role taken away is gone with the next request of a session that is open', async () => {
  const admin = desk.as('admin').users
  await desk.as('team-lead').audit.list({})
  await admin.update({ ...(await accountOf(desk, 'team-lead')), role: 'viewer' })
  expect(await refusal(desk.as('team-lead').audit.list({}))).toMatchObject({ code: 'not-allowed' })
})

test('no password gets into the file, a reply, an error or the log', async () => {
  const secrets = ['Bí mật số một 11', 'Bí mật số hai 22', 'Bí mật số ba 33']
  const [first = '', second = '', third = ''] = secrets
  const said: unknown[] = []
  await desk.as('admin').users.create({
    ...{ username: 'moi', displayName: 'Người mới', role: 'officer', password: first },
  })
  const { token } = await desk.anyone.users.signIn({ username: 'moi', password: first })
  const mine = clientOf(desk.app.call, () => token).users
  said.push((await refusal(mine.changeOwnPassword({ current: second, password: third }))).toReply())
  said.push(await mine.changeOwnPassword({ current: first, password: second }))
  said.push((await attempt('moi', third)).toReply(), (await attempt(third, third)).toReply())
  const called = [
    { name: 'users.signIn', input: { username: 'moi', password: { is: third } } },
    { name: 'users.create', input: { username: third, password: third } },
  ]
  for (const request of called) said.push(await desk.app.call({ token: desk.token('admin'), ...request }))
  said.push(desk.logged.map(error => describeError(error)))
  const files = readdirSync(desk.folder, { recursive: true, encoding: 'utf8' })
    .map(name => join(desk.folder, name))
    .filter(path => statSync(path).isFile())
    .map(path => readFileSync(path))
  expect(files.length).toBeGreaterThan(0)
  for (const secret of secrets) {
    expect(JSON.stringify(said)).not.toContain(secret)
    for (const bytes of files) expect(bytes.includes(secret)).toBe(false)
  }
})

test('a failed sign-in leaves a line in the trail that does not hold the unknown name', async () => {
  await attempt('tên gõ nhầm chỗ', 'sai mat khau')
  const [last] = await desk.as('admin').audit.list({ limit: 1 })
  expect(last).toMatchObject({ operation: 'users.signIn', changes: { 'Đăng nhập': [null, 'sai'] } })
  expect(JSON.stringify(last)).not.toContain('nhầm')
})
