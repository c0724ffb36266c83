import { z } from 'zod'
import { day } from '../applications/model.ts'
import { command, query } from '../operation.ts'
import { everyone, supervisors } from '../users/model.ts'

/** Online against in-person work in one year, as of one day (figures.md §4 and §8). Percentages are numbers. */
export type TargetStatus = {
  readonly year: number
  readonly asOf: string
  readonly basis: { readonly numerator: string; readonly denominator: string; readonly unit: string }
  readonly numerator: number
  readonly denominator: number
  /** numerator / denominator in per cent, 2 decimals; null when the denominator is 0. */
  readonly ratioPct: number | null
  /** null when no target is set for the year. */
  readonly targetBp: number | null
  readonly met: boolean | null
  readonly missing: number | null
  readonly pace: {
    readonly basisDays: number
    readonly directPerDay: number
    readonly onlinePerDay: number
    readonly workingDaysLeft: number
    readonly neededPerDay: number | null
  }
  readonly forecast: {
    readonly numerator: number
    readonly denominator: number
    readonly ratioPct: number | null
  }
  /** Days that hold both logged files and a daily total; the setting decided which counted. */
  readonly daysWithBoth: readonly string[]
}

export type Target = {
  readonly year: number
  readonly teamId: number
  readonly month: number
  readonly basisPoints: number
  readonly document: string
  readonly documentDay: string | null
  readonly version: number
}
export type DirectCount = {
  readonly day: string
  readonly count: number
  readonly source: string
  readonly version: number
}

export const targetsContract = {
  status: query(z.object({ year: z.number().int().min(2020).max(2100), asOf: day.optional() }), {
    allow: everyone,
    aside: true,
  }).returns<TargetStatus>(),
  list: query(z.object({}), { allow: everyone }).returns<readonly Target[]>(),
  set: command(
    z.object({
      year: z.number().int().min(2020).max(2100),
      teamId: z.number().int().default(0),
      month: z.number().int().min(0).max(12).default(0),
      basisPoints: z.number().int().min(0).max(1_000_000),
      document: z.string().trim().max(200).default(''),
      documentDay: day.nullable().default(null),
      version: z.number().int(),
    }),
    { allow: supervisors },
  ).returns<Target>(),
  directCounts: query(z.object({ from: day, to: day }), { allow: everyone }).returns<
    readonly DirectCount[]
  >(),
  /** In-person work that is not logged file by file: one total a day. */
  setDirectCount: command(
    z.object({
      day,
      count: z.number().int().min(0).max(100_000),
      source: z.string().trim().min(1, 'Nhập nguồn số liệu.').max(200),
      version: z.number().int(),
    }),
    { allow: supervisors },
  ).returns<DirectCount>(),
}
