import { useState } from 'react'
import type { ApiError } from './api-error.ts'

/**
 * The version somebody has before their eyes: the one their dialog or form was opened with. The page asks again behind
 * it, and a save with the version of now would write over what nobody has seen. Only a conflict that stands on the
 * screen (`refusal`, what the command was last refused with) raises it, so that the next try is a decision.
 */
export function useSeenVersion(opened: number, refusal: ApiError | null): number {
  const [version, setVersion] = useState(opened)
  const told = refusal?.code === 'conflict' ? refusal.details.version : undefined
  if (typeof told !== 'number' || told === version) return version
  setVersion(told)
  return told
}
