import { beforeEach, describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { anApplication, logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { lineOf, tableOf, textOf } from '../support/slips.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const slips = () => desk.as('officer').slips

async function received(about: Parameters<typeof anApplication>[0] = {}): Promise<Application> {
  const input = anApplication({ registered: '2023-09-05', time: '08:05', receivedToo: true, ...about })
  const { id } = await desk.as('officer').applications.create(input)
  return desk.as('officer').applications.get({ id })
}

const issued = async (
  applicationId: number,
  details?: Parameters<ReturnType<typeof slips>['issue']>[0]['details'],
) => slips().issue({ kind: 'receipt', subject: { applicationId }, ...(details && { details }) })

describe('the receipt (Mẫu 01)', () => {
  test('has every field of the form, with the hour of the event and no hour for the appointed day', async () => {
    const file = await received({
      ...{ fullName: 'Nguyễn Văn Thử', address: '12 đường Thử', districtCode: null, phone: '0912345678' },
      ...{ classes: 'B2', reasonCode: 'expiring', returnWay: 'counter' },
    })
    const { slip, document } = await issued(file.id)
    expect(slip).toMatchObject({
      kind: 'receipt',
      year: 2023,
      number: 1,
      reprint: 0,
      formSet: '2018',
      reason: null,
    })
    expect(document).toMatchObject({
      title: 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ',
      paper: 'A5',
      qr: file.dossierCode,
      head: {
        parent: 'SỞ GIAO THÔNG VẬN TẢI TỈNH KIÊN GIANG',
        department: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ',
        number: 'Số: 01/TNHS',
        country: 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        motto: 'Độc lập - Tự do - Hạnh phúc',
        placeAndDate: 'Kiên Giang, ngày 25 tháng 9 năm 2023',
        reprint: '',
      },
      signatures: [
        { title: 'NGƯỜI NỘP HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: 'Nguyễn Văn Thử' },
        { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', hint: '(Ký và ghi rõ họ tên)', name: 'Cán bộ thử nghiệm' },
      ],
    })
    expect(
      document.blocks.flatMap(block => (block.kind === 'line' ? [[block.label, block.value]] : [])),
    ).toEqual([
      ['Mã hồ sơ', file.dossierCode],
      ['Bộ phận Tiếp nhận và Trả kết quả', 'Sở Giao thông vận tải tỉnh Kiên Giang'],
      ['Tiếp nhận hồ sơ của', 'Nguyễn Văn Thử'],
      ['Địa chỉ', '12 đường Thử'],
      ['Số điện thoại', '0912345678'],
      ['Email', ''],
      [
        'Nội dung yêu cầu giải quyết',
        'Đổi giấy phép lái xe do ngành Giao thông vận tải cấp, hạng B2 (lý do: sắp hết hạn)',
      ],
      ['Số lượng hồ sơ', '01 (bộ)'],
      ['Thời gian giải quyết hồ sơ theo quy định', '05 ngày làm việc'],
      ['Thời gian nhận hồ sơ', '08 giờ 05 phút, ngày 05/09/2023'],
      ['Thời gian trả kết quả giải quyết hồ sơ', 'trong giờ làm việc, ngày 12/09/2023'],
      ['Đăng ký nhận kết quả tại', 'Bộ phận Tiếp nhận và Trả kết quả'],
    ])
    expect(textOf(document)).toContain('Vào Sổ theo dõi hồ sơ, Quyển số: 2023 Số thứ tự: 01')
    expect(document.foot).toContain('Mẫu số 01 ban hành kèm theo Thông tư số 01/2018/TT-VPCP.')
  })

  test('lists what such a file holds, or what the officer says was handed in', async () => {
    const usual = await issued((await received({ classes: 'A1', channel: 'direct' })).id)
    expect(textOf(usual.document)).toContain(
      '1. Đơn đề nghị đổi giấy phép lái xe\n2. Giấy phép lái xe hiện có\n3. Căn cước công dân hoặc hộ chiếu',
    )
    const other = await issued((await received({ classes: 'A1, B2' })).id)
    expect(textOf(other.document)).toContain('2. Giấy khám sức khỏe của người lái xe')
    expect(textOf(other.document)).toContain('5. Ảnh chân dung')
    const told = await issued((await received()).id, {
      items: [{ name: 'Giấy khám sức khỏe', original: 1, copy: 2 }],
    })
    expect(textOf(told.document)).toContain('1. Giấy khám sức khỏe (01 bản chính, 02 bản photo)\nSố lượng')
  })

  test('leaves room for an hour that nobody noted, and for a number in the preview', async () => {
    const file = await logged(desk, { status: 2, registered: '2023-09-05' })
    const document = await desk
      .as('viewer')
      .slips.preview({ kind: 'receipt', subject: { applicationId: file.id } })
    expect(lineOf(document, 'Thời gian nhận hồ sơ')).toBe('……… giờ ……… phút, ngày 05/09/2023')
    expect(document.head.number).toBe(`Số: ${'\u00a0'.repeat(8)}/TNHS`)
    expect(await desk.as('viewer').slips.list({ applicationId: file.id })).toEqual([])
  })

  test('says that a due day in a year without confirmed holidays is provisional', async () => {
    const file = await received()
    expect((await issued(file.id)).document.foot).not.toContain('tạm tính')
    await desk.as('admin').catalogue.confirmYear({ year: 2023, confirmed: false, version: 1 })
    expect((await issued(file.id)).document.foot).toContain('Ngày trả kết quả là tạm tính')
  })

  test('names who hands in for somebody else, and the way back by post with its address', async () => {
    const file = await received({
      ...{ submitterName: 'Trần Thị Mẫu', returnWay: 'post', address: '7 đường Mẫu' },
    })
    const { document } = await issued(file.id)
    expect(lineOf(document, 'Tiếp nhận hồ sơ của')).toBe('Nguyễn Văn Thử (người nộp thay: Trần Thị Mẫu)')
    expect(document.signatures[0]?.name).toBe('Trần Thị Mẫu')
    expect(lineOf(document, 'Đăng ký nhận kết quả tại')).toBe(
      'Qua dịch vụ bưu chính, tại địa chỉ: 7 đường Mẫu',
    )
  })

  test('is not printed before the file is received', async () => {
    const { id: applicationId } = await logged(desk, { status: 1 })
    const asked = { kind: 'receipt', subject: { applicationId } } as const
    for (const refused of [await refusal(slips().issue(asked)), await refusal(slips().preview(asked))])
      expect(refused).toMatchObject({ code: 'invalid', message: expect.stringContaining('Mới đăng ký') })
  })

  test('is about a file there is, and not about a batch', async () => {
    const none = slips().issue({ kind: 'receipt', subject: { applicationId: 999 } })
    expect((await refusal(none)).code).toBe('not-found')
    const batch = slips().issue({ kind: 'receipt', subject: { batchId: 1 } })
    expect((await refusal(batch)).message).toContain('in cho từng hồ sơ')
  })

  test('leaves a line in the trail with its number, and no new version of the file', async () => {
    const file = await received()
    const { slip } = await issued(file.id)
    expect(await desk.as('team-lead').audit.list({ subject: 'slip' })).toMatchObject([
      {
        operation: 'slips.issue',
        subjectId: String(slip.id),
        changes: { Số: [null, '01/TNHS'], 'Hồ sơ': [null, file.dossierCode] },
      },
    ])
    expect((await desk.as('officer').applications.get({ id: file.id })).version).toBe(file.version)
  })

  test('is given by those who process, not by those who look', async () => {
    const { id: applicationId } = await received()
    const asked = desk.as('viewer').slips.issue({ kind: 'receipt', subject: { applicationId } })
    expect((await refusal(asked)).code).toBe('not-allowed')
  })
})

describe('the QR', () => {
  test.each(['G22.99-230905-000120', '000.00.12.H62-201105-0004', 'H56.11-230918-0001', 'HS số 12/Đổi GPLX'])(
    'holds %s, by which the search box finds that file first',
    async dossierCode => {
      for (const other of [1, 2, 3]) await received({ dossierCode: `${dossierCode}${other}` })
      const file = await received({ dossierCode })
      const { document } = await issued(file.id)
      expect(document.qr).toBe(dossierCode)
      const { rows } = await desk.as('officer').applications.list({ text: document.qr ?? '' })
      expect(rows.map(row => row.dossierCode)).toContain(dossierCode)
    },
  )
})

test('a file from sample data says so on its slips', async () => {
  const { id } = await received()
  desk.database.atomically(db =>
    db.run(`INSERT INTO settings (key, from_day, value) VALUES ('sample', '0001-01-01', '{"sample":true}')`),
  )
  expect((await issued(id)).document.foot).toContain('DỮ LIỆU MẪU')
})

test('every table of a slip has as many widths, alignments and cells as headings', async () => {
  const file = await logged(desk, { status: 10 })
  const document = await slips().preview({ kind: 'control', subject: { applicationId: file.id } })
  const table = tableOf(document)
  const columns = table.headings.length
  expect([table.widths.length, table.align.length]).toEqual([columns, columns])
  expect(table.widths.reduce((sum, width) => sum + width, 0)).toBe(100)
  expect(table.groups?.reduce((sum, { colSpan }) => sum + colSpan, 0)).toBe(columns)
  for (const row of table.rows) expect(row).toHaveLength(columns)
})
