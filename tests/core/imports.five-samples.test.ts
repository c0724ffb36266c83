import { readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import type { ImportReport } from '../../electron/core/imports/contract.ts'
import { measureNames } from '../../electron/core/statistics/model.ts'
import { fold } from '../../electron/core/vietnamese.ts'
import { clientOf, type TestApp, testApp, testPassword } from '../support/app.ts'

type Expected = {
  readonly files: readonly {
    readonly name: string
    readonly sheet: string | null
    readonly headerRows: readonly number[]
    readonly counts: Readonly<
      Record<'rows' | 'new' | 'updated' | 'unchanged' | 'rejected', number | [number, number]>
    >
    readonly rejectRows: readonly number[]
    readonly rejectAtLeastOneOf: readonly (readonly number[])[]
    readonly warnAtMostRows: readonly number[]
    readonly cleanRows: readonly number[]
  }[]
  readonly records: readonly Readonly<Record<string, string | number | null>>[]
  readonly figures: Readonly<
    Record<
      string,
      Readonly<Record<string, { readonly from: string; readonly to: string; readonly measures: object }>>
    >
  >
  readonly figuresInLicences: { readonly month: Readonly<Record<string, object>> }
  readonly byDay: readonly { readonly day: string }[]
  readonly ii06a: Readonly<Record<string, Readonly<Record<string, readonly number[]>>>>
  readonly target: Readonly<Record<string, object>>
}

const sample = (name: string) => readFileSync(new URL(`../samples/${name}`, import.meta.url))
const expected: Expected = JSON.parse(sample('expected-five.json').toString('utf8'))

describe('the five lists of the samples, imported in their order', () => {
  let desk: TestApp
  const reports = new Map<string, ImportReport>()

  beforeAll(async () => {
    desk = await testApp({ now: '2026-11-23T09:00:00+07:00' })
    const token = (await desk.anyone.users.signIn({ username: 'team-lead', password: testPassword })).token
    const client = clientOf(desk.app.call, () => token)
    lead = client
    for (const { name } of expected.files) {
      const file = { name, bytes: new Uint8Array(sample(name)) }
      const plan = await desk.run(client.imports.plan({ file }))
      const done = await desk.run(client.imports.apply({ file }))
      expect({ ...done, importId: null }, `${name}: the dry run says what the import then does`).toEqual(plan)
      reports.set(name, done)
    }
  }, 60_000)

  let lead: ReturnType<TestApp['as']>
  const reportOf = (name: string) => {
    const report = reports.get(name)
    if (report === undefined) throw new Error(`${name} was not imported`)
    return report
  }

  test.each(expected.files)(
    '$name gives the expected counts, sheet and heading',
    ({ name, counts, sheet, headerRows }) => {
      const report = reportOf(name)
      expect(report.sheet).toBe(sheet)
      expect(headerRows).toContain(report.headerRow.at(-1))
      for (const [key, range] of Object.entries(counts)) {
        const [least, most] = Array.isArray(range) ? range : [range, range]
        const count = report.counts[key as keyof typeof counts] // the same five names on both sides
        expect(count, key).toBeGreaterThanOrEqual(least)
        expect(count, key).toBeLessThanOrEqual(most)
      }
    },
  )

  test.each(expected.files)('$name: rows are refused, warned of and taken as expected', file => {
    const report = reportOf(file.name)
    const rejected = report.rejected.map(({ row }) => row)
    const warned = report.warned.map(({ row }) => row)
    expect(rejected).toEqual(expect.arrayContaining([...file.rejectRows]))
    for (const group of file.rejectAtLeastOneOf) expect(group.some(row => rejected.includes(row))).toBe(true)
    expect([...file.cleanRows, ...file.warnAtMostRows].filter(row => rejected.includes(row))).toEqual([])
    expect(file.cleanRows.filter(row => warned.includes(row))).toEqual([])
    for (const { problems } of [...report.rejected, ...report.warned]) {
      expect(problems.length).toBeGreaterThan(0)
      for (const { message } of problems) expect(message).not.toMatch(/\d{9,}/)
    }
  })

  test('the register knows of each file what the lists say', async () => {
    for (const record of expected.records) {
      const page = await lead.applications.list({ text: String(record.code) })
      const row = page.rows.find(({ dossierCode }) => dossierCode === record.code)
      expect(row, String(record.code)).toBeDefined()
      if (row === undefined) continue
      const file = await lead.applications.get({ id: row.id })
      const known: Record<string, unknown> = {
        channel: file.channel,
        nationalId: file.facts.nationalId,
        licences: file.facts.licences,
        registeredOn: file.registeredDay,
        receivedOn: file.receivedDay,
        dueOn: file.dueDay,
        finishedOn: file.finishedDay,
        returnedOn: file.returnedDay,
        returnedBy: file.returnedDay === null ? null : file.returnWay,
        withdrawnOn: file.withdrawnDay,
        stoppedOn: file.stoppedDay,
        refusedOn: file.refusedDay,
        droppedOn: file.droppedDay,
        status: file.status,
        ...(record.phone !== null && { phone: file.facts.phone }),
      }
      const wanted = Object.fromEntries(Object.keys(known).map(key => [key, record[key]]))
      expect(known, String(record.code)).toEqual(wanted)
      if (record.nameCase === 'any') expect(fold(file.fullName)).toBe(fold(String(record.fullName)))
      else expect(file.fullName).toBe(record.fullName)
    }
  })

  test('every figure of every period is met to the last file', async () => {
    for (const kind of ['day', 'week', 'month', 'quarter', 'half', 'year'] as const) {
      for (const [id, { from, to, measures }] of Object.entries(expected.figures[kind] ?? {})) {
        const figures = await lead.statistics.figures({ period: { kind, id } })
        expect({ from: figures.period.from, to: figures.period.to }, id).toEqual({ from, to })
        expect(figures.measures, `${kind} ${id}`).toEqual(measures)
      }
    }
    for (const { from, to, measures } of Object.values(expected.figures.monthTo14 ?? {})) {
      const figures = await lead.statistics.figures({ period: { from, to } })
      expect(figures.measures, `${from}..${to}`).toEqual(measures)
    }
    for (const [id, measures] of Object.entries(expected.figuresInLicences.month)) {
      const figures = await lead.statistics.figures({ period: { kind: 'month', id }, unit: 'licences' })
      expect(figures.measures, `licences ${id}`).toEqual(measures)
    }
  })

  test('every day is met to the last file', async () => {
    const first = expected.byDay[0]?.day ?? ''
    const last = expected.byDay.at(-1)?.day ?? ''
    const figures = await lead.statistics.figures({ period: { from: first, to: last } })
    expect(figures.byDay).toEqual(expected.byDay)
  })

  test('the thirteen columns of II.06a follow from the measures', async () => {
    for (const kind of ['week', 'month', 'quarter', 'half', 'year'] as const) {
      for (const [id, columns] of Object.entries(expected.ii06a[kind] ?? {})) {
        const { measures: m } = await lead.statistics.figures({ period: { kind, id } })
        const [inPeriodOnline, inPeriodOther] = [m.received.online, m.received.direct + m.received.postal]
        const before = m.carriedIn.total + m.resumed.total
        const [early, onTime, late] = [m.closedEarly.total, m.closedOnTime.total, m.closedLate.total]
        const [inTime, overdue] = [m.openInTime.total + m.openPaused.total, m.openOverdue.total]
        const received = inPeriodOnline + inPeriodOther + before
        expect(
          [
            received,
            inPeriodOnline,
            inPeriodOther,
            before,
            early + onTime + late,
            early,
            onTime,
            late,
            inTime + overdue,
            inTime,
            overdue,
          ],
          id,
        ).toEqual(columns)
        expect(received).toBe(early + onTime + late + inTime + overdue)
      }
    }
  })

  test('the target is met to the last file on every day looked at', async () => {
    for (const [asOf, wanted] of Object.entries(expected.target)) {
      expect(await lead.targets.status({ year: 2023, asOf }), asOf).toMatchObject(wanted)
    }
  })

  test('the measures asked for are all there are', () => {
    const some = Object.values(expected.figures.month ?? {})[0]?.measures ?? {}
    expect(Object.keys(some).sort()).toEqual([...measureNames].sort())
  })

  test('the identical file again changes nothing and names the earlier import', async () => {
    const file = { name: 'mot-ten-khac.xlsx', bytes: new Uint8Array(sample('01-portal.xlsx')) }
    const again = await desk.run(lead.imports.apply({ file }))
    expect(again.counts).toEqual({ rows: 138, new: 0, updated: 0, unchanged: 138, rejected: 0, warned: 0 })
    expect(again.earlier).toMatchObject({
      importId: reportOf('01-portal.xlsx').importId,
      by: 'Tổ trưởng thử nghiệm',
    })
    expect(again.importId).toBeNull()
  })

  test('an older list does not turn files back', async () => {
    const before = await lead.statistics.figures({ period: { kind: 'year', id: '2023' } })
    const bytes = new Uint8Array(sample('01-portal.xlsx'))
    // The same list with one byte more in the archive's comment is another file with the same rows.
    const touched = withComment(bytes)
    const again = await desk.run(lead.imports.apply({ file: { name: '01-portal-cu.xlsx', bytes: touched } }))
    expect(again.counts.rows).toBe(138)
    expect(again.counts.new).toBe(0)
    expect(again.counts.rejected).toBe(0)
    const after = await lead.statistics.figures({ period: { kind: 'year', id: '2023' } })
    expect(after.measures.finished).toEqual(before.measures.finished)
    expect(after.measures.open).toEqual(before.measures.open)
  })

  test('the audit chain and every derived row hold after all of it', async () => {
    const { token } = await desk.anyone.users.signIn({ username: 'admin', password: testPassword })
    const admin = clientOf(desk.app.call, () => token)
    const verified = await desk.run(admin.audit.verify({}))
    expect(verified.checks.filter(({ ok }) => !ok)).toEqual([])
    expect(desk.logged).toEqual([])
  })
})

/** The same archive with a comment: its end record says how long the comment is. */
function withComment(zip: Uint8Array): Uint8Array {
  const touched = new Uint8Array(zip.length + 1)
  touched.set(zip)
  touched[zip.length - 2] = 1
  touched[zip.length] = 0x20
  return touched
}
