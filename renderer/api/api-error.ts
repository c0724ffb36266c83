import type { ErrorCode, ErrorDetails, ErrorReply } from '../../electron/core/errors.ts'

/** A refusal of the core, as the screens throw and catch it; `message` is Vietnamese and meant for the user. */
export class ApiError extends Error {
  readonly code: ErrorCode
  readonly details: ErrorDetails

  constructor(reply: ErrorReply) {
    super(reply.message)
    this.name = 'ApiError'
    this.code = reply.code
    this.details = reply.details ?? {}
  }

  /** One message per field of the form, by input path (`facts.fullName`). */
  get fields(): Readonly<Record<string, string>> {
    return this.details.fields ?? {}
  }
}

/** The words for any failure; what is no `ApiError` is a fault of the screens themselves. */
export function messageOf(error: unknown): string {
  if (error instanceof ApiError) return error.message
  return 'Ứng dụng gặp lỗi khi thực hiện việc này. Thử lại; nếu vẫn lỗi, báo quản trị viên.'
}
