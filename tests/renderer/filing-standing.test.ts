import { expect, test } from 'vitest'
import type { FilingEntry } from '../../electron/core/filings/contract.ts'
import { openedWords, waitsFor } from '../../renderer/filings/filing-standing.ts'

test('whoever may not take the next step reads whose turn it is', () => {
  expect(waitsFor('completed', 'officer')).toBe('tổ trưởng trình duyệt')
  expect(waitsFor('submitted', 'team-lead')).toBe('lãnh đạo duyệt')
  expect(waitsFor('draft', 'viewer')).toBe('cán bộ hoàn thành báo cáo')
  expect(waitsFor('submitted', 'leader')).toBeNull()
  expect(waitsFor('sent', 'viewer')).toBeNull()
})

const unlock = (unlockedUntil: string, unlockedFor: string | null = null): FilingEntry => ({
  ...{ id: 1, step: 'unlock', state: 'approved', at: '2023-10-02T08:00:00+07:00', by: 'Lãnh đạo thử nghiệm' },
  ...{ comment: 'Sửa', unlockedUntil, unlockedFor },
})

test('a period is open until the latest end of its unlocks, and closed after it', () => {
  const now = '2023-10-05T10:00:00+07:00'
  const history = [
    unlock('2023-10-06T17:00:00+07:00'),
    unlock('2023-10-07T17:00:00+07:00', 'Cán bộ thử nghiệm'),
    unlock('2023-10-04T17:00:00+07:00'),
  ]
  expect(openedWords(history, now)).toBe('Kỳ đang mở khóa cho Cán bộ thử nghiệm đến 17:00 07/10/2023')
  expect(openedWords(history, '2023-10-08T08:00:00+07:00')).toBeNull()
  expect(openedWords([], now)).toBeNull()
})
