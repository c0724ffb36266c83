import { fold } from '../vietnamese.ts'
import type { Facts } from './model.ts'

/** What the search box finds a file by, folded: codes are cut at their marks by the index itself. */
export function searchWords(facts: Facts): string {
  const { dossierCode, fullName, nationalId, phone, licenceNumber, postalCode } = facts
  return [dossierCode, runningNumber(dossierCode), fullName, nationalId, phone, licenceNumber, postalCode]
    .filter(text => text !== null)
    .map(fold)
    .join(' ')
}

/** The number at the end of a dossier code as people say it: 20175 of G22.99-251225-020175. */
const runningNumber = (code: string): string | null => /(?:^|\D)0+([1-9]\d*)$/.exec(code.trim())?.[1] ?? null

/** Folded words, each as a prefix, all of them wanted, in any order; null for an empty box. */
export function ftsQuery(text: string): string | null {
  const words = [...new Set(fold(text).match(/[\p{L}\p{N}]+/gu) ?? [])]
  // "n" is found wherever "nguyen" is: it says nothing more and is the costly one to look up
  const telling = words.filter(word => !words.some(other => other !== word && other.startsWith(word)))
  if (telling.length === 0) return null
  const all = telling.map(asPrefix).join(' ')
  const whole = ungrouped(text)
  return whole === null ? all : `(${all}) OR ${asPrefix(whole)}`
}

const asPrefix = (word: string) => `"${word}"*`

/** A CCCD or phone number typed in groups (079 200 001 234, +84 912 345 678) stands in the index as one word. */
function ungrouped(text: string): string | null {
  if (!/^[\s\d.+()-]+$/.test(text) || !/\d\D+\d|\+/.test(text)) return null
  const digits = text.replace(/\D/g, '')
  if (digits.length < 7) return null
  return /^\s*\+?84\d{9}$/.test(text.replace(/[\s.()-]/g, '')) ? `0${digits.slice(2)}` : digits
}
