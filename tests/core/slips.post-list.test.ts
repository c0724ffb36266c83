import { beforeEach, describe, expect, test } from 'vitest'
import type { Facts } from '../../electron/core/applications/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { lineOf, tableOf, textOf } from '../support/slips.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const slips = () => desk.as('officer').slips

async function handedOver(files: readonly Partial<Facts>[], office = 'Bưu điện thành phố Rạch Giá') {
  const ids: number[] = []
  for (const about of files) ids.push((await logged(desk, { status: 9, returnWay: 'post', ...about })).id)
  const action = { kind: 'hand-to-post' as const, day: '2023-09-25', office }
  return desk.run(desk.as('officer').batches.run({ selection: { ids }, action }))
}

describe('the hand-over list of the post', () => {
  test('lists the results by name, for both sides to sign', async () => {
    const { batchId } = await handedOver([
      { fullName: 'Trần Thị Mẫu', address: '7 đường Mẫu', postalCode: 'RA123456785VN' },
      { fullName: 'Nguyễn Văn An', address: '12 đường Thử' },
    ])
    const { slip, document } = await slips().issue({ kind: 'post-list', subject: { batchId } })
    expect(slip).toMatchObject({ kind: 'post-list', number: 1 })
    expect(document).toMatchObject({
      title: 'BIÊN BẢN BÀN GIAO KẾT QUẢ GIẢI QUYẾT HỒ SƠ QUA DỊCH VỤ BƯU CHÍNH',
      paper: 'A4',
      head: { number: 'Số: 01/BB-SGTVT' },
      qr: null,
      signatures: [
        { title: 'BÊN GIAO', name: 'Cán bộ thử nghiệm' },
        { title: 'BÊN NHẬN', name: '' },
      ],
    })
    expect(document.foot).not.toContain('Mẫu số')
    const { headings, rows } = tableOf(document)
    expect(headings).toEqual(['TT', 'Mã hồ sơ', 'Họ và tên', 'Địa chỉ nhận', 'Mã bưu gửi', 'Ghi chú'])
    expect(rows.map(([number, , ...rest]) => [number, ...rest])).toEqual([
      ['1', 'Nguyễn Văn An', '12 đường Thử', '', ''],
      ['2', 'Trần Thị Mẫu', '7 đường Mẫu', 'RA123456785VN', ''],
    ])
    expect(lineOf(document, 'Bên nhận')).toBe('Bưu điện thành phố Rạch Giá')
    expect(textOf(document)).toContain(
      'Hôm nay, ngày 25 tháng 9 năm 2023, tại Bộ phận Tiếp nhận và Trả kết quả',
    )
    expect(textOf(document)).toContain('bàn giao 02 kết quả')
    expect(await slips().list({ batchId })).toEqual([slip])
  })

  test('is not printed for another kind of batch, for one taken back, nor for a single file', async () => {
    const { id } = await logged(desk, { status: 2 })
    const moved = await desk.run(
      desk.as('officer').batches.run({
        selection: { ids: [id] },
        action: { kind: 'move', move: 'process', day: '2023-09-25' },
      }),
    )
    const of = (batchId: number) => slips().issue({ kind: 'post-list', subject: { batchId } })
    expect((await refusal(of(moved.batchId))).code).toBe('invalid')
    expect((await refusal(of(999))).code).toBe('not-found')
    const single = slips().issue({ kind: 'post-list', subject: { applicationId: id } })
    expect((await refusal(single)).message).toContain('in theo lần giao')
    const { batchId } = await handedOver([{}])
    await desk.run(desk.as('officer').batches.undo({ batchId }))
    expect((await refusal(of(batchId))).message).toContain('đã được hoàn tác')
  })

  test('is refused where nothing was handed over', async () => {
    const { id } = await logged(desk, { status: 2 })
    const { batchId, done } = await desk.run(
      desk.as('officer').batches.run({
        selection: { ids: [id] },
        action: { kind: 'hand-to-post', day: '2023-09-25' },
      }),
    )
    expect(done).toBe(0)
    const refused = await refusal(slips().issue({ kind: 'post-list', subject: { batchId } }))
    expect(refused.message).toContain('không có hồ sơ nào')
  })
})
