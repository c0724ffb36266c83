import type { NarrativeOf } from './narrative-part.tsx'

/** Words that were typed over a paragraph, and the version they were typed over. */
export type Unsaved = { readonly text: string; readonly version: number }

/**
 * What was typed and not saved, for as long as the window stands: leaving a paragraph, its tab or its report by Escape or
 * by mistake loses nothing.
 */
const typed = new Map<string, Unsaved>()

const keyOf = (person: number, { report, period }: NarrativeOf, passage: string): string =>
  [person, report, period.kind, period.id, passage].join(' ')

/** What this person left behind in a paragraph. */
export const unsavedOf = (person: number, of: NarrativeOf, passage: string): Unsaved | undefined =>
  typed.get(keyOf(person, of, passage))

/** Keeps what was typed; null forgets it. */
export function keepUnsaved(person: number, of: NarrativeOf, passage: string, words: Unsaved | null): void {
  const key = keyOf(person, of, passage)
  if (words === null) typed.delete(key)
  else typed.set(key, words)
}
