import { s10Digit } from '../applications/person.ts'
import type { Day } from '../calendar/day.ts'
import { addWorkingDays, type Calendar } from '../calendar/working-days.ts'

/** Every so many results wait for the next round of the post, which comes this many working days later. */
const missedRound = { each: 9, days: 3 }

/** The day on which a result of the sample goes to the post: the working day after it, now and then a later one. */
export function samplePostedDay(serial: number, result: Day, calendar: Calendar): Day {
  return addWorkingDays(result, serial % missedRound.each === 0 ? missedRound.days : 1, calendar)
}

/** The number of its item, with the check digit of S10. */
export function sampleItemCode(serial: number): string {
  const digits = String(serial).padStart(8, '0')
  return `RK${digits}${s10Digit(digits)}VN`
}
