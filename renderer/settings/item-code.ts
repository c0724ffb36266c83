import { fold } from '../../electron/core/vietnamese.ts'

const longest = 40

/** A code for a new entry of a catalogue, from its name: "Hỏng, mờ" → hong-mo; a number behind it when taken. */
export function codeOf(name: string, taken: readonly string[]): string {
  const stem =
    fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, longest - 4) || 'muc'
  if (!taken.includes(stem)) return stem
  let number = 2
  while (taken.includes(`${stem}-${number}`)) number += 1
  return `${stem}-${number}`
}
