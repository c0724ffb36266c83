import { describe, expect, test } from 'vitest'
import { bind, boundNumbers, doubtsIn, refill } from '../../electron/core/narrative/bind.ts'
import { type Bound, type Passage, textOf } from '../../electron/core/narrative/model.ts'
import { numbersIn } from '../../electron/core/narrative/numbers-in-text.ts'
import { integer, percent, say } from '../../electron/core/narrative/phrases.ts'

const received = integer('received.total', 1327, 'hồ sơ tiếp nhận')
const online = integer('received.online', 96, 'hồ sơ trực tuyến')
const direct = integer('received.direct', 5, 'hồ sơ trực tiếp')
const share = percent('received.share', 71, 1000, 'tỷ lệ trực tuyến')
const half = percent('received.half', 1, 2, 'tỷ lệ một nửa')
const passage: Passage = {
  id: 'received',
  section: 'results',
  parts: say`Tiếp nhận ${received} hồ sơ, trong đó nộp trực tuyến ${online} hồ sơ (chiếm ${share}), nộp trực tiếp ${direct} hồ sơ (${half}).`,
}
const known = boundNumbers([passage])
const kept = (text: string) => bind(text, passage, [passage])
const keys = (text: string) => kept(text).flatMap(part => (typeof part === 'string' ? [] : [part.key]))
const doubts = (text: string) =>
  doubtsIn(refill(kept(text), known), passage).map(({ said, is }) => [said, is])
const said = (text: string) => numbersIn(text).map(({ text: number }) => number)

describe('one number may be spelled in several ways', () => {
  test.each([
    ['Tiếp nhận 1.327 hồ sơ.', 'received.total'],
    ['Tiếp nhận 1327 hồ sơ.', 'received.total'],
    ['Tiếp nhận 1 327 hồ sơ.', 'received.total'],
    ['Tiếp nhận 1\u00a0327 hồ sơ.', 'received.total'],
    ['Chiếm 7,1%.', 'received.share'],
    ['Chiếm 7,1 %.', 'received.share'],
    ['Chiếm 7.1%.', 'received.share'],
    ['Chiếm 7,10%.', 'received.share'],
    ['Chiếm 50%.', 'received.half'],
    ['Nộp trực tiếp 05 hồ sơ.', 'received.direct'],
  ])('%s', (text, key) => {
    expect([keys(text), doubts(text)]).toEqual([[key], []])
    // as it was typed, until the figure is another
    expect(textOf(refill(kept(text), known))).toBe(text)
  })

  test('and follows its figure in the way of the program', () => {
    const now = new Map<string, Bound>([...known, ['received.total', { ...received, text: '1.400' }]])
    expect(textOf(refill(kept('Tiếp nhận 1327 hồ sơ.'), now))).toBe('Tiếp nhận 1.400 hồ sơ.')
  })

  test('what is another number is not taken for it', () => {
    expect(doubts('Tiếp nhận 1,327 hồ sơ.')).toEqual([['1,327', '1.327']])
    expect(doubts('Tiếp nhận 13.27 hồ sơ.')).toEqual([['13.27', '1.327']])
    expect(doubts('Nộp trực tuyến 96 hồ sơ (chiếm 71%), nộp trực tiếp.')).toEqual([['71%', '7,1\u00a0%']])
    expect(said('Trong tháng 9 250 hồ sơ; năm 2023 150 hồ sơ.')).toEqual(['250', '150'])
  })
})

describe('a number is looked at wherever it stands', () => {
  test.each([
    ['Giải quyết 12/15 hồ sơ.', ['12', '15']],
    ['Giải quyết 10/12 hồ sơ.', ['10', '12']],
    ['Đạt 40/96 giấy phép.', ['40', '96']],
    ['Còn 10-15 hồ sơ quá hạn.', ['10', '15']],
    ['Giảm -5% so với kỳ trước.', ['5%']],
    ['Tiếp nhận 250hồ sơ.', ['250']],
    ['Tăng so với cùng tháng 12%.', ['12%']],
    ['Đạt 5-7% kế hoạch.', ['5', '7%']],
    ['Giải quyết dứt điểm 14 hồ sơ, tại thời điểm 30 hồ sơ, tài khoản 20.', ['14', '30', '20']],
    ['Tử số 92, mẫu số 96; mẫu số 1.327.', ['92', '96', '1.327']],
  ])('%s', (text, numbers) => {
    expect(said(text)).toEqual(numbers)
  })

  test.each([
    'Đến ngày 10/12 hồ sơ đã trả hết.',
    'Từ 18/09 đến 24/09, tháng 9/2023, quý 3/2023, năm 2023-2024.',
    'Nghị định 168/2024, Thông tư 01/2018, Kế hoạch số 35/40, hồ sơ H31.12-230918-0001, 0297-3862222.',
    'Hạng B2, 2a, lúc 15h30, trực 24/7.',
    'Điểm 2 khoản 3 Điều 37, Mẫu số 06, mục 4.',
    '2. Đôn đốc công dân bổ sung giấy tờ.\n3) Kiểm tra.\n1.2. Kết quả.',
  ])('no figures: %s', text => {
    expect(said(text)).toEqual([])
  })
})

