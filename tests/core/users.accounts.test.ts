import { beforeEach, expect, test } from 'vitest'
import { clientOf, type TestApp, testApp, testPassword } from '../support/app.ts'
import { accountOf, refusal } from '../support/refusal.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const newcomer = {
  username: 'can.bo-moi',
  displayName: '  Lê  Thị   Ánh ',
  role: 'officer' as const,
  password: 'mật khẩu thứ nhất',
}

const signedInAs = async (username: string, password = testPassword) => {
  const { token } = await desk.anyone.users.signIn({ username, password })
  return clientOf(desk.app.call, () => token)
}

test('an administrator makes an account that can sign in', async () => {
  const made = await desk.as('admin').users.create(newcomer)
  expect(made).toMatchObject({ username: 'can.bo-moi', displayName: 'Lê Thị Ánh', active: true, version: 1 })
  expect(await (await signedInAs('can.bo-moi', newcomer.password)).users.me({})).toMatchObject({
    role: 'officer',
  })
})

test('an account never shows its hash, its failures or its password', async () => {
  const admin = desk.as('admin').users
  const shown = [
    await admin.create(newcomer),
    ...(await admin.list({})),
    await desk.as('viewer').users.me({}),
  ]
  for (const user of shown) {
    expect(Object.keys(user).filter(key => /pass|hash|lock|fail/i.test(key))).toEqual([])
  }
})

test('every password has a salt of its own', async () => {
  const password = newcomer.password
  await desk.as('admin').users.create(newcomer)
  await desk.as('admin').users.create({ ...newcomer, username: 'can.bo-khac', password })
  const hashes = desk.database.read(db =>
    db
      .rows<{ password_hash: string }>('SELECT password_hash FROM users ORDER BY id')
      .map(row => row.password_hash.split('$').slice(4)),
  )
  expect(new Set(hashes.map(([salt]) => salt)).size).toBe(hashes.length)
  expect(new Set(hashes.map(([, key]) => key)).size).toBe(hashes.length)
})

test('a name that is taken is refused in any capitals, at its field', async () => {
  const error = await refusal(desk.as('admin').users.create({ ...newcomer, username: 'OFFICER' }))
  expect(error).toMatchObject({ code: 'conflict' })
  expect(error.details?.fields).toHaveProperty('username')
})

test.each([
  ['password', 'ngắn', { password: 'abc' }],
  ['password', 'nothing but one letter', { password: 'aaaaaaaaaaaa' }],
  ['password', 'what everybody tries first', { password: '1234567890' }],
  ['username', 'with marks', { username: 'cán bộ' }],
  ['displayName', 'empty', { displayName: '   ' }],
  ['role', 'unknown', { role: 'boss' as 'admin' }],
] as const)('a %s that is %s is refused at its field', async (field, _, wrong) => {
  const error = await refusal(desk.as('admin').users.create({ ...newcomer, ...wrong }))
  expect(error.code).toBe('invalid')
  expect(Object.keys(error.details?.fields ?? {})).toEqual([field])
})

test('officers are listed by given name, as Vietnamese is', async () => {
  for (const [username, displayName] of [
    ['a1', 'Trần Văn Ẩn'],
    ['a2', 'Lê Văn Đạt'],
    ['a3', 'Võ Thị Ánh'],
    ['a4', 'Bùi Văn Dũng'],
  ] as const) {
    await desk.as('admin').users.create({ ...newcomer, username, displayName })
  }
  const names = (await desk.as('viewer').users.officers({})).map(({ displayName }) => displayName)
  expect(names.filter(name => !name.endsWith('thử nghiệm'))).toEqual([
    'Võ Thị Ánh',
    'Trần Văn Ẩn',
    'Bùi Văn Dũng',
    'Lê Văn Đạt',
  ])
})

test('the last administrator can be neither lowered nor closed', async () => {
  const admin = desk.as('admin').users
  const me = await accountOf(desk, 'admin')
  expect(await refusal(admin.update({ ...me, role: 'leader' }))).toMatchObject({ code: 'conflict' })
  expect(await refusal(admin.update({ ...me, active: false }))).toMatchObject({ code: 'conflict' })
  expect(await accountOf(desk, 'admin')).toEqual(me)
})

test('a closed second administrator does not count as one', async () => {
  const admin = desk.as('admin').users
  const second = await admin.create({ ...newcomer, role: 'admin' })
  await admin.update({ ...second, active: false })
  const me = await accountOf(desk, 'admin')
  expect(await refusal(admin.update({ ...me, role: 'viewer' }))).toMatchObject({ code: 'conflict' })
})

