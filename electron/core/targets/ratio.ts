/**
 * The arithmetic of the target (figures.md §4, §8 cases 6 and 8): exact on whole numbers, rounded once, at the end.
 * Whole numbers are counts and basis points; `bigint` because products of them outgrow the exact range of `number`.
 */

/** Online files against in-person ones, as one day stands. */
export type Standing = {
  readonly numerator: number
  readonly denominator: number
  /** 10 % = 1000; null where no target is set. */
  readonly targetBp: number | null
  /** The denominator counts online files too, so that missing files enter both counts. */
  readonly allChannels: boolean
}

/** What was counted lately, and how long the year still is. */
export type Trend = {
  readonly basisDays: number
  readonly direct: number
  readonly online: number
  readonly workingDaysLeft: number
}

const whole = 10_000n

/** a / b to 2 decimals, half away from zero. */
export function twoDecimals(a: bigint, b: bigint): number {
  const negative = a < 0n !== b < 0n
  const [top, bottom] = [a < 0n ? -a : a, b < 0n ? -b : b]
  const hundredths = Number((200n * top + bottom) / (2n * bottom))
  return (negative && hundredths > 0 ? -hundredths : hundredths) / 100
}

/** numerator / denominator in per cent; nothing where there is nothing to divide by. */
export function ratioPct({ numerator, denominator }: Standing): number | null {
  return denominator === 0 ? null : twoDecimals(100n * BigInt(numerator), BigInt(denominator))
}

/** n × 10000 ≥ t × d; nothing where there is no target, or nothing to divide by. */
export function isMet({ numerator, denominator, targetBp }: Standing): boolean | null {
  if (targetBp === null || denominator === 0) return null
  return BigInt(numerator) * whole >= BigInt(targetBp) * BigInt(denominator)
}

/** The least k of files that reaches the target; null also where no number of files can reach it. */
export function missingFiles({ numerator, denominator, targetBp, allChannels }: Standing): number | null {
  if (targetBp === null || denominator === 0) return null
  const short = BigInt(targetBp) * BigInt(denominator) - BigInt(numerator) * whole
  if (short <= 0n) return 0
  const each = gainOfOne(targetBp, allChannels)
  return each > 0n ? Number((short + each - 1n) / each) : null
}

/** What one more online file closes of the gap n × 10000 − t × d. */
const gainOfOne = (targetBp: number, allChannels: boolean): bigint =>
  allChannels ? whole - BigInt(targetBp) : whole

/** What was counted per working day, and what is needed per working day to reach the target on 31 December. */
export function pace(standing: Standing, trend: Trend) {
  const { basisDays, workingDaysLeft } = trend
  const { direct, online, perDay } = exact(trend)
  return {
    basisDays,
    directPerDay: twoDecimals(direct, perDay),
    onlinePerDay: twoDecimals(online, perDay),
    workingDaysLeft,
    neededPerDay: neededPerDay(standing, trend),
  }
}

/** The files missing against the denominator that 31 December is expected to bring, spread over the days left. */
function neededPerDay(standing: Standing, trend: Trend): number | null {
  const { targetBp, numerator, denominator, allChannels } = standing
  const { direct, left, perDay } = exact(trend)
  if (targetBp === null || left === 0n) return null
  // both counts are multiplied by the days of the basis, so that nothing is a fraction before the end
  const expected = BigInt(denominator) * perDay + direct * left
  if (expected === 0n) return null
  const short = BigInt(targetBp) * expected - BigInt(numerator) * perDay * whole
  if (short <= 0n) return 0
  const each = gainOfOne(targetBp, allChannels)
  return each > 0n ? twoDecimals(short, each * perDay * left) : null
}

/** Both counts carried on to 31 December at the mean of the last working days. */
export function forecast({ numerator, denominator, allChannels }: Standing, trend: Trend) {
  const { direct, online, left, perDay } = exact(trend)
  const top = BigInt(numerator) * perDay + online * left
  const bottom = BigInt(denominator) * perDay + (allChannels ? direct + online : direct) * left
  return {
    numerator: twoDecimals(top, perDay),
    denominator: twoDecimals(bottom, perDay),
    ratioPct: bottom === 0n ? null : twoDecimals(100n * top, bottom),
  }
}

/** No working day known: nothing was counted, so dividing by 1 gives the 0 that is meant. */
function exact({ basisDays, direct, online, workingDaysLeft }: Trend) {
  return {
    perDay: BigInt(Math.max(basisDays, 1)),
    direct: BigInt(basisDays === 0 ? 0 : direct),
    online: BigInt(basisDays === 0 ? 0 : online),
    left: BigInt(workingDaysLeft),
  }
}
