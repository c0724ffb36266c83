import type { Reply } from '../../electron/core/errors.ts'
import { decodeWire, encodeWire } from '../../electron/core/wire.ts'
import { ConnectionLost, type Transport } from './transport.ts'

const keyName = 'gplx.key'

/** Takes the one-time key out of the address, so that it is in no history and on no screenshot. */
function takeKey(): string {
  const found = /^#(?:.*&)?key=([^&]+)/.exec(window.location.hash)?.[1]
  if (found !== undefined) {
    window.sessionStorage.setItem(keyName, decodeURIComponent(found))
    window.history.replaceState(null, '', `${window.location.pathname}#/`)
  }
  return window.sessionStorage.getItem(keyName) ?? ''
}

/** The browser host's transport. */
export function httpTransport(): Transport {
  const key = takeKey()
  // the address of a later start, opened in the same tab, changes only what follows the #
  window.addEventListener('hashchange', () => {
    if (/^#(?:.*&)?key=/.test(window.location.hash)) window.location.reload()
  })
  return async request => {
    let response: Response
    let body: string
    try {
      response = await fetch('/call', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-gplx-key': key },
        body: encodeWire(request),
        cache: 'no-store',
      })
      body = await response.text()
    } catch {
      throw new ConnectionLost('gone')
    }
    const reply = readReply(body)
    if (reply !== null) return reply
    throw new ConnectionLost(response.status === 401 || response.status === 403 ? 'refused' : 'gone')
  }
}

function readReply(body: string): Reply | null {
  try {
    const value = decodeWire(body)
    if (typeof value !== 'object' || value === null || !('ok' in value)) return null
    // the host answers `Reply` whenever the body is JSON with `ok`; anything else is its refusal in plain text
    return value as Reply
  } catch {
    return null
  }
}
