import { AppError } from '../errors.ts'
import type { Sheet } from './sheet.ts'

export type LegacyEncoding = 'TCVN3 (ABC)' | 'VNI'

/**
 * Vietnamese of the years before Unicode is stored as other letters: `NguyÔn` (TCVN3) or `Nguyeãn` (VNI). Every
 * such letter is valid Unicode too, so one cell says nothing: a column is judged by its share of sequences that
 * Vietnamese cannot hold.
 */
const signs: Readonly<Record<LegacyEncoding, RegExp>> = {
  // signs of Latin-1 beside a letter stand for ă â ê ô ơ ư đ and for tones
  'TCVN3 (ABC)': /[A-Za-zÀ-ÿ][¡-©«-¹¼-¾\u00AD]|[¡-©«-¹¼-¾\u00AD][a-zà-ÿ]/,
  // a vowel and then a letter that carries only its mark
  VNI: /[aeouyAEOUYôöÔÖ][ùøûïåäëüÙØÛÏÅÄËÜ]|[aeyAEY][áàâãéèêõÁÀÂÃÉÈÊÕ]|[oO][äåâÄÅÂ]|[ôöÔÖ][õÕ]|ñ[aeiouôöyư]/,
}

/** At least this share of a column's accented cells must be impossible. */
const share = 0.5
const fewest = 2
const looksAtRows = 2000

/** Refuses a sheet whose text is in TCVN3 or VNI: read as it stands, it would bring rubbish into the register. */
export function assertUnicode(sheet: Sheet): void {
  const found = legacyEncoding(sheet)
  if (found === null) return
  const where = sheet.name === null ? 'Danh sách' : `Trang tính “${sheet.name}”`
  throw new AppError(
    'invalid',
    `${where} dùng bảng mã chữ cũ ${found}, ứng dụng chưa đọc được nên chưa nhập dòng nào. Chuyển tệp sang Unicode (ví dụ bằng công cụ chuyển mã của Unikey), lưu dạng .xlsx rồi nhập lại.`,
  )
}

export function legacyEncoding(sheet: Sheet): LegacyEncoding | null {
  const columns = new Map<number, { accented: number; hits: Record<LegacyEncoding, number> }>()
  for (const row of sheet.rows.slice(0, looksAtRows)) {
    for (const [column, cell] of row.cells.entries()) {
      if (cell?.kind !== 'text' || typeof cell.raw !== 'string' || !/[\u00A1-\uFFFF]/.test(cell.raw)) continue
      const count = columns.get(column) ?? { accented: 0, hits: { 'TCVN3 (ABC)': 0, VNI: 0 } }
      columns.set(column, count)
      count.accented++
      // a letter of Unicode's Vietnamese block exists in neither old encoding
      if (/[ăđĩũơưĂĐĨŨƠƯ\u1EA0-\u1EF9]|\p{M}/u.test(cell.raw)) continue
      for (const encoding of ['TCVN3 (ABC)', 'VNI'] as const)
        if (signs[encoding].test(cell.raw)) count.hits[encoding]++
    }
  }
  for (const encoding of ['TCVN3 (ABC)', 'VNI'] as const) {
    for (const { accented, hits } of columns.values())
      if (accented >= fewest && hits[encoding] / accented >= share) return encoding
  }
  return null
}
