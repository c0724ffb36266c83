import { beforeAll, describe, expect, test } from 'vitest'
import type { ListValues } from '../../electron/core/imports/list-row.ts'
import { stepsOfNew } from '../../electron/core/imports/merge.ts'
import { clientOf, type TestApp, testApp, testPassword } from '../support/app.ts'

const today = '2023-09-25'
const at = (day: string) => ({ day, time: null })

describe('what a row adds to a file the register does not know', () => {
  const steps = (values: ListValues) => {
    const { events, problems } = stepsOfNew(values, today)
    return {
      events: events.map(({ status, day }) => `${status}@${day}`),
      problems: problems.map(({ level, field, code }) => `${level} ${field} ${code}`),
    }
  }

  test.each<[string, ListValues, string[]]>([
    [
      'a result without receipt',
      { status: 9, registeredAt: at('2023-06-26'), finishedAt: at('2023-06-30') },
      ['error receivedAt received-missing'],
    ],
    ['no day at all', { status: 1 }, ['error registeredAt registered-missing']],
    [
      'a result without its day',
      { status: 9, receivedAt: at('2023-06-26') },
      ['error finishedAt finished-missing'],
    ],
    [
      'handed over without any day',
      { status: 10, receivedAt: at('2023-06-26'), finishedAt: at('2023-06-30') },
      ['error returnedAt returned-missing'],
    ],
    [
      'refused without its day',
      { status: 3, registeredAt: at('2023-06-26') },
      ['error statusDay status-day-missing'],
    ],
    [
      'withdrawn without its day',
      { status: 7, registeredAt: at('2023-06-26') },
      ['error statusDay status-day-missing'],
    ],
    [
      'stopped without its day',
      { status: 8, registeredAt: at('2023-06-26') },
      ['error statusDay status-day-missing'],
    ],
  ])('%s is refused', (_, values, problems) => {
    expect(steps(values).problems).toEqual(problems)
  })

  test('a pause without its day begins today, with a warning', () => {
    const { events, problems } = steps({ status: 5, receivedAt: at('2023-09-20') })
    expect(events).toEqual(['1@2023-09-20', '2@2023-09-20', '5@2023-09-25'])
    expect(problems).toEqual(['warning statusDay pause-from-today'])
  })

  test('handed over without a day of result: the result is of the day of return', () => {
    const { events, problems } = steps({
      status: 10,
      receivedAt: at('2023-09-01'),
      returnedAt: at('2023-09-08'),
    })
    expect(events).toEqual(['1@2023-09-01', '2@2023-09-01', '9@2023-09-08', '10@2023-09-08'])
    expect(problems).toEqual([])
  })

  test('the day of the present status is the day of the result where no other is given', () => {
    const { events } = steps({ status: 9, receivedAt: at('2023-09-01'), statusDay: at('2023-09-07') })
    expect(events).toEqual(['1@2023-09-01', '2@2023-09-01', '9@2023-09-07'])
  })
})

