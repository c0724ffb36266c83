import type { z } from 'zod'

type Issue = { readonly code?: string | undefined } & Readonly<Record<string, unknown>>

/** Words for rules that carry none of their own; zod's would be English. */
export function issueWords(issue: Issue): string {
  const text = issue.origin === 'string'
  if (issue.code === 'too_small') {
    return text ? 'Nhập mục này.' : `Nhập số từ ${String(issue.minimum)} trở lên.`
  }
  if (issue.code === 'too_big') {
    return text
      ? `Nội dung dài quá ${String(issue.maximum)} ký tự. Rút ngắn lại.`
      : `Nhập số không quá ${String(issue.maximum)}.`
  }
  const missing = issue.input === null || issue.input === undefined || issue.input === ''
  return missing ? 'Nhập mục này.' : 'Nội dung chưa đúng. Nhập lại.'
}

/** Checks a form with the words above. */
export const wordedParse: Partial<z.core.ParseContext<z.core.$ZodIssue>> = {
  error: issue => issueWords(issue as unknown as Issue), // a raw issue carries its own fields beside `code`
}
