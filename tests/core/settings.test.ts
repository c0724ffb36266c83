import { beforeEach, expect, test } from 'vitest'
import { settingDefaults } from '../../electron/core/settings/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { someFacts } from '../support/facts.ts'
import { refusal } from '../support/refusal.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const settings = () => desk.as('admin').settings

test('a setting nobody has touched holds its default, with version 0', async () => {
  const { session, deadline, target, unit, periods } = await settings().get({})
  for (const setting of [session, deadline, target, unit, periods]) {
    expect(setting).toMatchObject({
      version: 0,
      fromDay: '0001-01-01',
      value: settingDefaults[setting.key as keyof typeof settingDefaults],
    })
  }
})

test('a value counts from its day on, and yesterday keeps its own', async () => {
  await settings().set({
    ...{ key: 'deadline', fromDay: '2023-09-25', version: 0 },
    value: { days: 3, supplementDays: 1, afterPause: 'remaining' },
  })
  const on = async (day: string) => (await settings().get({ on: day })).deadline.value.days
  expect([await on('2023-09-24'), await on('2023-09-25'), await on('2024-01-01')]).toEqual([5, 3, 3])
  expect((await settings().get({})).deadline.value.days).toBe(3)
})

test('a value from tomorrow is not in force today', async () => {
  await settings().set({ key: 'unit', fromDay: '2023-09-26', version: 0, value: { unit: 'licences' } })
  expect((await settings().get({})).unit.value).toEqual({ unit: 'files' })
  expect((await settings().get({ on: '2023-09-26' })).unit.value).toEqual({ unit: 'licences' })
})

test('the deadline of a file follows the value in force on its day of receipt', async () => {
  await settings().set({
    ...{ key: 'deadline', fromDay: '2023-09-21', version: 0 },
    value: { days: 3, supplementDays: 1, afterPause: 'fresh' },
  })
  const due = async (code: string, day: string) => {
    const { id } = await desk.as('officer').applications.create({
      facts: someFacts({ dossierCode: code }),
      registered: { day },
      receivedToo: true,
    })
    return (await desk.as('officer').applications.get({ id })).dueDay
  }
  expect(await due('HS-1', '2023-09-20')).toBe('2023-09-27')
  expect(await due('HS-2', '2023-09-21')).toBe('2023-09-26')
})

test('what was answered can be sent back changed', async () => {
  const { department } = await settings().get({})
  const value = { ...department.value, signerTitle: 'PHÓ GIÁM ĐỐC' }
  const { fromDay, version } = department
  expect(await settings().set({ key: 'department', fromDay, version, value })).toEqual({ version: 2 })
  expect((await settings().get({})).department).toMatchObject({ version: 2, value })
})

test('what somebody else has changed meanwhile is not saved over', async () => {
  const set = (version: number, idleMinutes: number) =>
    settings().set({ key: 'session', version, value: { idleMinutes } })
  await set(0, 30)
  expect(await refusal(set(0, 60))).toMatchObject({
    code: 'conflict',
    details: { standing: { version: 1, value: { idleMinutes: 30 } } },
  })
  await set(1, 45)
  expect((await settings().get({})).session).toMatchObject({ version: 2, value: { idleMinutes: 45 } })
})

test('a new day begins a row of its own, without a conflict', async () => {
  await settings().set({ key: 'session', version: 0, value: { idleMinutes: 30 } })
  await settings().set({ key: 'session', fromDay: '2023-10-01', version: 0, value: { idleMinutes: 60 } })
  expect((await settings().get({ on: '2023-09-30' })).session.value.idleMinutes).toBe(30)
  expect((await settings().get({ on: '2023-10-01' })).session.value.idleMinutes).toBe(60)
})

