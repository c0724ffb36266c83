import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Doubt } from '../../electron/core/routine/contract.ts'
import { plainTemplate } from '../../electron/core/settings/model.ts'
import { filed, type Office, officeOn } from '../support/filings.ts'
import { refusal } from '../support/refusal.ts'
import { aFile, fillRegister } from '../support/register.ts'

const september = { kind: 'month', id: '2023-09' } as const
const noHolidays = { kinds: new Map(), names: new Map(), confirmedYears: new Set<number>() }

let desk: Office
beforeAll(async () => {
  desk = await officeOn()
})
beforeEach(() => {
  desk.database.atomically(db => {
    for (const table of ['doubt_notes', 'direct_counts']) db.run(`DELETE FROM ${table}`)
    fillRegister(db, [], () => ({ days: 5, afterPause: 'fresh' }), noHolidays)
  })
})

const routine = () => desk.as('officer').routine
const prepared = () => routine().prepare({ period: september })
async function doubt(key: string): Promise<Doubt | undefined> {
  return (await prepared()).doubts.find(each => each.key === key)
}

const fill = (files: readonly (readonly [month: string, count: number])[]) =>
  desk.database.atomically(db =>
    fillRegister(
      db,
      files.flatMap(([month, count]) =>
        Array.from({ length: count }, () =>
          aFile('online', [
            [1, `${month}-04`],
            [2, `${month}-04`],
            [9, `${month}-06`],
          ]),
        ),
      ),
      () => ({ days: 5, afterPause: 'fresh' }),
      noHolidays,
    ),
  )

describe('the round of reports', () => {
  test('names every report of the period with its deadline and file, and none that cannot be made', async () => {
    const { reports, period } = await prepared()
    expect(period).toMatchObject({ from: '2023-09-01', to: '2023-09-30', title: 'Tháng 9 năm 2023' })
    expect(reports.find(({ name }) => name === 'ket-qua')).toMatchObject({
      deadline: '2023-10-04',
      fileName: 'bao-cao-ket-qua-2023-09.xlsx',
    })
    expect(reports.map(({ name }) => name)).not.toContain('huong-dan')
    const week = await routine().prepare({ period: { kind: 'week', id: '2023-W38' } })
    expect(week.reports.map(({ name }) => name)).not.toContain('chi-tieu')
  })

  test('has no deadline for a day off, as the calendar of what is due has none', async () => {
    const of = async (id: string) =>
      (await routine().prepare({ period: { kind: 'day', id } })).reports.find(
        ({ name }) => name === 'ket-qua',
      )
    expect((await of('2023-09-15'))?.deadline).toBe('2023-09-18')
    expect((await of('2023-09-16'))?.deadline).toBeNull()
  })

  test('finds due days that are missing or stand before the receipt, and names the files', async () => {
    fill([['2023-09', 2]])
    desk.database.atomically(db => {
      db.run("UPDATE applications SET due_day = NULL WHERE dossier_code = 'HS-0'")
      db.run("UPDATE applications SET due_day = '2023-09-01' WHERE dossier_code = 'HS-1'")
    })
    expect(await doubt('no-due-day')).toMatchObject({ count: 1, files: [{ dossierCode: 'HS-0' }] })
    const [file] = (await doubt('due-before-received'))?.files ?? []
    expect(file?.why).toBe('hẹn trả 01/09/2023 trước ngày tiếp nhận 04/09/2023')
  })

  test('asks for the in-person work of working days, and is content with a daily total', async () => {
    const before = await doubt('no-direct-work')
    expect(before?.days).toContain('2023-09-18')
    expect(before?.days).not.toContain('2023-09-16')
    expect(before?.days).not.toContain('2023-09-04')
    desk.database.atomically(db =>
      db.run("INSERT INTO direct_counts (day, count, source) VALUES ('2023-09-18', 12, 'Sổ tay')"),
    )
    expect((await doubt('no-direct-work'))?.days).not.toContain('2023-09-18')
  })

  test('takes a total of nought for an answer: on that day nobody came', async () => {
    desk.database.atomically(db =>
      db.run("INSERT INTO direct_counts (day, count, source) VALUES ('2023-09-19', 0, 'Mất điện cả ngày')"),
    )
    const found = await doubt('no-direct-work')
    expect(found?.days).not.toContain('2023-09-19')
    expect(found?.days).toContain('2023-09-20')
  })

  test('asks about a figure far from the months before, and not about one that is usual', async () => {
    fill([
      ['2023-06', 10],
      ['2023-07', 12],
      ['2023-08', 11],
      ['2023-09', 40],
    ])
    expect((await doubt('jump-received-online'))?.sentence).toContain('trong kỳ là 40, bình quân')
    fill([
      ['2023-07', 12],
      ['2023-08', 11],
      ['2023-09', 14],
    ])
    expect(await doubt('jump-received-online')).toBeUndefined()
  })

  test('keeps why a doubtful figure is right, and who said so', async () => {
    const note = { period: september, doubt: 'no-direct-work', text: 'Nghỉ làm việc do bão.', version: 0 }
    await routine().note(note)
    expect(await doubt('no-direct-work')).toMatchObject({
      note: { text: 'Nghỉ làm việc do bão.', by: 'Cán bộ thử nghiệm', version: 1 },
    })
    expect((await refusal(routine().note(note))).code).toBe('conflict')
    await routine().note({ ...note, text: null, version: 1 })
    expect((await doubt('no-direct-work'))?.note).toBeNull()
  })

  test('has nothing to say of a period that has not begun', async () => {
    expect((await refusal(routine().prepare({ period: { kind: 'month', id: '2023-11' } }))).code).toBe(
      'invalid',
    )
  })
})

