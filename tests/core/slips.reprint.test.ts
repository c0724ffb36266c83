import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { lineOf, textOf } from '../support/slips.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const slips = () => desk.as('officer').slips

async function printed() {
  const file = await logged(desk, { status: 2, fullName: 'Nguyễn Văn Sái' })
  const details = { items: [{ name: 'Bản sao hộ chiếu', copy: 1 }] }
  const subject = { applicationId: file.id }
  const first = await slips().issue({ kind: 'receipt', subject, details })
  await desk.as('officer').applications.edit({
    ...{ id: file.id, version: file.version, facts: { fullName: 'Nguyễn Văn Sáu' } },
  })
  return { file, subject, first }
}

const reprint = (id: number, reason = 'Sai họ tên') => slips().reprint({ id, reason })

describe('a slip printed again', () => {
  test('keeps its number and its day, says how often and why, and is drawn from the facts of now', async () => {
    const { first } = await printed()
    desk.at('2023-09-25T08:10:00+07:00')
    const { slip, document } = await reprint(first.slip.id)
    expect(slip).toMatchObject({ kind: 'receipt', year: 2023, number: 1, reprint: 1, reason: 'Sai họ tên' })
    expect(slip.at).toBe('2023-09-25T08:10:00+07:00')
    expect(document.head).toMatchObject({
      number: 'Số: 01/TNHS',
      placeAndDate: 'Kiên Giang, ngày 25 tháng 9 năm 2023',
      reprint: 'In lại lần 1 ngày 25/09/2023',
    })
    expect(document.fileName).toMatch(/^giay-tiep-nhan_2023-0001_.*_in-lai-1\.pdf$/)
    expect(lineOf(document, 'Tiếp nhận hồ sơ của')).toBe('Nguyễn Văn Sáu')
    expect(textOf(document)).toContain('1. Bản sao hộ chiếu (01 bản photo)')
  })

  test('leaves the old document as it was, and the next slip gets the next number', async () => {
    const { file, subject, first } = await printed()
    const again = await reprint(first.slip.id)
    expect(await slips().get({ id: first.slip.id })).toEqual(first)
    expect(lineOf((await slips().get({ id: first.slip.id })).document, 'Tiếp nhận hồ sơ của')).toBe(
      'Nguyễn Văn Sái',
    )
    expect(await slips().list(subject)).toEqual([first.slip, again.slip])
    expect((await slips().issue({ kind: 'receipt', subject: { applicationId: file.id } })).slip.number).toBe(
      2,
    )
  })

  test('is counted on, whichever print it is asked from', async () => {
    const { first } = await printed()
    const second = await reprint(first.slip.id)
    const third = await reprint(second.slip.id, 'In mờ')
    const fourth = await reprint(first.slip.id, 'Rách')
    expect([second, third, fourth].map(({ slip }) => [slip.number, slip.reprint])).toEqual([
      [1, 1],
      [1, 2],
      [1, 3],
    ])
  })

  test('keeps the day of its first print in a later year, and the office of that day', async () => {
    const { first } = await printed()
    await desk.as('admin').settings.set({
      ...{ key: 'department', fromDay: '2023-09-26', version: 0 },
      value: {
        ...{ provinceCatalogue: '2023', provinceCode: '91', name: 'Sở Xây dựng tỉnh Kiên Giang' },
        ...{ parentName: 'UBND tỉnh Kiên Giang', place: 'Kiên Giang', symbol: 'BC-SXD' },
        ...{ signerTitle: 'GIÁM ĐỐC', signerName: '', receivers: [] },
      },
    })
    desk.at('2024-01-03T08:00:00+07:00')
    await desk.anyone.users
      .signIn({ username: 'officer', password: 'mat-khau-thu-2023' })
      .then(async ({ token }) => {
        const reply = await desk.app.call({
          token,
          name: 'slips.reprint',
          input: { id: first.slip.id, reason: 'Rách' },
        })
        expect(reply).toMatchObject({
          ok: true,
          value: {
            slip: { year: 2023, number: 1, reprint: 1 },
            document: {
              head: {
                parent: 'SỞ GIAO THÔNG VẬN TẢI TỈNH KIÊN GIANG',
                placeAndDate: 'Kiên Giang, ngày 25 tháng 9 năm 2023',
                reprint: 'In lại lần 1 ngày 03/01/2024',
              },
            },
          },
        })
      })
  })

  test('asks for a reason, which stands in the trail', async () => {
    const { first } = await printed()
    expect((await refusal(reprint(first.slip.id, ' '))).details?.fields).toEqual({
      reason: 'Nhập lý do in lại.',
    })
    await reprint(first.slip.id, 'Sai họ tên')
    const [entry] = await desk.as('team-lead').audit.list({ subject: 'slip' })
    expect(entry).toMatchObject({
      operation: 'slips.reprint',
      changes: { Số: [null, '01/TNHS'], 'In lại lần': [null, 1], 'Lý do': [null, 'Sai họ tên'] },
    })
  })

  test('is found by its id alone', async () => {
    expect((await refusal(reprint(99))).code).toBe('not-found')
    expect((await refusal(slips().get({ id: 99 }))).code).toBe('not-found')
  })
})

test.each(["UPDATE slips SET document = '{}'", 'DELETE FROM slips'])(
  'a printed slip cannot be changed behind the program: %s',
  async sql => {
    await printed()
    expect(() => desk.database.atomically(db => db.run(sql))).toThrow(/stays as it was/)
  },
)
