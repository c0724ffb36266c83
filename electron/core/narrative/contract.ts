import { z } from 'zod'
import { command, query } from '../operation.ts'
import type { MeasureRef } from '../reports/report.ts'
import { periodInput } from '../statistics/model.ts'
import { everyone, processors } from '../users/model.ts'
import { tidyLines } from '../vietnamese.ts'
import type { SectionName } from './model.ts'

/** A number in a paragraph: where it stands, what it counts, and its files. */
export type PlacedNumber = {
  readonly at: number
  readonly text: string
  readonly key: string
  readonly label: string
  readonly measure?: MeasureRef
}

/** A number that no figure says; `is` and `label` name the figure it seems to mean. */
export type DoubtedNumber = {
  readonly said: string
  readonly label: string | null
  readonly is: string | null
}

export type NarrativePassage = {
  readonly id: string
  readonly section: SectionName
  /** As the program writes it from the figures of now; empty where it no longer writes this paragraph. */
  readonly written: string
  /** As it stands in the report; empty where somebody left it out. */
  readonly text: string
  readonly numbers: readonly PlacedNumber[]
  readonly edit: { readonly by: string; readonly at: string; readonly version: number } | null
  readonly doubts: readonly DoubtedNumber[]
  /** The program would word it differently now than when it was rewritten: to be read again. */
  readonly reworded: boolean
}

const where = { report: z.string().max(40), period: periodInput, passage: z.string().min(1).max(200) }
/** 0 = not rewritten yet. */
const version = z.number().int().min(0)

/** Longest paragraph, in characters. */
export const longestPassage = 4000

export const narrativeContract = {
  get: query(z.object({ report: z.string().max(40), period: periodInput }), {
    allow: everyone,
    aside: true,
  }).returns<readonly NarrativePassage[]>(),
  /** Rewrites one paragraph; empty text leaves it out of the report. Its numbers stay tied to their figures. */
  save: command(
    z.object({
      ...where,
      version,
      text: z
        .string()
        .transform(tidyLines)
        .refine(
          text => text.length <= longestPassage,
          `Đoạn văn dài quá ${longestPassage} ký tự. Rút ngắn hoặc chia thành nhiều đoạn.`,
        ),
    }),
    { allow: processors },
  ).returns<NarrativePassage>(),
  /** Goes back to what the program writes. */
  restore: command(z.object({ ...where, version }), { allow: processors }).returns<{
    readonly restored: true
  }>(),
}
