import { z } from 'zod'
import { query } from '../operation.ts'
import { everyone } from '../users/model.ts'
import { type Figures, periodInput, type SplitGroup, splits, units } from './model.ts'

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
}
