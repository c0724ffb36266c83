// the same core that the drawing uses; its types stand beside the drawing
import { create } from 'qrcode/lib/core/qrcode.js'
import { describe, expect, test } from 'vitest'
import {
  composeAddress,
  postListAddress,
  readSlipAddress,
  slipAddress,
} from '../../renderer/slips/slip-address.ts'
import { detailsRule, emptyDetails, previewDetails } from '../../renderer/slips/slip-details.ts'
import { fittingSlip, slipsFor } from '../../renderer/slips/slip-kinds.ts'
import { qrPath } from '../../renderer/ui/qr-path.ts'

describe('the address of a slip', () => {
  const read = (address: string) => {
    const [path = '', search = ''] = address.split('?')
    return readSlipAddress(path.replace('/phieu/', ''), search)
  }

  test('leads back to what it was made of', () => {
    expect(read(slipAddress(12))).toEqual({ show: 'slip', id: 12 })
    expect(read(composeAddress('receipt', 7))).toEqual({
      ...{ show: 'compose', kind: 'receipt', subject: { applicationId: 7 } },
    })
    expect(read(postListAddress(3))).toEqual({ show: 'compose', kind: 'post-list', subject: { batchId: 3 } })
  })

  test.each([
    '/phieu/x',
    '/phieu/lap?kind=receipt',
    '/phieu/lap?kind=tax&file=1',
    '/phieu/lap?kind=post-list&file=1',
  ])('%s leads nowhere', address => expect(read(address)).toBeNull())
})

const standing = {
  status: 4,
  receivedDay: '2023-09-18',
  dueDay: '2023-09-25',
  workingDaysLeft: 4,
  closedDay: null,
} as const

describe('the slips of a file', () => {
  const file = standing

  test('follow where it stands', () => {
    expect(fittingSlip(file, '2018')).toBe('receipt')
    expect(fittingSlip({ ...file, workingDaysLeft: -1 }, '2018')).toBe('apology')
    expect(fittingSlip({ ...file, status: 5, workingDaysLeft: null }, '2018')).toBe('supplement')
    expect(fittingSlip({ ...file, status: 3, receivedDay: null }, '2018')).toBe('refusal')
    expect(fittingSlip({ ...file, status: 1, receivedDay: null }, '2018')).toBeNull()
  })

  test('offer nothing before receipt but what belongs to a refusal or a request', () => {
    expect(slipsFor({ ...file, status: 1, receivedDay: null, dueDay: null }, '2018')).toEqual([])
    expect(slipsFor({ ...file, status: 5, receivedDay: null, dueDay: null }, '2018')).toEqual(['supplement'])
    expect(slipsFor(file, '2018')).toEqual(['receipt', 'apology', 'control'])
  })
})

test('a file that was stopped is told so by the set of 2025 alone', () => {
  const stopped = { ...standing, status: 8, workingDaysLeft: null, closedDay: '2023-09-25' } as const
  expect(fittingSlip(stopped, '2025')).toBe('stop')
  expect(slipsFor(stopped, '2025')).toEqual(['receipt', 'stop', 'control'])
  expect(slipsFor(stopped, '2018')).toEqual(['receipt', 'control'])
})

describe('what only the officer knows', () => {
  test('is previewed without what is half typed', () => {
    const paper = { name: ' ', original: 1, certified: 0, copy: 0 }
    const typed = {
      items: [paper, { ...paper, name: 'Ảnh', original: 'x', copy: 250 }],
      reason: 'Thiếu',
      newDueDay: '31/2',
    }
    expect(previewDetails(typed)).toEqual({
      ...{ items: [{ name: 'Ảnh', original: 0, certified: 0, copy: 0 }], reason: 'Thiếu', newDueDay: null },
    })
  })

  test('names a paper at once where papers are asked for', () => {
    expect(detailsRule.safeParse(emptyDetails('receipt')).success).toBe(true)
    expect(detailsRule.safeParse(emptyDetails('supplement')).success).toBe(false)
  })
})

test('the drawing of a code has exactly its dark squares', () => {
  const { size, data } = create('G22.99-230918-000123', { errorCorrectionLevel: 'M' }).modules
  const drawn = new Set<number>()
  for (const [, x, y, width] of qrPath(size, data).matchAll(/M(\d+) (\d+)h(\d+)v1h-\d+z/g)) {
    for (let at = 0; at < Number(width); at += 1) drawn.add(Number(y) * size + Number(x) + at)
  }
  const dark = [...data.keys()].filter(at => data[at] === 1)
  expect([...drawn].sort((a, b) => a - b)).toEqual(dark)
})
