import { describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import { testApp } from '../support/app.ts'
import { deskOn, logged, moved } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const officer = desk.as('officer')
const lead = desk.as('team-lead')
const reread = ({ id }: { id: number }) => officer.applications.get({ id })

/** The step that now stands with this status. */
function stepOf(file: Application, status: number): number {
  const step = file.history.findLast(
    entry => entry.status === status && !entry.superseded && entry.voids === null,
  )
  if (step === undefined) throw new Error(`no step ${status}`)
  return step.id
}

async function corrected(file: Application, status: number, day: string | null, reason = 'Ghi nhầm ngày') {
  const eventId = stepOf(file, status)
  await lead.applications.correct({ id: file.id, version: file.version, eventId, day, reason })
  return reread(file)
}

const refusedCorrection = (file: Application, status: number, day: string | null) =>
  refusal(corrected(file, status, day))

describe('a corrected day', () => {
  test('shows as a correction; both entries stay, and what follows from the day follows', async () => {
    const file = await logged(desk, { status: 2, registered: '2023-09-05' })
    const after = await corrected(file, 2, '2023-09-07', 'Phiếu ghi ngày 07/9')
    expect(after).toMatchObject({
      receivedDay: '2023-09-07',
      dueDay: '2023-09-14',
      version: file.version + 1,
    })
    expect(
      after.history.map(({ day, corrects, superseded, reason }) => ({ day, corrects, superseded, reason })),
    ).toEqual([
      { day: '2023-09-05', corrects: null, superseded: false, reason: null },
      { day: '2023-09-05', corrects: null, superseded: true, reason: null },
      { day: '2023-09-07', corrects: stepOf(file, 2), superseded: false, reason: 'Phiếu ghi ngày 07/9' },
    ])
  })

  test('can itself be corrected, and the first entry cannot any more', async () => {
    const file = await logged(desk, { status: 2, registered: '2023-09-05' })
    const first = stepOf(file, 2)
    const once = await corrected(file, 2, '2023-09-07')
    const twice = await corrected(once, 2, '2023-09-06')
    expect(twice).toMatchObject({ receivedDay: '2023-09-06', dueDay: '2023-09-13' })
    expect(twice.history.filter(({ superseded }) => superseded)).toHaveLength(2)
    const error = await refusal(
      lead.applications.correct({
        id: file.id,
        version: twice.version,
        eventId: first,
        day: '2023-09-08',
        reason: 'x',
      }),
    )
    expect(error.code).toBe('not-found')
  })

  test('moves the figures to the period it belongs to', async () => {
    const own = await testApp()
    const file = await logged(own, { status: 10, registered: '2023-08-30', channel: 'direct' })
    const finished = async (id: string) =>
      (await own.as('viewer').statistics.figures({ period: { kind: 'month', id } })).measures.finished.total
    expect([await finished('2023-08'), await finished('2023-09')]).toEqual([1, 0])
    const supervisor = own.as('leader').applications
    const change = async (status: number) => {
      const { version } = await supervisor.get({ id: file.id })
      const eventId = stepOf(file, status)
      await supervisor.correct({ id: file.id, version, eventId, day: '2023-09-06', reason: 'Ghi nhầm tháng' })
    }
    await change(10)
    await change(9)
    expect([await finished('2023-08'), await finished('2023-09')]).toEqual([0, 1])
    expect((await own.run(own.as('admin').audit.verify({}))).ok).toBe(true)
  })

  test('keeps the appointed day when the step after it has its own', async () => {
    const paused = await moved(
      desk,
      await logged(desk, { status: 4, registered: '2023-09-05' }),
      'requestSupplement',
      '2023-09-07',
    )
    const goesOn = await moved(desk, paused, 'continue', '2023-09-13')
    expect(goesOn.dueDay).toBe('2023-09-20')
    const after = await corrected(goesOn, 5, '2023-09-08')
    expect(after).toMatchObject({ dueDay: '2023-09-20' })
    const steps = await officer.applications.explainDue({ id: after.id })
    expect(steps.map(({ due, from }) => [due, from])).toEqual([
      ['2023-09-12', '2023-09-05'],
      ['2023-09-20', '2023-09-13'],
    ])
  })
})

describe('taking a step back', () => {
  test('undoes it, and says so in the history', async () => {
    const file = await logged(desk, { status: 9 })
    const after = await corrected(file, 9, null, 'Bấm nhầm hồ sơ')
    expect(after).toMatchObject({ status: 4, finishedDay: null, closedDay: null, dueDay: '2023-09-25' })
    expect(after.history.at(-2)).toMatchObject({ status: 9, superseded: true })
    expect(after.history.at(-1)).toMatchObject({
      voids: stepOf(file, 9),
      superseded: false,
      reason: 'Bấm nhầm hồ sơ',
    })
    expect(after.moves).toContain('finish')
    expect((await moved(desk, after, 'finish', '2023-09-20')).finishedDay).toBe('2023-09-20')
  })

  test('of a receipt leaves a file that waits', async () => {
    const after = await corrected(await logged(desk, { status: 2 }), 2, null)
    expect(after).toMatchObject({ status: 1, receivedDay: null, dueDay: null })
  })

  test('of a corrected step takes the step, not only the correction', async () => {
    const once = await corrected(await logged(desk, { status: 2, registered: '2023-09-05' }), 2, '2023-09-07')
    expect(await corrected(once, 2, null)).toMatchObject({ status: 1, receivedDay: null })
  })

  test('of the registration is refused', async () => {
    const error = await refusedCorrection(await logged(desk), 1, null)
    expect(error.message).toContain('Không rút lại được bước đăng ký')
  })

  test('of a receipt on which a result rests is refused', async () => {
    const file = await logged(desk, { status: 9 })
    expect((await refusedCorrection(file, 2, null)).code).toBe('invalid')
    expect(await reread(file)).toEqual(file)
  })
})

describe('a correction that cannot be', () => {
  const five = async () => {
    const file = await logged(desk, { status: 4, registered: '2023-09-05' })
    const paused = await moved(desk, file, 'requestSupplement', '2023-09-07')
    return moved(desk, await moved(desk, paused, 'continue', '2023-09-08'), 'finish', '2023-09-12')
  }

  test.each([
    [1, '2023-09-06', 'registered after it was received'],
    [2, '2023-09-04', 'received before it was handed in'],
    [5, '2023-09-11', 'paused after it went on'],
    [9, '2023-09-07', 'a result before the last step'],
    [9, '2023-09-26', 'in the future'],
    [9, '2023-09-12', 'the same day again'],
    [9, '2023-02-30', 'no day at all'],
  ])('step %i on %s (%s) is refused and changes nothing', async (status, day) => {
    const file = await five()
    const error = await refusedCorrection(file, status, day)
    expect(error.code).toBe('invalid')
    expect(error.details?.fields?.day).toBeDefined()
    expect(await reread(file)).toEqual(file)
  })

  test('says between which days the step must lie', async () => {
    const { message } = await refusedCorrection(await five(), 5, '2023-09-11')
    expect(message).toContain('từ 05/09/2023 đến 08/09/2023')
  })

  test('needs a reason', async () => {
    const file = await logged(desk, { status: 2 })
    for (const reason of ['', '   ']) {
      const error = await refusal(corrected(file, 1, '2023-09-15', reason))
      expect(error.details?.fields).toEqual({ reason: 'Nhập lý do sửa.' })
    }
  })

  test('is not for an officer', async () => {
    const file = await logged(desk, { status: 2 })
    const asked = {
      id: file.id,
      version: file.version,
      eventId: stepOf(file, 2),
      day: '2023-09-18',
      reason: 'x',
    }
    expect((await refusal(officer.applications.correct(asked))).code).toBe('not-allowed')
    expect((await refusal(officer.applications.appoint({ ...asked, dueDay: '2023-09-29' }))).code).toBe(
      'not-allowed',
    )
  })

  test('of a step of another file is not found', async () => {
    const file = await logged(desk, { status: 2 })
    const other = await logged(desk, { status: 2 })
    const asked = {
      id: file.id,
      version: file.version,
      eventId: stepOf(other, 2),
      day: '2023-09-19',
      reason: 'x',
    }
    expect((await refusal(lead.applications.correct(asked))).code).toBe('not-found')
  })
})

describe('an appointed day', () => {
  const appoint = async (file: Application, dueDay: string, reason = 'Giấy hẹn ghi ngày khác') => {
    await lead.applications.appoint({ id: file.id, version: file.version, dueDay, reason })
    return reread(file)
  }

  test('replaces what was known from the start', async () => {
    const file = await logged(desk, { status: 9, registered: '2023-09-05' })
    const after = await appoint(file, '2023-09-15')
    expect(after.dueDay).toBe('2023-09-15')
    expect(after.history.at(-1)).toMatchObject({
      kind: 'due',
      dueDay: '2023-09-15',
      reason: 'Giấy hẹn ghi ngày khác',
    })
    const steps = await officer.applications.explainDue({ id: file.id })
    expect(steps.map(({ due, from, days }) => ({ due, from, days }))).toEqual([
      { due: '2023-09-15', from: '2023-09-05', days: [] },
    ])
  })

  test('can be taken back', async () => {
    const after = await appoint(await logged(desk, { status: 4 }), '2023-09-28')
    const eventId = after.history.at(-1)?.id ?? 0
    const asked = { id: after.id, version: after.version, eventId, reason: 'Nhầm hồ sơ' }
    expect((await refusal(lead.applications.correct({ ...asked, day: '2023-09-29' }))).message).toContain(
      'Sửa ngày hẹn trả',
    )
    await lead.applications.correct({ ...asked, day: null })
    expect((await reread(after)).dueDay).toBe('2023-09-25')
  })

  test('stands over earlier steps whose days are corrected later', async () => {
    const file = await moved(
      desk,
      await logged(desk, { status: 4, registered: '2023-09-05' }),
      'requestSupplement',
      '2023-09-07',
    )
    const goesOn = await moved(desk, file, 'continue', '2023-09-08')
    const appointed = await appoint(goesOn, '2023-09-29')
    expect((await corrected(appointed, 5, '2023-09-06')).dueDay).toBe('2023-09-29')
  })

  test('is counted anew by a later step', async () => {
    const after = await appoint(await logged(desk, { status: 4 }), '2023-09-28')
    const paused = await moved(desk, after, 'requestSupplement', '2023-09-19')
    expect((await moved(desk, paused, 'continue', '2023-09-20')).dueDay).toBe('2023-09-27')
  })

  test.each([
    [2, '2023-09-17', 'trở đi'],
    [2, '2023-09-25', 'trùng'],
    [1, '2023-09-28', 'chưa được tiếp nhận'],
  ] as const)('in status %i on %s is refused', async (status, day, words) => {
    const file = await logged(desk, { status })
    const error = await refusal(appoint(file, day))
    expect(error.details?.fields?.dueDay).toContain(words)
    expect(await reread(file)).toEqual(file)
  })

  test('needs a reason', async () => {
    const error = await refusal(appoint(await logged(desk, { status: 2 }), '2023-09-28', ' '))
    expect(error.details?.fields).toEqual({ reason: 'Nhập lý do sửa ngày hẹn trả.' })
  })
})

test('the law of the class follows a corrected day of handing in', async () => {
  const late = await deskOn('2025-01-10')
  const file = await logged(late, { registered: '2025-01-02', classes: 'A1' })
  const eventId = file.history[0]?.id ?? 0
  const { id, version } = file
  await late
    .as('team-lead')
    .applications.correct({ id, version, eventId, day: '2024-12-31', reason: 'Nhầm năm' })
  expect((await late.as('officer').applications.get({ id })).regime).toBe('2008')
})