test.each([
  ['session', { idleMinutes: 0 }, 'value.idleMinutes'],
  ['deadline', { days: 5, supplementDays: 99, afterPause: 'fresh' }, 'value.supplementDays'],
  ['target', { numerator: 'nothing', denominator: 'all', bothCounts: 'larger' }, 'value.numerator'],
  ['periods', { weekStart: 8, monthClosesOn14: false }, 'value.weekStart'],
  ['unit', 'licences', 'value'],
] as const)('a value of %s that cannot be is refused at its field', async (key, value, field) => {
  const error = await refusal(settings().set({ key, version: 0, value }))
  expect(error.code).toBe('invalid')
  expect(Object.keys(error.details?.fields ?? {})).toEqual([field])
  expect(error.message).toMatch(/^(Nhập|Nội dung)/)
})

test('a department without a name, or of a province that does not exist, is refused at its field', async () => {
  const { department } = await settings().get({})
  const set = (change: object) =>
    refusal(settings().set({ key: 'department', version: 1, value: { ...department.value, ...change } }))
  expect((await set({ name: ' ' })).details?.fields).toEqual({ 'value.name': 'Nhập tên cơ quan.' })
  expect((await set({ provinceCode: '97' })).details?.fields).toHaveProperty(['value.provinceCode'])
  expect(await settings().get({})).toMatchObject({ department })
})

test('a setting or a day that does not exist is refused', async () => {
  for (const wrong of [
    { key: 'toString', fromDay: '2023-09-25' },
    { key: '__proto__', fromDay: '2023-09-25' },
    { key: 'session', fromDay: '2023-02-30' },
    { key: 'session', fromDay: "2023' OR 1=1" },
  ]) {
    const input = { ...wrong, version: 0, value: { idleMinutes: 5 } }
    expect(await desk.app.call({ token: desk.token('admin'), name: 'settings.set', input })).toMatchObject({
      ok: false,
      error: { code: 'invalid' },
    })
  }
})

test('nobody can take the mark off sample data, or put it on real data', async () => {
  const error = await refusal(settings().set({ key: 'sample', version: 0, value: { sample: true } }))
  expect(error.code).toBe('invalid')
})

test('the trail says from which value to which, a default included', async () => {
  await settings().set({ key: 'session', version: 0, value: { idleMinutes: 30 } })
  await settings().set({ key: 'session', fromDay: '2023-10-01', version: 0, value: { idleMinutes: 60 } })
  expect(await desk.as('admin').audit.list({ subject: 'setting' })).toMatchObject([
    { changes: { 'Phiên làm việc (từ 01/10/2023)': [{ idleMinutes: 30 }, { idleMinutes: 60 }] } },
    { changes: { 'Phiên làm việc': [{ idleMinutes: 15 }, { idleMinutes: 30 }] } },
  ])
})

test('a signer’s title keeps its lines, whether they were parted by a break or by a stroke', async () => {
  const desk = await testApp()
  const admin = desk.as('admin')
  const { department } = await admin.settings.get({})
  for (const typed of ['KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC', 'KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC']) {
    const { version } = (await admin.settings.get({})).department
    const value = { ...department.value, signerTitle: typed }
    await admin.settings.set({ key: 'department', fromDay: department.fromDay, version, value })
    expect((await admin.settings.get({})).department.value.signerTitle).toBe('KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC')
  }
})

test.each([
  ['a report nobody knows', [{ report: 'khong-co', periodKind: 'month' }], 'value.duties.0.report'],
  [
    'a report that cannot be made yet',
    [{ report: 'huong-dan', periodKind: 'month' }],
    'value.duties.0.report',
  ],
  [
    'a period the report is not made for',
    [{ report: 'chi-tieu', periodKind: 'day' }],
    'value.duties.0.periodKind',
  ],
  [
    'the same report twice for the same period',
    [
      { report: 'ket-qua', periodKind: 'month' },
      { report: 'ket-qua', periodKind: 'month' },
    ],
    'value.duties.1.periodKind',
  ],
] as const)('a duty for %s is refused beside its field', async (_, wanted, field) => {
  const duties = wanted.map((duty, at) => ({ ...duty, workingDays: at + 1, hour: null }))
  const { code, details } = await refusal(
    settings().set({ key: 'reportDuties', version: 0, value: { madeWhen: 'sent', duties } }),
  )
  expect(code).toBe('invalid')
  expect(Object.keys(details?.fields ?? {})).toEqual([field])
})
