import { beforeEach, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { someFacts } from '../support/facts.ts'
import { refusal } from '../support/refusal.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const catalogue = () => desk.as('admin').catalogue
const count = (sql: string) => desk.database.read(db => db.row<{ n: number }>(sql)?.n)

async function itemsOf(list: string) {
  return (await catalogue().choices({})).items.filter(item => item.list === list)
}

const holiday = (day: string, name = 'Nghỉ đột xuất') => ({
  ...{ day, name, kind: 'holiday' as const, source: 'Quyết định thử', version: 0 },
})

async function dueOf(dossierCode: string, day: string) {
  const { id } = await desk.as('officer').applications.create({
    ...{ facts: someFacts({ dossierCode }), registered: { day }, receivedToo: true },
  })
  return { id, due: (await desk.as('officer').applications.get({ id })).dueDay }
}

test('a new folder knows 63 provinces of 2023, 34 of 2025 and 705 districts', () => {
  expect(count("SELECT count(*) AS n FROM provinces WHERE catalogue = '2023'")).toBe(63)
  expect(count("SELECT count(*) AS n FROM provinces WHERE catalogue = '2025'")).toBe(34)
  expect(count('SELECT count(*) AS n FROM districts')).toBe(705)
})

test('every province of 2023 has a successor of 2025 and a code of its own on identity cards', () => {
  expect(
    count(`SELECT count(*) AS n FROM provinces p WHERE catalogue = '2023' AND NOT EXISTS
      (SELECT 1 FROM provinces s WHERE s.catalogue = '2025' AND s.code = p.successor_code)`),
  ).toBe(0)
  expect(count("SELECT count(DISTINCT cccd_code) AS n FROM provinces WHERE catalogue = '2023'")).toBe(63)
})

test('licence classes of both laws are offered', async () => {
  const { classes } = await catalogue().choices({})
  const of = (regime: string) => classes.filter(one => one.regime === regime).map(one => one.class)
  expect(of('2008')).toHaveLength(13)
  expect(of('2024')).toHaveLength(15)
  expect(of('2008')).toEqual(expect.arrayContaining(['A1', 'A2', 'B1', 'B2', 'C', 'D', 'E', 'FC']))
  expect(of('2024')).toEqual(expect.arrayContaining(['A1', 'A', 'B1', 'B', 'C1', 'C', 'D1', 'D2', 'D']))
  for (const one of classes) expect(one.validity).not.toBe('')
})

test('the ten national statuses stand in their order', async () => {
  const statuses = await itemsOf('status')
  expect(statuses.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'])
  expect(statuses[0]?.name).toBe('Mới đăng ký')
  expect(statuses[9]?.name).toBe('Đã trả kết quả')
})

test('channels, ways of return and payment come from the national lists', async () => {
  expect((await itemsOf('channel')).map(({ name }) => name)).toEqual([
    'Trực tiếp',
    'Trực tuyến',
    'Qua bưu chính công ích',
  ])
  expect(await itemsOf('return-way')).toHaveLength(3)
  expect(await itemsOf('payment-status')).toHaveLength(5)
  expect(await itemsOf('payment-form')).toHaveLength(3)
})

test('the 49 difficulties are complete and stand in the order of their codes', async () => {
  const kinds = await catalogue().difficultyKinds({})
  expect(kinds).toHaveLength(49)
  for (const { name, category } of kinds) expect([name, category]).not.toContain('')
  const codes = kinds.map(({ code }) => code)
  const inOrder = [...codes].sort(
    (a, b) => a.charCodeAt(0) - b.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1)),
  )
  expect(codes).toEqual(inOrder)
})

test('working days are counted for each year, and 2027 is not confirmed', async () => {
  const years = await catalogue().holidays({})
  expect(years.map(({ year, workingDays, confirmed }) => [year, workingDays, confirmed])).toEqual([
    [2023, 249, true],
    [2024, 251, true],
    [2025, 250, true],
    [2026, 249, true],
    [2027, expect.any(Number), false],
  ])
})

test('a department of 2023 chooses among its own districts', async () => {
  const { districts } = await catalogue().choices({})
  expect(districts).toHaveLength(15)
  expect(districts.map(({ name }) => name)).toContain('Thành phố Phú Quốc')
})

test('a department of 2025 chooses among the districts of all provinces that became its own', async () => {
  const { department } = await desk.as('admin').settings.get({})
  const { fromDay, version, value } = department
  await desk.as('admin').settings.set({
    ...{ key: 'department', fromDay, version },
    value: { ...value, provinceCatalogue: '2025', provinceCode: '91' },
  })
  const names = (await catalogue().choices({})).districts.map(({ name }) => name)
  expect(names).toEqual(expect.arrayContaining(['Thành phố Phú Quốc', 'Thành phố Long Xuyên']))
  expect(names).toHaveLength(15 + 11)
})

test('a holiday entered today moves deadlines of new files and leaves those already given', async () => {
  const old = await dueOf('HS-1', '2023-09-25')
  expect(old.due).toBe('2023-10-02')
  await catalogue().saveHoliday(holiday('2023-09-27'))
  expect((await dueOf('HS-2', '2023-09-25')).due).toBe('2023-10-03')
  expect((await desk.as('officer').applications.get({ id: old.id })).dueDay).toBe('2023-10-02')
})

test('a due day given before the calendar was changed is no damage', async () => {
  await dueOf('HS-1', '2023-09-25')
  await catalogue().saveHoliday(holiday('2023-09-27'))
  await dueOf('HS-2', '2023-09-25')
  const { ok, checks } = await desk.run(desk.as('admin').audit.verify({}))
  expect(checks.filter(check => !check.ok)).toEqual([])
  expect(ok).toBe(true)
  expect(checks.at(-1)?.detail).toContain('1 hồ sơ giữ ngày hẹn trả')
})

