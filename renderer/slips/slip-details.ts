import type { z } from 'zod'
import { isDay } from '../../electron/core/calendar/day.ts'
import { type SlipDetails, type SlipKind, slipsContract } from '../../electron/core/slips/contract.ts'

/** The rule of the operation itself, so that the form refuses what the core would. */
export const detailsRule = slipsContract.issue.input.shape.details.unwrap()

export type DetailsValues = z.input<typeof detailsRule>
export type Paper = NonNullable<DetailsValues['items']>[number]

export const emptyPaper: Paper = { name: '', original: 0, certified: 0, copy: 0 }

/** A request for more names at least one paper; elsewhere the usual ones stand until somebody says otherwise. */
export function emptyDetails(kind: SlipKind): DetailsValues {
  return { items: kind === 'supplement' ? [emptyPaper] : [], reason: '', newDueDay: null }
}

const count = (value: unknown) =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 99 ? value : 0

/** What stands in the form so far, as the preview takes it: a half-typed day or an empty line is left out. */
export function previewDetails(typed: unknown): SlipDetails {
  const { items, reason, newDueDay } = (typed ?? {}) as Partial<DetailsValues> // the form's own values, through JSON
  return {
    items: (items ?? [])
      .filter(item => typeof item.name === 'string' && item.name.trim() !== '')
      .slice(0, 20)
      .map(({ name, original, certified, copy }) => ({
        name: name.slice(0, 200),
        original: count(original),
        certified: count(certified),
        copy: count(copy),
      })),
    reason: (reason ?? '').slice(0, 2000),
    newDueDay: typeof newDueDay === 'string' && isDay(newDueDay) ? newDueDay : null,
  }
}
