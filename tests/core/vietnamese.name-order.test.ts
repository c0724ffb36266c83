import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameSortKey } from '../../electron/core/vietnamese.ts'

const collator = new Intl.Collator('vi')

/** The order of a printed list, by the platform's own collation. */
function listed(a: string, b: string): number {
  const parts = (name: string) => {
    const words = name.split(' ')
    return [words.at(-1) ?? '', words.length > 1 ? (words[0] ?? '') : '', words.slice(1, -1).join(' ')]
  }
  const [left, right] = [parts(a), parts(b)]
  return [0, 1, 2].map(i => collator.compare(left[i] ?? '', right[i] ?? '')).find(order => order !== 0) ?? 0
}

const byKey = (a: string, b: string): number => {
  const [left, right] = [nameSortKey(a), nameSortKey(b)]
  return left < right ? -1 : left > right ? 1 : 0
}

const consonants = [
  '',
  'b',
  'c',
  'd',
  'đ',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'ng',
  'nh',
  'ph',
  'qu',
  'r',
  's',
  't',
  'th',
  'tr',
  'v',
  'x',
]
const vowels = ['a', 'ă', 'â', 'e', 'ê', 'i', 'o', 'ô', 'ơ', 'u', 'ư', 'y', 'oa', 'uy', 'iê', 'ươ', 'uô']
const endings = ['', 'n', 'm', 't', 'c', 'ng', 'nh', 'i', 'o']
const toneMarks = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']

const syllable = fc
  .tuple(
    fc.constantFrom(...consonants),
    fc.constantFrom(...vowels),
    fc.constantFrom(...toneMarks),
    fc.constantFrom(...endings),
  )
  .map(parts => parts.join('').normalize('NFC'))
const near = fc.constantFrom(
  'An',
  'Án',
  'Ăn',
  'Ân',
  'Anh',
  'Ánh',
  'Dung',
  'Đung',
  'Dũng',
  'Dùng',
  'Hoà',
  'Hòa',
  'Hoa',
  'Hoạ',
)
const rare = fc.constantFrom('Y', "H'", "H'Hen", 'Niê-Kđăm', "R'Lấp", 'Êñuôl', 'Jarai', 'Wừu', 'K', 'Zơ', '2')
const word = fc
  .oneof({ weight: 5, arbitrary: syllable }, { weight: 4, arbitrary: near }, { weight: 1, arbitrary: rare })
  .map(text => text.charAt(0).toUpperCase() + text.slice(1))
const name = fc.array(word, { minLength: 1, maxLength: 5 }).map(words => words.join(' '))

describe('people are listed by given name', () => {
  test('sorting by the key is sorting by the Vietnamese collation of given, family and middle name', () => {
    fc.assert(
      fc.property(fc.array(name, { minLength: 2, maxLength: 40 }), names => {
        const sorted = [...names].sort(listed)
        const keyed = [...names].sort(byKey)
        expect(keyed).toEqual(sorted)
      }),
      { numRuns: 1500 },
    )
  })

  test('two names stand to each other as the collation says', () => {
    fc.assert(
      fc.property(name, name, (a, b) => Math.sign(byKey(a, b)) === Math.sign(listed(a, b))),
      { numRuns: 20_000 },
    )
  })

  test('the given name comes first, then the family name, then the middle names', () => {
    const names = ['Trần Văn Bình', 'Nguyễn Thị An', 'Lê Bảo An', 'Lê Anh An', 'An', 'Đặng An']
    expect([...names].sort(byKey)).toEqual([
      'An',
      'Đặng An',
      'Lê Anh An',
      'Lê Bảo An',
      'Nguyễn Thị An',
      'Trần Văn Bình',
    ])
  })

  test('tones only decide between names of the same letters, in the order of the dictionary', () => {
    expect(['Mạ', 'Má', 'Mã', 'Mả', 'Mà', 'Ma'].sort(byKey)).toEqual(['Ma', 'Mà', 'Mả', 'Mã', 'Má', 'Mạ'])
    expect(['Mán', 'Man', 'Mạ'].sort(byKey)).toEqual(['Mạ', 'Man', 'Mán'])
    expect(['Ưng', 'Ung', 'Ơn', 'Ôn', 'On', 'Êm', 'Em', 'Đa', 'Da', 'Ân', 'Ăn', 'An'].sort(byKey)).toEqual([
      ...['An', 'Ăn', 'Ân', 'Da', 'Đa', 'Em', 'Êm', 'On', 'Ôn', 'Ơn', 'Ung', 'Ưng'],
    ])
  })

  test('a name stands before the longer one it begins', () => {
    const names = ['Lê An Bảo Hà', 'Lê An Hà', 'Lê Hà', 'Hà', 'Y Niê-Kđăm', 'Y Niê', 'Y Niêm']
    expect([...names].sort(byKey)).toEqual([...names].sort(listed))
    expect([...names].sort(byKey).slice(0, 4)).toEqual(['Hà', 'Lê Hà', 'Lê An Hà', 'Lê An Bảo Hà'])
  })

  test('a list in capitals, or typed with letters and marks apart, is sorted the same', () => {
    fc.assert(
      fc.property(name, text => {
        expect(nameSortKey(text.toUpperCase())).toBe(nameSortKey(text))
        expect(nameSortKey(text.normalize('NFD'))).toBe(nameSortKey(text))
        expect(nameSortKey(`  ${text.replaceAll(' ', '   ')} `)).toBe(nameSortKey(text))
      }),
    )
  })

  test('the key is plain ASCII for any text, so the database compares it as we do', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), text =>
        /^[\x20-\x7e]*$/.test(nameSortKey(text)),
      ),
      {
        numRuns: 3000,
      },
    )
  })
})
