import { z } from 'zod'
import { job, query } from '../operation.ts'
import { everyone } from '../users/model.ts'
import {
  type FigureFiles,
  type Figures,
  figureRef,
  periodInput,
  type SplitGroup,
  splits,
  units,
} from './model.ts'

export const statisticsContract = {
  /** All measures of a period, by channel, and the days in it. */
  figures: query(z.object({ period: periodInput, unit: z.enum(units).optional() }), {
    allow: everyone,
    aside: true,
  }).returns<Figures>(),
  /** The same measures split by team, district, class, reason or officer; groups sum to the total. */
  split: query(z.object({ period: periodInput, unit: z.enum(units).optional(), by: z.enum(splits) }), {
    allow: everyone,
    aside: true,
  }).returns<readonly SplitGroup[]>(),
  /** The files behind one figure of a report, page by page: `after` of them are known already. */
  files: query(
    z.object({
      figure: figureRef,
      after: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(100),
    }),
    { allow: everyone, aside: true },
  ).returns<FigureFiles>(),
  /** The whole list as a workbook (kept for `jobs.file`). */
  exportFiles: job(z.object({ figure: figureRef }), { allow: everyone }).returns<{
    readonly lines: number
    readonly fileName: string
  }>(),
}