test('an administrator may step down when another one stays', async () => {
  const admin = desk.as('admin').users
  await admin.create({ ...newcomer, role: 'admin' })
  await admin.update({ ...(await accountOf(desk, 'admin')), role: 'viewer' })
  expect(await refusal(admin.list({}))).toMatchObject({ code: 'not-allowed' })
})

test('what somebody else has changed meanwhile is not saved over', async () => {
  const admin = desk.as('admin').users
  const seen = await accountOf(desk, 'officer')
  await admin.update({ ...seen, displayName: 'Tên của người khác' })
  const error = await refusal(admin.update({ ...seen, displayName: 'Tên của tôi' }))
  expect(error).toMatchObject({
    code: 'conflict',
    details: { standing: { displayName: 'Tên của người khác', version: seen.version + 1 } },
  })
  expect(await accountOf(desk, 'officer')).toMatchObject({ displayName: 'Tên của người khác' })
})

test('closing an account ends its sessions, and opening it again brings none back', async () => {
  const admin = desk.as('admin').users
  const officer = await accountOf(desk, 'officer')
  const closed = await admin.update({ ...officer, active: false })
  expect(await refusal(desk.as('officer').users.me({}))).toMatchObject({ code: 'not-allowed' })
  await admin.update({ ...closed, active: true })
  expect(await refusal(desk.as('officer').users.me({}))).toMatchObject({ code: 'not-allowed' })
})

test('a password set by an administrator ends the sessions of the old one', async () => {
  const { id } = await accountOf(desk, 'officer')
  await desk.as('admin').users.setPassword({ id, password: 'do quản trị đặt' })
  expect(await refusal(desk.as('officer').users.me({}))).toMatchObject({ code: 'not-allowed' })
  expect(await refusal(signedInAs('officer'))).toMatchObject({ code: 'not-allowed' })
  await signedInAs('officer', 'do quản trị đặt')
})

test('setting the password of nobody is refused', async () => {
  expect(
    await refusal(desk.as('admin').users.setPassword({ id: 999, password: 'do quản trị đặt' })),
  ).toMatchObject({ code: 'not-found' })
})

test('changing one’s own password ends one’s other sessions and keeps this one', async () => {
  const here = await signedInAs('officer')
  await here.users.changeOwnPassword({ current: testPassword, password: 'mật khẩu mới hẳn' })
  expect(await here.users.me({})).toMatchObject({ username: 'officer' })
  expect(await refusal(desk.as('officer').users.me({}))).toMatchObject({ code: 'not-allowed' })
  expect(await refusal(signedInAs('officer'))).toMatchObject({ code: 'not-allowed' })
  await signedInAs('officer', 'mật khẩu mới hẳn')
})

test('a wrong current password changes nothing, names its field and leaves a line in the trail', async () => {
  const error = await refusal(
    desk.as('officer').users.changeOwnPassword({ current: 'không phải', password: 'mật khẩu mới hẳn' }),
  )
  expect(error.details?.fields).toHaveProperty('current')
  await signedInAs('officer')
  const { id } = await accountOf(desk, 'officer')
  const trail = await desk.as('admin').audit.list({ subject: 'user', subjectId: String(id) })
  expect(trail).toContainEqual(
    expect.objectContaining({ changes: { 'Đổi mật khẩu': [null, 'mật khẩu hiện tại sai'] } }),
  )
})

test('a screen left open is no place to try passwords at', async () => {
  const guess = (current: string) =>
    refusal(desk.as('officer').users.changeOwnPassword({ current, password: 'mật khẩu mới hẳn' }))
  for (let n = 0; n < 4; n += 1) await guess(`sai lần ${n}`)
  expect((await guess(testPassword)).message).toContain('Chờ 5 giây')
  expect((await refusal(signedInAs('officer'))).message).toContain('Chờ 5 giây')
})

test('an account change is told in the trail from → to, and only what changed', async () => {
  const officer = await accountOf(desk, 'officer')
  await desk.as('admin').users.update({ ...officer, role: 'team-lead', active: true })
  const [last] = await desk.as('admin').audit.list({ limit: 1 })
  expect(last).toMatchObject({
    operation: 'users.update',
    subject: 'user',
    subjectId: String(officer.id),
    changes: { 'Vai trò': ['Cán bộ', 'Tổ trưởng'] },
  })
  expect(Object.keys(last?.changes ?? {})).toEqual(['Vai trò'])
})
