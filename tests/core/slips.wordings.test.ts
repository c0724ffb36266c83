import { beforeEach, describe, expect, test } from 'vitest'
import {
  defaultTexts,
  fill,
  type Texts,
  wordedKinds,
  wordingProblem,
} from '../../electron/core/slips/model.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'
import { textOf } from '../support/slips.ts'

let desk: TestApp
beforeEach(async () => {
  desk = await testApp() // Monday 25/09/2023
})

const slips = () => desk.as('admin').slips
const refusalTexts = defaultTexts('refusal', '2018')
const closing = 'Kính báo để {ông/bà} {họ tên} (hồ sơ {mã hồ sơ}) được biết./.'
const reword = (fromDay = '0001-01-01', version = 0, texts: Texts = { ...refusalTexts, closing }) =>
  slips().setWording({ kind: 'refusal', fromDay, version, texts })
const refuse = async () => {
  const file = await logged(desk, { status: 3, sex: 'female' })
  return desk
    .as('officer')
    .slips.issue({ kind: 'refusal', subject: { applicationId: file.id }, details: { reason: 'Thiếu' } })
}

describe('the wording of a slip', () => {
  test('is that of the office, filled in, and stays on what was printed before', async () => {
    const before = await refuse()
    expect(textOf(before.document)).toContain('Xin thông báo để bà được biết và thực hiện./.')
    await reword()
    const { document } = await refuse()
    expect(textOf(document)).toMatch(/Kính báo để bà Nguyễn Văn Thử \(hồ sơ \S+\) được biết\.\/\./)
    expect((await slips().get({ id: before.slip.id })).document).toEqual(before.document)
  })

  test('holds from its day on', async () => {
    await reword('2023-09-27')
    expect(textOf((await refuse()).document)).toContain('Xin thông báo')
    expect(await slips().wording({ kind: 'refusal' })).toMatchObject({
      ...{ version: 0, texts: refusalTexts, standard: refusalTexts, days: ['0001-01-01', '2023-09-27'] },
    })
    await reword('2023-09-25')
    expect(textOf((await refuse()).document)).toContain('Kính báo')
    expect(await slips().wording({ kind: 'refusal' })).toMatchObject({
      version: 1,
      fromDay: '2023-09-25',
      days: ['0001-01-01', '2023-09-25', '2023-09-27'],
    })
    const on = (day: string) => slips().wording({ kind: 'refusal', on: day })
    expect(await on('0001-01-01')).toMatchObject({ version: 0, fromDay: '0001-01-01', texts: refusalTexts })
    expect((await on('2030-01-01')).fromDay).toBe('2023-09-27')
  })

  test('names only what can be filled in, and says at its field what can', async () => {
    for (const [text, said] of [
      ['Kính gửi {tên}', 'Phiếu không điền được {tên}. Chỉ dùng: {họ tên}, {ông/bà}'],
      ['Kính gửi {họ tên', 'Dấu { hoặc } bị thiếu một nửa'],
      ['  ', 'Nhập câu chữ'],
      ['Ngày mới {ngày hẹn lại}', 'Phiếu không điền được {ngày hẹn lại}'],
    ] as const) {
      const texts = { ...refusalTexts, closing: text }
      const error = await refusal(reword('0001-01-01', 0, texts))
      expect(error.code).toBe('invalid')
      expect(error.details?.fields).toEqual({ 'texts.closing': expect.stringContaining(said) })
      expect((await refusal(slips().previewWording({ kind: 'refusal', texts }))).code).toBe('invalid')
    }
    expect(textOf((await refuse()).document)).toContain('Xin thông báo')
  })

  test('is previewed on an invented file, without a number', async () => {
    for (const kind of wordedKinds) {
      const document = await slips().previewWording({ kind, texts: defaultTexts(kind, '2018') })
      expect(document.head.number).toMatch(/^Số:\s+\//)
      expect(textOf(document)).not.toMatch(/[{}]/)
    }
    const texts = { ...refusalTexts, closing }
    expect(textOf(await slips().previewWording({ kind: 'refusal', texts }))).toContain(
      'Kính báo để ông Nguyễn Văn Mẫu',
    )
  })

  test('is changed by the administrator alone, not over what another has just written, with a line in the trail', async () => {
    await reword()
    expect((await refusal(reword())).code).toBe('conflict')
    await reword('0001-01-01', 1, { ...refusalTexts })
    const [entry] = await desk.as('admin').audit.list({ subject: 'slip-wording', subjectId: 'refusal' })
    expect(entry?.changes).toMatchObject({ 'Câu kết': [closing, refusalTexts.closing] })
    for (const role of ['leader', 'team-lead', 'officer', 'viewer'] as const) {
      const input = { kind: 'refusal', fromDay: '0001-01-01', version: 2, texts: refusalTexts } as const
      expect((await refusal(desk.as(role).slips.setWording(input))).code).toBe('not-allowed')
    }
  })
})

test('every default wording can be printed as it stands', () => {
  for (const kind of wordedKinds)
    for (const set of ['2018', '2025'] as const)
      for (const [name, text] of Object.entries(defaultTexts(kind, set)))
        expect(wordingProblem(kind, name, text), `${kind} ${name}`).toBeNull()
})

test('what is filled in is never read as a place itself, and a sentence begins with a capital', () => {
  expect(fill('{ngày}, {họ tên}', { ngày: 'ngày 05', 'họ tên': '{ngày}' })).toBe('Ngày 05, {ngày}')
})
