import type { Saved } from '../../electron/core/applications/contract.ts'
import type { FormValues } from './facts-values.ts'

/**
 * What was typed and not saved, while this page lives: personal data must not lie in the browser's storage.
 * One person's drafts are dropped when another signs in.
 */
const drafts = new Map<string, FormValues>()
let owner: number | null = null

function belongTo(person: number): void {
  if (owner !== person) drafts.clear()
  owner = person
}

const keyOf = (file: number | 'new') => String(file)

export function draftOf(person: number, file: number | 'new'): FormValues | undefined {
  belongTo(person)
  return drafts.get(keyOf(file))
}

export function keepDraft(person: number, file: number | 'new', values: FormValues): void {
  belongTo(person)
  drafts.set(keyOf(file), values)
}

/** Has anything been typed that would be missed? Choices alone are made again in a moment. */
export function isTyped(values: FormValues): boolean {
  const { dossierCode, fullName, nationalId, phone, address, licenceNumber, notes } = values
  return [dossierCode, fullName, nationalId, phone, address, licenceNumber, notes].some(
    text => text !== null && text.trim() !== '',
  )
}

export function dropDraft(file: number | 'new'): void {
  drafts.delete(keyOf(file))
}

/** What a save remarked, to be shown beside the file it opened. */
const remarks = new Map<number, Saved>()

export function keepRemarks(saved: Saved): void {
  remarks.clear()
  if (saved.warnings.length > 0 || saved.twins.length > 0) remarks.set(saved.id, saved)
}

export const remarksOf = (id: number): Saved | undefined => remarks.get(id)

export function dropRemarks(): void {
  remarks.clear()
}
