import { beforeAll, describe, expect, test } from 'vitest'
import { assertNoErrors, checkFacts, checkLists } from '../../electron/core/applications/check.ts'
import { checkPostalCode } from '../../electron/core/applications/person.ts'
import { applicationById } from '../../electron/core/applications/read.ts'
import { allowedMoves, isStatus } from '../../electron/core/applications/statuses.ts'
import { calendarOf } from '../../electron/core/calendar/store.ts'
import { isWorkingDay } from '../../electron/core/calendar/working-days.ts'
import { identities } from '../../electron/core/statistics/identities.ts'
import { noCount } from '../../electron/core/statistics/model.ts'
import { clientOf, emptyApp, type TestApp, testApp } from '../support/app.ts'
import { refusal } from '../support/refusal.ts'
import { tableOf, valuesOf } from '../support/report-cells.ts'

const administrator = { username: 'quantri', displayName: 'Quản trị mẫu', password: 'mật khẩu dùng thử' }

/** Everything of the register that is not a moment or a secret. */
const registerOf = (desk: TestApp) =>
  desk.database.read(db =>
    ['teams', 'applications', 'application_events', 'application_stretches'].map(table =>
      db.rows(`SELECT * FROM ${table}`),
    ),
  )
const countOf = (desk: TestApp, table: string) =>
  desk.database.read(db => db.row<{ n: number }>(`SELECT count(*) AS n FROM ${table}`)?.n)

async function signedIn(desk: TestApp) {
  const { username, password } = administrator
  const { token } = await desk.anyone.users.signIn({ username, password })
  return clientOf(desk.app.call, () => token)
}

describe('the sample department', () => {
  let desk: TestApp
  beforeAll(async () => {
    desk = emptyApp()
    await desk.run(desk.anyone.setup.demo({ administrator }))
  }, 60_000)

  test('has about 2 000 applications spread over 2023, with teams and officers', async () => {
    expect(countOf(desk, 'applications')).toBe(2000)
    const months = desk.database.read(db =>
      db.rows<{ month: string; n: number }>(
        'SELECT substr(registered_day, 1, 7) AS month, count(*) AS n FROM applications GROUP BY 1 ORDER BY 1',
      ),
    )
    expect(months.map(({ month }) => month)).toEqual(
      Array.from({ length: 12 }, (_, n) => `2023-${String(n + 1).padStart(2, '0')}`),
    )
    for (const { n } of months) expect(n).toBeGreaterThan(100)
    const admin = await signedIn(desk)
    expect((await admin.teams.list({})).length).toBeGreaterThanOrEqual(3)
    expect((await admin.users.list({})).filter(({ role }) => role === 'officer').length).toBe(5)
  })

  test('says that it is sample data', async () => {
    expect(await desk.anyone.setup.state({})).toMatchObject({ ready: true, sample: true })
    expect((await (await signedIn(desk)).settings.get({})).sample.value).toEqual({ sample: true })
  })

  test('keeps the identities of the figures in every month', async () => {
    const admin = await signedIn(desk)
    let open = noCount
    for (let month = 1; month <= 12; month += 1) {
      const id = `2023-${String(month).padStart(2, '0')}`
      const { measures } = await admin.statistics.figures({ period: { kind: 'month', id } })
      expect([id, identities(measures, open)]).toEqual([id, []])
      expect(measures.received.total).toBeGreaterThan(50)
      open = measures.open
    }
  })

  test('agrees with its own history and its own trail', async () => {
    const admin = await signedIn(desk)
    const { ok, checks } = await desk.run(admin.audit.verify({}))
    expect(checks.filter(check => !check.ok)).toEqual([])
    expect(ok).toBe(true)
  })

  test('has every index of a register that is filled file by file, in the same order', async () => {
    const indexesOf = ({ database }: TestApp) =>
      database.read(db =>
        db.rows("SELECT name, sql FROM sqlite_schema WHERE type = 'index' ORDER BY tbl_name, rowid"),
      )
    expect(indexesOf(desk)).toEqual(indexesOf(await testApp()))
  })

  test('holds no file that the office itself could not have logged', () => {
    desk.database.read(db => {
      const lists = checkLists(db)
      for (const { id } of db.rows<{ id: number }>('SELECT id FROM applications')) {
        const { facts, registeredDay, receivedDay } = applicationById(db, id)
        assertNoErrors(checkFacts(facts, registeredDay, receivedDay, lists).findings)
        if (facts.channel !== 'online') expect(receivedDay).toBe(registeredDay)
      }
    })
  })

  test('takes only steps that the table of statuses allows', () => {
    const steps = desk.database.read(db =>
      db.rows<{ id: number; status: number; day: string }>(
        'SELECT application_id AS id, status, day FROM application_events ORDER BY application_id, id',
      ),
    )
    const wrong = steps.filter(({ id, status }, index) => {
      const before = steps[index - 1]
      if (before?.id !== id || !isStatus(before.status)) return status !== 1
      const received = steps.slice(0, index).some(step => step.id === id && step.status === 2)
      return !allowedMoves(before.status, received).some(({ to }) => to === status)
    })
    expect(wrong).toEqual([])
    expect(steps.every(({ day }) => day <= '2023-12-31')).toBe(true)
  })

  test('gives results by post to the post on a working day after them, and returns them later', async () => {
    const [calendar, sent] = desk.database.read(db => [
      calendarOf(db),
      db.rows<{ finished: string; posted: string; returned: string | null; code: string | null }>(
        `SELECT finished_day AS finished, posted_day AS posted, returned_day AS returned, postal_code AS code
         FROM applications WHERE posted_day IS NOT NULL`,
      ),
    ])
    expect(sent.length).toBeGreaterThan(250)
    for (const { finished, posted, returned, code } of sent) {
      expect(posted > finished && isWorkingDay(posted, calendar)).toBe(true)
      if (returned !== null) expect(returned > posted).toBe(true)
      expect(checkPostalCode(code ?? '')).toEqual({ value: code, findings: [] })
    }
    expect(new Set(sent.map(({ code }) => code)).size).toBe(sent.length)
    expect(countOf(desk, 'applications WHERE postal_code IS NOT NULL AND posted_day IS NULL')).toBe(0)
    expect(countOf(desk, "applications WHERE return_way = 'counter' AND posted_day IS NOT NULL")).toBe(0)
    expect(
      countOf(
        desk,
        "applications WHERE return_way = 'post' AND returned_day IS NOT NULL AND posted_day IS NULL",
      ),
    ).toBe(0)
  })

  test('shows results by post on every part of their way at the end of the year', async () => {
    const document = await (await signedIn(desk)).reports.preview({
      ...{ name: 'buu-chinh', period: { kind: 'month', id: '2023-12' } },
    })
    const [carriedIn, handedOver, delivered, days, withPost, notHandedOver, returned] = valuesOf(
      tableOf(document, 'post').rows.at(-1),
    )
      .slice(2)
      .map(Number)
    for (const count of [carriedIn, handedOver, delivered, days, withPost, notHandedOver])
      expect(count).toBeGreaterThan(0)
    expect(notHandedOver).toBeLessThan(10)
    // nobody fetches at the counter what goes by post
    expect(returned).toBe(delivered)
  })

  test('gives no officer the administrator’s password', async () => {
    const officers = (await (await signedIn(desk)).users.list({})).filter(({ role }) => role === 'officer')
    for (const { username } of officers) {
      const { password } = administrator
      expect(await refusal(desk.anyone.users.signIn({ username, password }))).toMatchObject({
        code: 'not-allowed',
      })
    }
    const hashes = desk.database.read(db => db.rows('SELECT DISTINCT password_hash FROM users'))
    expect(hashes).toHaveLength(officers.length + 1)
  })
})

