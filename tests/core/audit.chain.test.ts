import { beforeEach, expect, test, vi } from 'vitest'
import type { CommandContext } from '../../electron/core/context.ts'
import { contract } from '../../electron/core/contract.ts'
import type { FilingState } from '../../electron/core/filings/model.ts'
import { defaultTexts } from '../../electron/core/slips/model.ts'
import { clientOf, emptyApp, type TestApp, testApp, testPassword } from '../support/app.ts'
import { someFacts } from '../support/facts.ts'
import { filed, lockPeriods } from '../support/filings.ts'
import { ministryFormCommands } from '../support/ministry-form.ts'
import { operationsOf } from '../support/permissions-table.ts'
import { accountOf, refusal } from '../support/refusal.ts'
import { aPdf } from '../support/scans.ts'

/** A team of this name is made by a command that forgets its entry in the trail. */
const forgotten = 'Tổ quên ghi nhật ký'

vi.mock('../../electron/core/teams/operations.ts', async original => {
  const { teamsOperations } = await original<typeof import('../../electron/core/teams/operations.ts')>()
  const create = (context: CommandContext, input: { name: string }) => {
    const real = teamsOperations.create
    if (typeof real !== 'function') throw new Error('teams.create prepares nothing')
    return real(input.name === forgotten ? { ...context, audit: () => {} } : context, input)
  }
  return { teamsOperations: { ...teamsOperations, create } }
})

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const received = (dossierCode: string) =>
  desk.as('officer').applications.create({
    facts: someFacts({ dossierCode }),
    registered: { day: '2023-09-20' },
    receivedToo: true,
  })

