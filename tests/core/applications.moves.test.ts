import { describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import {
  allowedMoves,
  type MoveName,
  moveNames,
  moveOf,
  type Status,
  statuses,
} from '../../electron/core/applications/statuses.ts'
import { testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const officer = desk.as('officer')

const move = ({ id, version }: Application, name: MoveName, day: string, more: object = {}) =>
  officer.applications.move({ id, version, move: name, day, reason: 'Theo đề nghị', ...more })

const places: readonly (readonly [status: Status, beforeReceipt: boolean])[] = [
  ...statuses.map(status => [status, false] as const),
  ...([5, 6, 7, 8] as const).map(status => [status, true] as const),
]
const pairs = places.flatMap(([status, before]) =>
  moveNames.map(name => ({ status, before, name, what: before ? 'not received' : 'as it comes' })),
)

describe.each(pairs)('$name from status $status ($what)', ({ status, before, name }) => {
  test('works where the table allows it and is refused elsewhere, leaving nothing behind', async () => {
    const file = await logged(desk, { status, beforeReceipt: before })
    const received = file.receivedDay !== null
    const allowed = allowedMoves(status, received).some(one => one.name === name)
    expect(file.moves.includes(name)).toBe(allowed)
    if (!allowed) {
      const error = await refusal(move(file, name, '2023-09-20'))
      expect(error.code).toBe('invalid')
      expect(error.message).toContain(moveOf[name].label)
      expect(await officer.applications.get({ id: file.id })).toEqual(file)
      return
    }
    const after = await moved(desk, file, name, '2023-09-20')
    expect(after).toMatchObject({
      status: moveOf[name].to,
      statusDay: '2023-09-20',
      version: file.version + 1,
    })
    expect(after.history.at(-1)).toMatchObject({
      status: moveOf[name].to,
      day: '2023-09-20',
      superseded: false,
    })
    const day = (wanted: MoveName) => (name === wanted ? '2023-09-20' : null)
    const counts = received || name === 'receive'
    expect(after.receivedDay).toBe(day('receive') ?? file.receivedDay)
    expect(after.refusedDay).toBe(day('refuse'))
    expect(after.finishedDay).toBe(day('finish') ?? file.finishedDay)
    expect(after.returnedDay).toBe(day('return'))
    expect(after.withdrawnDay).toBe(counts ? day('withdraw') : null)
    expect(after.stoppedDay).toBe(counts ? day('stop') : null)
    expect(after.droppedDay).toBe(counts ? null : (day('withdraw') ?? day('stop')))
    expect(after.closedDay).toBe(
      counts ? (day('finish') ?? day('withdraw') ?? day('stop') ?? after.finishedDay) : null,
    )
    const pauses = name === 'requestSupplement' || name === 'requestPayment'
    expect(after.pausedDay).toBe(pauses && counts ? '2023-09-20' : null)
    // 18/09 + 5 working days, or five more from the day the clock starts afresh
    const fresh = ['receive', 'continue', 'reopen'].includes(name)
    expect(after.dueDay).toBe(!counts ? null : fresh ? '2023-09-27' : '2023-09-25')
  })
})

describe('the day of a step', () => {
  test('may be the day of the last step', async () => {
    const file = await logged(desk, { status: 4 })
    expect((await moved(desk, file, 'finish', file.statusDay)).finishedDay).toBe('2023-09-18')
  })

  test.each([
    ['2023-09-15', 'trước bước gần nhất (18/09/2023)'],
    ['2023-09-26', 'ở sau hôm nay'],
    ['2023-09-31', 'không có trong lịch'],
  ])('%s is refused', async (day, words) => {
    const file = await moved(
      desk,
      await logged(desk, { registered: '2023-09-11', status: 2 }),
      'process',
      '2023-09-18',
    )
    const error = await refusal(move(file, 'finish', day))
    expect(error).toMatchObject({ code: 'invalid' })
    expect(error.message).toContain(words)
    expect(error.details?.fields?.day).toContain(words)
    expect(await officer.applications.get({ id: file.id })).toEqual(file)
  })

  test('bears its hour, and no other text', async () => {
    const file = await logged(desk)
    const error = await refusal(move(file, 'receive', '2023-09-18', { time: 'sáng' }))
    expect(error.details?.fields?.time).toContain('Giờ')
    await move(file, 'receive', '2023-09-18', { time: '16:45' })
    const { history } = await officer.applications.get({ id: file.id })
    expect(history.at(-1)?.time).toBe('16:45')
  })
})

describe('the reason', () => {
  test.each(moveNames.filter(name => moveOf[name].needsReason))('%s needs one', async name => {
    const [status = 1] = moveOf[name].from
    const file = await logged(desk, { status })
    for (const reason of [null, '', '  ']) {
      const error = await refusal(move(file, name, '2023-09-20', { reason }))
      expect(error.details?.fields?.reason).toBeDefined()
    }
  })

  test('is kept in the history, tidied', async () => {
    const file = await logged(desk)
    await move(file, 'refuse', '2023-09-19', { reason: '  Không đủ sức khỏe '.normalize('NFD') })
    const { history } = await officer.applications.get({ id: file.id })
    expect(history.at(-1)).toMatchObject({
      status: 3,
      reason: 'Không đủ sức khỏe',
      actorName: 'Cán bộ thử nghiệm',
    })
  })
})

describe('a pause', () => {
  test('stops the clock and gives five fresh days from the day it is left', async () => {
    const paused = await moved(desk, await logged(desk, { status: 4 }), 'requestSupplement', '2023-09-19')
    expect(paused).toMatchObject({ pausedDay: '2023-09-19', dueDay: '2023-09-25', workingDaysLeft: null })
    const goesOn = await moved(desk, paused, 'continue', '2023-09-22')
    expect(goesOn).toMatchObject({ pausedDay: null, dueDay: '2023-09-29', status: 4 })
  })

  test('entered after the due day does not make lateness vanish', async () => {
    const file = await logged(desk, { status: 4, registered: '2023-09-05' })
    expect(file.dueDay).toBe('2023-09-12')
    const paused = await moved(desk, file, 'requestPayment', '2023-09-13')
    const goesOn = await moved(desk, paused, 'continue', '2023-09-20')
    expect(goesOn).toMatchObject({ dueDay: '2023-09-12', workingDaysLeft: -9 })
  })

  test('entered on the due day itself is in time', async () => {
    const file = await logged(desk, { status: 4, registered: '2023-09-05' })
    const paused = await moved(desk, file, 'requestPayment', '2023-09-12')
    expect((await moved(desk, paused, 'continue', '2023-09-20')).dueDay).toBe('2023-09-27')
  })

  test('before receipt is none: the clock has not begun', async () => {
    const file = await logged(desk, { status: 5, beforeReceipt: true })
    expect(file).toMatchObject({ pausedDay: null, dueDay: null })
    expect((await moved(desk, file, 'receive', '2023-09-20')).dueDay).toBe('2023-09-27')
  })

  test.each([
    ['2023-09-18', '2023-09-19', '2023-09-22', '2023-09-28', 'four days were left'],
    ['2023-09-05', '2023-09-12', '2023-09-20', '2023-09-20', 'none was left, so due on the day it is left'],
    ['2023-09-05', '2023-09-13', '2023-09-20', '2023-09-12', 'late before it began'],
  ])('received %s, paused %s to %s: due %s where the office gives what was left (%s)', async (...days) => {
    const [registered, from, to, due] = days
    const other = await testApp()
    const value = { days: 5, supplementDays: 2, afterPause: 'remaining' }
    await other.as('admin').settings.set({ key: 'deadline', value, version: 0 })
    const paused = await moved(
      other,
      await logged(other, { status: 4, registered }),
      'requestSupplement',
      from,
    )
    expect((await moved(other, paused, 'continue', to)).dueDay).toBe(due)
  })
})

describe('ends', () => {
  test('a stopped file taken up again has five fresh days and is open', async () => {
    const stopped = await moved(desk, await logged(desk, { status: 4 }), 'stop', '2023-09-19')
    expect(stopped).toMatchObject({
      closedDay: '2023-09-19',
      stoppedDay: '2023-09-19',
      workingDaysLeft: null,
    })
    const reopened = await moved(desk, stopped, 'reopen', '2023-09-22')
    expect(reopened).toMatchObject({ status: 4, closedDay: null, stoppedDay: null, dueDay: '2023-09-29' })
  })

  test('withdrawn or stopped before receipt is dropped, never closed', async () => {
    for (const status of [7, 8] as const) {
      const file = await logged(desk, { status, beforeReceipt: true })
      expect(file).toMatchObject({
        droppedDay: '2023-09-18',
        closedDay: null,
        withdrawnDay: null,
        stoppedDay: null,
        receivedDay: null,
      })
    }
  })

  test('stopped before receipt and received after all has only waited', async () => {
    const file = await moved(
      desk,
      await logged(desk, { status: 8, beforeReceipt: true }),
      'receive',
      '2023-09-20',
    )
    expect(file).toMatchObject({ status: 2, droppedDay: null, dueDay: '2023-09-27' })
  })

  test('the way the result went back is kept, and found by the number of its letter', async () => {
    const file = await logged(desk, { status: 9 })
    const told = { returnWay: 'post' as const, postalCode: 'ee 987 654 326 vn' }
    const saved = await move(file, 'return', '2023-09-20', { ...told, reason: null })
    const after = await officer.applications.get({ id: file.id })
    expect(after).toMatchObject({ status: 10, returnedDay: '2023-09-20', returnWay: 'post' })
    expect(after.facts.postalCode).toBe('EE987654326VN')
    expect(saved.warnings.map(({ code }) => code)).toEqual([])
    const { rows } = await officer.applications.list({ text: 'EE987654326VN' })
    expect(rows.map(({ id }) => id)).toEqual([file.id])
    const [entry] = await desk.as('admin').audit.list({ subject: 'application', subjectId: String(file.id) })
    expect(entry?.changes).toMatchObject({ 'Hình thức trả kết quả': [null, 'post'] })
  })

  test('a wrong number of the letter is refused, one that only looks odd is said', async () => {
    const file = await logged(desk, { status: 9 })
    const error = await refusal(
      move(file, 'return', '2023-09-20', { returnWay: 'post', postalCode: 'EE12VN' }),
    )
    expect(error.details?.fields?.postalCode).toContain('Mã bưu gửi')
    expect((await officer.applications.get({ id: file.id })).status).toBe(9)
    const saved = await move(file, 'return', '2023-09-20', { returnWay: 'post', postalCode: 'EE987654320VN' })
    expect(saved.warnings.map(({ code }) => code)).toEqual(['postal-code-digit'])
  })

  test('handed over without a word about the way: at the counter, or as the citizen had asked', async () => {
    const plain = await moved(desk, await logged(desk, { status: 9 }), 'return', '2023-09-20')
    expect(plain.returnWay).toBe('counter')
    const asked = await moved(
      desk,
      await logged(desk, { status: 9, returnWay: 'post' }),
      'return',
      '2023-09-20',
    )
    expect(asked.returnWay).toBe('post')
  })
})

describe('a holiday or a deadline changed after receipt', () => {
  const changes: readonly (readonly [string, (own: typeof desk) => Promise<unknown>])[] = [
    [
      'a holiday more',
      own =>
        own.as('admin').catalogue.saveHoliday({
          ...{ day: '2023-09-20', name: 'Nghỉ thêm', kind: 'holiday', source: 'Công văn', version: 0 },
        }),
    ],
    [
      'a shorter deadline',
      own =>
        own.as('admin').settings.set({
          ...{ key: 'deadline', value: { days: 3, supplementDays: 2, afterPause: 'fresh' }, version: 0 },
        }),
    ],
  ]

  test.each(changes)(
    '%s does not shift the day already given, nor the timeliness of what is done',
    async (_, change) => {
      const own = await testApp()
      const open = await logged(own, { status: 2 })
      const done = await moved(own, await logged(own, { status: 4 }), 'finish', '2023-09-25')
      await change(own)
      expect((await moved(own, open, 'process', '2023-09-21')).dueDay).toBe('2023-09-25')
      expect((await moved(own, done, 'return', '2023-09-25')).dueDay).toBe('2023-09-25')
      const { measures } = await own
        .as('viewer')
        .statistics.figures({ period: { kind: 'month', id: '2023-09' } })
      expect([measures.closedOnTime.total, measures.closedLate.total]).toEqual([1, 0])
      expect((await own.run(own.as('admin').audit.verify({}))).checks.filter(({ ok }) => !ok)).toEqual([])
      const fresh = await logged(own, { status: 2 })
      expect(fresh.dueDay).not.toBe('2023-09-25')
    },
  )
})

test('somebody who may only look moves nothing', async () => {
  const { id, version } = await logged(desk)
  const viewer = desk.as('viewer').applications
  const error = await refusal(viewer.move({ id, version, move: 'receive', day: '2023-09-18' }))
  expect(error.code).toBe('not-allowed')
})

test('a file that does not exist is not found', async () => {
  const { code, message } = await refusal(
    officer.applications.move({ id: 4040, version: 1, move: 'receive', day: '2023-09-18' }),
  )
  expect(code).toBe('not-found')
  expect(message).toContain('Không tìm thấy hồ sơ')
})
