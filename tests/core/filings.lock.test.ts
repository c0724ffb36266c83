import { beforeAll, describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import { assertEditable } from '../../electron/core/filings/editable.ts'
import { anApplication, logged, moved } from '../support/builders.ts'
import { brought, filed, lockPeriods, type Office, officeOn, september } from '../support/filings.ts'
import { refusal } from '../support/refusal.ts'

const list = (code: string, received: string) =>
  new TextEncoder().encode(
    `\uFEFFMã hồ sơ;Họ và tên;Ngày sinh;Hình thức nộp;Ngày nộp;Ngày tiếp nhận\r\n${code};Nguyễn Văn An;12/05/1980;Trực tuyến;${received};${received}\r\n`,
  )

describe('an approved period that is locked', () => {
  let office: Office
  let filing: number
  let open: Application
  let finished: Application
  let teamId: number
  beforeAll(async () => {
    office = await officeOn()
    ;({ id: teamId } = await office.as('admin').teams.create({ name: 'Tổ Hà Tiên' }))
    open = await logged(office, { status: 4, registered: '2023-09-28' })
    finished = await logged(office, { status: 9, registered: '2023-09-18' })
    filing = (await filed(office, 'approved')).id
    await lockPeriods(office)
    office.on('2023-10-05T10:00:00+07:00')
  }, 60_000)

  const lead = () => office.as('team-lead')
  const locked = async (doing: Promise<unknown>) => {
    const error = await refusal(doing)
    expect(error).toMatchObject({
      code: 'locked',
      details: { filingId: filing, by: 'Lãnh đạo thử nghiệm', at: '2023-10-02T08:00:00+07:00' },
    })
    expect(error.message).toContain('Lãnh đạo thử nghiệm duyệt lúc 08:00 ngày 02/10/2023')
    expect(error.message).toContain('mở khóa tạm thời')
  }

  test('takes no new file of its days', async () => {
    await locked(office.as('officer').applications.create(anApplication({ registered: '2023-09-29' })))
  })

  test('takes no step, correction or undo that falls into it', async () => {
    const { id, version } = open
    await locked(
      office
        .as('officer')
        .applications.move({ id, version, move: 'finish', day: '2023-09-29', reason: null }),
    )
    const eventId = finished.history.find(({ status }) => status === 9)?.id ?? 0
    const correction = { id: finished.id, version: finished.version, eventId, reason: 'Ghi nhầm' }
    await locked(lead().applications.correct({ ...correction, day: null }))
    await locked(lead().applications.correct({ ...correction, day: '2023-10-03' }))
    await locked(lead().applications.undo({ id: finished.id, version: finished.version }))
  })

  test('takes no due day that makes a file of it late or not', async () => {
    const { id, version } = open
    const appoint = (dueDay: string) =>
      lead().applications.appoint({ id, version, dueDay, reason: 'Hẹn lại' })
    await locked(appoint('2023-09-29'))
    const { version: after } = await appoint('2023-10-06')
    open = await office.as('viewer').applications.get({ id })
    expect(open.version).toBe(after)
  })

  test('takes no other channel, licences, team, district, class or reason of its files', async () => {
    const { id, version } = finished
    const changes = [
      { channel: 'direct' as const },
      { licences: 2 },
      { teamId },
      { classes: 'C' },
      { reasonCode: 'damaged' },
      { districtCode: '900' },
    ]
    for (const facts of changes)
      await locked(office.as('officer').applications.edit({ id, version, facts, reason: 'Sửa' }))
  })

  test('takes no batch, which says so for each file and does the others', async () => {
    const other = await logged(office, { status: 4, registered: '2023-10-03' })
    const { done, refused } = await office.run(
      lead().batches.run({
        selection: { ids: [open.id, finished.id, other.id] },
        action: { kind: 'assign', teamId, reason: 'Chia lại việc' },
      }),
    )
    expect(done).toBe(1)
    expect(refused).toHaveLength(2)
    for (const { reason } of refused) expect(reason).toContain('đã khóa')
  })

  test('takes no row of a list, and rows of other days go on', async () => {
    const plan = await office.run(
      lead().imports.plan({
        file: { name: 'thang-9.csv', bytes: list('G22.99-230920-999801', '20/09/2023') },
      }),
    )
    expect(plan.counts).toMatchObject({ new: 0, rejected: 1 })
    expect(plan.rejected[0]?.problems).toMatchObject([{ code: 'locked' }])
    const later = await office.run(
      lead().imports.apply({
        file: { name: 'thang-10.csv', bytes: list('G22.99-231003-999802', '03/10/2023') },
      }),
    )
    expect(later.counts).toMatchObject({ new: 1, rejected: 0 })
  })

  test('takes no daily total of its days', async () => {
    const total = { day: '2023-09-12', count: 40, source: 'Sổ một cửa', version: 0 }
    await locked(lead().targets.setDirectCount(total))
    await lead().targets.setDirectCount({ ...total, day: '2023-10-03' })
  })

  test('lets go on what changes none of its figures: the result of October, a name', async () => {
    const done = await moved(office, open, 'finish', '2023-10-04')
    expect(done.status).toBe(9)
    const { id, version } = finished
    const facts = { phone: '0912345678', fullName: 'Trần Thị Bình' }
    const saved = await office.as('officer').applications.edit({ id, version, facts, reason: 'Sửa tên' })
    finished = { ...finished, version: saved.version }
  })

  test('is opened to one person until a moment, and closes by itself', async () => {
    const user = (await office.as('admin').users.list({})).find(({ role }) => role === 'officer')
    const unlock = {
      id: filing,
      userId: user?.id ?? 0,
      until: '2023-10-05T12:00:00+07:00',
      reason: 'Sửa hình thức nộp',
    }
    expect((await refusal(lead().filings.unlock(unlock))).code).toBe('not-allowed')
    expect((await refusal(office.as('leader').filings.unlock({ ...unlock, reason: ' ' }))).code).toBe(
      'invalid',
    )
    const past = { ...unlock, until: '2023-10-05T09:00:00+07:00' }
    expect((await refusal(office.as('leader').filings.unlock(past))).details?.fields).toHaveProperty('until')
    await office.as('leader').filings.unlock(unlock)

    const { id, version } = finished
    const edit = (role: 'officer' | 'team-lead', at: number, classes: string) =>
      office.as(role).applications.edit({ id, version: at, facts: { classes }, reason: 'Sửa hạng' })
    await locked(edit('team-lead', version, 'C'))
    const saved = await edit('officer', version, 'C')
    office.on('2023-10-05T12:00:01+07:00')
    await locked(edit('officer', saved.version, 'B2'))

    const { history, closesPeriod } = await office.as('viewer').filings.get({ id: filing })
    expect(closesPeriod).toBe(true)
    expect(history.at(-1)).toMatchObject({
      ...{ step: 'unlock', comment: 'Sửa hình thức nộp', unlockedFor: 'Cán bộ thử nghiệm' },
      ...{ unlockedUntil: '2023-10-05T12:00:00+07:00', by: 'Lãnh đạo thử nghiệm' },
    })
  })

  test('opened for a month opens its days too, and not what lies across its end', async () => {
    const day = await filed(office, 'approved', { period: { kind: 'day', id: '2023-09-18' } })
    const week = await filed(office, 'approved', { period: { kind: 'week', id: '2023-W38' } })
    await office.as('leader').filings.unlock({
      ...{ id: filing, userId: null, until: '2023-10-06T08:00:00+07:00', reason: 'Sửa chung' },
    })
    const { id } = finished
    const { version } = await office.as('viewer').applications.get({ id })
    await office
      .as('officer')
      .applications.edit({ id, version, facts: { classes: 'A1' }, reason: 'Sửa hạng' })
    expect([day.state, week.state]).toEqual(['approved', 'approved'])
    const across = await filed(office, 'approved', { period: { kind: 'week', id: '2023-W39' } })
    expect(across.state).toBe('approved')
    const crossing = await refusal(
      office.as('officer').applications.create(anApplication({ registered: '2023-09-29' })),
    )
    expect(crossing.details?.filingId).toBe(across.id)
  })
})

test('the days of the post are locked where the report on the post was approved, and only there', async () => {
  const office = await officeOn()
  const register = { status: 9 as const, registered: '2023-09-18', returnWay: 'post' as const }
  const files = [
    await logged(office, register),
    await logged(office, register),
    await logged(office, register),
  ]
  await lockPeriods(office)
  await filed(office, 'approved')
  const [first, second, third] = files.map(({ id }) => id)
  const post = (id: number | undefined, day: string) =>
    office.run(
      office.as('team-lead').batches.run({
        selection: { ids: [id ?? 0] },
        action: { kind: 'hand-to-post', day, office: '' },
      }),
    )
  const done = await post(first, '2023-09-20')
  expect(done.refused).toEqual([])
  await filed(office, 'approved', { report: 'buu-chinh' })
  expect((await post(second, '2023-09-20')).refused[0]?.reason).toContain('đã khóa')
  const undone = await office.run(office.as('team-lead').batches.undo({ batchId: done.batchId }))
  expect(undone.refused[0]?.reason).toContain('đã khóa')
  // work goes on: what is ready goes to the post of October
  expect((await post(third, '2023-10-02')).refused).toEqual([])
})

test('by default an approved period is not locked: late edits are found, not refused', async () => {
  const office = await officeOn()
  await filed(office, 'approved')
  await office.as('officer').applications.create(anApplication({ registered: '2023-09-29' }))
})

test('the words of a draft are closed from submission on, saying since when and by whom', async () => {
  const office = await officeOn()
  const editable = () => office.database.read(db => assertEditable(db, 'ket-qua', september))
  expect(editable).not.toThrow()
  let filing = await filed(office, 'completed')
  expect(editable).not.toThrow()
  filing = await brought(office, filing, 'submitted')
  expect(editable).toThrow('đang chờ duyệt từ 08:00 ngày 02/10/2023, do Tổ trưởng thử nghiệm trình')
  filing = await brought(office, filing, 'approved')
  expect(editable).toThrow('đã được duyệt lúc 08:00 ngày 02/10/2023 (Lãnh đạo thử nghiệm)')
  filing = await brought(office, filing, 'sent')
  expect(editable).toThrow('đã gửi')
  await office.as('officer').filings.adjust({ id: filing.id, version: filing.version })
  expect(editable).not.toThrow()
})

test('a paragraph of a report on its way is not rewritten', async () => {
  const office = await officeOn()
  const asked = { report: 'tong-hop', period: september } as const
  const [passage] = await office.as('officer').narrative.get(asked)
  if (passage === undefined) throw new Error('the report has paragraphs')
  const save = (version: number) =>
    office.as('officer').narrative.save({ ...asked, passage: passage.id, text: 'Viết lại.', version })
  await save(0)
  await filed(office, 'submitted', asked)
  expect(await refusal(save(1))).toMatchObject({ code: 'locked', details: { by: 'Tổ trưởng thử nghiệm' } })
  const restore = office.as('officer').narrative.restore({ ...asked, passage: passage.id, version: 1 })
  expect((await refusal(restore)).code).toBe('locked')
})
