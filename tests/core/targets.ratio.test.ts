import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  forecast,
  isMet,
  missingFiles,
  pace,
  ratioPct,
  type Standing,
  twoDecimals,
} from '../../electron/core/targets/ratio.ts'

const standing = (numerator: number, denominator: number, more: Partial<Standing> = {}): Standing => ({
  numerator,
  denominator,
  targetBp: 1000,
  allChannels: false,
  ...more,
})

const counts = fc.record({ n: fc.nat(3000), d: fc.nat(3000), t: fc.integer({ min: 0, max: 30_000 }) })

describe('the ratio', () => {
  test('is per cent with 2 decimals, rounded half away from zero', () => {
    expect(ratioPct(standing(7, 132))).toBe(5.3)
    expect(ratioPct(standing(14, 199))).toBe(7.04)
    expect(ratioPct(standing(1, 3))).toBe(33.33)
    expect(ratioPct(standing(2, 3))).toBe(66.67)
    // 0.125 % and 1.005 %: binary fractions would give 0.12 and 1
    expect(ratioPct(standing(1, 800))).toBe(0.13)
    expect(ratioPct(standing(201, 20_000))).toBe(1.01)
    expect(twoDecimals(-1n, 8n)).toBe(-0.13)
    expect(twoDecimals(1n, -8n)).toBe(-0.13)
    expect(Object.is(twoDecimals(-1n, 1000n), 0)).toBe(true)
  })

  test('does not exist where there is nothing to divide by', () => {
    const nothing = standing(5, 0)
    expect([ratioPct(nothing), isMet(nothing), missingFiles(nothing)]).toEqual([null, null, null])
  })

  test('is the nearest hundredth, and never the one nearer to zero of two equally near', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), fc.integer({ min: 1, max: 1_000_000 }), (n, d) => {
        const hundredths = BigInt(Math.round((ratioPct(standing(n, d)) ?? -1) * 100))
        // |x - n·10000/d| ≤ 1/2, and half is rounded up: -1/2 < hundredths - n·10000/d ≤ 1/2
        const twice = 2n * (hundredths * BigInt(d) - BigInt(n) * 10_000n)
        expect(twice > -BigInt(d) && twice <= BigInt(d)).toBe(true)
      }),
      { numRuns: 3000 },
    )
  })
})

describe('the target', () => {
  test('is met when n × 10000 ≥ t × d, on the file', () => {
    expect(isMet(standing(9, 100))).toBe(false)
    expect(isMet(standing(10, 100))).toBe(true)
    expect(isMet(standing(10, 101))).toBe(false)
  })

  test('without a target nothing is met and nothing is missing', () => {
    const none = standing(3, 100, { targetBp: null })
    expect([ratioPct(none), isMet(none), missingFiles(none)]).toEqual([3, null, null])
  })

  test('what is missing is the least number of files that reaches it', () => {
    expect(missingFiles(standing(7, 132))).toBe(7)
    expect(missingFiles(standing(19, 268))).toBe(8)
    expect(missingFiles(standing(40, 268))).toBe(0)
    fc.assert(
      fc.property(counts, ({ n, d, t }) => {
        const reaches = (k: number) => (n + k) * 10_000 >= t * d
        let k = 0
        while (d > 0 && !reaches(k)) k += 1
        expect(missingFiles(standing(n, d, { targetBp: t }))).toBe(d === 0 ? null : k)
      }),
      { numRuns: 2000 },
    )
  })

  test('where the denominator is all channels, the missing files enter it too', () => {
    // 9 of 100; 2 more make 11 of 102 = 10.78 %, 1 more 10 of 101 = 9.9 %
    expect(missingFiles(standing(9, 100, { allChannels: true }))).toBe(2)
    fc.assert(
      fc.property(counts, ({ n, d: others, t }) => {
        const d = n + others
        const reaches = (k: number) => (n + k) * 10_000 >= t * (d + k)
        const k = missingFiles(standing(n, d, { targetBp: t, allChannels: true }))
        if (d === 0) expect(k).toBeNull()
        else if (k === null) expect([reaches(0), t >= 10_000]).toEqual([false, true])
        else expect([k >= 0, reaches(k), k === 0 || !reaches(k - 1)]).toEqual([true, true, true])
      }),
      { numRuns: 2000 },
    )
  })

  test('more than everything can never be reached, and says nothing rather than a number', () => {
    expect(missingFiles(standing(9, 100, { targetBp: 10_000, allChannels: true }))).toBeNull()
    expect(missingFiles(standing(100, 100, { targetBp: 10_000, allChannels: true }))).toBe(0)
    expect(missingFiles(standing(9, 100, { targetBp: 10_000 }))).toBe(91)
  })
})

describe('pace and forecast', () => {
  const trend = { basisDays: 20, direct: 130, online: 9, workingDaysLeft: 60 }

  test('carry the means of the last working days to 31 December', () => {
    // d = 268 + 6.5 × 60 = 658; 10 % of it 65.8; 65.8 - 19 = 46.8 in 60 days
    expect(pace(standing(19, 268), trend)).toEqual({
      basisDays: 20,
      directPerDay: 6.5,
      onlinePerDay: 0.45,
      workingDaysLeft: 60,
      neededPerDay: 0.78,
    })
    // n = 19 + 0.45 × 60 = 46; 46 / 658 = 6.9908… %
    expect(forecast(standing(19, 268), trend)).toEqual({ numerator: 46, denominator: 658, ratioPct: 6.99 })
  })

  test('are rounded once, at the end', () => {
    const thirds = { basisDays: 3, direct: 10, online: 1, workingDaysLeft: 2 }
    // d = 7 + 20/3 = 13.667; 1.3667 - 1 = 0.3667; / 2 = 0.18333
    expect(pace(standing(1, 7), thirds)).toMatchObject({
      directPerDay: 3.33,
      onlinePerDay: 0.33,
      neededPerDay: 0.18,
    })
    // n = 1.6667, d = 13.6667: 12.195 %, not 1.67 / 13.67 = 12.216 %
    expect(forecast(standing(1, 7), thirds)).toEqual({ numerator: 1.67, denominator: 13.67, ratioPct: 12.2 })
  })

  test('a share of all channels grows by what comes online as well', () => {
    const all = standing(19, 287, { allChannels: true })
    // expected without new online files 287 + 390 = 677; (67.7 - 19) / 0.9 = 54.11; / 60 = 0.9018
    expect(pace(all, trend).neededPerDay).toBe(0.9)
    // 46 of 287 + 390 + 27 = 704
    expect(forecast(all, trend)).toEqual({ numerator: 46, denominator: 704, ratioPct: 6.53 })
  })

  test('nothing is needed once the target is safe, and nothing can be said without days, target or divisor', () => {
    expect(pace(standing(500, 268), trend).neededPerDay).toBe(0)
    expect(pace(standing(19, 268), { ...trend, workingDaysLeft: 0 }).neededPerDay).toBeNull()
    expect(pace(standing(19, 268, { targetBp: null }), trend).neededPerDay).toBeNull()
    const empty = { basisDays: 0, direct: 0, online: 0, workingDaysLeft: 60 }
    expect(pace(standing(0, 0), empty)).toEqual({
      basisDays: 0,
      directPerDay: 0,
      onlinePerDay: 0,
      workingDaysLeft: 60,
      neededPerDay: null,
    })
    expect(forecast(standing(0, 0), empty)).toEqual({ numerator: 0, denominator: 0, ratioPct: null })
  })
})
