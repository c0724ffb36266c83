import { beforeEach, expect, test } from 'vitest'
import { formSets } from '../../electron/core/slips/form-sets.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { lineOf, textOf } from '../support/slips.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp() // Monday 25/09/2023
})

const issue = (kind: 'receipt' | 'control' | 'apology' | 'stop', id: number) =>
  desk.as('officer').slips.issue({
    kind,
    subject: { applicationId: id },
    details: { reason: 'Hệ thống gián đoạn', newDueDay: kind === 'apology' ? '2023-09-28' : null },
  })
const use2025From = (fromDay: string) =>
  desk.as('admin').settings.set({ key: 'formSet', fromDay, version: 0, value: { set: '2025' } })

test('slips are printed by the set that is in force on their day, and a reprint keeps it', async () => {
  const file = await logged(desk, { status: 4 })
  await use2025From('2023-09-26')
  const before = await issue('control', file.id)
  expect(before.slip.formSet).toBe('2018')
  expect(before.document.foot).toContain('Mẫu số 05 ban hành kèm theo Thông tư số 01/2018/TT-VPCP.')
  await use2025From('2023-09-25')
  const after = await issue('control', file.id)
  expect(after.slip).toMatchObject({ formSet: '2025', number: 2 })
  expect(after.document.title).toBe('PHIẾU KIỂM SOÁT')
  expect(after.document.foot).toContain('Mẫu số 06 ban hành kèm theo Thông tư số 03/2025/TT-VPCP.')
  const again = await desk.as('officer').slips.reprint({ id: before.slip.id, reason: 'Sai tên' })
  expect(again.slip.formSet).toBe('2018')
  expect(again.document.foot).toContain('Mẫu số 05')
})

test('an apology of 2025 asks for more time, under its own title', async () => {
  const file = await logged(desk, { status: 4, registered: '2023-09-05' })
  await use2025From('2023-09-01')
  const { document } = await issue('apology', file.id)
  expect(document.title).toBe('VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT')
  expect(document.foot).toContain('Mẫu số 04')
  expect(textOf(document)).toContain(
    'đề nghị gia hạn thời gian giải quyết hồ sơ đến ngày 28 tháng 9 năm 2023.',
  )
})

test('a stopped file is told so by the set of 2025; that of 2018 has no such form and says what to do', async () => {
  const file = await logged(desk, { status: 8 })
  const refused = await refusal(issue('stop', file.id))
  expect(refused.message).toContain('01/2018/TT-VPCP không có “Thông báo dừng giải quyết hồ sơ”')
  expect(refused.message).toContain('Mẫu phiếu')
  await use2025From('2023-09-01')
  const { slip, document } = await issue('stop', file.id)
  expect(slip).toMatchObject({ formSet: '2025', number: 1 })
  expect(document).toMatchObject({
    title: 'THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ',
    head: { number: 'Số: 01/TB-SGTVT' },
    signatures: [{ title: 'GIÁM ĐỐC' }],
  })
  expect(document.foot).toContain('Mẫu số 05 ban hành kèm theo Thông tư số 03/2025/TT-VPCP.')
  expect(lineOf(document, 'Lý do')).toBe('Hệ thống gián đoạn')
  const running = await logged(desk, { status: 4 })
  expect((await refusal(issue('stop', running.id))).message).toContain('Dừng xử lý')
})

test('every form of a set bears a number and the title that the set gives to it', () => {
  for (const { titles, forms, book } of formSets) {
    for (const form of Object.values(forms))
      if (form?.number != null) expect(titles[form.number]).toBe(form.title)
    expect(titles[book]).toBe('Sổ theo dõi hồ sơ')
  }
})
