import { beforeAll, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { refusal } from '../support/refusal.ts'

let desk: TestApp
beforeAll(async () => {
  desk = await testApp()
  // until August by the calendar, then weeks from Friday and months to the 14th
  desk.database.atomically(db =>
    db.run("INSERT INTO settings (key, from_day, value) VALUES ('periods', '2023-09-01', :value)", {
      value: JSON.stringify({ weekStart: 5, monthClosesOn14: true }),
    }),
  )
})

const asked = async (kind: 'day' | 'week' | 'month' | 'year' | 'range', id: string) => {
  const { period } = await desk.as('viewer').statistics.figures({ period: { kind, id } })
  return [period.from, period.to, period.title]
}

describe('a period that is asked for', () => {
  test('in the last year that can be written is refused, because no day follows it', async () => {
    for (const [kind, id] of [
      ['day', '9999-12-31'],
      ['month', '9999-12'],
      ['year', '9999'],
    ] as const) {
      const figures = desk.as('viewer').statistics.figures({ period: { kind, id } })
      expect(await refusal(figures), id).toMatchObject({ code: 'invalid' })
    }
  })

  test('is cut by the rule that was in force in its own time', async () => {
    expect(await asked('week', '2023-W30')).toEqual([
      '2023-07-24',
      '2023-07-30',
      'Tuần 30 (24/07/2023 – 30/07/2023)',
    ])
    expect(await asked('week', '2023-09-15+7')).toEqual([
      ...['2023-09-15', '2023-09-21', 'Tuần từ 15/09/2023 đến 21/09/2023'],
    ])
    expect(await asked('month', '2023-08')).toEqual(['2023-08-01', '2023-08-31', 'Tháng 8 năm 2023'])
    expect((await asked('month', '2023-10')).slice(0, 2)).toEqual(['2023-09-15', '2023-10-14'])
    expect((await asked('day', '2023-09-18'))[2]).toBe('Ngày 18/09/2023')
    expect((await asked('range', '2023-09-18..2023-09-20')).slice(0, 2)).toEqual(['2023-09-18', '2023-09-20'])
  })

  test('and does not exist under that rule is refused', async () => {
    for (const id of ['2023-W38', '2023-W60', '2023-09-16+7', 'x'.repeat(10)]) {
      await expect(asked('week', id)).rejects.toMatchObject({ code: 'invalid' })
    }
  })

  test('may be any days up to ten years', async () => {
    const figures = (from: string, to: string) =>
      desk.as('viewer').statistics.figures({ period: { from, to } })
    expect((await figures('2023-08-30', '2023-09-02')).byDay.map(({ day }) => day)).toEqual([
      ...['2023-08-30', '2023-08-31', '2023-09-01', '2023-09-02'],
    ])
    await expect(figures('1023-09-02', '2023-09-02')).rejects.toMatchObject({ code: 'invalid' })
    await expect(figures('2023-09-02', '2023-09-01')).rejects.toMatchObject({ code: 'invalid' })
  })
})
