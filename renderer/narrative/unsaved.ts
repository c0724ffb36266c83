import { useEffect, useState } from 'react'
import { z } from 'zod'
import { useAsk } from '../api/use-query.ts'
import { type DraftName, useDraftKeeper } from '../applications/drafts.ts'
import type { NarrativeOf } from './narrative-part.tsx'

const words = z.object({ text: z.string(), version: z.int() })
const everyPassage = z.record(z.string(), words)

/** Words that were typed over a paragraph, and the version they were typed over. */
export type Unsaved = z.output<typeof words>

export type UnsavedWords = {
  /** What this person left behind in a paragraph. */
  readonly of: (passage: string) => Unsaved | undefined
  /** Keeps what was typed; null forgets it. */
  readonly keep: (passage: string, words: Unsaved | null) => void
}

/** By person and narrative, for as long as the window stands: a tab of the report that is left takes nothing along. */
const typed = new Map<string, Readonly<Record<string, Unsaved>>>()
const fetched = new Set<string>()

/**
 * What was typed over the paragraphs of one narrative and not saved: leaving a paragraph, its tab or its report loses
 * nothing, and as a draft of this person in the core it outlives the window and a power cut.
 */
export function useUnsaved(person: number, { report, period }: NarrativeOf, enabled: boolean): UnsavedWords {
  const form: DraftName = `words-${report}-${period.kind}-${period.id}`
  const key = `${person} ${form}`
  const [, redraw] = useState<unknown>(null)
  const standing = () => typed.get(key) ?? {}
  const keeper = useDraftKeeper(person, form, () => (isEmpty(standing()) ? null : standing()))
  const left = useAsk('drafts.get', { form }, { enabled }).data
  useEffect(() => {
    if (left === undefined || fetched.has(key)) return
    fetched.add(key)
    const kept = everyPassage.safeParse(left?.value)
    const typedMeanwhile = typed.get(key)
    if (kept.success) typed.set(key, { ...kept.data, ...typedMeanwhile })
    if (typedMeanwhile !== undefined) keeper.typed()
    redraw(kept)
  }, [left, key, keeper])
  useEffect(() => keeper.keepNow, [keeper])
  return {
    of: passage => standing()[passage],
    keep: (passage, now) => {
      const { [passage]: _, ...others } = standing()
      typed.set(key, now === null ? others : { ...others, [passage]: now })
      // all paragraphs are one draft: until it has been read, writing it would write over the others
      if (!fetched.has(key)) return
      if (isEmpty(standing())) void keeper.discard()
      else keeper.typed()
    },
  }
}

const isEmpty = (record: object) => Object.keys(record).length === 0
