import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { tableOf, valuesOf } from '../support/report-cells.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

async function givenToThePost(day: string, postalCode: string | null = 'RA123456785VN') {
  const file = await logged(desk, { status: 9, registered: '2023-09-01', returnWay: 'post', postalCode })
  const action = { kind: 'hand-to-post' as const, day, office: 'Bưu điện Rạch Giá' }
  const { batchId } = await desk.run(
    desk.as('officer').batches.run({ selection: { ids: [file.id] }, action }),
  )
  await desk.as('officer').slips.issue({ kind: 'post-list', subject: { batchId } })
  return desk.as('officer').applications.get({ id: file.id })
}

const preview = (kind: 'week' | 'month', id: string) =>
  desk.as('viewer').reports.preview({ name: 'buu-chinh', period: { kind, id } })
const totals = async (kind: 'week' | 'month', id: string) =>
  valuesOf(tableOf(await preview(kind, id), 'post').rows.at(-1)).slice(2)

describe('the report on the post', () => {
  test('counts what was given, delivered and still under way, and the days of delivery', async () => {
    const first = await givenToThePost('2023-09-05')
    await moved(desk, first, 'return', '2023-09-08')
    const second = await givenToThePost('2023-09-07', null)
    await moved(desk, second, 'return', '2023-09-13')
    await givenToThePost('2023-09-14')
    await logged(desk, { status: 9, registered: '2023-09-12', returnWay: 'post' })
    // carried in, given, delivered, mean days, with the post, not given yet, returned by post
    expect(await totals('month', '2023-09')).toEqual([0, 3, 2, 4.5, 1, 1, 2])
    expect(await totals('week', '2023-W36')).toEqual([0, 2, 1, 3, 1, 1, 1])
    expect(await totals('week', '2023-W37')).toEqual([1, 1, 1, 6, 1, 1, 1])
    const text = JSON.stringify(await preview('month', '2023-09'))
    expect(text).toContain('giao 3 kết quả, trong đó 1 kết quả chưa ghi mã bưu gửi')
    expect(text).toContain('đã lập 3 biên bản bàn giao bưu chính')
  })

  test('lists what is with the post, the longest first, without names', async () => {
    await givenToThePost('2023-09-14')
    await givenToThePost('2023-09-05')
    const document = await preview('month', '2023-09')
    const { rows } = tableOf(document, 'with-the-post')
    expect(rows.map(row => [valuesOf(row)[4], valuesOf(row)[5]])).toEqual([
      ['2023-09-05', 20],
      ['2023-09-14', 11],
    ])
    const file = desk.database.read(db =>
      db.row<{ name: string }>('SELECT full_name AS name FROM applications LIMIT 1'),
    )
    expect(JSON.stringify(document)).not.toContain(file?.name)
  })

  test('says that returned items are not recorded, rather than that there were none', async () => {
    expect(JSON.stringify(await preview('month', '2023-08'))).toContain(
      'Số chuyển hoàn chưa được ghi trong ứng dụng nên không có trong báo cáo này',
    )
  })
})
