import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { NarrativePassage } from '../../electron/core/narrative/contract.ts'
import { type TestApp, testApp } from '../support/app.ts'
import { logged, moved } from '../support/builders.ts'
import { refusal } from '../support/refusal.ts'

const september = { report: 'tong-hop', period: { kind: 'month', id: '2023-09' } } as const

let desk: TestApp
beforeAll(async () => {
  desk = await testApp()
  await logged(desk, { status: 9 })
  await logged(desk, { status: 2, channel: 'direct' })
  await logged(desk, { registered: '2023-09-19' })
})
beforeEach(() => {
  desk.database.atomically(db => db.run('DELETE FROM narrative_edits'))
})

const narrative = () => desk.as('officer').narrative
const read = () => narrative().get(september)
async function passage(id: string): Promise<NarrativePassage> {
  const found = (await read()).find(each => each.id === id)
  if (found === undefined) throw new Error(`no passage ${id}`)
  return found
}
const save = (id: string, text: string, version = 0) =>
  narrative().save({ ...september, passage: id, text, version })

describe('the narrative of a month', () => {
  test('is written from the figures in whole sentences', async () => {
    const passages = await read()
    expect(passages.find(({ id }) => id === 'received')?.text).toBe(
      'Trong tháng 9 năm 2023, Sở Giao thông vận tải tỉnh Kiên Giang tiếp nhận 2 hồ sơ đề nghị đổi giấy phép lái xe, ' +
        'trong đó: nộp trực tuyến 1 hồ sơ (chiếm 50,0\u00a0%), nộp trực tiếp 1 hồ sơ, nộp qua dịch vụ bưu chính công ích ' +
        '0 hồ sơ; hồ sơ từ kỳ trước chuyển qua: 0; đã nộp, đang chờ tiếp nhận đến cuối kỳ: 1 hồ sơ.',
    )
    expect(passages.find(({ id }) => id === 'difficulties.none')?.text).toBe(
      'Trong tháng 9 năm 2023 chưa ghi nhận khó khăn, vướng mắc.',
    )
    expect(new Set(passages.map(({ section }) => section)).size).toBe(6)
  })

  test('says nothing of a period of which nothing is known', async () => {
    expect((await read()).map(({ id }) => id)).not.toContain('before')
  })

  test('ties each number to what it counts, and to its files', async () => {
    const { text, numbers } = await passage('received')
    expect(numbers.map(({ at, text: shown }) => text.slice(at, at + shown.length))).toEqual(
      numbers.map(number => number.text),
    )
    expect(numbers[1]).toMatchObject({
      key: 'received.online',
      measure: { names: ['received'], from: '2023-09-01', to: '2023-09-30', channels: ['online'] },
    })
  })

  test('keeps what an officer wrote, and its numbers go on following the figures', async () => {
    const saved = await save('open', 'Cuối tháng còn 1 hồ sơ đang giải quyết, đúng tiến độ.')
    expect(saved.numbers.map(({ key }) => key)).toEqual(['open.total'])
    expect(saved.edit).toMatchObject({ by: 'Cán bộ thử nghiệm', version: 1 })
    const more = await logged(desk, { status: 2, registered: '2023-09-20' })
    expect((await passage('open')).text).toBe('Cuối tháng còn 2 hồ sơ đang giải quyết, đúng tiến độ.')
    await moved(desk, more, 'withdraw', '2023-09-21')
  })

  test('says which number is no longer true', async () => {
    const { doubts } = await save('returned', 'Trong kỳ đã trả 40 kết quả.')
    expect(doubts).toEqual([{ said: '40', label: null, is: null }])
    const received = await passage('received')
    const wrong = await save('received', received.text.replace(/tiếp nhận \d hồ sơ/, 'tiếp nhận 9 hồ sơ'))
    expect(wrong.doubts).toMatchObject([{ said: '9', is: '3', label: 'hồ sơ tiếp nhận trong kỳ' }])
  })

  test('looks at a number whatever it is written with, and keeps nothing that nobody sees', async () => {
    const { text, doubts } = await save(
      'open',
      'Cuối kỳ còn ４０ hồ sơ\u202e, quá hạn 5\u200b0 hồ sơ.\r\nHết.',
    )
    expect(text).toBe('Cuối kỳ còn 40 hồ sơ, quá hạn 50 hồ sơ.\nHết.')
    expect(doubts.map(({ said }) => said)).toEqual(['40', '50'])
    // a text of nothing but what nobody sees is no text
    expect((await save('returned', ' \u200b\u00a0\n\u202e')).text).toBe('')
  })

  test('says when the rules would word a paragraph otherwise than when it was rewritten', async () => {
    desk.database.atomically(db =>
      db.run(
        `INSERT INTO narrative_edits (report, period_kind, period_id, passage, section, parts, shape, by_id, at)
         VALUES ('tong-hop', 'month', '2023-09', 'open', 'results', '["Không còn hồ sơ."]', 'khác', 1, '')`,
      ),
    )
    expect(await passage('open')).toMatchObject({ text: 'Không còn hồ sơ.', reworded: true })
  })

  test('leaves a paragraph out when its text is emptied, and takes it back', async () => {
    await save('returned', ' ')
    expect((await passage('returned')).text).toBe('')
    const document = await desk.as('viewer').reports.preview({ name: 'tong-hop', period: september.period })
    expect(JSON.stringify(document)).not.toContain('Trong kỳ chưa trả kết quả nào')
    await narrative().restore({ ...september, passage: 'returned', version: 1 })
    expect((await passage('returned')).text).toBe('Trong kỳ chưa trả kết quả nào cho công dân.')
  })

  test('loses nobody’s words when their occasion is gone', async () => {
    desk.database.atomically(db =>
      db.run(
        `INSERT INTO difficulties (id, day, kind_code, content, affected, status, proposal, receiver)
         SELECT 77, '2023-09-12', code, 'Chưa liên thông', 4, 'proposed', 'Kết nối dữ liệu', 'Bộ Y tế'
         FROM difficulty_kinds ORDER BY code LIMIT 1`,
      ),
    )
    await save('proposals.Bộ Y tế', 'Với Bộ Y tế: sớm kết nối dữ liệu khám sức khỏe.')
    desk.database.atomically(db => db.run('DELETE FROM difficulties WHERE id = 77'))
    expect(await passage('proposals.Bộ Y tế')).toMatchObject({
      written: '',
      text: 'Với Bộ Y tế: sớm kết nối dữ liệu khám sức khỏe.',
      section: 'proposals',
      reworded: true,
    })
  })

  test('is not written over by somebody who has not seen the last change', async () => {
    await save('open', 'Bản thứ nhất.')
    const refused = await refusal(save('open', 'Bản thứ hai.'))
    expect(refused).toMatchObject({ code: 'conflict', details: { text: 'Bản thứ nhất.', version: 1 } })
    expect(refused.message).toContain('Cán bộ thử nghiệm')
    await desk.as('officer').narrative.restore({ ...september, passage: 'open', version: 1 })
    const late = await refusal(save('open', 'Bản thứ ba.', 1))
    expect(late).toMatchObject({ code: 'conflict', details: { text: null, version: 0 } })
    expect(late.message).toContain('đưa về lời của ứng dụng')
  })

  test('keeps every change in the trail', async () => {
    await save('open', 'Đã sửa.')
    const [entry] = await desk.as('admin').audit.list({ subject: 'narrative', limit: 1 })
    expect(entry).toMatchObject({ operation: 'narrative.save', subjectId: 'tong-hop/2023-09' })
    expect(JSON.stringify(entry?.changes)).toContain('Đã sửa.')
  })

  test('is refused where it has no place', async () => {
    expect(await refusal(narrative().get({ ...september, report: 'ket-qua' }))).toMatchObject({
      code: 'invalid',
    })
    expect(await refusal(save('no-such', 'x'))).toMatchObject({ code: 'not-found' })
    expect(await refusal(save('open', 'x'.repeat(4001)))).toMatchObject({ code: 'invalid' })
    expect(await refusal(narrative().restore({ ...september, passage: 'open', version: 0 }))).toMatchObject({
      code: 'not-found',
    })
  })
})
