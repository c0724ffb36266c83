import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { contract } from '../../electron/core/contract.ts'
import { type Role, roles } from '../../electron/core/users/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { operationsOf, permissionsTable } from '../support/permissions-table.ts'

const operations = operationsOf(contract)

let desk: TestApp
beforeAll(async () => {
  desk = await testApp()
})

/** No operation takes a bare word, so whoever may call gets no further than the check of the input. */
const ask = (name: string, token: string | null) => desk.app.call({ token, name, input: 'harmless' })

async function answerTo(name: string, role: Role | null): Promise<string> {
  const reply = await ask(name, role === null ? null : desk.token(role))
  return reply.ok ? 'answered' : reply.error.code
}

test.each(operations)(
  '$name is open to exactly the roles its contract names',
  async ({ name, operation }) => {
    for (const role of [...roles, null]) {
      const { allow } = operation
      const may = allow === 'anyone' || (role !== null && allow.includes(role))
      expect([role, await answerTo(name, role)]).toEqual([role, may ? 'invalid' : 'not-allowed'])
    }
  },
)

test('walking every door changed nothing and nothing unforeseen happened', async () => {
  expect(desk.logged).toEqual([])
  const { n } = desk.database.read(db => db.row<{ n: number }>('SELECT count(*) AS n FROM jobs')) ?? { n: -1 }
  expect(n).toBe(0)
})

test('before sign-in only set-up, sign-in and the progress of set-up are open', () => {
  expect(operations.filter(({ operation }) => operation.allow === 'anyone').map(({ name }) => name)).toEqual([
    'jobs.cancel',
    'jobs.status',
    'setup.demo',
    'setup.initialise',
    'setup.provinces',
    'setup.state',
    'users.signIn',
  ])
})

test('a viewer changes nothing but the own sign-in, password, views and exports, and may check a file', () => {
  const changing = operations.filter(
    ({ operation: { kind, allow } }) =>
      allow !== 'anyone' && allow.includes('viewer') && (kind === 'command' || kind === 'job'),
  )
  expect(changing.map(({ name }) => name).sort()).toEqual([
    'applications.exportList',
    'filings.export',
    'reports.checkFile',
    'reports.export',
    'statistics.exportFiles',
    'users.changeOwnPassword',
    'users.signOut',
    'views.remove',
    'views.save',
  ])
})

test('accounts, catalogues, settings and teams are changed by administrators alone', () => {
  const theirs = operations.filter(
    ({ name, operation }) => /^(users|catalogue|settings|teams)\./.test(name) && operation.kind === 'command',
  )
  const open = theirs.filter(({ operation }) => String(operation.allow) !== 'admin').map(({ name }) => name)
  expect(open).toEqual(['users.changeOwnPassword', 'users.signIn', 'users.signOut'])
})

test('whatever a lower role may do a higher one may do too', () => {
  for (const { name, operation } of operations) {
    if (operation.allow === 'anyone') continue
    const lowest = Math.max(...operation.allow.map(role => roles.indexOf(role)))
    expect([name, operation.allow]).toEqual([name, roles.slice(0, lowest + 1)])
  }
})

test('a token that was made up opens nothing', async () => {
  for (const token of ['', 'admin', 'x'.repeat(43), "' OR '1'='1", '%']) {
    expect(await ask('users.me', token)).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
  }
})

test('the hash that lies in the file is not itself a token', async () => {
  const { hash = '' } =
    desk.database.read(db => db.row<{ hash: string }>('SELECT token_hash AS hash FROM sessions LIMIT 1')) ??
    {}
  expect(hash).not.toBe('')
  expect(await ask('users.me', hash)).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
})

test.each([
  'users',
  'users.',
  '.list',
  'nothing.here',
  'users.toString',
  'users.constructor',
  'users.__proto__',
  '__proto__.toString',
  'constructor.name',
  'toString.call',
  'users.list.length',
  'users.me.Nguyễn Văn Thử',
])('there is no operation called "%s"', async name => {
  expect(await ask(name, desk.token('admin'))).toMatchObject({ ok: false, error: { code: 'not-found' } })
  expect(desk.logged).toEqual([])
})

test('the documentation says the same as the contract', () => {
  const document = readFileSync(new URL('../../ARCHITECTURE.md', import.meta.url), 'utf8')
  const written = /<!-- permissions -->\n(?<table>[\s\S]*?)\n<!-- \/permissions -->/.exec(document)?.groups
    ?.table
  expect(written?.trim()).toBe(permissionsTable(contract))
})
