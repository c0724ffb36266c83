import type { z } from 'zod'

/** Words for rules that carry none of their own; zod's would be English. */
export function issueWords({ code, origin, minimum, maximum, input }: Issue): string {
  const isText = origin === 'string'
  if (code === 'too_small') {
    return isText ? 'Nhập mục này.' : `Nhập số từ ${String(minimum)} trở lên.`
  }
  if (code === 'too_big') {
    return isText
      ? `Nội dung dài quá ${String(maximum)} ký tự. Rút ngắn lại.`
      : `Nhập số không quá ${String(maximum)}.`
  }
  const missing = input === null || input === undefined || input === ''
  return missing ? 'Nhập mục này.' : 'Nội dung chưa đúng. Nhập lại.'
}

type Issue = {
  readonly code?: string | undefined
  readonly origin?: unknown
  readonly minimum?: unknown
  readonly maximum?: unknown
  readonly input?: unknown
}

/** Parses with the words above: `rule.safeParse(value, worded)`. */
export const worded: Partial<z.core.ParseContext<z.core.$ZodIssue>> = {
  error: issue => issueWords(issue as unknown as Issue), // a raw issue carries its own fields beside `code`
}
