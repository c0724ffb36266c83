import { describe, expect, test } from 'vitest'
import { testApp } from '../support/app.ts'
import { deskOn, logged, moved } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const desk = await testApp()
const explain = (id: number) => desk.as('viewer').applications.explainDue({ id })

describe('why this day', () => {
  test('is said day by day: received 31/8/2023, five working days, due 11/9/2023', async () => {
    const { id, dueDay } = await logged(desk, {
      channel: 'direct',
      registered: '2023-08-31',
      receivedToo: true,
    })
    const [step, ...others] = await explain(id)
    expect(others).toEqual([])
    expect(step).toMatchObject({
      due: '2023-09-11',
      from: '2023-08-31',
      why: 'Tiếp nhận hồ sơ',
      confirmed: true,
    })
    expect(dueDay).toBe('2023-09-11')
    expect(step?.days.map(({ day, counted }) => [day, counted])).toEqual([
      ['2023-08-31', null],
      ['2023-09-01', null],
      ['2023-09-02', null],
      ['2023-09-03', null],
      ['2023-09-04', null],
      ['2023-09-05', 1],
      ['2023-09-06', 2],
      ['2023-09-07', 3],
      ['2023-09-08', 4],
      ['2023-09-09', null],
      ['2023-09-10', null],
      ['2023-09-11', 5],
    ])
    const why = (day: string) => step?.days.find(one => one.day === day)?.why ?? ''
    expect(why('2023-08-31')).toBe('Ngày bắt đầu, không tính')
    expect(why('2023-09-01')).toContain('Quốc khánh')
    expect(why('2023-09-05')).toBe('Ngày làm việc thứ 1')
    expect(why('2023-09-09')).toBe('Thứ Bảy')
    expect(why('2023-09-10')).toBe('Chủ nhật')
  })

  test('every due day is there, with the day from which it was in force', async () => {
    const file = await logged(desk, { status: 4, registered: '2023-09-05' })
    const paused = await moved(desk, file, 'requestSupplement', '2023-09-06')
    const stopped = await moved(
      desk,
      await moved(desk, paused, 'continue', '2023-09-07'),
      'stop',
      '2023-09-08',
    )
    const { id } = await moved(desk, stopped, 'reopen', '2023-09-11')
    const steps = await explain(id)
    expect(steps.map(({ due, from, why }) => [due, from, why])).toEqual([
      ['2023-09-12', '2023-09-05', 'Tiếp nhận hồ sơ'],
      ['2023-09-14', '2023-09-07', 'Tiếp tục sau khi tạm dừng, tính lại đủ thời hạn'],
      ['2023-09-18', '2023-09-11', 'Mở lại hồ sơ đã dừng, tính lại đủ thời hạn'],
    ])
    for (const { days, due } of steps) {
      expect(days.at(-1)).toMatchObject({ day: due, counted: 5 })
      expect(days.filter(({ counted }) => counted !== null)).toHaveLength(5)
    }
  })

  test('a day that runs into a year whose holidays are not confirmed says so', async () => {
    const late = await deskOn('2026-12-31')
    const due = async (registered: string) => {
      const { id } = await logged(late, { channel: 'direct', registered, receivedToo: true })
      return (await late.as('officer').applications.explainDue({ id })).map(step => [
        step.due.slice(0, 4),
        step.confirmed,
      ])
    }
    expect(await due('2026-12-30')).toEqual([['2027', false]])
    expect(await due('2026-11-20')).toEqual([['2026', true]])
  })

  test('a file that was never received has none', async () => {
    expect(await explain((await logged(desk)).id)).toEqual([])
    expect(await explain((await logged(desk, { status: 3 })).id)).toEqual([])
  })

  test('a file that does not exist is not found', async () => {
    expect((await refusal(explain(4040))).code).toBe('not-found')
  })
})
