/**
 * What can go wrong, as data: Electron's IPC keeps only the message of a thrown error, so nothing is ever
 * thrown across a host. A seventh code needs a decision entry in ARCHITECTURE.md.
 */
export type ErrorCode = 'invalid' | 'not-found' | 'not-allowed' | 'conflict' | 'locked' | 'unexpected'

/** Anything that survives JSON: what an operation may answer. A `Date` or a `Map` does not fit. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json | undefined }

/** What an error carries beside its message; `fields` holds one Vietnamese message per input path. */
export type ErrorDetails = { readonly fields?: Readonly<Record<string, string>> } & {
  readonly [key: string]: Json | undefined
}

export type ErrorReply = {
  readonly code: ErrorCode
  readonly message: string
  readonly details?: ErrorDetails
}

/**
 * A request to the one door. `token` is the sign-in, `null` before it; `name` is `feature.verb`; `idle` says that
 * nobody has touched the screen for a while (a timer asks), so the request does not keep the session alive.
 */
export type Request = {
  readonly token: string | null
  readonly name: string
  readonly input: unknown
  readonly idle?: boolean
}

export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: ErrorReply }

/**
 * A refusal the user is told about. `message` is Vietnamese, says what happened and what to do, and never
 * holds personal data or a password: it is logged and shown.
 */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails | undefined

  constructor(code: ErrorCode, message: string, details?: ErrorDetails) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.details = details
  }

  /** The error as it leaves the core. */
  toReply(): ErrorReply {
    return this.details === undefined
      ? { code: this.code, message: this.message }
      : { code: this.code, message: this.message, details: this.details }
  }
}
