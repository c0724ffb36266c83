import type { ReadDb } from '../../../db/database.ts'
import { addDays, type Day } from '../calendar/day.ts'
import { calendarOf } from '../calendar/store.ts'
import { type Calendar, isWorkingDay, workingDaysBetween } from '../calendar/working-days.ts'
import type { TargetStatus } from './contract.ts'
import { type CountedDay, countedDays, standingOf, targetRulesOn } from './counted-days.ts'
import { forecast, isMet, missingFiles, pace, ratioPct, type Standing } from './ratio.ts'

/** Over how many working days the mean is taken (figures.md §4). */
const daysOfTheMean = 20

/** Online against in-person work from 1 January to the end of a day of that year, with pace and forecast. */
export function targetStatus(db: ReadDb, asOf: Day): TargetStatus {
  const year = Number(asOf.slice(0, 4))
  const rules = targetRulesOn(db, asOf)
  const calendar = calendarOf(db)
  const window = workingDaysBefore(asOf, firstKnownDay(db), calendar)
  const newYear = `${year}-01-01`
  const first = window[0] ?? newYear
  const days = countedDays(db, rules, first < newYear ? first : newYear, asOf)
  const between = (from: Day, to: Day): readonly CountedDay[] =>
    days.filter(({ day }) => from <= day && day <= to)

  const thisYear = between(newYear, asOf)
  const standing: Standing = {
    ...standingOf(rules, thisYear),
    targetBp: targetOf(db, year),
    allChannels: rules.denominator === 'all',
  }
  const lately = between(first, window.at(-1) ?? addDays(first, -1))
  const trend = {
    basisDays: window.length,
    direct: lately.reduce((sum, { inPerson }) => sum + inPerson, 0),
    online: lately.reduce((sum, { online }) => sum + online, 0),
    workingDaysLeft: workingDaysBetween(asOf, `${year}-12-31`, calendar),
  }
  return {
    year,
    asOf,
    basis: { numerator: rules.numerator, denominator: rules.denominator, unit: rules.unit },
    numerator: standing.numerator,
    denominator: standing.denominator,
    ratioPct: ratioPct(standing),
    targetBp: standing.targetBp,
    met: isMet(standing),
    missing: missingFiles(standing),
    pace: pace(standing, trend),
    forecast: forecast(standing, trend),
    daysWithBoth: thisYear.filter(({ both }) => both).map(({ day }) => day),
  }
}

/** The target of the whole department for the whole year. */
function targetOf(db: ReadDb, year: number): number | null {
  const row = db.row<{ basisPoints: number }>(
    'SELECT basis_points AS basisPoints FROM targets WHERE year = :year AND team_id = 0 AND month = 0',
    { year },
  )
  return row?.basisPoints ?? null
}

/** The day from which anything is known: the first file handed in, or the first daily total. */
function firstKnownDay(db: ReadDb): Day | null {
  const file = db.row<{ day: Day }>(
    'SELECT registered_day AS day FROM applications ORDER BY registered_day LIMIT 1',
  )
  const total = db.row<{ day: Day }>('SELECT day FROM direct_counts ORDER BY day LIMIT 1')
  if (file === undefined || total === undefined) return file?.day ?? total?.day ?? null
  return file.day < total.day ? file.day : total.day
}

/** The last working days before a day, oldest first; fewer where less is known (figures.md §8 case 8). */
function workingDaysBefore(asOf: Day, known: Day | null, calendar: Calendar): readonly Day[] {
  const found: Day[] = []
  if (known === null) return found
  for (let day = addDays(asOf, -1); day >= known && found.length < daysOfTheMean; day = addDays(day, -1)) {
    if (isWorkingDay(day, calendar)) found.unshift(day)
  }
  return found
}
