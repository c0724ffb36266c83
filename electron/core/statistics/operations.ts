import type { ReadDb } from '../../../db/database.ts'
import type { Day } from '../calendar/day.ts'
import type { Operations } from '../context.ts'
import { periodTitle } from '../periods/period.ts'
import { askedPeriod } from '../periods/store.ts'
import { settingInForce } from '../settings/store.ts'
import { byDay } from './by-day.ts'
import type { statisticsContract } from './contract.ts'
import { exportFiles } from './export-files.ts'
import { figureFiles } from './figure-files.ts'
import { measure } from './measures.ts'
import type { Unit } from './model.ts'
import { split } from './split.ts'

export const statisticsOperations: Operations<typeof statisticsContract> = {
  figures: ({ db }, { period: asked, unit }) => {
    const period = askedPeriod(db, asked)
    const counted = unit ?? unitOn(db, period.to)
    return {
      period: { ...period, title: periodTitle(period) },
      measures: measure(db, period, counted),
      byDay: byDay(db, period, counted),
    }
  },

  split: ({ db }, { period: asked, unit, by }) => {
    const period = askedPeriod(db, asked)
    return split(db, period, unit ?? unitOn(db, period.to), by)
  },

  files: ({ db }, { figure, after, limit }) => figureFiles(db, figure, { after, limit }),

  exportFiles: (context, { figure }) => exportFiles(context, figure),
}

/** What the figures of a day count, where nobody says: files or licences. */
export const unitOn = (db: ReadDb, day: Day): Unit => settingInForce(db, 'unit', day).unit
