import { describe, expect, test } from 'vitest'
import type { Conflict } from '../../electron/core/applications/conflict.ts'
import type { AppError } from '../../electron/core/errors.ts'
import { testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const officer = desk.as('officer')
const lead = desk.as('team-lead')
const conflict = (error: AppError) => error.details as Conflict | undefined // what the contract of a conflict promises

describe('a save over what somebody else has saved', () => {
  test('is refused with what changed, by whom and when, and what stands now', async () => {
    const { id, version } = await logged(desk, { fullName: 'Lê Văn Cũ', phone: '0912345678' })
    desk.at('2023-09-25T08:05:00+07:00')
    await lead.applications.edit({ id, version, facts: { fullName: 'Lê Văn Mới', phone: '0987654321' } })
    desk.at('2023-09-25T08:06:00+07:00')
    const error = await refusal(officer.applications.edit({ id, version, facts: { notes: 'Đã gọi' } }))
    expect(error.code).toBe('conflict')
    expect(error.message).toContain('Tổ trưởng thử nghiệm lúc 08:05 sửa')
    const by = { by: 'Tổ trưởng thử nghiệm', at: '2023-09-25T08:05:00+07:00' }
    expect(conflict(error)).toMatchObject({
      version: version + 1,
      changes: [
        { field: 'fullName', label: 'Họ và tên', from: 'Lê Văn Cũ', to: 'Lê Văn Mới', ...by },
        { field: 'phone', label: 'Số điện thoại', from: '0912345678', to: '0987654321', ...by },
      ],
      standing: { id, version: version + 1, status: 1, facts: { fullName: 'Lê Văn Mới', notes: null } },
    })
    expect(conflict(error)?.changes).toHaveLength(2)
    expect((await officer.applications.get({ id })).facts.notes).toBeNull()
  })

  test('never has personal data in its message, nor in the log', async () => {
    const personal = { fullName: 'Võ Thị Kín', nationalId: '091085000997', phone: '0912345678' }
    const { id, version } = await logged(desk, personal)
    await lead.applications.edit({ id, version, facts: { nationalId: '091085000998', phone: '0987654321' } })
    const error = await refusal(officer.applications.edit({ id, version, facts: { phone: '0977654321' } }))
    expect(error.message).not.toMatch(/\d{6}|Võ Thị Kín/)
    expect(JSON.stringify(conflict(error))).toContain('091085000998')
    expect(desk.logged).toEqual([])
  })

  test('tells every save since, the oldest first, and none from before', async () => {
    const { id, version } = await logged(desk, { notes: 'một' })
    await officer.applications.edit({ id, version, facts: { notes: 'hai' } })
    await officer.applications.edit({ id, version: version + 1, facts: { notes: 'ba' } })
    await lead.applications.edit({ id, version: version + 2, facts: { notes: 'bốn' } })
    const seen = async (saw: number) =>
      conflict(await refusal(officer.applications.edit({ id, version: saw, facts: { notes: 'x' } })))?.changes
    expect((await seen(version + 2))?.map(({ from, to }) => [from, to])).toEqual([['ba', 'bốn']])
    expect((await seen(version))?.map(({ from, to }) => [from, to])).toEqual([
      ['một', 'hai'],
      ['hai', 'ba'],
      ['ba', 'bốn'],
    ])
  })

  test('tells a step as well, and for a step', async () => {
    const file = await logged(desk, { status: 4 })
    await moved(desk, file, 'requestSupplement', '2023-09-20', { reason: 'Thiếu ảnh' })
    const { id, version } = file
    const error = await refusal(officer.applications.move({ id, version, move: 'finish', day: '2023-09-21' }))
    expect(conflict(error)?.changes.map(({ field, from, to }) => [field, from, to])).toEqual([
      ['Bước', null, 'Yêu cầu bổ sung'],
      ['status', 4, 5],
      ['Lý do', null, 'Thiếu ảnh'],
    ])
    expect(conflict(error)?.standing).toMatchObject({ status: 5, statusDay: '2023-09-20' })
  })

  test('tells what a batch did, and what took it back', async () => {
    const { id, version } = await logged(desk, { status: 9, returnWay: 'post' })
    const action = { kind: 'hand-to-post', day: '2023-09-20', office: '' } as const
    const { batchId } = await desk.run(lead.batches.run({ selection: { ids: [id] }, action }))
    const asked = { id, version, facts: { notes: 'x' }, reason: 'y' }
    const first = conflict(await refusal(officer.applications.edit(asked)))
    expect(first?.changes.map(({ field, to }) => [field, to])).toEqual([
      ['postedDay', '2023-09-20'],
      ['Xử lý hàng loạt', batchId],
    ])
    expect(first?.standing.postedDay).toBe('2023-09-20')
    await desk.run(lead.batches.undo({ batchId }))
    const second = conflict(await refusal(officer.applications.edit(asked)))
    expect(second?.changes.filter(({ field }) => field === 'postedDay')).toHaveLength(2)
    expect(second?.standing).toMatchObject({ postedDay: null, version: version + 2 })
  })

  test('counts only saves: a check that somebody noted is no version and no change of the file', async () => {
    const { id, version } = await logged(desk, { notes: 'trước' })
    await lead.applications.edit({ id, version, facts: { notes: 'sau' } })
    await desk.as('leader').checks.set({ applicationId: id, item: 'photo', result: 'pass' })
    const error = await refusal(officer.applications.edit({ id, version, facts: { notes: 'x' } }))
    expect(error.message).toContain('Tổ trưởng thử nghiệm')
    expect(conflict(error)?.changes.map(({ field, to }) => [field, to])).toEqual([['notes', 'sau']])
  })

  test('is merged by nobody: even a field that only the user changed is refused', async () => {
    const { id, version } = await logged(desk)
    await lead.applications.edit({ id, version, facts: { phone: '0987654321' } })
    await refusal(officer.applications.edit({ id, version, facts: { notes: 'chỉ ghi chú' } }))
    expect((await officer.applications.get({ id })).facts).toMatchObject({ notes: null, phone: '0987654321' })
  })
})

test('the same for corrections, appointed days and taking back', async () => {
  const { id, version, history } = await logged(desk, { status: 2 })
  await officer.applications.edit({ id, version, facts: { notes: 'mới' } })
  const eventId = history.at(-1)?.id ?? 0
  const asked = [
    lead.applications.correct({ id, version, eventId, day: null, reason: 'Nhầm' }),
    lead.applications.appoint({ id, version, dueDay: '2023-09-29', reason: 'Hẹn lại' }),
    lead.applications.undo({ id, version }),
  ]
  for (const refused of asked) {
    expect(conflict(await refusal(refused))?.changes).toMatchObject([
      { field: 'notes', from: null, to: 'mới' },
    ])
  }
})

test('a version from the future is refused without a tale', async () => {
  const { id, version } = await logged(desk)
  const error = await refusal(officer.applications.edit({ id, version: version + 5, facts: { notes: 'x' } }))
  expect(conflict(error)).toMatchObject({ version, changes: [], standing: { id, version } })
})
