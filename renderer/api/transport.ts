import type { Reply, Request } from '../../electron/core/errors.ts'

/** Carries one request to the one door. */
export type Transport = (request: Request) => Promise<Reply>

/** The host cannot be reached, or no longer knows this window. */
export class ConnectionLost extends Error {
  /** `gone`: no answer; `refused`: the host runs again under another key. */
  readonly reason: 'gone' | 'refused'

  constructor(reason: 'gone' | 'refused') {
    super('connection lost')
    this.name = 'ConnectionLost'
    this.reason = reason
  }
}
