import type { Request } from './errors.ts'

/** What came over a wire as a request, or null: a host trusts the shape of nothing. */
export function asRequest(value: unknown): Request | null {
  if (typeof value !== 'object' || value === null) return null
  const { token, name, input, idle }: Partial<Record<keyof Request, unknown>> = value
  if (typeof name !== 'string' || name.length > 200) return null
  if (token !== null && (typeof token !== 'string' || token.length > 200)) return null
  return idle === true ? { token, name, input, idle } : { token, name, input }
}
