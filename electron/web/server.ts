import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { App } from '../core/app.ts'
import { AppError } from '../core/errors.ts'
import { pageFile, pageHeaders } from '../core/page.ts'
import { asRequest } from '../core/request.ts'
import { encodeWire } from '../core/wire.ts'
import { Refused, readBody } from './body.ts'

export type ServeOptions = {
  readonly app: App
  /** The built screens: out/renderer/. */
  readonly screens: URL
  /** 0 or nothing: any free port. */
  readonly port?: number
  log(error: unknown, where?: string): void
}

export type Serving = {
  /** With the key of this start: whoever has it may talk to the core. */
  readonly address: string
  readonly port: number
  readonly key: string
  close(): Promise<void>
}

/** Serves the core and its screens to browsers of this computer only; throws an AppError for a port it cannot have. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const wanted = options.port ?? 0
  if (!Number.isInteger(wanted) || wanted < 0 || wanted > 65_535)
    throw new AppError('invalid', 'Cổng phải là số từ 0 đến 65535. Sửa giá trị sau --port.')
  const key = randomBytes(24).toString('base64url')
  const server = createServer((request, response) => {
    answer(options, key, portOf(server), request, response).catch(error => {
      if (!(error instanceof Refused)) options.log(error, 'web')
      refuse(response, error instanceof Refused ? error : new Refused(500, 'Máy chủ gặp lỗi.'))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', error => reject(listenRefused(error, wanted)))
    server.listen(wanted, '127.0.0.1', resolve)
  })
  const port = portOf(server)
  return {
    address: `http://127.0.0.1:${port}/#key=${key}`,
    port,
    key,
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), 2000).unref()
      }),
  }
}

function listenRefused(error: Error, port: number): Error {
  const code = 'code' in error ? error.code : undefined
  if (code !== 'EADDRINUSE' && code !== 'EACCES') return error
  return new AppError('conflict', `Cổng ${port} đang được chương trình khác dùng. Chọn cổng khác.`)
}

function portOf(server: Server): number {
  const address = server.address()
  return typeof address === 'object' && address !== null ? address.port : 0
}

async function answer(
  options: ServeOptions,
  key: string,
  port: number,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
  assertOurs(request, port)
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (pathname === '/call') return call(options.app, key, request, response)
  await sendFile(options.screens, pathname, request, response)
}

/** Another name for this address is DNS rebinding; another origin is another site's page. */
function assertOurs(request: IncomingMessage, port: number): void {
  const names = [`127.0.0.1:${port}`, `localhost:${port}`]
  const { host, origin } = request.headers
  if (host === undefined || !names.includes(host)) throw new Refused(421, 'Địa chỉ không đúng.')
  if (origin !== undefined && origin !== `http://${host}`) throw new Refused(403, 'Yêu cầu từ trang khác.')
  const site = request.headers['sec-fetch-site']
  if (request.method !== 'GET' && site !== undefined && site !== 'same-origin')
    throw new Refused(403, 'Yêu cầu từ trang khác.')
}

async function call(
  app: App,
  key: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST') throw new Refused(405, 'Chỉ nhận POST.')
  if (!sameKey(request.headers['x-gplx-key'], key)) throw new Refused(403, 'Khóa phiên không đúng.')
  if (!/^application\/json\b/.test(request.headers['content-type'] ?? ''))
    throw new Refused(415, 'Chỉ nhận JSON.')
  const asked = await readRequest(request)
  if (asked === null) throw new Refused(400, 'Yêu cầu không đọc được.')
  const reply = await app.call(asked)
  const text = encodeWire(reply, bytes => asBuffer(bytes).toString('base64'))
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(text)
}

async function readRequest(request: IncomingMessage): Promise<ReturnType<typeof asRequest>> {
  try {
    return asRequest(await readBody(request, Number(request.headers['content-length'] ?? 0)))
  } catch (error) {
    // text that is no JSON, or nested deeper than the stack
    if (error instanceof SyntaxError || error instanceof RangeError) return null
    throw error
  }
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function sameKey(given: string | string[] | undefined, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest()
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(key))
}

async function sendFile(
  screens: URL,
  pathname: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') throw new Refused(405, 'Chỉ nhận GET.')
  const file = pageFile(pathname)
  const bytes = file === null ? null : await readFile(new URL(file.path, screens)).catch(() => null)
  if (file === null || bytes === null) throw new Refused(404, 'Không có trang này.')
  response.writeHead(200, {
    'content-type': file.type,
    'content-length': bytes.length,
    'cache-control': file.lasts ? 'private, max-age=31536000, immutable' : 'no-cache',
  })
  response.end(request.method === 'HEAD' ? undefined : bytes)
}

function refuse(response: ServerResponse, { status, message }: Refused): void {
  if (response.headersSent) return void response.destroy()
  // What is left of the request is not read: the connection cannot be used again.
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', connection: 'close' })
  response.end(message)
}
