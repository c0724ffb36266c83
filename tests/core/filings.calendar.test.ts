import { beforeAll, expect, test } from 'vitest'
import type { DueReport } from '../../electron/core/filings/contract.ts'
import { logged } from '../support/builders.ts'
import { brought, filed, type Office, officeOn } from '../support/filings.ts'
import { refusal } from '../support/refusal.ts'

let office: Office
beforeAll(async () => {
  office = await officeOn('2023-09-18T08:00:00+07:00')
  await logged(office, { status: 10, registered: '2023-09-11' })
})

const calendar = (from: string, to: string) => office.as('viewer').filings.calendar({ from, to })
const only = (entries: readonly DueReport[], kind: string) =>
  entries
    .filter(({ periodKind }) => periodKind === kind)
    .map(({ periodId, deadline, state }) => [periodId, deadline, state])

test('each duty is due after each of its periods, and for no day off', async () => {
  const entries = await calendar('2023-09-18', '2023-09-26')
  expect(only(entries, 'day')).toEqual([
    ['2023-09-15', '2023-09-18', 'due-soon'],
    ['2023-09-18', '2023-09-19', 'due-soon'],
    ['2023-09-19', '2023-09-20', 'due-soon'],
    ['2023-09-20', '2023-09-21', 'upcoming'],
    ['2023-09-21', '2023-09-22', 'upcoming'],
    ['2023-09-22', '2023-09-25', 'upcoming'],
    ['2023-09-25', '2023-09-26', 'upcoming'],
  ])
  expect(only(entries, 'week')).toEqual([
    ['2023-W37', '2023-09-18', 'due-soon'],
    ['2023-W38', '2023-09-25', 'upcoming'],
  ])
})

test('nothing was due before the register was kept', async () => {
  expect(await calendar('2023-08-01', '2023-09-11')).toEqual([])
})

test('the month is due three working days after it, holidays left out', async () => {
  const [month] = only(await calendar('2023-10-01', '2023-10-31'), 'month')
  expect(month).toEqual(['2023-09', '2023-10-04', 'upcoming'])
  const [december] = only(await calendar('2024-01-01', '2024-01-31'), 'month')
  // 01/01 is a holiday
  expect(december?.[1]).toBe('2024-01-04')
})

test('what is sent by its deadline is in time, what is sent after it late, the rest is missing', async () => {
  await filed(office, 'sent', { period: { kind: 'week', id: '2023-W37' } })
  office.on('2023-09-20T08:00:00+07:00')
  await filed(office, 'sent', { period: { kind: 'day', id: '2023-09-18' } })
  const approved = await filed(office, 'approved', { period: { kind: 'day', id: '2023-09-19' } })
  const entries = await calendar('2023-09-18', '2023-09-20')
  expect(only(entries, 'week')).toEqual([['2023-W37', '2023-09-18', 'on-time']])
  expect(only(entries, 'day')).toEqual([
    ['2023-09-15', '2023-09-18', 'missing'],
    ['2023-09-18', '2023-09-19', 'late'],
    ['2023-09-19', '2023-09-20', 'due-soon'],
  ])
  const [missing, , near] = entries.filter(({ periodKind }) => periodKind === 'day')
  expect(missing).toMatchObject({ daysLeft: -2, filing: null })
  expect(near).toMatchObject({ daysLeft: 0, filing: { id: approved.id, state: 'approved' } })
  await brought(office, approved, 'sent')
  const [, , made] = (await calendar('2023-09-18', '2023-09-20')).filter(
    ({ periodKind }) => periodKind === 'day',
  )
  expect(made).toMatchObject({ state: 'on-time', filing: { by: 'Tổ trưởng thử nghiệm' } })
})

test('an office may say that approval is enough, an hour, and other duties, from a day on', async () => {
  const duties = [{ report: 'ket-qua', periodKind: 'day', workingDays: 0, hour: '16:30' }]
  await office.as('admin').settings.set({
    ...{ key: 'reportDuties', fromDay: '2023-09-20', version: 0 },
    value: { madeWhen: 'approved', duties },
  })
  const entries = await calendar('2023-09-20', '2023-09-22')
  expect(entries.map(({ periodId, deadline, hour }) => [periodId, deadline, hour])).toEqual([
    ['2023-09-19', '2023-09-20', null],
    ['2023-09-20', '2023-09-20', '16:30'],
    ['2023-09-21', '2023-09-21', '16:30'],
    ['2023-09-22', '2023-09-22', '16:30'],
  ])
  office.on('2023-09-20T16:45:00+07:00')
  await filed(office, 'approved', { period: { kind: 'day', id: '2023-09-20' } })
  office.on('2023-09-21T16:30:00+07:00')
  await filed(office, 'approved', { period: { kind: 'day', id: '2023-09-21' } })
  const states = (await calendar('2023-09-20', '2023-09-22')).slice(1).map(({ state }) => state)
  expect(states).toEqual(['late', 'on-time', 'due-soon'])
})

test('a span of years is refused', async () => {
  expect((await refusal(calendar('2023-01-01', '2025-01-01'))).code).toBe('invalid')
})

test('nobody is asked for a report that cannot be made, nor for a period it is not made for', async () => {
  const { version, fromDay } = (await office.as('admin').settings.get({})).reportDuties
  const duty = { workingDays: 3, hour: null }
  const set = (duties: readonly { report: string; periodKind: string }[]) =>
    office.as('admin').settings.set({
      ...{ key: 'reportDuties', version, fromDay },
      value: { madeWhen: 'sent', duties: duties.map(each => ({ ...duty, ...each })) },
    })
  const refused = await refusal(
    set([
      { report: 'ket-qua', periodKind: 'month' },
      { report: 'so-theo-doi', periodKind: 'year' },
      { report: 'huong-dan', periodKind: 'month' },
    ]),
  )
  expect(Object.keys(refused.details?.fields ?? {})).toEqual([
    'value.duties.1.periodKind',
    'value.duties.2.report',
  ])
  await set([{ report: 'chi-tieu', periodKind: 'month' }])
})