/** One call of every command there is, in an order in which each can succeed. */
async function everyCommand(): Promise<Map<string, () => Promise<unknown>>> {
  const admin = desk.as('admin')
  const id = (await received('HS-1')).id
  const otherId = (await received('HS-0')).id
  const { version: reasonVersion = 0 } =
    (await admin.catalogue.choices({})).items.find(item => item.code === 'damaged') ?? {}
  const [kind] = await admin.catalogue.difficultyKinds({})
  if (kind === undefined) throw new Error('there are difficulties')
  const { toDay: _, ...difficulty } = kind
  const officer = await accountOf(desk, 'officer')
  const { jobId } = await admin.audit.verify({})
  await desk.jobs.finished(jobId)
  const filing = (state: FilingState, id: string) => filed(desk, state, { period: { kind: 'day', id } })
  const kept = await filing('approved', '2023-01-05')
  const draft = await filing('draft', '2023-01-06')
  const [completed, other] = [
    await filing('completed', '2023-01-09'),
    await filing('completed', '2023-01-10'),
  ]
  const [submitted, given] = [
    await filing('submitted', '2023-01-11'),
    await filing('submitted', '2023-01-12'),
  ]
  await lockPeriods(desk)
  const until = '2023-09-26T08:00:00+07:00'
  const day = '2023-09-28'
  const holiday = { day, name: 'Nghỉ', kind: 'holiday' as const, source: '', version: 0 }
  const reason = 'Theo văn bản đính chính'
  const words = { report: 'tong-hop', period: { kind: 'month', id: '2023-09' } } as const
  const { version: year = 0 } = (await admin.catalogue.holidays({}))[0] ?? {}
  return new Map<string, () => Promise<unknown>>([
    ['applications.create', () => received('HS-2')],
    ['applications.edit', () => admin.applications.edit({ id, version: 1, facts: { notes: 'Ghi chú' } })],
    [
      'applications.move',
      () => admin.applications.move({ id, version: 2, move: 'process', day: '2023-09-21' }),
    ],
    ['applications.appoint', () => admin.applications.appoint({ id, version: 3, dueDay: day, reason })],
    [
      'applications.correct',
      async () => {
        const { history } = await admin.applications.get({ id })
        const eventId = history.find(({ status }) => status === 4)?.id ?? 0
        return admin.applications.correct({ id, version: 4, eventId, day: '2023-09-22', reason })
      },
    ],
    [
      'applications.undo',
      async () => {
        const { version } = await admin.applications.get({ id })
        return admin.applications.undo({ id, version })
      },
    ],
    [
      'checks.set',
      () => admin.checks.set({ applicationId: id, item: 'photo', result: 'fail', note: 'Ảnh mờ' }),
    ],
    ['checks.notTwin', () => admin.checks.notTwin({ applicationId: id, otherId, reason })],
    [
      'views.save',
      () =>
        admin.views.save({
          id: 0,
          version: 0,
          name: 'Quá hạn',
          filter: { deadline: 'overdue' },
          shared: false,
        }),
    ],
    ['views.remove', () => admin.views.remove({ id: 1, version: 1 })],
    ['slips.issue', () => admin.slips.issue({ kind: 'control', subject: { applicationId: id } })],
    ['slips.reprint', () => admin.slips.reprint({ id: 1, reason })],
    [
      'slips.setWording',
      () => admin.slips.setWording({ kind: 'stop', version: 0, texts: defaultTexts('stop', '2018') }),
    ],
    [
      'attachments.add',
      () => admin.attachments.add({ applicationId: id, file: { name: 'a.pdf', bytes: aPdf() } }),
    ],
    ['attachments.remove', () => admin.attachments.remove({ id: 1, reason })],
    ['catalogue.saveHoliday', () => admin.catalogue.saveHoliday(holiday)],
    ['catalogue.removeHoliday', () => admin.catalogue.removeHoliday({ day, version: 1 })],
    [
      'catalogue.confirmYear',
      () => admin.catalogue.confirmYear({ year: 2023, confirmed: false, version: year }),
    ],
    [
      'catalogue.saveItem',
      () => admin.catalogue.saveItem({ list: 'reason', code: 'lost', name: 'Bị mất', version: 0 }),
    ],
    [
      'catalogue.retireItem',
      () =>
        admin.catalogue.retireItem({ list: 'reason', code: 'damaged', toDay: day, version: reasonVersion }),
    ],
    [
      'catalogue.saveDifficultyKind',
      () => admin.catalogue.saveDifficultyKind({ ...difficulty, owner: 'Văn phòng', retired: false }),
    ],
    ['jobs.cancel', () => admin.jobs.cancel({ id: jobId })],
    [
      'narrative.save',
      async () => {
        const [passage] = await admin.narrative.get(words)
        if (passage === undefined) throw new Error('the report has paragraphs')
        return admin.narrative.save({ ...words, passage: passage.id, text: 'Viết lại.', version: 0 })
      },
    ],
    [
      'narrative.restore',
      async () => {
        const [passage] = await admin.narrative.get(words)
        return admin.narrative.restore({ ...words, passage: passage?.id ?? '', version: 1 })
      },
    ],
    [
      'routine.note',
      () =>
        admin.routine.note({
          period: { kind: 'month', id: '2023-09' },
          doubt: 'no-direct-work',
          text: 'Nghỉ do bão.',
          version: 0,
        }),
    ],
    ['settings.set', () => admin.settings.set({ key: 'session', version: 0, value: { idleMinutes: 20 } })],
    ['setup.initialise', () => admin.setup.state({})], // on a folder of its own, below
    ['targets.set', () => admin.targets.set({ year: 2024, basisPoints: 1500, version: 0 })],
    [
      'targets.setDirectCount',
      () =>
        admin.targets.setDirectCount({ day: '2023-09-21', count: 12, source: 'Báo cáo ngày', version: 0 }),
    ],
    ['teams.create', () => admin.teams.create({ name: 'Tổ mới' })],
    ['teams.update', () => admin.teams.update({ id: 1, version: 1, name: 'Tổ cũ', active: false })],
    [
      'users.create',
      () =>
        admin.users.create({
          ...{ username: 'moi', displayName: 'Người mới', role: 'officer' },
          password: testPassword,
        }),
    ],
    ['users.update', () => admin.users.update({ ...officer, displayName: 'Tên mới' })],
    ['users.setPassword', () => admin.users.setPassword({ id: officer.id, password: 'do quản trị đặt' })],
    ['users.signIn', () => desk.anyone.users.signIn({ username: 'viewer', password: testPassword })],
    [
      'users.changeOwnPassword',
      () => desk.as('viewer').users.changeOwnPassword({ current: testPassword, password: 'mật khẩu mới' }),
    ],
    [
      'filings.open',
      () => admin.filings.open({ report: 'ket-qua', period: { kind: 'day', id: '2023-01-04' } }),
    ],
    ['filings.complete', () => admin.filings.complete(draft)],
    ['filings.withdraw', () => admin.filings.withdraw(completed)],
    ['filings.submit', () => admin.filings.submit(other)],
    ['filings.recall', () => admin.filings.recall(submitted)],
    ['filings.giveBack', () => admin.filings.giveBack({ ...given, comment: reason })],
    ['filings.unlock', () => admin.filings.unlock({ id: kept.id, userId: null, until, reason })],
    ['filings.adjust', () => admin.filings.adjust(kept)],
    ...(await ministryFormCommands(desk)),
    ['users.signOut', () => desk.as('leader').users.signOut({})],
  ])
}

