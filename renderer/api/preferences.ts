import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Json } from '../../electron/core/errors.ts'
import { call } from './client.ts'
import type { Answer, Input } from './names.ts'
import { useAsk } from './use-query.ts'

type Preferences = Answer<'views.preferences'>
export type PreferenceKey = Input<'views.prefer'>['key']

const pauseMs = 250
const pending = new Map<PreferenceKey, ReturnType<typeof setTimeout>>()

/** Sent after a pause, for a column being drawn wider says so with every pixel; a lost one costs nobody anything. */
function send(key: PreferenceKey, value: Json): void {
  clearTimeout(pending.get(key))
  const timer = setTimeout(() => {
    pending.delete(key)
    // zod's type of JSON differs from ours only in being mutable
    call('views.prefer', { key, value: value as never }).catch(() => undefined)
  }, pauseMs)
  pending.set(key, timer)
}

/** How I like one part of my screens, kept with my account; undefined until it is known, null if never said. */
export function usePreference(key: PreferenceKey): readonly [Json | undefined, (value: Json) => void] {
  const client = useQueryClient()
  const asked = useAsk('views.preferences', {})
  const prefer = useCallback(
    (value: Json) => {
      client.setQueryData<Preferences>(['views.preferences', {}], before => ({ ...before, [key]: value }))
      send(key, value)
    },
    [client, key],
  )
  const value = asked.data === undefined ? (asked.isError ? null : undefined) : (asked.data[key] ?? null)
  return [value, prefer]
}
