import type { z } from 'zod'

export const passwordsDiffer = 'Hai lần nhập mật khẩu không giống nhau. Nhập lại.'

/** Adds the second typing of a password to a form; it never leaves the screen. */
export function withRepeat<S extends z.ZodRawShape & { readonly password: z.ZodType }>(
  schema: z.ZodObject<S>,
) {
  return schema.extend({ repeat: schema.shape.password })
}