test('every command leaves an entry that says what went from what to what', async () => {
  const calls = await everyCommand()
  const commands = operationsOf(contract).filter(({ operation }) => operation.kind === 'command')
  expect([...calls.keys()].sort()).toEqual(commands.map(({ name }) => name))
  calls.delete('setup.initialise')
  for (const [name, call] of calls) {
    const [before] = await desk.as('admin').audit.list({ limit: 1 })
    await call()
    const left = (await desk.as('admin').audit.list({ limit: 5 })).filter(({ id }) => id > (before?.id ?? 0))
    // one entry each; what is decided of two files stands in the trail of both
    const entries = name === 'checks.notTwin' ? [name, name] : [name]
    expect([name, left.map(({ operation }) => operation)]).toEqual([name, entries])
    const changes = Object.entries(left[0]?.changes ?? {})
    expect([name, changes.length > 0]).toEqual([name, true])
    for (const [field, change] of changes) {
      expect([name, field, Array.isArray(change) && change.length]).toEqual([name, field, 2])
      expect([name, field[0]]).toEqual([name, field[0]?.toUpperCase()])
    }
  }
  expect(await desk.run(desk.as('admin').audit.verify({}))).toMatchObject({ ok: true })
})

test('who did it, when, and through which host stands in every entry', async () => {
  desk.at('2023-09-25T08:04:05+07:00')
  await desk.as('admin').teams.create({ name: 'Tổ mới' })
  expect((await desk.as('leader').audit.list({ limit: 1 }))[0]).toMatchObject({
    at: '2023-09-25T08:04:05+07:00',
    actorName: 'Quản trị thử nghiệm',
    host: 'app',
    operation: 'teams.create',
    subject: 'team',
  })
})

test('setting a folder up is the first entry of its trail', async () => {
  const fresh = emptyApp()
  const { token } = await fresh.anyone.setup.initialise({
    department: (await desk.as('admin').settings.get({})).department.value,
    year: 2023,
    administrator: { username: 'quantri', displayName: 'Quản trị', password: testPassword },
  })
  expect(await clientOf(fresh.app.call, () => token).audit.list({})).toMatchObject([
    {
      id: 1,
      actorName: 'Hệ thống',
      operation: 'setup.initialise',
      changes: { 'Quản trị': [null, 'quantri'] },
    },
  ])
})

test('a command that forgets its entry is rolled back', async () => {
  const before = await desk.as('admin').audit.list({})
  expect(await refusal(desk.as('admin').teams.create({ name: forgotten }))).toMatchObject({
    code: 'unexpected',
  })
  expect(await desk.as('admin').teams.list({})).toEqual([])
  expect(await desk.as('admin').audit.list({})).toEqual(before)
  expect(desk.logged).toHaveLength(1)
})

test('what is refused leaves no entry', async () => {
  const before = await desk.as('admin').audit.list({})
  await refusal(desk.as('admin').teams.create({ name: '' }))
  await refusal(desk.as('viewer').teams.create({ name: 'Tổ mới' }))
  await refusal(desk.as('admin').teams.update({ id: 9, version: 1, name: 'Tổ', active: true }))
  expect(await desk.as('admin').audit.list({})).toEqual(before)
})

test('the trail is read page by page, the newest first, and by what it is about', async () => {
  for (const name of ['Tổ Một', 'Tổ Hai', 'Tổ Ba']) await desk.as('admin').teams.create({ name })
  const { audit } = desk.as('team-lead')
  const first = await audit.list({ limit: 2 })
  const next = await audit.list({ limit: 2, before: first.at(-1)?.id ?? 0 })
  const all = await audit.list({})
  expect([...first, ...next].map(({ id }) => id)).toEqual(all.slice(0, 4).map(({ id }) => id))
  expect((await audit.list({ subject: 'team' })).map(({ subjectId }) => subjectId)).toEqual(['3', '2', '1'])
  expect(await audit.list({ subject: 'team', subjectId: '2' })).toHaveLength(1)
  expect(await audit.list({ subject: "team' OR 1=1 --" })).toEqual([])
})

test('what happened to one subject is found without a look at the rest of the trail', () => {
  const plan = desk.database.read(db =>
    db.rows<{ detail: string }>(
      `EXPLAIN QUERY PLAN SELECT changes FROM audit WHERE subject = 'setting' AND id < 9 ORDER BY id DESC LIMIT 100`,
    ),
  )
  expect(plan.map(({ detail }) => detail)).toEqual([
    'SEARCH audit USING INDEX audit_of_subject (subject=? AND id<?)',
  ])
})
