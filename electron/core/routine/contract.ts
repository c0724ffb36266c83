import { z } from 'zod'
import { optionalText } from '../applications/model.ts'
import { command, query } from '../operation.ts'
import { periodKinds } from '../statistics/model.ts'
import { everyone, processors } from '../users/model.ts'

/** A file behind a doubt, to be opened and put right. */
export type DoubtedFile = { readonly id: number; readonly dossierCode: string; readonly why: string }

/** Something to look at before the reports of a period leave the office. It never stops an export. */
export type Doubt = {
  /** Unique in the period and the same at each look, so that a note stays with it. */
  readonly key: string
  /** What was found, in a whole sentence that says what to do. */
  readonly sentence: string
  /** How many files, and the first of them. */
  readonly count: number
  readonly files: readonly DoubtedFile[]
  readonly days: readonly string[]
  /** Why it is right all the same, in somebody's words. */
  readonly note: DoubtNote | null
}

export type DoubtNote = {
  readonly text: string
  readonly by: string
  readonly at: string
  readonly version: number
}

/** A report that can be made for the period, and by when somebody waits for it. */
export type PreparedReport = {
  readonly name: string
  readonly title: string
  /** The report's own: it may close on the 14th, or begin its weeks on another day than the round. */
  readonly period: PreparedPeriod
  /** `YYYY-MM-DD`; null where no duty asks for it. */
  readonly deadline: string | null
  /** The name its workbook gets (setting `reportFiles`), or has since the approval. */
  readonly fileName: string
  /** The filing whose workbook leaves: one that was approved, or an adjustment. Null: the figures as they stand. */
  readonly filing: number | null
}

export type PreparedPeriod = {
  readonly kind: (typeof periodKinds)[number]
  readonly id: string
  readonly from: string
  readonly to: string
  readonly title: string
}

export type Preparation = {
  readonly period: PreparedPeriod
  readonly reports: readonly PreparedReport[]
  readonly doubts: readonly Doubt[]
}

const period = z.object({ kind: z.enum(periodKinds), id: z.string().min(4).max(30) })

export const routineContract = {
  /** What is due for a period, and what is doubtful in its data, the doubts first. */
  prepare: query(z.object({ period }), { allow: everyone, aside: true }).returns<Preparation>(),
  /** Says why a doubt is right all the same; null takes the note away. */
  note: command(
    z.object({
      period,
      doubt: z.string().min(1).max(80),
      text: optionalText(1000),
      /** 0 = there was none. */
      version: z.number().int().min(0),
    }),
    { allow: processors },
  ).returns<{ readonly version: number }>(),
}
