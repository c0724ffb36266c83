import { describe, expect, test } from 'vitest'
import type { HistoryEntry } from '../../electron/core/applications/contract.ts'
import { moves } from '../../electron/core/applications/statuses.ts'
import type { FileChange } from '../../electron/core/audit/contract.ts'
import type { Slip } from '../../electron/core/slips/contract.ts'
import { keyOfMove, mainMove } from '../../renderer/applications/application-keys.ts'
import { timeline } from '../../renderer/applications/application-timeline.ts'

const entry = (id: number, status: HistoryEntry['status'], day: string, about: Partial<HistoryEntry> = {}) =>
  ({
    ...{ id, kind: 'status', status, day, time: null, dueDay: null, reason: null, actorName: 'Cán bộ thử' },
    ...{ importName: null, at: `${day}T08:00:00+07:00`, corrects: null, voids: null, superseded: false },
    ...about,
  }) satisfies HistoryEntry

const words = (_: string, value: unknown) => (value === null ? '–' : `<${value}>`)
const slip: Slip = {
  id: 5,
  kind: 'receipt',
  year: 2023,
  number: 12,
  reprint: 1,
  formSet: '2018',
  at: '2023-09-18T09:30:00+07:00',
  by: 'Cán bộ thử',
  reason: 'Sai địa chỉ',
}
const trail = (
  id: number,
  operation: string,
  changes: Record<string, [string | null, string | null]>,
  about: Partial<FileChange> = {},
): FileChange => ({
  ...{ id, at: '2023-09-20T10:00:00+07:00', actorName: 'Tổ trưởng thử', operation },
  ...{ subject: 'application', changes, ...about },
})
const attached = trail(
  8,
  'attachments.add',
  { 'Tệp đính kèm': [null, 'cccd.jpg'], 'Dung lượng (byte)': [null, '900'] },
  { subject: 'attachment', at: '2023-09-19T07:00:00+07:00' },
)

describe('the timeline of a file', () => {
  const history = [entry(1, 1, '2023-09-18'), entry(2, 2, '2023-09-18'), entry(3, 4, '2023-09-19')]

  test('holds steps, slips, scans and corrections together, newest first', () => {
    const changes = [
      attached,
      trail(9, 'applications.edit', { 'Họ và tên': ['Lê A', 'Lê Á'] }),
      trail(10, 'checks.set', { 'Giấy khám sức khỏe': [null, 'pass'] }),
      trail(11, 'applications.move', { Bước: [null, 'Chuyển xử lý'] }),
    ]
    const items = timeline({ history, slips: [slip], changes }, words)
    expect(items.map(({ key }) => key)).toEqual([
      ...['change-9', 'change-10', 'step-3', 'file-8', 'slip-5', 'step-2', 'step-1'],
    ])
    expect(items.map(item => (item.line === null ? item.details : []))).toEqual([
      ['Họ và tên: <Lê A> → <Lê Á>'],
      ['Giấy khám sức khỏe: Đạt'],
      ...[[], [], ['Lý do in lại: Sai địa chỉ'], [], []],
    ])
  })

  test('names a slip with its number and a reprint as what it is', () => {
    const [item] = timeline({ history: [], slips: [slip], changes: [] }, words)
    expect(item?.line === null && item.title).toBe(
      'Giấy tiếp nhận hồ sơ và hẹn trả kết quả số 12/2023 (in lại lần 1)',
    )
  })

  test('tells a scan that was taken off, and why', () => {
    const removed = trail(
      12,
      'attachments.remove',
      { 'Tệp đính kèm': ['cccd.jpg', null], 'Lý do': [null, 'Nhầm hồ sơ'] },
      { subject: 'attachment' },
    )
    const items = timeline({ history: [], slips: [], changes: [attached, removed] }, words)
    expect(items.map(item => item.line === null && [item.title, item.details])).toEqual([
      ['Bỏ tệp cccd.jpg', ['Lý do: Nhầm hồ sơ']],
      ['Đính kèm tệp cccd.jpg', []],
    ])
  })

  test('tells that a result was given to the post', () => {
    const changes = [
      trail(1, 'batches.run', {
        'Ngày giao bưu chính': [null, '2023-09-20'],
        'Xử lý hàng loạt': [null, '3'],
      }),
    ]
    const [item] = timeline({ history: [], slips: [], changes }, words)
    expect(item?.line === null && item.details).toEqual(['Ngày giao bưu chính: 20/09/2023'])
  })

  test('of a batch tells facts that changed, not the step the history already has', () => {
    const changes = [
      trail(1, 'batches.run', { 'Cán bộ thụ lý': [null, '4'], Bước: [null, 'Xử lý xong'] }),
      trail(2, 'batches.run', { Bước: [null, 'Xử lý xong'] }),
    ]
    const items = timeline({ history: [], slips: [], changes }, words)
    expect(items.map(item => item.line === null && item.details)).toEqual([['Cán bộ thụ lý: <4>']])
  })
})

test('the list that brought a file in is no change of it; a later one is', () => {
  const changes = [
    trail(1, 'imports.apply', { 'Mã hồ sơ': [null, 'HS-1'], 'Họ và tên': [null, 'Lê A'] }),
    trail(2, 'imports.apply', { 'Số điện thoại': [null, '0912345678'] }),
  ]
  const items = timeline({ history: [], slips: [], changes }, words)
  expect(items.map(({ key }) => key)).toEqual(['change-2'])
})

describe('the keys of the steps', () => {
  test('are the numbers of the national list, and differ within every status', () => {
    expect(keyOfMove(moves.find(({ name }) => name === 'return') ?? never())).toBe('Ctrl+Alt+0')
    for (const received of [true, false]) {
      for (let status = 1; status <= 10; status += 1) {
        const offered = moves.filter(
          ({ from, when }) =>
            from.some(each => each === status) &&
            (when === 'always' || (when === 'after-receipt') === received),
        )
        expect(new Set(offered.map(keyOfMove)).size, `status ${status}`).toBe(offered.length)
      }
    }
  })

  test('the main one goes on along the usual road', () => {
    expect(mainMove(['stop', 'withdraw', 'process', 'finish'])?.name).toBe('process')
    expect(mainMove(['withdraw', 'stop'])).toBeNull()
  })
})

function never(): never {
  throw new Error('every move stands in the table')
}
