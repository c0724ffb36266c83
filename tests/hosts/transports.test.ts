import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { App } from '../../electron/core/app.ts'
import { contract } from '../../electron/core/contract.ts'
import { keepResult } from '../../electron/core/jobs/results.ts'
import { asRequest } from '../../electron/core/request.ts'
import type { Serving } from '../../electron/web/server.ts'
import { clientOf, type TestApp, testApp, testPassword, usernameOf } from '../support/app.ts'
import { overHttp, serving } from '../support/http.ts'

/** What the three hosts do to a request and a reply on their way. */
const transports: Record<string, (desk: TestApp) => Promise<{ call: App['call']; end?(): Promise<void> }>> = {
  'in process': async desk => ({ call: desk.app.call }),
  'structured clone, as IPC carries': async desk => ({
    call: async sent => {
      const request = asRequest(structuredClone(sent))
      if (request === null) throw new Error('the window host would refuse this request')
      return structuredClone(await desk.app.call(request))
    },
  }),
  'HTTP against the browser host': async desk => {
    const host: Serving = await serving(desk.app)
    return { call: overHttp(host), end: host.close }
  },
}

const sample = new Uint8Array(readFileSync(new URL('../samples/05-list-utf8.csv', import.meta.url)))

describe.each(Object.entries(transports))('%s', (_, open) => {
  let desk: TestApp
  let call: App['call']
  let end: (() => Promise<void>) | undefined

  beforeAll(async () => {
    desk = await testApp()
    const opened = await open(desk)
    call = opened.call
    end = opened.end
  })
  afterAll(async () => end?.())

  const as = (token: string | null) => clientOf(call, () => token)

  test('signs in, says who that is, and signs out', async () => {
    const { token, me } = await as(null).users.signIn({
      username: usernameOf('officer'),
      password: testPassword,
    })
    expect(me.role).toBe('officer')
    expect(await as(token).users.me({})).toEqual(me)
    await as(token).users.signOut({})
    await expect(as(token).users.me({})).rejects.toMatchObject({
      code: 'not-allowed',
      details: { signedOut: true },
    })
  })

  test('a command changes what a query then sees', async () => {
    const admin = as(desk.token('admin'))
    const made = await admin.users.create({
      username: 'them.mot',
      displayName: 'Tài khoản  thêm',
      password: testPassword,
      role: 'viewer',
    })
    expect(made).toMatchObject({ displayName: 'Tài khoản thêm', version: 1 })
    expect(await admin.users.list({})).toContainEqual(made)
  })

  test('a refusal arrives whole: code, words and the fields it is about', async () => {
    const reply = await call({
      token: desk.token('admin'),
      name: 'users.create',
      input: { username: 'Có Dấu', displayName: '', password: 'x', role: 'viewer' },
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'invalid' } })
    const fields = reply.ok ? {} : reply.error.details?.fields
    expect(Object.keys(fields ?? {}).sort()).toEqual(['displayName', 'password', 'username'])
  })

  test('a role that may not is refused and nothing is changed', async () => {
    const before = await as(desk.token('admin')).users.list({})
    const account = { username: 'khong.duoc', displayName: 'Không được', password: testPassword }
    await expect(as(desk.token('viewer')).users.create({ ...account, role: 'admin' })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    expect(await as(desk.token('admin')).users.list({})).toEqual(before)
  })

  test('a file goes in as bytes and its rows are read', async () => {
    const { jobId } = await as(desk.token('team-lead')).imports.plan({
      file: { name: '05-list-utf8.csv', bytes: sample },
    })
    await desk.jobs.finished(jobId)
    const status = await as(desk.token('team-lead')).jobs.status({ id: jobId })
    expect(status).toMatchObject({ state: 'done', result: { file: '05-list-utf8.csv', importId: null } })
  })

  test('a file comes out with exactly its bytes', async () => {
    const bytes = new Uint8Array(70_000).map((_byte, index) => index % 256)
    const id = '6f1b0b51-6f0a-4c1c-9d4e-3d3b1f0f2a11'
    const { id: actorId } = await as(desk.token('officer')).users.me({})
    desk.database.atomically(db =>
      db.run(
        `INSERT INTO jobs (id, operation, actor_id, actor_name, host, process_id, state, created_at, file_name)
         VALUES (:id, 'reports.export', :actorId, '', 'app', 1, 'done', '', 'Báo cáo tháng 9.xlsx')`,
        { id, actorId },
      ),
    )
    keepResult(desk.folder, id, bytes)
    const file = await as(desk.token('officer')).jobs.file({ id })
    expect(file.name).toBe('Báo cáo tháng 9.xlsx')
    expect(new Uint8Array(file.bytes)).toEqual(bytes)
    await expect(as(desk.token('viewer')).jobs.file({ id })).rejects.toMatchObject({ code: 'not-allowed' })
  })

  test.each([
    'no.such',
    'users',
    'users.',
    '.me',
    '',
    '__proto__.constructor',
    'users.toString',
    'users.me.x.y',
  ])('there is no operation called %j', async name => {
    const reply = await call({ token: null, name, input: {} })
    expect(reply).toMatchObject({ ok: false, error: { code: 'not-found' } })
  })

  test.each([
    ['nothing', undefined],
    ['a list', []],
    ['text', 'quantri'],
    ['keys that are not asked for', { username: 'officer', password: {}, __proto__: { role: 'admin' } }],
    ['a number where text belongs', { username: 7, password: 7 }],
    ['very long text', { username: 'x'.repeat(100_000), password: 'y' }],
    ['SQL', { username: "' OR 1=1 --", password: "'; DROP TABLE users; --" }],
  ])('%s as input of the sign-in is refused without an error of ours', async (_name, input) => {
    const reply = await call({ token: null, name: 'users.signIn', input })
    expect(reply.ok).toBe(false)
    expect(reply.ok ? '' : reply.error.code).toMatch(/^(invalid|not-allowed)$/)
    expect(desk.logged).toEqual([])
  })

  test('every operation of the contract refuses a caller who has not signed in, but those meant for anyone', async () => {
    for (const [feature, verbs] of Object.entries(contract)) {
      for (const [verb, operation] of Object.entries(verbs)) {
        if (operation.allow === 'anyone') continue
        const reply = await call({ token: 'made-up', name: `${feature}.${verb}`, input: {} })
        expect(reply, `${feature}.${verb}`).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
      }
    }
  })
})
