import type { ApplicationRow } from '../../electron/core/applications/contract.ts'
import { fold, tidy } from '../../electron/core/vietnamese.ts'

/** A dossier code as a scanner reads it: one word of some length with a digit and a mark in it. */
export function looksLikeCode(text: string): boolean {
  return /^[\p{L}\d][\p{L}\d.\-/_]{6,60}$/u.test(text) && /\d/.test(text) && /[.\-/_]/.test(text)
}

export const isCode = (row: Pick<ApplicationRow, 'dossierCode'>, typed: string): boolean =>
  fold(row.dossierCode) === fold(typed)

/** First the file whose code was typed, then names with the marks as typed, then those that only sound like it. */
export function bestFirst<R extends Pick<ApplicationRow, 'dossierCode' | 'fullName'>>(
  rows: readonly R[],
  typed: string,
): readonly R[] {
  const words = tidy(typed).toLowerCase().split(' ')
  const rank = (row: R): number => {
    if (isCode(row, typed)) return 0
    const name = ` ${row.fullName.normalize('NFC').toLowerCase()}`
    return words.every(word => name.includes(` ${word}`)) ? 1 : 2
  }
  return rows
    .map((row, at) => ({ row, at, rank: rank(row) }))
    .sort((a, b) => a.rank - b.rank || a.at - b.at)
    .map(({ row }) => row)
}
