import { beforeEach, describe, expect, test } from 'vitest'
import type { Application } from '../../electron/core/applications/contract.ts'
import type { Day } from '../../electron/core/calendar/day.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { lineOf, textOf } from '../support/slips.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp() // Monday 25/09/2023
})

const slips = () => desk.as('officer').slips
const late = () => logged(desk, { status: 4, registered: '2023-09-05', sex: 'male' }) // due 12/09/2023
const reason = 'Hệ thống thông tin GPLX gián đoạn'

const apologise = ({ id }: Pick<Application, 'id'>, newDueDay: Day | null = '2023-09-28', why = reason) =>
  slips().issue({ kind: 'apology', subject: { applicationId: id }, details: { reason: why, newDueDay } })
const reread = ({ id }: Pick<Application, 'id'>) => desk.as('officer').applications.get({ id })

describe('an apology (Mẫu 04)', () => {
  test('names both days, the reason and the regret, for the head of the department to sign', async () => {
    const { document } = await apologise(await late())
    expect(document).toMatchObject({
      title: 'PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ',
      head: {
        parent: 'UBND TỈNH KIÊN GIANG',
        department: 'SỞ GIAO THÔNG VẬN TẢI',
        number: 'Số: 01/PXL-SGTVT',
      },
      signatures: [{ title: 'GIÁM ĐỐC', hint: '(Ký, ghi rõ họ tên và đóng dấu)', name: '' }],
    })
    expect(lineOf(document, 'Kính gửi')).toBe('Ông Nguyễn Văn Thử')
    expect(lineOf(document, 'Lý do')).toBe(reason)
    const text = textOf(document)
    expect(text).toContain('Ngày 05 tháng 9 năm 2023, Sở Giao thông vận tải tỉnh Kiên Giang tiếp nhận hồ sơ')
    expect(text).toContain('Thời gian hẹn trả kết quả giải quyết hồ sơ: ngày 12 tháng 9 năm 2023.')
    expect(text).toContain('đến nay Sở Giao thông vận tải tỉnh Kiên Giang chưa trả kết quả')
    expect(text).toContain('xin lỗi ông vì sự chậm trễ này và hẹn lại thời gian trả kết quả')
    expect(text).toContain('vào ngày 28 tháng 9 năm 2023.')
  })

  test('appoints the new day in the history, with the reason, by an officer', async () => {
    const file = await late()
    await apologise(file)
    const after = await reread(file)
    expect(after).toMatchObject({ dueDay: '2023-09-28', status: 4, version: file.version + 1 })
    expect(after.history.at(-1)).toMatchObject({
      kind: 'reappointed',
      day: '2023-09-25',
      dueDay: '2023-09-28',
      reason,
      actorName: 'Cán bộ thử nghiệm',
    })
    const [entry] = await desk
      .as('team-lead')
      .audit.list({ subject: 'application', subjectId: String(file.id) })
    expect(entry).toMatchObject({
      operation: 'slips.issue',
      changes: { 'Ngày hẹn trả': ['2023-09-12', '2023-09-28'], 'Lý do': [null, reason] },
    })
  })

  test('leaves the file late until the day of the apology, and in time after it', async () => {
    const lateOn = async (id: string) =>
      (await desk.as('viewer').statistics.figures({ period: { kind: 'day', id } })).measures.openOverdue.total
    const file = await late()
    const [before, on] = [await lateOn('2023-09-22'), await lateOn('2023-09-25')]
    await apologise(file)
    expect(await lateOn('2023-09-22')).toBe(before)
    expect(await lateOn('2023-09-25')).toBe(on - 1)
    expect((await desk.as('viewer').applications.explainDue({ id: file.id })).at(-1)).toMatchObject({
      due: '2023-09-28',
      from: '2023-09-25',
      why: 'Xin lỗi và hẹn lại ngày trả kết quả',
    })
  })

  test('is for a file that is late or due within two working days', async () => {
    const due = async (registered: Day) => (await logged(desk, { status: 2, registered })).id
    const today = await due('2023-09-18') // due 25/09
    expect(textOf((await apologise({ id: today })).document)).toContain('không trả được kết quả')
    const inTwoDays = await due('2023-09-20') // due 27/09
    expect((await apologise({ id: inTwoDays })).slip.number).toBe(2)
    const inThreeDays = await due('2023-09-21') // due 28/09
    expect((await refusal(apologise({ id: inThreeDays }, '2023-09-29'))).message).toContain(
      'còn hạn đến ngày 28/09/2023',
    )
  })

  test.each([1, 5, 7, 8, 9, 10] as const)(
    'is not for a file in status %i, whose clock does not run',
    async status => {
      const file = await logged(desk, { status, registered: '2023-09-05' })
      const refused = await refusal(apologise(file))
      expect(refused.code).toBe('invalid')
      expect(refused.message).toContain('Chỉ hẹn lại ngày trả cho hồ sơ đang giải quyết')
      expect((await reread(file)).dueDay).toBe(file.dueDay)
    },
  )

  test.each([
    [null, 'Nhập ngày hẹn lại.'],
    ['2023-09-25', 'Ngày hẹn lại phải từ ngày mai trở đi. Nhập lại ngày.'],
    ['2023-09-13', 'Ngày hẹn lại phải từ ngày mai trở đi. Nhập lại ngày.'],
    ['2023-09-30', 'Ngày hẹn lại là ngày nghỉ. Chọn một ngày làm việc.'],
  ])('refuses the new day %s', async (newDueDay, message) => {
    const refused = await refusal(apologise(await late(), newDueDay))
    expect(refused.details?.fields).toEqual({ 'details.newDueDay': message })
  })

  test('promises a later day than the one it takes back', async () => {
    const file = await logged(desk, { status: 2, registered: '2023-09-20' }) // due 27/09
    expect((await refusal(apologise(file, '2023-09-27'))).message).toContain(
      'phải sau ngày đã hẹn (27/09/2023)',
    )
  })

  test('asks for its reason', async () => {
    const refused = await refusal(apologise(await late(), '2023-09-28', ' '))
    expect(refused.details?.fields).toEqual({ 'details.reason': 'Nhập lý do chậm trả kết quả.' })
  })

  test('is made once: a second one is refused, naming the first, and changes nothing', async () => {
    const file = await late()
    await apologise(file)
    const refused = await refusal(apologise(file, '2023-10-02'))
    expect(refused).toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('đã được hẹn lại một lần (phiếu xin lỗi số 1 ngày 25/09/2023)'),
    })
    expect((await reread(file)).dueDay).toBe('2023-09-28')
  })

  test('is looked at without changing anything, its new day still to be written', async () => {
    const file = await late()
    const document = await slips().preview({ kind: 'apology', subject: { applicationId: file.id } })
    expect(textOf(document)).toMatch(/hẹn lại thời gian trả kết quả giải quyết hồ sơ vào ngày …+\./)
    expect(await reread(file)).toEqual(file)
  })

  test('is reprinted with the day as it was corrected since, and keeps the day that was not kept', async () => {
    const file = await late()
    const { slip } = await apologise(file)
    const { version } = await reread(file)
    await desk
      .as('team-lead')
      .applications.appoint({ id: file.id, version, dueDay: '2023-09-29', reason: 'Ghi nhầm ngày' })
    const { document } = await slips().reprint({ id: slip.id, reason: 'Sửa ngày hẹn lại' })
    expect(textOf(document)).toContain(
      'Thời gian hẹn trả kết quả giải quyết hồ sơ: ngày 12 tháng 9 năm 2023.',
    )
    expect(textOf(document)).toContain('vào ngày 29 tháng 9 năm 2023.')
  })

  test('is not reprinted once its new day was taken back', async () => {
    const file = await late()
    const { slip } = await apologise(file)
    const { version, history } = await reread(file)
    const eventId = history.at(-1)?.id ?? 0
    const taken = { id: file.id, version, eventId, day: null, reason: 'Nhầm hồ sơ' }
    await desk.as('team-lead').applications.correct(taken)
    const refused = await refusal(slips().reprint({ id: slip.id, reason: 'In mờ' }))
    expect(refused.message).toContain('Ngày hẹn lại của phiếu này đã được rút lại.')
  })

  test('a file that went on to its result by the new day is on time', async () => {
    const file = await late()
    await apologise(file)
    const done = await moved(desk, await reread(file), 'finish', '2023-09-25')
    expect(done).toMatchObject({ closedDay: '2023-09-25', dueDay: '2023-09-28' })
  })
})
