import { z } from 'zod'
import type { Difference } from '../excel/model.ts'
import { fileInput, job, query } from '../operation.ts'
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

/**
 * What became of a workbook of ours. match: every cell says what was exported · changed: `differences` names where
 * not · forged: the part kept for checking was changed too, or this office never exported it · foreign: not one of
 * ours · damaged: not to be read.
 */
export type FileCheck = {
  readonly verdict: 'match' | 'changed' | 'forged' | 'foreign' | 'damaged'
  /** The answer as sentences: what is, and what to do. */
  readonly said: string
  readonly report: string | null
  readonly period: string | null
  readonly office: string | null
  readonly exportedAt: string | null
  readonly exportedBy: string | null
  /** The first 2 000. */
  readonly differences: readonly Difference[]
  readonly count: number
}

/** A table whose columns a template may leave out or move. */
export type TableColumns = {
  readonly id: string
  /** What stands above the table: its heading, or the title or name of its sheet. */
  readonly title: string
  /** What each column is called, as `columnKeys` says. */
  readonly columns: readonly string[]
}

export const reportsContract = {
  kinds: query(z.object({}), { allow: everyone }).returns<readonly ReportKind[]>(),
  /** The document that the preview, the print and the workbook all show. */
  preview: query(z.object({ name: z.string().max(40), period: periodInput }), {
    allow: everyone,
    aside: true,
  }).returns<ReportDocument>(),
  /** The tables of a report as they are made today, without a template. */
  tables: query(z.object({ name: z.string().max(40) }), { allow: everyone, aside: true }).returns<
    readonly TableColumns[]
  >(),
  /** Writes the workbook (kept for `jobs.file`). */
  export: job(z.object({ name: z.string().max(40), period: periodInput }), { allow: everyone }).returns<{
    readonly fileName: string
    readonly sha256: string
  }>(),
  /** Compares a workbook that came back with what was exported. Changes nothing. */
  checkFile: job(z.object({ file: fileInput }), { allow: everyone }).returns<FileCheck>(),
}