test('a Saturday worked instead counts, and a day taken out of the calendar counts again', async () => {
  await catalogue().saveHoliday({ ...holiday('2023-09-30', 'Làm bù'), kind: 'swap_work' })
  expect((await dueOf('HS-1', '2023-09-25')).due).toBe('2023-09-30')
  await catalogue().removeHoliday({ day: '2023-09-30', version: 1 })
  expect((await dueOf('HS-2', '2023-09-25')).due).toBe('2023-10-02')
})

test('a holiday of a year nobody has entered begins that year, unconfirmed', async () => {
  await catalogue().saveHoliday(holiday('2028-01-01', 'Tết Dương lịch'))
  const of2028 = async () => (await catalogue().holidays({})).find(({ year }) => year === 2028)
  expect(await of2028()).toMatchObject({ confirmed: false, days: [{ day: '2028-01-01' }] })
  await catalogue().confirmYear({ year: 2028, confirmed: true, version: 1 })
  expect(await of2028()).toMatchObject({ confirmed: true, version: 2 })
})

test('days nobody could mean are refused', async () => {
  for (const day of ['2023-02-30', '1023-09-25', '9999-01-01']) {
    const error = await refusal(catalogue().saveHoliday(holiday(day)))
    expect(error.details?.fields).toHaveProperty('day')
  }
  expect(await refusal(catalogue().confirmYear({ year: 2050, confirmed: true, version: 0 }))).toMatchObject({
    code: 'not-found',
  })
})

test('what somebody else has changed meanwhile is not saved over', async () => {
  const saved = await catalogue().saveHoliday(holiday('2023-09-27'))
  const refused = [
    catalogue().saveHoliday(holiday('2023-09-27', 'Tên khác')),
    catalogue().removeHoliday({ day: '2023-09-27', version: 7 }),
    catalogue().confirmYear({ year: 2027, confirmed: true, version: 7 }),
    catalogue().saveItem({ list: 'reason', code: 'damaged', name: 'Hư', version: 7 }),
    catalogue().retireItem({ list: 'reason', code: 'damaged', toDay: '2023-12-31', version: 7 }),
  ]
  for (const asking of refused) expect(await refusal(asking)).toMatchObject({ code: 'conflict' })
  expect(await catalogue().saveHoliday({ ...saved, name: 'Tên mới' })).toMatchObject({ version: 2 })
})

test('a reason is added, renamed and retired, and a file that holds it stays readable', async () => {
  const added = await catalogue().saveItem({ list: 'reason', code: 'lost', name: 'Bị mất', version: 0 })
  const { id } = await desk.as('officer').applications.create({
    facts: someFacts({ reasonCode: 'lost' }),
    ...{ registered: { day: '2023-09-25' }, receivedToo: true },
  })
  const renamed = await catalogue().saveItem({ ...added, list: 'reason', name: 'Mất giấy phép' })
  const { version } = renamed
  await catalogue().retireItem({ list: 'reason', code: 'lost', toDay: '2023-09-24', version })
  expect((await desk.as('officer').applications.get({ id })).facts.reasonCode).toBe('lost')
  expect((await itemsOf('reason')).find(({ code }) => code === 'lost')).toMatchObject({
    name: 'Mất giấy phép',
    toDay: '2023-09-24',
  })
})

test('a retired reason can be brought back', async () => {
  const [damaged] = (await itemsOf('reason')).filter(({ code }) => code === 'damaged')
  const { version = 0 } = damaged ?? {}
  const retired = { list: 'reason' as const, code: 'damaged', toDay: '2023-12-31', version }
  await catalogue().retireItem(retired)
  expect(await catalogue().retireItem({ ...retired, toDay: null, version: version + 1 })).toMatchObject({
    toDay: null,
    version: version + 2,
  })
})

test('a code in use can be deleted by nobody: the catalogue has no such operation', () => {
  expect(() =>
    desk.database.atomically(db => db.run("DELETE FROM provinces WHERE catalogue = '2023' AND code = '91'")),
  ).toThrow(/FOREIGN KEY/)
})

test('two reasons cannot read the same, and lists of the nation cannot be edited', async () => {
  const twin = { list: 'reason' as const, code: 'hong', name: 'BỊ  HỎNG', version: 0 }
  expect((await refusal(catalogue().saveItem(twin))).details?.fields).toHaveProperty('name')
  const input = { list: 'status', code: '1', name: 'Khác', version: 1 }
  expect(
    await desk.app.call({ token: desk.token('admin'), name: 'catalogue.saveItem', input }),
  ).toMatchObject({ ok: false, error: { code: 'invalid' } })
})

test('a kind of difficulty is changed, retired and told in the trail by every field', async () => {
  const [first] = await catalogue().difficultyKinds({})
  if (first === undefined) throw new Error('there are difficulties')
  const { toDay: _, ...kind } = first
  const changed = await catalogue().saveDifficultyKind({ ...kind, remedy: 'Cách mới', retired: true })
  expect(changed).toMatchObject({ remedy: 'Cách mới', toDay: '2023-09-25', version: 2 })
  const [last] = await desk.as('admin').audit.list({ limit: 1 })
  expect(last?.changes).toEqual({
    'Cách xử lý': [kind.remedy, 'Cách mới'],
    'Ngừng dùng từ sau ngày': [null, '2023-09-25'],
  })
})

test('names are kept as one text however they were typed', async () => {
  const name = 'Lý  do khác'.normalize('NFD')
  const saved = await catalogue().saveItem({ list: 'reason', code: 'other', name, version: 0 })
  expect(saved.name).toBe('Lý do khác'.normalize('NFC'))
})
