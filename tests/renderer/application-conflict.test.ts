import { describe, expect, test } from 'vitest'
import {
  conflictRows,
  merged,
  otherChanges,
  readConflict,
} from '../../renderer/applications/application-conflict.ts'
import { someFacts } from '../support/facts.ts'

const began = someFacts({ phone: '0912345678', address: 'Ấp Một', notes: null })
const mine = { ...began, phone: '0987654321', notes: 'Đã gọi' }
const stored = { ...began, phone: '0977000111', address: 'Ấp Hai' }
const change = (field: string, label: string, from: string | null, to: string) => ({
  ...{ field, label, from, to },
  ...{ by: 'Tổ trưởng thử', at: '2023-09-25T08:05:00+07:00' },
})
const details = {
  version: 3,
  changes: [
    change('phone', 'Số điện thoại', '0912345678', '0977000111'),
    change('address', 'Địa chỉ', 'Ấp Một', 'Ấp Hai'),
    change('Bước', 'Bước', null, 'Yêu cầu bổ sung'),
    change('dueDay', 'Ngày hẹn trả', '2023-09-25', '2023-09-29'),
  ],
  standing: { version: 3, id: 7, status: 5, facts: stored },
}
const conflict = readConflict(details)
if (conflict === null) throw new Error('the details of a conflict can be read')
const rows = conflictRows(began, mine, conflict)

describe('a save that somebody else was quicker than', () => {
  test('shows each field that went two ways, with both versions and who wrote the other', () => {
    expect(rows).toEqual([
      {
        field: 'phone',
        mine: '0987654321',
        standing: '0977000111',
        usual: 'mine',
        source: 'Tổ trưởng thử lúc 08:05',
      },
      {
        field: 'address',
        mine: 'Ấp Một',
        standing: 'Ấp Hai',
        usual: 'standing',
        source: 'Tổ trưởng thử lúc 08:05',
      },
    ])
  })

  test('never writes what I have not touched over what somebody has written, unless I choose so', () => {
    expect(merged(mine, rows, new Map())).toEqual({ ...mine, address: 'Ấp Hai' })
    expect(merged(mine, rows, new Map([['address', 'mine']]))).toEqual(mine)
    expect(merged(mine, rows, new Map([['phone', 'standing']]))).toEqual({ ...stored, notes: 'Đã gọi' })
  })

  test('says which steps and days came meanwhile', () => {
    expect(otherChanges(conflict)).toEqual([
      'Bước: Yêu cầu bổ sung (Tổ trưởng thử lúc 08:05)',
      'Ngày hẹn trả: 25/09/2023 → 29/09/2023 (Tổ trưởng thử lúc 08:05)',
    ])
  })

  test('has nothing to choose where both wrote the same', () => {
    expect(conflictRows(began, stored, conflict)).toEqual([])
  })

  test('is told from any other refusal', () => {
    expect(readConflict({ id: 12, dossierCode: 'HS-1' })).toBeNull()
    expect(readConflict(undefined)).toBeNull()
    expect(readConflict({ ...details, standing: { version: 3, facts: { phone: '1' } } })).toBeNull()
  })
})
