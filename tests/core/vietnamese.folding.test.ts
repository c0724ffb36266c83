import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, nfc, tidy } from '../../electron/core/vietnamese.ts'

const anyText = fc.string({ unit: 'binary', maxLength: 40 })
const vietnamese = fc.string({
  unit: fc.constantFrom(...'aăâeêioôơuưyđáàảãạấậốộứựĐƯỆ bcghknmtx'),
  maxLength: 30,
})

describe('the stored form of a text', () => {
  test('letters and tone marks sent apart become one letter', () => {
    const apart = 'Nguyễn Đức Thuận'.normalize('NFD')
    expect(apart).not.toBe('Nguyễn Đức Thuận')
    expect(nfc(apart)).toBe('Nguyễn Đức Thuận')
    expect(tidy(apart)).toBe('Nguyễn Đức Thuận')
  })

  test('characters nobody sees are taken out, wherever they stand', () => {
    expect(tidy('\uFEFF Rạch\u200B\u00A0 Giá\u200E\u00A0')).toBe('Rạch Giá')
    expect(tidy('H33\u00AD-0001\u0007')).toBe('H33-0001')
    expect(tidy('\u00A0 \u200B')).toBe('')
  })

  test('line ends, tabs and runs of blanks become one space', () => {
    expect(tidy('Ấp 5\r\n\tHuyện  An Minh\u3000')).toBe('Ấp 5 Huyện An Minh')
  })

  test('capitals and the place of the tone mark stay as they were written', () => {
    expect(tidy('Thuý HOÀ')).toBe('Thuý HOÀ')
  })

  test('tidying twice is tidying once', () => {
    fc.assert(
      fc.property(anyText, text => tidy(tidy(text)) === tidy(text)),
      { numRuns: 2000 },
    )
  })
})

describe('the search key', () => {
  test.each([
    ['hoà', 'hòa'],
    ['thuý', 'thúy'],
    ['uỷ', 'ủy'],
    ['Hoà Bình', 'Hòa Bình'],
    ['ĐƯỜNG', 'đường'],
    ['Đường', 'Ðường'],
    ["Đắk R'Lấp", 'Đắk R’Lấp'],
    ['Bà Rịa - Vũng Tàu', 'Bà Rịa – Vũng Tàu'],
  ])('%s and %s are found alike', (a, b) => {
    expect(a).not.toBe(b)
    expect(fold(a)).toBe(fold(b))
  })

  test('all 134 toned and hatted letters fold to plain ones', () => {
    const letters = 'áàảãạăắằẳẵặâấầẩẫậéèẻẽẹêếềểễệíìỉĩịóòỏõọôốồổỗộơớờởỡợúùủũụưứừửữựýỳỷỹỵđ'
    expect(letters).toHaveLength(67)
    for (const letter of letters + letters.toUpperCase()) expect(fold(letter)).toMatch(/^[adeiouy]$/)
    expect(fold('  Nguyễn   Thị ĐÀO ')).toBe('nguyen thi dao')
  })

  test('different plain letters stay different', () => {
    expect(fold('Danh')).not.toBe(fold('Dành nữ'))
    expect(fold('A1')).not.toBe(fold('A2'))
  })

  test('capitals, NFC or NFD, and blanks around make no difference', () => {
    fc.assert(
      fc.property(vietnamese, text => {
        const key = fold(text)
        expect(fold(text.normalize('NFD'))).toBe(key)
        expect(fold(text.toUpperCase())).toBe(key)
        expect(fold(` ${text}\u00A0`)).toBe(key)
        expect(key).toMatch(/^[a-z ]*$/)
      }),
      { numRuns: 2000 },
    )
  })

  test('folding twice is folding once, for any text at all', () => {
    fc.assert(
      fc.property(anyText, text => fold(fold(text)) === fold(text)),
      { numRuns: 5000 },
    )
  })
})
