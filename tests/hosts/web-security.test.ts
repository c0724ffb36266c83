import { readFileSync } from 'node:fs'
import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pagePolicy } from '../../electron/core/page.ts'
import { largestBody } from '../../electron/web/body.ts'
import type { Serving } from '../../electron/web/server.ts'
import { type Answer, ask, serving } from '../support/http.ts'

let host: Serving
const called: unknown[] = []
const question = '{"token":null,"name":"setup.state","input":{}}'

beforeAll(async () => {
  host = await serving({
    call: async request => {
      called.push(request)
      return { ok: true, value: 'answered' }
    },
  })
})
afterAll(() => host.close())

const call = (headers: Record<string, string> = {}, body: string | Buffer = question): Promise<Answer> =>
  ask(host.port, '/call', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-gplx-key': host.key, ...headers },
    body,
  })

describe('who is let in', () => {
  test('a request of our page with the key of this start', async () => {
    const own = { origin: `http://127.0.0.1:${host.port}`, 'sec-fetch-site': 'same-origin' }
    expect(await call(own)).toMatchObject({ status: 200, body: '{"ok":true,"value":"answered"}' })
  })

  test.each([
    ['another name for this address', { host: 'evil.example' }, 421],
    ['the right name with another port', { host: '127.0.0.1:1' }, 421],
    ['a page of another origin', { origin: 'http://evil.example' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['the other name of this computer as origin', { origin: 'http://localhost:1' }, 403],
    ['a request the browser calls cross-site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a wrong key', { 'x-gplx-key': 'x'.repeat(32) }, 403],
    ['an empty key', { 'x-gplx-key': '' }, 403],
    ['a form that a page may send without asking', { 'content-type': 'text/plain' }, 415],
  ])('not %s', async (_, headers, status) => {
    const before = called.length
    expect((await call(headers)).status).toBe(status)
    expect(called.length).toBe(before)
  })

  test('not a request without the key', async () => {
    const { status } = await ask(host.port, '/call', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: question,
    })
    expect(status).toBe(403)
  })

  test('not the key of an earlier start', async () => {
    const other = await serving({ call: async () => ({ ok: true, value: null }) })
    expect((await call({ 'x-gplx-key': other.key })).status).toBe(403)
    expect(other.key).not.toBe(host.key)
    await other.close()
  })

  test('not another computer: only the loopback address is bound', async () => {
    const bound = await new Promise(resolve => {
      const socket = connect({ host: '127.0.0.2', port: host.port })
      socket.on('connect', () => resolve('connected')).on('error', () => resolve('refused'))
    })
    expect(bound).toBe('refused')
  })

  test('no other site is told that it may ask', async () => {
    const asked = await ask(host.port, '/call', {
      method: 'OPTIONS',
      headers: { origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    })
    expect(asked.status).toBe(403)
    const answers = [asked, await call(), await ask(host.port, '/')]
    for (const { headers } of answers) {
      expect(Object.keys(headers).filter(name => name.startsWith('access-control'))).toEqual([])
      expect(headers['set-cookie']).toBeUndefined()
    }
  })
})

describe('what is handed out', () => {
  test.each([
    ['/', 200],
    ['/index.html', 200],
    ['/assets/app-1a2b.js', 200],
    ['/nothing.js', 404],
    ['/secret', 404],
    ['/../gplx.db', 404],
    ['/../secret.js', 404],
    ['/%2e%2e/secret.js', 404],
    ['/..%2fsecret.js', 404],
    ['/assets/..%5c..%5csecret.js', 404],
    ['/assets/../../secret.js', 404],
    ['//etc/passwd', 404],
    ['/assets/', 404],
    ['/.stamp', 404],
    ['/index.html%00.js', 404],
  ])('%s answers %i', async (path, status) => {
    const { status: found, body } = await ask(host.port, path)
    expect(found).toBe(status)
    expect(body).not.toContain('secret')
  })

  test('every answer forbids framing, sniffing, foreign content and telling where one came from', async () => {
    const answers = [
      await ask(host.port, '/'),
      await ask(host.port, '/no.js'),
      await call(),
      await call({ host: 'x' }),
    ]
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'content-security-policy': `${pagePolicy}; frame-ancestors 'none'`,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
      })
    }
    expect(pagePolicy).not.toMatch(/unsafe|\*|http/)
  })

  test('the page says the same policy itself, for hosts without headers', () => {
    const page = readFileSync(new URL('../../renderer/index.html', import.meta.url), 'utf8')
    const said = /content-security-policy"\s+content="([^"]+)"/.exec(page)?.[1]
    expect(said).toBe(pagePolicy)
  })
})

describe('what comes in', () => {
  test.each([
    ['no JSON', '{'],
    ['no request', '[]'],
    ['a name that is no text', '{"token":null,"name":1}'],
    ['a token that is no text', '{"token":{},"name":"a.b"}'],
    ['bytes that are none', '{"token":null,"name":"a.b","input":{"$bytes":7}}'],
    ['nesting without end', '['.repeat(200_000) + ']'.repeat(200_000)],
    ['broken UTF-8', Buffer.from([0xff, 0xfe, 0x00])],
  ])('%s is refused before the core is asked', async (_, body) => {
    const before = called.length
    expect((await call({}, body)).status).toBe(400)
    expect(called.length).toBe(before)
  })

  test('a body that says it is too large is refused unread', async () => {
    const status = await new Promise(resolve => {
      const socket = connect({ host: '127.0.0.1', port: host.port })
      socket.on('data', data => resolve(data.toString().split(' ')[1]))
      socket.write(
        `POST /call HTTP/1.1\r\nhost: 127.0.0.1:${host.port}\r\nx-gplx-key: ${host.key}\r\n` +
          `content-type: application/json\r\ncontent-length: ${largestBody + 1}\r\n\r\n{`,
      )
    })
    expect(status).toBe('413')
  })

  test('a body that grows too large without saying so is cut off', async () => {
    const status = await new Promise(resolve => {
      const socket = connect({ host: '127.0.0.1', port: host.port })
      const piece = Buffer.alloc(1024 * 1024, 0x20)
      socket.on('data', data => resolve(data.toString().split(' ')[1]))
      socket.on('error', () => resolve('413'))
      socket.write(
        `POST /call HTTP/1.1\r\nhost: 127.0.0.1:${host.port}\r\nx-gplx-key: ${host.key}\r\n` +
          'content-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n',
      )
      for (let sent = 0; sent <= largestBody; sent += piece.length) {
        socket.write(`${piece.length.toString(16)}\r\n`)
        socket.write(piece)
        socket.write('\r\n')
      }
    })
    expect(status).toBe('413')
  })
})
