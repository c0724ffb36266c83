import { describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import type { Role } from '../../electron/core/users/model.ts'
import { testApp, testPassword } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { someFacts } from '../support/facts.ts'
import { refusal } from '../support/refusal.ts'
import { standing } from '../support/standing.ts'

const desk = await testApp()
const officer = desk.as('officer')
const reread = ({ id }: { id: number }) => officer.applications.get({ id })
const undo = async ({ id }: Pick<Application, 'id'>, role: Role = 'officer') => {
  const { version } = await reread({ id })
  return desk.as(role).applications.undo({ id, version })
}

describe('taking back the last step', () => {
  test.each([
    ['receive', 1],
    ['process', 2],
    ['requestSupplement', 4],
    ['continue', 5],
    ['stop', 4],
    ['reopen', 8],
    ['withdraw', 4],
    ['finish', 4],
    ['return', 9],
  ] as const)('%s leaves the file exactly as it was', async (move, status) => {
    const file = await logged(desk, { status })
    const before = await standing(desk, file.id)
    const step = await moved(desk, file, move, '2023-09-20')
    expect(await undo(file)).toMatchObject({ id: file.id, version: step.version + 1, warnings: [] })
    expect(await standing(desk, file.id)).toEqual(before)
    const { history } = await reread(file)
    expect(history.at(-2)).toMatchObject({ superseded: true, day: '2023-09-20' })
    expect(history.at(-1)).toMatchObject({ voids: history.at(-2)?.id, reason: 'Rút lại bước vừa thực hiện' })
  })

  test('and the one before it, until only the registration is left', async () => {
    const file = await logged(desk, { status: 9 })
    for (const status of [4, 2, 1]) {
      await undo(file)
      expect((await reread(file)).status).toBe(status)
    }
    const error = await refusal(undo(file))
    expect(error).toMatchObject({ code: 'invalid' })
    expect(error.message).toContain('chỉ có bước đăng ký')
    expect((await refusal(undo(file, 'admin'))).code).toBe('invalid')
  })

  test('gives back the way of return that the step had told', async () => {
    const file = await logged(desk, { status: 9, returnWay: 'post', postalCode: 'EE987654326VN' })
    const { id, version } = file
    await officer.applications.move({ id, version, move: 'return', day: '2023-09-20', returnWay: 'counter' })
    expect((await reread(file)).returnWay).toBe('counter')
    await undo(file)
    expect((await reread(file)).facts).toMatchObject({ returnWay: 'post', postalCode: 'EE987654326VN' })
  })

  test('but not what somebody has corrected since', async () => {
    const file = await logged(desk, { status: 9, returnWay: 'post' })
    const { id, version } = file
    await officer.applications.move({ id, version, move: 'return', day: '2023-09-20', returnWay: 'counter' })
    const facts = { returnWay: 'electronic' } as const
    await officer.applications.edit({ id, version: version + 1, facts, reason: 'Trả trên cổng' })
    await undo(file)
    expect((await reread(file)).returnWay).toBe('electronic')
  })

  test('moves the figures back', async () => {
    const own = await testApp()
    const { id, version } = await logged(own, { status: 9 })
    const finished = async () =>
      (await own.as('viewer').statistics.figures({ period: { kind: 'month', id: '2023-09' } })).measures
        .finished.total
    expect(await finished()).toBe(1)
    await own.as('officer').applications.undo({ id, version })
    expect(await finished()).toBe(0)
    expect((await own.run(own.as('admin').audit.verify({}))).ok).toBe(true)
  })

  test('is told in the trail', async () => {
    const file = await logged(desk, { status: 9 })
    await undo(file)
    const [entry] = await desk.as('admin').audit.list({ subject: 'application', subjectId: String(file.id) })
    expect(entry).toMatchObject({
      operation: 'applications.undo',
      changes: { 'Rút lại bước': ['2023-09-18', null], 'Trạng thái': [9, 4] },
    })
  })
})

describe('who may', () => {
  test('is said with the file, as the command then has it', async () => {
    const seen = new Set<string>()
    for (const by of ['officer', 'team-lead'] as const) {
      for (const role of ['viewer', 'officer', 'team-lead', 'leader', 'admin'] as const) {
        const file = await moved(desk, await logged(desk, { status: 4 }), 'finish', '2023-09-20', {
          role: by,
        })
        const { undoable } = await desk.as(role).applications.get({ id: file.id })
        const done = await undo(file, role).then(
          () => true,
          () => false,
        )
        expect([by, role, undoable !== null]).toEqual([by, role, done])
        seen.add(`${by} ${done} ${undoable?.title ?? ''} ${undoable?.day ?? ''} ${undoable?.by ?? ''}`)
      }
    }
    expect([...seen].sort()).toEqual([
      'officer false   ',
      'officer true Đã xử lý xong 2023-09-20 Cán bộ thử nghiệm',
      'team-lead false   ',
      'team-lead true Đã xử lý xong 2023-09-20 Tổ trưởng thử nghiệm',
    ])
    const { undoable } = await logged(desk, { status: 1 })
    expect(undoable).toBeNull()
  })

  test('an officer not what somebody else did; a supervisor anything', async () => {
    const file = await moved(desk, await logged(desk, { status: 4 }), 'finish', '2023-09-20', {
      role: 'team-lead',
    })
    const error = await refusal(undo(file))
    expect(error.code).toBe('not-allowed')
    expect(error.message).toContain('Tổ trưởng thử nghiệm')
    expect(await reread(file)).toEqual({ ...file, undoable: null })
    await undo(file, 'leader')
    expect((await reread(file)).status).toBe(4)
    await undo(file)
    expect((await reread(file)).status).toBe(2)
  })

  test('an officer only on the same day, by the clock of the office', async () => {
    const own = await testApp({ now: '2023-09-25T23:55:00+07:00' })
    // the sessions of the tests began in the morning: sign in again
    const sign = async (username: string) => {
      const { token } = await own.anyone.users.signIn({ username, password: testPassword })
      return (name: string, input: object) => own.app.call({ token, name, input })
    }
    const late = await sign('officer')
    const input = { facts: someFacts(), receivedToo: true }
    const created = await late('applications.create', { ...input, registered: { day: '2023-09-25' } })
    expect(created).toMatchObject({ ok: true, value: { id: 1, version: 1 } })
    own.at('2023-09-26T00:05:00+07:00')
    const refused = await late('applications.undo', { id: 1, version: 1 })
    expect(refused).toMatchObject({ ok: false, error: { code: 'not-allowed' } })
    expect(await late('applications.get', { id: 1 })).toMatchObject({ ok: true, value: { undoable: null } })
    expect(JSON.stringify(refused)).toContain('25/09/2023')
    const lead = await sign('team-lead')
    expect(await lead('applications.undo', { id: 1, version: 1 })).toMatchObject({ ok: true })
  })

  test('nobody who saw another version, and no viewer', async () => {
    const { id, version } = await logged(desk, { status: 4 })
    await officer.applications.edit({ id, version, facts: { notes: 'x' } })
    expect((await refusal(officer.applications.undo({ id, version }))).code).toBe('conflict')
    const viewer = desk.as('viewer').applications
    expect((await refusal(viewer.undo({ id, version: version + 1 }))).code).toBe('not-allowed')
    expect((await refusal(officer.applications.undo({ id: 40_404, version: 1 }))).code).toBe('not-found')
  })
})

test('an appointed day is the last step too: the one before it stands again', async () => {
  const file = await logged(desk, { status: 4 })
  const appointed = { id: file.id, version: file.version, dueDay: '2023-09-28', reason: 'Hẹn lại' }
  await desk.as('team-lead').applications.appoint(appointed)
  expect((await refusal(undo(file))).code).toBe('not-allowed')
  await undo(file, 'team-lead')
  expect(await reread(file)).toMatchObject({ status: 4, dueDay: '2023-09-25' })
})

describe('what is said beside it', () => {
  test('a slip that was printed since is to be called back, one from before is not', async () => {
    const own = await testApp()
    const people = own.as('officer')
    const file = await logged(own, { status: 2 })
    const print = (kind: 'receipt' | 'control') =>
      people.slips.issue({ kind, subject: { applicationId: file.id } })
    own.at('2023-09-25T08:01:00+07:00')
    await print('receipt')
    own.at('2023-09-25T08:02:00+07:00')
    await moved(own, file, 'process', '2023-09-25')
    own.at('2023-09-25T08:03:00+07:00')
    const { slip } = await print('control')
    const { version } = await people.applications.get({ id: file.id })
    const { warnings } = await people.applications.undo({ id: file.id, version })
    expect(warnings.map(({ code, message }) => [code, message.split('. ')[0]])).toEqual([
      [
        'slip-printed',
        `Đã in “Phiếu kiểm soát quá trình giải quyết hồ sơ” số ${slip.number}/2023 từ khi có bước này`,
      ],
    ])
  })

  test('a result that the post has is no result any more, and the post should hear of it', async () => {
    const file = await logged(desk, { status: 9, returnWay: 'post' })
    const action = { kind: 'hand-to-post', day: '2023-09-20', office: '' } as const
    await desk.run(officer.batches.run({ selection: { ids: [file.id] }, action }))
    const { warnings } = await undo(file)
    expect(warnings.map(({ code }) => code)).toEqual(['posted'])
    expect(await reread(file)).toMatchObject({ status: 4, postedDay: null })
    const again = await moved(desk, await reread(file), 'finish', '2023-09-21')
    expect(again.postedDay).toBeNull()
  })
})