describe('lists that follow one another', () => {
  let desk: TestApp
  let lead: ReturnType<typeof clientOf>

  beforeAll(async () => {
    desk = await testApp({ now: '2023-10-30T09:00:00+07:00' })
    const { token } = await desk.anyone.users.signIn({ username: 'team-lead', password: testPassword })
    lead = clientOf(desk.app.call, () => token)
  })

  const headings =
    'Mã hồ sơ;Họ và tên;Hình thức nộp;Ngày nộp;Ngày tiếp nhận;Ngày hẹn trả;Ngày có kết quả;Ngày trả;Trạng thái;Ngày cập nhật trạng thái;SĐT'
  let serial = 0
  /** Imports one list of one row and answers what the register then knows of that file. */
  const list = async (cells: string) => {
    serial += 1
    const bytes = new TextEncoder().encode(`\uFEFF${headings}\r\n${cells}\r\n`)
    const report = await desk.run(lead.imports.apply({ file: { name: `lan-${serial}.csv`, bytes } }))
    const [row] = (await lead.applications.list({ text: cells.split(';')[0] ?? '' })).rows
    if (row === undefined) throw new Error(JSON.stringify(report.rejected))
    return { report, file: await lead.applications.get({ id: row.id }) }
  }

  test('an empty cell erases nothing', async () => {
    await list('M-1;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;;;;4;;0912345678')
    const { report, file } = await list('M-1;Trần Thị Hoa;;;;;;;;;')
    expect(report.counts).toMatchObject({ unchanged: 1, rejected: 0 })
    expect(file).toMatchObject({ channel: 'online', receivedDay: '2023-09-05', status: 4 })
    expect(file.facts.phone).toBe('0912345678')
  })

  test('only a day of result is enough for a file the register knows', async () => {
    await list('M-2;Trần Thị Hoa;Trực tiếp;05/09/2023;05/09/2023;;;;4;;')
    const { report, file } = await list('M-2;Trần Thị Hoa;;;;;12/09/2023;;9;;')
    expect(report.counts).toMatchObject({ updated: 1, rejected: 0 })
    expect(file).toMatchObject({ status: 9, finishedDay: '2023-09-12', dueDay: '2023-09-12' })
  })

  test('a pause left on the day of the status gives fresh days from that day', async () => {
    await list('M-3;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;12/09/2023;;;5;07/09/2023;')
    const { file } = await list(
      'M-3;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;12/09/2023;;;4;18/09/2023;',
    )
    expect(file).toMatchObject({ status: 4, statusDay: '2023-09-18', dueDay: '2023-09-25', pausedDay: null })
  })

  test('a new appointed day is in force from the step that brought it, and without a step from the start', async () => {
    await list('M-4;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;12/09/2023;;;5;07/09/2023;')
    const { file } = await list(
      'M-4;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;29/09/2023;;;4;18/09/2023;',
    )
    expect((await lead.applications.explainDue({ id: file.id })).map(({ due, from }) => [due, from])).toEqual(
      [
        ['2023-09-12', '2023-09-05'],
        ['2023-09-29', '2023-09-18'],
      ],
    )
    const corrected = await list(
      'M-4;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;02/10/2023;;;4;18/09/2023;',
    )
    expect((await lead.applications.explainDue({ id: file.id })).map(({ due }) => due)).toEqual([
      '2023-10-02',
    ])
    expect(corrected.report.counts.updated).toBe(1)
  })

  test('a stopped file that is taken up again is open from that day, with fresh days', async () => {
    await list('M-5;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;;;;8;08/09/2023;')
    const { file } = await list('M-5;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;;;;4;20/09/2023;')
    expect(file).toMatchObject({ status: 4, stoppedDay: null, closedDay: null, dueDay: '2023-09-27' })
  })

  test('a list that is older than the register keeps the register, and says so', async () => {
    await list('M-6;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;;12/09/2023;;9;12/09/2023;')
    const { report, file } = await list(
      'M-6;Trần Thị Hoa;Trực tuyến;04/09/2023;05/09/2023;;;;4;06/09/2023;0912000111',
    )
    expect(file.status).toBe(9)
    expect(report.warned[0]?.problems.map(({ code }) => code)).toContain('older-than-register')
  })

  test('a day that differs corrects its step, and both stay in the history', async () => {
    await list('M-7;Trần Thị Hoa;Trực tiếp;05/09/2023;05/09/2023;;12/09/2023;;9;;')
    const { file } = await list('M-7;Trần Thị Hoa;Trực tiếp;05/09/2023;05/09/2023;;11/09/2023;;9;;')
    expect(file.finishedDay).toBe('2023-09-11')
    expect(
      file.history.filter(({ status }) => status === 9).map(({ day, superseded }) => [day, superseded]),
    ).toEqual([
      ['2023-09-12', true],
      ['2023-09-11', false],
    ])
  })
})

test('a list never shifts a day already appointed, though holidays have been added since', async () => {
  const desk = await testApp({ now: '2023-10-30T09:00:00+07:00' })
  const signIn = async (username: string) => {
    const { token } = await desk.anyone.users.signIn({ username, password: testPassword })
    return clientOf(desk.app.call, () => token)
  }
  const [lead, admin] = [await signIn('team-lead'), await signIn('admin')]
  const give = async (name: string, cells: string) => {
    const text = `\uFEFFMã hồ sơ;Họ và tên;Hình thức nộp;Ngày tiếp nhận;Ngày có kết quả;Trạng thái;SĐT\r\n${cells}\r\n`
    return desk.run(lead.imports.apply({ file: { name, bytes: new TextEncoder().encode(text) } }))
  }
  await give('lan-1.csv', 'N-1;Trần Thị Hoa;Trực tiếp;23/10/2023;;4;')
  const [row] = (await lead.applications.list({ text: 'N-1' })).rows
  expect(row?.dueDay).toBe('2023-10-30')
  await admin.catalogue.saveHoliday({
    day: '2023-10-26',
    name: 'Nghỉ đột xuất',
    kind: 'holiday',
    source: 'thử',
    version: 0,
  })
  await give('lan-2.csv', 'N-1;Trần Thị Hoa;Trực tiếp;23/10/2023;;4;0912345678')
  await give('lan-3.csv', 'N-1;Trần Thị Hoa;Trực tiếp;23/10/2023;30/10/2023;9;0912345678')
  const file = await lead.applications.get({ id: row?.id ?? 0 })
  expect(file).toMatchObject({ status: 9, dueDay: '2023-10-30' })
  const { measures } = await lead.statistics.figures({ period: { kind: 'month', id: '2023-10' } })
  expect(measures.closedOnTime.total).toBe(1)
})
