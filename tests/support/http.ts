import { mkdirSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { App } from '../../electron/core/app.ts'
import type { Reply } from '../../electron/core/errors.ts'
import { decodeWire, encodeWire } from '../../electron/core/wire.ts'
import { type Serving, serve } from '../../electron/web/server.ts'
import { temporaryFolder } from './folder.ts'

/** A folder as the build leaves it, beside a file that must never be handed out. */
export function builtScreens(): URL {
  const folder = temporaryFolder()
  mkdirSync(join(folder, 'renderer', 'assets'), { recursive: true })
  writeFileSync(join(folder, 'renderer', 'index.html'), '<!doctype html><title>GPLX Desk</title>')
  writeFileSync(join(folder, 'renderer', 'assets', 'app-1a2b.js'), 'export {}')
  writeFileSync(join(folder, 'renderer', 'secret'), 'no type')
  writeFileSync(join(folder, 'gplx.db'), 'secret')
  writeFileSync(join(folder, 'secret.js'), 'secret')
  return pathToFileURL(join(folder, 'renderer/'))
}

/** The real browser host over an app, on a free port. */
export function serving(app: App, log: (error: unknown) => void = () => {}): Promise<Serving> {
  return serve({ app, screens: builtScreens(), log })
}

export type Answer = {
  readonly status: number
  readonly headers: Record<string, unknown>
  readonly body: string
}

/** A request as plain as it goes over the wire: paths are not tidied and any header may be set. */
export function ask(
  port: number,
  path: string,
  options: { method?: string; headers?: Record<string, string>; body?: string | Buffer } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { body, ...rest } = options
    const asked = httpRequest({ host: '127.0.0.1', port, path, agent: false, ...rest }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(parts).toString('utf8'),
        }),
      )
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

/** The door over HTTP, as the screens use it. */
export function overHttp({ port, key }: Serving): App['call'] {
  return async request => {
    const headers = { 'content-type': 'application/json', 'x-gplx-key': key }
    const { body } = await ask(port, '/call', { method: 'POST', headers, body: encodeWire(request) })
    return decodeWire(body) as Reply // the host answers nothing else to a request it lets in
  }
}
