import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bind, boundNumbers, doubtsIn, refill } from '../../electron/core/narrative/bind.ts'
import { type Bound, type Passage, textOf } from '../../electron/core/narrative/model.ts'
import { numbersIn } from '../../electron/core/narrative/numbers-in-text.ts'
import { integer, percent, say } from '../../electron/core/narrative/phrases.ts'

const received = integer('received.total', 1234, 'hồ sơ tiếp nhận')
const online = integer('received.online', 96, 'hồ sơ trực tuyến tiếp nhận')
const share = percent('received.share', 96, 1234, 'tỷ lệ trực tuyến')
const late = integer('closedLate.total', 12, 'hồ sơ giải quyết quá hạn')
const early = integer('closedEarly.total', 12, 'hồ sơ giải quyết trước hạn')

const first: Passage = {
  id: 'received',
  section: 'results',
  parts: say`Trong tháng 9 năm 2023 tiếp nhận ${received} hồ sơ, trong đó trực tuyến ${online} hồ sơ (${share}).`,
}
const second: Passage = {
  id: 'closed',
  section: 'results',
  parts: say`Đã giải quyết trước hạn ${early} hồ sơ, quá hạn ${late} hồ sơ.`,
}
const report = [first, second]
const keys = (edited: string, passage = first) =>
  bind(edited, passage, report).flatMap(part => (typeof part === 'string' ? [] : [part.key]))
const doubts = (edited: string, passage = first) =>
  doubtsIn(refill(bind(edited, passage, report), boundNumbers(report)), passage)

describe('the numbers of an edited paragraph', () => {
  test('stay tied where only words were changed', () => {
    const edited =
      'Tháng 9 năm 2023, toàn tỉnh nhận được 1.234 hồ sơ; riêng hồ sơ trực tuyến là 96 hồ sơ, tức 7,8%.'
    expect(keys(edited)).toEqual(['received.total', 'received.online', 'received.share'])
    expect(doubts(edited)).toEqual([])
  })

  test('follow their figures afterwards', () => {
    const kept = bind('Nhận 1.234 hồ sơ, 96 hồ sơ trực tuyến.', first, report)
    const now = new Map(boundNumbers(report))
    now.set('received.total', { ...received, text: '1.240' })
    expect(textOf(refill(kept, now))).toBe('Nhận 1.240 hồ sơ, 96 hồ sơ trực tuyến.')
  })

  test('that were typed over are held against the figure they mean', () => {
    expect(doubts('Trong tháng 9 năm 2023 tiếp nhận 1.300 hồ sơ, trong đó trực tuyến 96 hồ sơ.')).toEqual([
      { said: '1.300', label: 'hồ sơ tiếp nhận', is: '1.234' },
    ])
  })

  test('that no figure says are named', () => {
    expect(doubts('Đã mở 15 buổi hướng dẫn lưu động tại các xã.')).toEqual([
      { said: '15', label: null, is: null },
    ])
  })

  test('are looked for after a stretch of time too, where they count what came in it', () => {
    const counts = ['Trong tháng 9.999 hồ sơ.', 'Bình quân mỗi ngày 25 hồ sơ.', 'Trong năm 150 hồ sơ.']
    expect(counts.map(text => numbersIn(text).map(({ text: said }) => said))).toEqual([
      ['9.999'],
      ['25'],
      ['150'],
    ])
    expect(doubts('Trong tháng 9.999 hồ sơ được tiếp nhận.').map(({ said }) => said)).toEqual(['9.999'])
    // a month may stand before the files it is told of
    expect(numbersIn('Trong tháng 9 hồ sơ tăng; tuần 38, quý 3, ngày 25 tháng 9 năm 2023.')).toEqual([])
  })

  test('are told apart by the words around them where two figures are equal', () => {
    expect(keys('Quá hạn 12 hồ sơ.', second)).toEqual(['closedLate.total'])
    expect(keys('Giải quyết trước hạn 12 hồ sơ.', second)).toEqual(['closedEarly.total'])
  })

  test('stay untied where another paragraph says two figures alike', () => {
    expect(keys('Có 12 trường hợp.')).toEqual([])
    expect(doubts('Có 12 trường hợp.')).toMatchObject([{ said: '12' }])
  })

  test('may come from another paragraph where only one figure says them', () => {
    expect(keys('Trong 1.234 hồ sơ tiếp nhận, quá hạn 12 hồ sơ.', second)).toEqual([
      'received.total',
      'closedLate.total',
    ])
  })

  test('leave their last number as words when their figure is gone, and it is doubted', () => {
    const kept = bind('Nhận 1.234 hồ sơ.', first, report)
    const parts = refill(kept, new Map())
    expect(textOf(parts)).toBe('Nhận 1.234 hồ sơ.')
    expect(doubtsIn(parts, second)).toMatchObject([{ said: '1.234' }])
  })

  test('are not looked for in dates, document numbers, classes and articles of the law', () => {
    const text =
      'Ngày 18/09/2023, Công văn số 05/BC-SGTVT, Điều 37 Thông tư 12/2017/TT-BGTVT, hạng B2, quý 3, tuần 38 (1).'
    expect(numbersIn(text)).toEqual([])
  })
})

const word = fc.constantFrom(
  'hồ sơ',
  'tiếp nhận',
  'trực tuyến',
  'quá hạn',
  'đã trả',
  'tại quầy',
  'bưu chính',
  'còn',
)
const figure = fc.tuple(fc.nat({ max: 20_000 }), fc.nat({ max: 1000 }))
const passages = fc
  .array(fc.array(fc.tuple(word, figure), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 4 })
  .map(list =>
    list.map((clauses, p): Passage => {
      const parts = clauses.flatMap(([text, [value, serial]], at): (string | Bound)[] => [
        `${text} `,
        integer(`${p}.${at}.${serial}`, value, text),
        ', ',
      ])
      return { id: String(p), section: 'results', parts }
    }),
  )

test('a paragraph that nobody changed keeps every number, whatever the figures', () => {
  fc.assert(
    fc.property(passages, list => {
      for (const passage of list) {
        const kept = bind(textOf(passage.parts), passage, list)
        const bounds = (parts: readonly (string | { readonly key: string })[]) =>
          parts.flatMap(part => (typeof part === 'string' ? [] : [part.key]))
        expect(bounds(kept)).toEqual(bounds(passage.parts))
        expect(textOf(refill(kept, boundNumbers(list)))).toBe(textOf(passage.parts))
        expect(doubtsIn(refill(kept, boundNumbers(list)), passage)).toEqual([])
      }
    }),
    { numRuns: 500 },
  )
})

test('any text comes back as it was typed while the figures stand still', () => {
  fc.assert(
    fc.property(passages, fc.string({ unit: 'grapheme', maxLength: 200 }), fc.nat(), (list, typed, at) => {
      const passage = list[at % list.length]
      if (passage === undefined) return
      const text = `${typed} ${textOf(passage.parts)}`.normalize('NFC')
      expect(textOf(refill(bind(text, passage, list), boundNumbers(list)))).toBe(text)
    }),
    { numRuns: 300 },
  )
})