describe('a report that cuts time in its own way', () => {
  const fridays = { weekStart: 5, monthClosesOn14: true } as const
  const give = (value: typeof fridays | null, version: number) =>
    desk.as('admin').settings.set({ key: 'reportPeriod', report: 'ket-qua', version, value })

  test('is prepared for its own period, with the deadline of that one', async () => {
    await give(fridays, 0)
    const month = (await prepared()).reports
    expect(month.find(({ name }) => name === 'ket-qua')).toMatchObject({
      period: { from: '2023-08-15', to: '2023-09-14' },
      deadline: '2023-09-19',
    })
    expect(month.find(({ name }) => name === 'tien-do')?.period).toMatchObject({
      id: '2023-09',
      from: '2023-09-01',
      to: '2023-09-30',
    })
    // the week from Friday has no name in the calendar of the others: they get the last week that has ended by then
    const week = await routine().prepare({ period: { kind: 'week', id: '2023-09-15+7' } })
    const other = week.reports.find(({ name }) => name === 'tien-do')
    expect(other).toMatchObject({
      period: { id: '2023-W37', from: '2023-09-11', to: '2023-09-17' },
      fileName: 'bao-cao-tien-do-2023-W37.xlsx',
    })
    for (const { name, period } of week.reports) {
      const { kind, id } = period
      await desk.as('viewer').reports.preview({ name, period: { kind, id } })
    }
    await give(null, 1)
  })
})

