import { describe, expect, test } from 'vitest'
import {
  changeFilter,
  type RegisterFilter,
  readFilter,
  shortcuts,
  writeFilter,
} from '../../renderer/applications/register-filter.ts'

describe('the filter of the register in the address', () => {
  const full: RegisterFilter = {
    text: 'Nguyễn Đức & Hòa',
    statuses: [4, 5],
    channel: 'online',
    teamId: 3,
    officerId: 12,
    districtCode: '899',
    licenceClass: 'B2',
    received: true,
    posted: false,
    dayField: 'received',
    from: '2023-09-01',
    to: '2023-09-30',
    deadline: 'overdue',
    order: 'due',
    reversed: true,
  }

  test('comes back as it was written', () => {
    expect(readFilter(new URLSearchParams(writeFilter(full).toString()))).toEqual(full)
    expect(readFilter(writeFilter({}))).toEqual({})
  })

  test('leaves out what it does not understand', () => {
    const query = new URLSearchParams(
      'statuses=4,99&channel=fax&teamId=x&from=2023-02-30&to=2023-09-30&order=up',
    )
    expect(readFilter(query)).toEqual({ to: '2023-09-30' })
  })

  test('knows the reporting month that closes on the 14th beside the month of the calendar', () => {
    const ranges = shortcuts('2023-09-24', { weekStart: 1, monthClosesOn14: true })
    expect(ranges.find(({ label }) => label === 'Tháng báo cáo')).toMatchObject({
      from: '2023-09-15',
      to: '2023-10-14',
    })
    expect(ranges.find(({ label }) => label === 'Tháng này')).toMatchObject({
      from: '2023-09-01',
      to: '2023-09-30',
    })
    expect(shortcuts('2023-09-24').map(({ label }) => label)).not.toContain('Tháng này')
  })

  test('loses the part that is taken out and nothing else', () => {
    const { statuses: _, ...rest } = full
    expect(changeFilter(full, { statuses: undefined })).toEqual(rest)
  })

  test('knows this week from Monday to Sunday', () => {
    expect(shortcuts('2023-09-24')[1]).toEqual({ label: 'Tuần này', from: '2023-09-18', to: '2023-09-24' })
  })
})
