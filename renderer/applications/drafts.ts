import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef } from 'react'
import type { Saved } from '../../electron/core/applications/contract.ts'
import { call } from '../api/client.ts'
import type { Input } from '../api/names.ts'
import { observable } from '../api/observable.ts'

/** How long the keys rest before the draft is kept: as long as a word takes, and no longer than a power cut may wait. */
const pauseMs = 700

export type DraftName = `new-application-${number}` | `edit-${number}` | `words-${string}`

export type DraftKeeper = {
  /** Something was typed: kept once the keys rest. */
  readonly typed: () => void
  /** At once, before the form goes away. */
  readonly keepNow: () => void
  /** Saved, or thrown away on purpose. */
  readonly discard: () => Promise<void>
}

/** Drafts that this page kept itself: coming back to them needs no question. */
const keptHere = new Set<string>()
const here = (person: number, name: DraftName) => `${person} ${name}`
export const wasKeptHere = (person: number, name: DraftName): boolean => keptHere.has(here(person, name))

/**
 * Keeps what `read` answers with the core whenever typing pauses, and when the page is hidden, left or closed;
 * personal data never lies in the browser's storage. `read` answers null while nothing is worth keeping. A failure is
 * not told: the text still stands on the screen, and the next pause tries again.
 */
export function useDraftKeeper(person: number, name: DraftName, read: () => object | null): DraftKeeper {
  const client = useQueryClient()
  const latest = useRef(read)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const waiting = useRef(false)
  // one after the other, or a draft could arrive behind the word that discards it
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => {
    latest.current = read
  })
  const keepNow = useCallback(() => {
    clearTimeout(timer.current)
    if (!waiting.current) return
    waiting.current = false
    const draft = latest.current()
    if (draft === null) {
      // all that was kept has been deleted again by hand
      if (wasKeptHere(person, name)) queue.current = forgetDraft(person, name, queue.current)
      return
    }
    keptHere.add(here(person, name))
    // what is typed holds nothing but texts, numbers and choices
    const value = draft as unknown as Input<'drafts.keep'>['value']
    client.setQueryData(['drafts.get', { form: name }], { form: name, value, savedAt: '' })
    queue.current = queue.current
      .then(() => call('drafts.keep', { form: name, value }))
      .catch(() => undefined)
  }, [client, person, name])
  const typed = useCallback(() => {
    waiting.current = true
    clearTimeout(timer.current)
    timer.current = setTimeout(keepNow, pauseMs)
  }, [keepNow])
  const discard = useCallback(async () => {
    clearTimeout(timer.current)
    waiting.current = false
    await forgetDraft(person, name, queue.current)
    client.setQueryData(['drafts.get', { form: name }], null)
  }, [client, person, name])
  useEffect(() => {
    const hidden = () => {
      if (document.visibilityState === 'hidden') keepNow()
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', keepNow)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', keepNow)
    }
  }, [keepNow])
  return useMemo(() => ({ typed, keepNow, discard }), [typed, keepNow, discard])
}

/** Throws a draft away; one that stays is offered again, which does no harm. */
export async function forgetDraft(person: number, name: DraftName, after?: Promise<unknown>): Promise<void> {
  keptHere.delete(here(person, name))
  await after
  await call('drafts.discard', { form: name }).catch(() => undefined)
}

/** What the last save remarked, shown beside the file it was about until it has been seen. */
export const remarks = observable<Saved | null>(null)

export function keepRemarks(saved: Saved): void {
  remarks.set(saved.warnings.length > 0 ? saved : null)
}