describe('a number that was put in the place of another', () => {
  test('is not tied where the words around it mean a figure it contradicts', () => {
    const text = 'Tiếp nhận 1.327 hồ sơ, trong đó nộp trực tuyến 5 hồ sơ, nộp trực tiếp 96 hồ sơ.'
    expect(keys(text)).toEqual(['received.total'])
    expect(doubts(text)).toEqual([
      ['5', '96'],
      ['96', '5'],
    ])
  })

  test('is found by its place where only numbers were changed, though the words around both are the same', () => {
    const [total, web] = [
      integer('before.total', 171, 'kỳ trước'),
      integer('before.online', 22, 'trực tuyến kỳ trước'),
    ]
    const before: Passage = {
      id: 'before',
      section: 'results',
      parts: say`Hồ sơ tiếp nhận giảm (kỳ so sánh: ${total} hồ sơ); hồ sơ trực tuyến tiếp nhận giảm (kỳ so sánh: ${web} hồ sơ).`,
    }
    const swapped = textOf(before.parts).replace(/171|22/g, number => (number === '22' ? '171' : '22'))
    const parts = refill(bind(swapped, before, [before]), boundNumbers([before]))
    expect(doubtsIn(parts, before).map(number => number.said)).toEqual(['22', '171'])
  })

  test('stays tied where it took its words along', () => {
    const text = 'Nộp trực tiếp 5 hồ sơ, nộp trực tuyến 96 hồ sơ; tiếp nhận 1.327 hồ sơ.'
    expect(doubts(text)).toEqual([])
  })
})

describe('a number of another paragraph', () => {
  const other: Passage = { id: 'proposals', section: 'proposals', parts: ['Không có.'] }
  const report = [passage, other]
  const written = (text: string) => bind(text, other, report).filter(part => typeof part !== 'string')

  test('is tied where the words speak of what the figure counts', () => {
    expect(written('Với 1.327 hồ sơ, đề nghị bổ sung biên chế.')).toMatchObject([{ key: 'received.total' }])
    expect(written('Tỷ lệ mới đạt 7,1%.')).toMatchObject([{ key: 'received.share' }])
  })

  test('is not, where it only happens to be as large: it would change with files that it does not count', () => {
    expect(written('Đã mở 96 buổi hướng dẫn lưu động.')).toEqual([])
    const parts = refill(bind('Đã mở 96 buổi hướng dẫn.', other, report), known)
    expect(doubtsIn(parts, other)).toMatchObject([{ said: '96', is: null }])
    // in the figure's own paragraph too
    expect(keys('Tiếp nhận 1.327 hồ sơ; đã mở 96 lớp.')).toEqual(['received.total'])
  })
})

describe('what the program writes beside its figures', () => {
  const overdue = integer('openOverdue', 1, 'hồ sơ quá hạn')
  const task: Passage = {
    id: 'tasks.overdue',
    section: 'tasks',
    parts: say`1. Giải quyết dứt điểm ${overdue} hồ sơ quá hạn theo mức của 20 ngày làm việc gần nhất.`,
  }
  const doubtsOf = (text: string) =>
    doubtsIn(refill(bind(text, task, [task]), boundNumbers([task])), task).map(number => number.said)

  test('the number of a paragraph in its list is no figure', () => {
    expect(bind(textOf(task.parts), task, [task])).toEqual([
      '1. Giải quyết dứt điểm ',
      { key: 'openOverdue', text: '1' },
      ' hồ sơ quá hạn theo mức của 20 ngày làm việc gần nhất.',
    ])
  })

  test('a number it writes without counting needs no figure, but only there', () => {
    expect(doubtsOf('2. Giải quyết 1 hồ sơ quá hạn trong 20 ngày làm việc tới.')).toEqual([])
    expect(doubtsOf('1. Giải quyết dứt điểm 20 hồ sơ quá hạn.')).toEqual(['20'])
  })
})
