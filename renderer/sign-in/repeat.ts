import { z } from 'zod'

export const passwordsDiffer = 'Hai lần nhập mật khẩu không giống nhau. Nhập lại.'

/** Adds the second typing of a password to a form; it never leaves the screen. */
export function withRepeat<S extends z.ZodRawShape & { readonly password: z.ZodType }>(
  schema: z.ZodObject<S>,
) {
  // no rule but this: what is wrong with the password itself is said beside the first field
  return schema.extend({ repeat: z.string().min(1, 'Nhập lại mật khẩu lần nữa.') })
}