describe('the name of a report’s workbook', () => {
  const set = (pattern: string) =>
    desk.as('admin').settings.set({ key: 'reportFiles', version: 0, value: { pattern } })
  const named = async () =>
    (await desk.as('viewer').reports.preview({ name: 'ket-qua', period: september })).fileName

  test('follows the office’s pattern, and Windows takes it', async () => {
    await set('{ký hiệu} {báo cáo} {loại kỳ} {kỳ}: bản {ngày lập}.')
    expect(await named()).toBe('BC-SGTVT ket-qua thang 2023-09- bản 20231002.xlsx')
  })

  test('names the symbol of the report’s own template where it has one', async () => {
    const { reports } = await desk.as('officer').routine.prepare({ period: september })
    expect(reports.find(({ name }) => name === 'tien-do')?.fileName).toContain('BC-SGTVT tien-do')
    await desk.as('admin').settings.set({
      ...{ key: 'reportTemplate', report: 'tien-do', version: 0 },
      value: { ...plainTemplate, symbol: 'BC-QLVT' },
    })
    const tienDo = await desk.as('viewer').reports.preview({ name: 'tien-do', period: september })
    expect(tienDo.head.number).toContain('/BC-QLVT')
    expect(tienDo.fileName).toContain('BC-QLVT tien-do')
  })

  test('tells reports apart even where the pattern is too long for any folder', async () => {
    const { reportFiles, department } = await desk.as('admin').settings.get({})
    const { version } = reportFiles
    const pattern = '{ký hiệu} {ký hiệu} {ký hiệu} {báo cáo} {kỳ}'
    await desk.as('admin').settings.set({ key: 'reportFiles', version, value: { pattern } })
    const symbol = 'BC-SGTVT-QLVTPTNL-SO-GIAO-THONG-VAN-TAI'
    await desk.as('admin').settings.set({
      ...{ key: 'department', fromDay: department.fromDay, version: department.version },
      value: { ...department.value, symbol },
    })
    const names = (await prepared()).reports.map(({ fileName }) => fileName)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(125)
  })

  test('must tell reports and periods apart', async () => {
    expect((await refusal(set('bao-cao'))).code).toBe('invalid')
    expect((await refusal(set('{báo cáo} {kỳ} {tên}'))).code).toBe('invalid')
  })
})

describe('the reports of a round', () => {
  const named = async (period: { kind: 'month' | 'week'; id: string }, name: string) => {
    const { reports } = await routine().prepare({ period })
    return reports.find(report => report.name === name)
  }

  test('are each of their own period where a kind cuts time in its own way', async () => {
    const office = await officeOn()
    await office.as('admin').settings.set({
      ...{ key: 'reportPeriod', report: 'bieu-06a', version: 0 },
      value: { weekStart: 5, monthClosesOn14: true },
    })
    await office.as('admin').settings.set({
      ...{ key: 'reportDuties', version: 0 },
      value: {
        madeWhen: 'sent',
        duties: [{ report: 'bieu-06a', periodKind: 'month', workingDays: 3, hour: null }],
      },
    })
    const of = async (kind: 'month' | 'week', id: string) => {
      const { reports } = await office.as('officer').routine.prepare({ period: { kind, id } })
      return reports.find(({ name }) => name === 'bieu-06a')
    }
    // closed on Thursday 14/09, due three working days later
    expect(await of('month', '2023-09')).toMatchObject({
      deadline: '2023-09-19',
      period: { title: 'Tháng 9 năm 2023 (15/08/2023 – 14/09/2023)' },
    })
    const week = await of('week', '2023-W38')
    expect(week).toMatchObject({ period: { kind: 'week', id: '2023-09-15+7' } })
    if (week === undefined) throw new Error('the week is offered')
    const { kind, id } = week.period
    await office.run(office.as('viewer').reports.export({ name: 'bieu-06a', period: { kind, id } }))
  })

  test('leave as they were approved once they are, and as what adjusts them', async () => {
    const lastWeek = { kind: 'week', id: '2023-W39' } as const
    expect(await named(lastWeek, 'ket-qua')).toMatchObject({ filing: null })
    const sent = await filed(desk, 'sent', { period: lastWeek })
    expect(await named(lastWeek, 'ket-qua')).toMatchObject({
      ...{
        filing: sent.id,
        fileName: (await desk.as('viewer').filings.get({ id: sent.id })).frozen?.fileName,
      },
    })
    const adjusting = await desk.as('officer').filings.adjust({ id: sent.id, version: sent.version })
    const { fileName } = await desk.run(desk.as('viewer').filings.export({ id: adjusting.id }))
    expect(await named(lastWeek, 'ket-qua')).toMatchObject({ filing: adjusting.id, fileName })
  })
})
