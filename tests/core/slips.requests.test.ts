import { beforeEach, describe, expect, test } from 'vitest'
import { type TestApp, testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { lineOf, tableOf, textOf } from '../support/slips.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp()
})

const slips = () => desk.as('officer').slips
const item = { name: 'Giấy khám sức khỏe của người lái xe', original: 1, certified: 0, copy: 2 }

describe('a request for more (Mẫu 02)', () => {
  async function waiting() {
    const file = await logged(desk, { status: 4, sex: 'female', phone: '0912345678', address: '7 đường Mẫu' })
    return moved(desk, file, 'requestSupplement', '2023-09-19', { reason: 'Giấy khám sức khỏe hết hạn' })
  }

  test('says what is missing, in how many copies, why, and whom to ask', async () => {
    const file = await waiting()
    const { document } = await slips().issue({
      kind: 'supplement',
      subject: { applicationId: file.id },
      details: { items: [item] },
    })
    expect(document).toMatchObject({
      title: 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      paper: 'A4',
      head: { number: 'Số: 01/HDHS', department: 'BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ' },
      signatures: [{ title: 'NGƯỜI HƯỚNG DẪN', name: 'Cán bộ thử nghiệm' }],
      qr: file.dossierCode,
    })
    const table = tableOf(document)
    expect(table.headings).toEqual(['TT', 'Thành phần hồ sơ', 'Bản chính', 'Bản chứng thực', 'Bản photo'])
    expect(table.groups?.map(({ text }) => text)).toEqual(['', '', 'Số lượng'])
    expect(table.rows).toEqual([['1', item.name, '01', '', '02']])
    expect(lineOf(document, 'Lý do')).toBe('Giấy khám sức khỏe hết hạn')
    expect(lineOf(document, 'Số điện thoại')).toBe('0912345678')
    expect(textOf(document)).toContain('đề nghị bà bổ sung, hoàn thiện hồ sơ')
    expect(textOf(document)).toMatch(
      /bà liên hệ với công chức Cán bộ thử nghiệm, số điện thoại …+ để được hướng dẫn\.\/\.$/,
    )
  })

  test('may word another reason than the step', async () => {
    const { id } = await waiting()
    const { document } = await slips().issue({
      kind: 'supplement',
      subject: { applicationId: id },
      details: { items: [item], reason: 'Ảnh chân dung không đúng nền' },
    })
    expect(lineOf(document, 'Lý do')).toBe('Ảnh chân dung không đúng nền')
  })

  test('names at least one paper before it gets a number; the preview has rows to write in', async () => {
    const subject = { applicationId: (await waiting()).id }
    const refused = await refusal(slips().issue({ kind: 'supplement', subject }))
    expect(refused.details?.fields).toEqual({
      'details.items': 'Ghi ít nhất một giấy tờ cần bổ sung, hoàn thiện.',
    })
    expect(tableOf(await slips().preview({ kind: 'supplement', subject })).rows).toHaveLength(3)
  })

  test('is looked at before its step and numbered after it', async () => {
    const file = await logged(desk, { status: 4 })
    const subject = { applicationId: file.id }
    const asked = { kind: 'supplement' as const, subject, details: { items: [item] } }
    expect((await slips().preview(asked)).title).toContain('BỔ SUNG')
    expect((await refusal(slips().issue(asked))).message).toContain('Thực hiện bước “Yêu cầu bổ sung”')
    await moved(desk, file, 'requestSupplement', '2023-09-19')
    expect((await slips().issue(asked)).slip.number).toBe(1)
  })

  test('is not even looked at for a file that is done', async () => {
    const { id } = await logged(desk, { status: 9 })
    const subject = { applicationId: id }
    const asked = { kind: 'supplement' as const, subject, details: { items: [item] } }
    expect((await refusal(slips().preview(asked))).message).toContain('Đã xử lý xong')
  })
})

describe('a refusal (Mẫu 03)', () => {
  test('says why, in the words of the step, and is signed by both', async () => {
    const before = await logged(desk, { status: 1, fullName: 'Trần Thị Mẫu' })
    const file = await moved(desk, before, 'refuse', '2023-09-19', { reason: 'Giấy phép lái xe giả' })
    const { document } = await slips().issue({ kind: 'refusal', subject: { applicationId: file.id } })
    expect(document).toMatchObject({
      title: 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ',
      head: { number: 'Số: 01/TCHS' },
      signatures: [
        { title: 'NGƯỜI NỘP HỒ SƠ', name: 'Trần Thị Mẫu' },
        { title: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: 'Cán bộ thử nghiệm' },
      ],
    })
    expect(lineOf(document, 'Lý do')).toBe('Giấy phép lái xe giả')
    expect(textOf(document)).toContain(
      'thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:',
    )
    expect(textOf(document)).toMatch(/để ông\/bà được biết và thực hiện\.\/\.$/)
  })

  test('is looked at before its step and numbered after it; a received file is never refused', async () => {
    const waiting = await logged(desk, { status: 1 })
    const asked = (id: number) => ({ kind: 'refusal', subject: { applicationId: id } }) as const
    expect((await slips().preview(asked(waiting.id))).title).toContain('TỪ CHỐI')
    expect((await refusal(slips().issue(asked(waiting.id)))).code).toBe('invalid')
    const received = await logged(desk, { status: 2 })
    expect((await refusal(slips().preview(asked(received.id)))).code).toBe('invalid')
  })
})
