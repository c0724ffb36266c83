import { z } from 'zod'
import { job, query } from '../operation.ts'
import type { PeriodRules } from '../periods/rules.ts'
import { periodInput } from '../statistics/model.ts'
import { everyone } from '../users/model.ts'
import type { ReportDocument } from './report.ts'

export type ReportKind = {
  readonly name: string
  readonly title: string
  readonly periodKinds: readonly string[]
  /** How it cuts time, and since when: `periods/rules.ts` finds its periods from this. */
  readonly rules: PeriodRules
  /** Why it cannot be made yet; null where it can. */
  readonly unavailable: string | null
}

export const reportsContract = {
  kinds: query(z.object({}), { allow: everyone }).returns<readonly ReportKind[]>(),
  /** The document that the preview, the print and the workbook all show. */
  preview: query(z.object({ name: z.string().max(40), period: periodInput }), {
    allow: everyone,
    aside: true,
  }).returns<ReportDocument>(),
  /** Writes the workbook (kept for `jobs.file`). */
  export: job(z.object({ name: z.string().max(40), period: periodInput }), { allow: everyone }).returns<{
    readonly fileName: string
    readonly sha256: string
  }>(),
}
