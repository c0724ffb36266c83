import type { Reply, Request } from '../../electron/core/errors.ts'
import { ConnectionLost, type Transport } from './transport.ts'

declare global {
  interface Window {
    /** What the preload of the desktop host exposes: one function. */
    readonly gplx?: { readonly call: (request: Request) => Promise<Reply> }
  }
}

/** The desktop host's transport, or nothing in a browser. */
export function ipcTransport(): Transport | null {
  const bridge = window.gplx
  if (bridge === undefined) return null
  return async request => {
    try {
      return await bridge.call(request)
    } catch {
      throw new ConnectionLost('gone')
    }
  }
}