test('the same seed gives the same register on every machine', async () => {
  const [first, second] = [emptyApp(), emptyApp()]
  for (const desk of [first, second]) await desk.run(desk.anyone.setup.demo({ size: 300, administrator }))
  expect(registerOf(first)).toEqual(registerOf(second))
  expect(registerOf(first)[1]).toHaveLength(300)
})

test.each([10, 365, 999])('a department of %i applications can be made', async size => {
  const desk = emptyApp()
  expect(await desk.run(desk.anyone.setup.demo({ size, administrator }))).toEqual({ applications: size })
  expect(countOf(desk, 'applications')).toBe(size)
})

test.each([2000, 50])('cancelled, it leaves the folder empty (%i applications)', async size => {
  const desk = emptyApp()
  const { jobId } = await desk.anyone.setup.demo({ size, administrator })
  desk.jobs.cancel(jobId)
  await desk.jobs.finished(jobId)
  expect(await desk.anyone.jobs.status({ id: jobId })).toMatchObject({ state: 'cancelled', result: null })
  for (const table of ['users', 'settings', 'audit', 'applications', 'provinces', 'teams']) {
    expect([table, countOf(desk, table)]).toEqual([table, 0])
  }
  expect(await desk.anyone.setup.state({})).toMatchObject({ ready: false })
  await desk.run(desk.anyone.setup.demo({ size: 10, administrator }))
})

test('a folder in use is never filled with sample data', async () => {
  const desk = await testApp()
  expect(await refusal(desk.run(desk.anyone.setup.demo({ administrator })))).toMatchObject({
    code: 'conflict',
  })
  expect(countOf(desk, 'applications')).toBe(0)
})

test('a weak password is refused before the work begins', async () => {
  const error = await refusal(
    emptyApp().anyone.setup.demo({ administrator: { ...administrator, password: '123' } }),
  )
  expect(error.details?.fields).toHaveProperty(['administrator.password'])
})
