import { expect, test } from 'vitest'
import { clientOf, emptyApp, testApp } from '../support/app.ts'
import { refusal } from '../support/refusal.ts'

const department = {
  provinceCatalogue: '2023' as const,
  provinceCode: '91',
  name: 'Sở Giao thông vận tải tỉnh Kiên Giang',
  parentName: 'UBND tỉnh Kiên Giang',
  place: 'Kiên Giang',
  symbol: 'BC-SGTVT',
  signerTitle: 'GIÁM ĐỐC',
  signerName: '',
  receivers: ['Như trên'],
}
const administrator = { username: 'quantri', displayName: 'Quản trị viên', password: 'mật khẩu đầu tiên' }
const given = { department, year: 2024, administrator }

test('a new folder says that it waits to be set up', async () => {
  expect(await emptyApp().anyone.setup.state({})).toEqual({
    ready: false,
    sample: false,
    title: 'GPLX Desk',
  })
})

test('the wizard offers the 63 provinces of 2023 and the 34 of 2025', async () => {
  const provinces = await emptyApp().anyone.setup.provinces({})
  const of = (catalogue: string) => provinces.filter(one => one.catalogue === catalogue)
  expect([of('2023').length, of('2025').length]).toEqual([63, 34])
  expect(of('2023').find(({ code }) => code === '91')).toMatchObject({ name: 'Kiên Giang', kind: 'Tỉnh' })
  expect(of('2025').find(({ code }) => code === '91')).toMatchObject({ name: 'An Giang' })
  expect(new Set(provinces.map(({ catalogue, code }) => catalogue + code)).size).toBe(97)
})

test('the last step founds the department and signs its administrator in', async () => {
  const desk = emptyApp()
  const { token, me } = await desk.anyone.setup.initialise(given)
  expect(me).toMatchObject({ username: 'quantri', role: 'admin' })
  const admin = clientOf(desk.app.call, () => token)
  expect(await desk.anyone.setup.state({})).toEqual({ ready: true, sample: false, title: department.name })
  expect((await admin.settings.get({})).department.value).toEqual(department)
  expect((await admin.settings.get({})).reporting.value.year).toBe(2024)
  expect(await admin.users.list({})).toHaveLength(1)
  await desk.anyone.users.signIn(administrator)
  expect(desk.logged).toEqual([])
})

test('a folder is set up once', async () => {
  const desk = emptyApp()
  await desk.anyone.setup.initialise(given)
  const again = { ...given, administrator: { ...administrator, username: 'nguoi-khac' } }
  expect(await refusal(desk.anyone.setup.initialise(again))).toMatchObject({ code: 'conflict' })
  expect(await refusal((await testApp()).anyone.setup.initialise(given))).toMatchObject({ code: 'conflict' })
})

test('two wizards at the same moment make one department', async () => {
  const desk = emptyApp()
  const second = { ...given, administrator: { ...administrator, username: 'thu-hai' } }
  const outcomes = await Promise.allSettled([
    desk.anyone.setup.initialise(given),
    desk.anyone.setup.initialise(second),
  ])
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(desk.database.read(db => db.row('SELECT count(*) AS n FROM users'))).toEqual({ n: 1 })
})

test.each([
  ['a weak password', { administrator: { ...administrator, password: 'ngắn' } }, 'administrator.password'],
  [
    'a name with marks',
    { administrator: { ...administrator, username: 'quản trị' } },
    'administrator.username',
  ],
  ['an office without a name', { department: { ...department, name: '' } }, 'department.name'],
  ['no province', { department: { ...department, provinceCode: '' } }, 'department.provinceCode'],
  ['an unknown province', { department: { ...department, provinceCode: '97' } }, 'department.provinceCode'],
  [
    'a province of the other catalogue',
    { department: { ...department, provinceCatalogue: '2025' as const, provinceCode: '89' } },
    'department.provinceCode',
  ],
])('%s is refused at its field, and the folder stays empty', async (_, wrong, field) => {
  const desk = emptyApp()
  const error = await refusal(desk.anyone.setup.initialise({ ...given, ...wrong }))
  expect(error.code).toBe('invalid')
  expect(Object.keys(error.details?.fields ?? {})).toEqual([field])
  for (const table of ['users', 'settings', 'provinces', 'audit', 'sessions']) {
    expect([table, desk.database.read(db => db.row(`SELECT count(*) AS n FROM ${table}`))]).toEqual([
      table,
      { n: 0 },
    ])
  }
})

test('before the folder is set up nothing else can be asked', async () => {
  const desk = emptyApp()
  for (const asking of [desk.anyone.users.list({}), desk.anyone.applications.list({})]) {
    expect(await refusal(asking)).toMatchObject({ code: 'not-allowed' })
  }
  expect(
    await refusal(desk.anyone.users.signIn({ username: 'quantri', password: 'mật khẩu đầu tiên' })),
  ).toMatchObject({ code: 'not-allowed' })
})
