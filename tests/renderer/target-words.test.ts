import { expect, test } from 'vitest'
import type { TargetStatus } from '../../electron/core/targets/contract.ts'
import {
  formulaLine,
  paceSentence,
  showTarget,
  targetSentence,
} from '../../renderer/overview/target-words.ts'

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')

const status: TargetStatus = {
  year: 2023,
  asOf: '2023-09-20',
  basis: { numerator: 'finished', denominator: 'direct-and-postal', unit: 'files' },
  numerator: 17,
  denominator: 203,
  ratioPct: 8.37,
  targetBp: 1000,
  met: false,
  missing: 4,
  pace: { basisDays: 20, directPerDay: 3.1, onlinePerDay: 0.2, workingDaysLeft: 72, neededPerDay: 0.4 },
  forecast: { numerator: 31, denominator: 426, ratioPct: 6.6 },
  daysWithBoth: [],
}

test('the sentence says how many files are missing, not how far the ratio is', () => {
  expect(plain(targetSentence(status))).toBe('Còn thiếu 4 hồ sơ trực tuyến để đạt 10 %.')
})

test('a target that is met, not set, or without a divisor says so', () => {
  expect(plain(targetSentence({ ...status, met: true, missing: 0 }))).toBe(
    'Đã đạt chỉ tiêu 10 % của năm 2023.',
  )
  expect(targetSentence({ ...status, targetBp: null, met: null, missing: null })).toBe(
    'Chưa có chỉ tiêu của năm 2023.',
  )
  expect(targetSentence({ ...status, ratioPct: null, met: null, missing: null })).toBe(
    'Chưa có hồ sơ để tính tỷ lệ của năm 2023.',
  )
})

test('the ratio never stands without its formula and both counts', () => {
  expect(plain(formulaLine(status))).toBe(
    '17 hồ sơ trực tuyến đã có kết quả ÷ 203 hồ sơ nộp trực tiếp và qua bưu chính công ích = 8,4 %',
  )
})

test('licences are counted as licences', () => {
  const licences = { ...status, basis: { ...status.basis, unit: 'licences' } }
  expect(plain(targetSentence(licences))).toBe('Còn thiếu 4 GPLX trực tuyến để đạt 10 %.')
})

test('a forecast says that it is an estimate and what it rests on', () => {
  expect(plain(paceSentence(status))).toContain('Ước tính đến 31/12/2023: 6,6 %')
  expect(paceSentence(status)).toContain('20 ngày làm việc gần nhất')
  expect(paceSentence({ ...status, pace: { ...status.pace, basisDays: 0 } })).toBeNull()
  expect(paceSentence({ ...status, pace: { ...status.pace, workingDaysLeft: 0 } })).toBeNull()
})

test('a target keeps the decimals it has', () => {
  expect(plain(showTarget(1000))).toBe('10 %')
  expect(plain(showTarget(1250))).toBe('12,5 %')
  expect(plain(showTarget(1005))).toBe('10,05 %')
})
