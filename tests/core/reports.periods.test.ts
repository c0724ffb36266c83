import { beforeEach, describe, expect, test } from 'vitest'
import { addDays } from '../../electron/core/calendar/day.ts'
import { neighbour, periodNamed, periodsOfYear } from '../../electron/core/periods/rules.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { refusal } from '../support/refusal.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const name = 'ket-qua'
const fridays = { weekStart: 5 as const, monthClosesOn14: true }

const give = (value: typeof fridays, fromDay?: string) =>
  desk.as('admin').settings.set({
    ...{ key: 'reportPeriod', report: name, version: 0, value },
    ...(fromDay === undefined ? {} : { fromDay }),
  })
const rulesOf = async (report: string) =>
  (await desk.as('viewer').reports.kinds({})).find(kind => kind.name === report)?.rules ?? []
const built = async (report: string, kind: 'week' | 'month' | 'year', id: string) =>
  (await desk.as('viewer').reports.preview({ name: report, period: { kind, id } })).period

describe('the rule by which a report cuts time', () => {
  test('belongs to the kind of report: one closes on the 14th while the others keep to the calendar', async () => {
    await give(fridays)
    expect(await built(name, 'month', '2023-09')).toEqual({
      kind: 'month',
      id: '2023-09',
      from: '2023-08-15',
      to: '2023-09-14',
    })
    expect(await built('so-theo-doi', 'month', '2023-09')).toMatchObject({
      from: '2023-09-01',
      to: '2023-09-30',
    })
    const figures = await desk.as('viewer').statistics.figures({ period: { kind: 'month', id: '2023-09' } })
    expect(figures.period).toMatchObject({ from: '2023-09-01' })
  })

  test('is the office’s where the kind has none of its own', async () => {
    await desk.as('admin').settings.set({ key: 'periods', version: 0, value: fridays })
    expect(await built(name, 'month', '2023-09')).toMatchObject({ from: '2023-08-15' })
    await give({ weekStart: 1, monthClosesOn14: false } as never)
    expect(await built(name, 'month', '2023-09')).toMatchObject({ from: '2023-09-01' })
    expect(await built('so-theo-doi', 'month', '2023-09')).toMatchObject({ from: '2023-08-15' })
  })

  test('gives weeks that begin on Friday the id of their first day, and refuses the ISO one', async () => {
    await give(fridays)
    expect(await built(name, 'week', '2023-09-15+7')).toMatchObject({ from: '2023-09-15', to: '2023-09-21' })
    expect((await refusal(built(name, 'week', '2023-W38'))).message).toContain('không có trong lịch')
  })

  test('holds from its day on: earlier periods stay as they were cut', async () => {
    await give(fridays, '2023-09-01')
    expect(await built(name, 'month', '2023-08')).toMatchObject({ from: '2023-08-01', to: '2023-08-31' })
    expect(await built(name, 'month', '2023-10')).toMatchObject({ from: '2023-09-15', to: '2023-10-14' })
  })

  test('is refused for a week that begins on an eighth day, and for a viewer', async () => {
    await expect(give({ weekStart: 8, monthClosesOn14: false } as never)).rejects.toMatchObject({
      code: 'invalid',
    })
    const viewer = desk
      .as('viewer')
      .settings.set({ key: 'reportPeriod', report: name, version: 0, value: null })
    await expect(viewer).rejects.toMatchObject({ code: 'not-allowed' })
  })
})

describe('the periods that a screen offers', () => {
  test('are those that the core builds, whatever the rule', async () => {
    await give(fridays, '2023-06-01')
    const rules = await rulesOf(name)
    const months = periodsOfYear('month', 2023, rules)
    expect(months.map(({ id }) => id)).toEqual(
      Array.from({ length: 12 }, (_, at) => `2023-${String(at + 1).padStart(2, '0')}`),
    )
    const weeks = periodsOfYear('week', 2023, rules)
    expect(weeks.some(({ id }) => id === '2023-W10')).toBe(true)
    // the weeks around the change may overlap, but no day falls between them
    weeks.slice(1).forEach(({ from }, at) => {
      expect(from <= addDays(weeks[at]?.to ?? '', 1)).toBe(true)
    })
    expect(weeks.some(({ id }) => id === '2023-09-15+7')).toBe(true)
    for (const period of [...months, ...weeks.filter((_, at) => at % 7 === 0 || (at > 18 && at < 24))])
      expect(await built(name, period.kind as 'week' | 'month', period.id)).toEqual(period)
  })

  test('begin in the year before where a month closes on the 14th', () => {
    const rules = [{ from: '0001-01-01', weekStart: 5 as const, monthClosesOn14: true }]
    expect(periodsOfYear('month', 2023, rules)[0]).toMatchObject({ id: '2023-01', from: '2022-12-15' })
    expect(periodsOfYear('year', 2023, rules)).toMatchObject([{ from: '2022-12-15', to: '2023-12-14' }])
    expect(periodsOfYear('quarter', 2023, rules)).toHaveLength(4)
  })

  test('of the calendar are 52 ISO weeks in 2023 and 53 in 2026', () => {
    expect(periodsOfYear('week', 2023, [])).toHaveLength(52)
    expect(periodsOfYear('week', 2026, []).at(-1)).toMatchObject({ id: '2026-W53' })
  })

  test('follow each other step by step, forth and back', () => {
    const rules = [{ from: '0001-01-01', weekStart: 5 as const, monthClosesOn14: true }]
    const week = periodNamed('week', '2023-09-15+7', rules)
    if (week === null) throw new Error('no such week')
    const next = neighbour(week, 1, rules)
    expect(next).toMatchObject({ id: '2023-09-22+7', from: '2023-09-22' })
    expect(neighbour(next, -1, rules)).toEqual(week)
  })
})
