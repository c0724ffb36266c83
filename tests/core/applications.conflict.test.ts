import { describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import { testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const lead = desk.as('team-lead').applications

/** What two people may do to the file they both have open. */
const saves: readonly (readonly [string, (file: Application) => Promise<unknown>])[] = [
  ['an edit', ({ id, version }) => lead.edit({ id, version, facts: { notes: 'Của người thứ hai' } })],
  ['a move', ({ id, version }) => lead.move({ id, version, move: 'finish', day: '2023-09-20' })],
  [
    'a correction',
    ({ id, version, history }) =>
      lead.correct({ id, version, eventId: history[0]?.id ?? 0, day: '2023-09-15', reason: 'Nhầm' }),
  ],
  [
    'an appointed day',
    ({ id, version }) => lead.appoint({ id, version, dueDay: '2023-09-29', reason: 'Nhầm' }),
  ],
]

describe.each(saves)('%s on a file that somebody else has saved since', (_, save) => {
  test('is refused with who and when, gives the version back and changes nothing', async () => {
    const file = await logged(desk, { status: 4 })
    const { id, version } = file
    await desk.as('officer').applications.edit({ id, version, facts: { notes: 'Của người thứ nhất' } })
    const now = await lead.get({ id })
    const trail = await desk.as('admin').audit.list({ subject: 'application', subjectId: String(id) })
    const error = await refusal(save(file))
    expect(error.code).toBe('conflict')
    expect(error.message).toBe(
      'Hồ sơ vừa được Cán bộ thử nghiệm lúc 08:00 sửa. Xem lại nội dung mới rồi lưu tiếp; nội dung vừa nhập vẫn còn.',
    )
    expect(error.details).toMatchObject({ version: version + 1 })
    expect(await lead.get({ id })).toEqual(now)
    expect(await desk.as('admin').audit.list({ subject: 'application', subjectId: String(id) })).toEqual(
      trail,
    )
  })

  test('works with the version that came back', async () => {
    const file = await logged(desk, { status: 4 })
    const { id, version } = file
    await desk.as('officer').applications.edit({ id, version, facts: { notes: 'Của người thứ nhất' } })
    await save({ ...file, version: version + 1 })
    expect((await lead.get({ id })).version).toBe(version + 2)
  })
})

test('a change of another day is told with its day', async () => {
  const own = await testApp()
  const { id, version } = await logged(own, { status: 4 })
  await own.as('officer').applications.edit({ id, version, facts: { notes: 'x' } })
  const { message } = await refusal(own.as('admin').applications.edit({ id, version, facts: { notes: 'y' } }))
  expect(message).not.toContain('ngày')
  own.at('2023-09-26T00:05:00+07:00')
  const { token } = await own.anyone.users.signIn({ username: 'officer', password: 'mat-khau-thu-2023' })
  const reply = await own.app.call({
    token,
    name: 'applications.edit',
    input: { id, version, facts: { notes: 'y' } },
  })
  expect(JSON.stringify(reply)).toContain('Cán bộ thử nghiệm lúc 08:00 ngày 25/09/2023 sửa')
})

test('a version from the future is as wrong as an old one', async () => {
  const { id, version } = await logged(desk)
  const error = await refusal(lead.edit({ id, version: version + 1, facts: { notes: 'x' } }))
  expect(error.details).toMatchObject({ version })
})
