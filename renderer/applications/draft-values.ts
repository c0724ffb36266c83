import { type Facts, facts } from '../../electron/core/applications/model.ts'
import type { Json } from '../../electron/core/errors.ts'
import type { FormValues } from './facts-values.ts'

/** What was typed and not saved. */
export type Draft = {
  readonly values: FormValues
  /** What an edit began with: a later save by somebody else must not be written over unseen. */
  readonly base?: { readonly version: number; readonly facts: Facts }
}

/** Has anything been typed that would be missed? Choices alone are made again in a moment. */
export function isTyped(values: FormValues): boolean {
  const { dossierCode, fullName, nationalId, phone, address, licenceNumber, notes } = values
  return [dossierCode, fullName, nationalId, phone, address, licenceNumber, notes].some(
    text => text !== null && text.trim() !== '',
  )
}

type Named = { readonly [name: string]: unknown }
const isNamed = (value: unknown): value is Named => typeof value === 'object' && value !== null

/**
 * A kept draft as the form takes it, or null where it cannot be one. It may come from an older version of the
 * application: a field it does not know, or knows otherwise, is left as in `fresh`.
 */
export function readDraft(kept: Json, fresh: FormValues): Draft | null {
  if (!isNamed(kept) || !isNamed(kept.values)) return null
  const { values, base } = kept
  const { registered, ...flat } = fresh
  const read = Object.fromEntries(
    Object.entries(flat).map(([name, value]) => [name, fits(values[name], value) ? values[name] : value]),
  )
  const day = isNamed(values.registered) ? values.registered.day : undefined
  const draft: Draft = {
    // every entry was compared with the one of `fresh`, which has the type
    values: {
      ...(read as Omit<FormValues, 'registered'>),
      registered: { day: fits(day, registered.day) ? (day as string | null) : registered.day },
    },
  }
  if (!isNamed(base) || typeof base.version !== 'number') return draft
  const began = facts.safeParse(base.facts)
  return began.success ? { ...draft, base: { version: base.version, facts: began.data } } : null
}

const isPlain = (value: unknown) =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

/** A field that is empty in a fresh form may hold anything plain; the form itself judges it when it is saved. */
const fits = (value: unknown, fresh: unknown) =>
  fresh === null ? isPlain(value) : typeof value === typeof fresh || (value === null && fresh === '')

/** "14:05", or "14:05 ngày 23/11/2026" of another day. */
export function draftMoment(savedAt: string, today: string): string {
  const [year, month, day] = savedAt.slice(0, 10).split('-')
  const time = savedAt.slice(11, 16)
  return savedAt.slice(0, 10) === today ? time : `${time} ngày ${day}/${month}/${year}`
}
