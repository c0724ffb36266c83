import type { Cell } from '../excel/sheet.ts'
import { tidy } from '../vietnamese.ts'
import { type ListField, listFieldLabels } from './list-fields.ts'
import { ignored, nothing, type Reading, refused, warned } from './list-row.ts'

const label = (field: ListField): string => `Ô “${listFieldLabels[field]}”`

/** Signs people put into a cell that has nothing to say. */
const isBlankSign = (text: string): boolean => /^[-–—.…_/]+$/.test(text)

/** ASCII words with single spaces: nothing to tidy. Most cells of a list are such. */
const plain = /^[!-~]+(?: [!-~]+)*$/

/** The text of any cell, tidied, or the reason why it has none. */
export function readText(cell: Cell | undefined, field: ListField, longest: number): Reading<string> {
  if (cell === undefined) return nothing
  if (cell.kind === 'error') return errorCell(field)
  if (cell.kind === 'empty') return withoutResult(field)
  const long = `${label(field)} dài quá ${longest} ký tự. Kiểm tra lại và rút ngắn.`
  if (cell.tooLong) return refused(field, 'too-long', long)
  const came = cell.kind === 'number' ? plainNumber(cell) : cell.shown
  const text = plain.test(came) ? came : tidy(came)
  if (text === '' || isBlankSign(text)) return nothing
  if (text.includes('\uFFFD'))
    return refused(
      field,
      'broken-letters',
      `${label(field)} có chữ đã hỏng khi chuyển mã. Nhập lại chữ đúng trong tệp.`,
    )
  return text.length > longest ? refused(field, 'too-long', long) : { value: text, problems: [] }
}

/** Excel keeps 15 digits; further ones are already wrong. */
const exactDigits = 15

/**
 * Digits of a number that should have been text. What the number format adds in front is kept; a number is never
 * taken from its shown form with powers of ten.
 */
function plainNumber(cell: Cell): string {
  const value = Number(cell.raw)
  if (!Number.isInteger(value)) return cell.shown
  const digits = String(value)
  return /^\d+$/.test(cell.shown) && Number(cell.shown) === value ? cell.shown : digits
}

/** Text that names something (a code, a number of a paper): a number Excel has rounded is refused. */
export function readNumberText(cell: Cell | undefined, field: ListField, longest: number): Reading<string> {
  if (cell?.kind === 'date')
    return refused(
      field,
      'date-for-text',
      `${label(field)} đã bị bảng tính đổi thành ngày. Nhập lại dạng chữ (Text).`,
    )
  if (cell?.kind === 'number' && lostDigits(Number(cell.raw))) {
    const message = `${label(field)} đã bị bảng tính làm tròn nên mất chữ số. Nhập lại từ giấy tờ gốc, dạng chữ (Text).`
    return refused(field, 'rounded-number', message)
  }
  return readText(cell, field, longest)
}

/** Over 15 digits, or the zeros that are left of a number once shown as 7.92E+10. */
function lostDigits(value: number): boolean {
  if (!Number.isInteger(value)) return true
  const digits = String(Math.abs(value))
  return digits.length > exactDigits || !/^\d+$/.test(digits) || (digits.length > 9 && /0{7}$/.test(digits))
}

export type ZeroRule = {
  readonly field: ListField
  /** Digits that are left → digits there should be. */
  lengthOf(digits: string): number
}

/** Puts leading zeros back that a spreadsheet took from a number, and says so. */
export function restoreZeros(reading: Reading<string>, rule: ZeroRule): Reading<string> {
  const text = reading.value
  if (text === undefined) return reading
  const digits = text.replace(/[\s.-]/g, '')
  if (!/^\d+$/.test(digits)) return reading
  const length = rule.lengthOf(digits)
  if (length <= digits.length) return reading
  const message = `${label(rule.field)} thiếu số 0 ở đầu, ứng dụng đã thêm vào. Kiểm tra lại số.`
  const restored = warned(digits.padStart(length, '0'), rule.field, 'zeros-restored', message)
  return { value: digits.padStart(length, '0'), problems: [...reading.problems, ...restored.problems] }
}

/** CCCD has 12 digits and begins with a province code 001…096; CMND has 9 and may begin with one 0. */
export function nationalIdZeros(provinceCodes: ReadonlySet<string>): ZeroRule {
  return {
    field: 'nationalId',
    lengthOf: digits => {
      const province = digits.padStart(12, '0').slice(0, 3)
      if (digits.length === 11 || (digits.length === 10 && provinceCodes.has(province))) return 12
      return digits.length === 8 ? 9 : digits.length
    },
  }
}

/** Mobile numbers have 10 digits, landlines 11, all with a leading 0. */
export const phoneZeros: ZeroRule = {
  field: 'phone',
  lengthOf: digits => {
    if (/^[35789]\d{8}$/.test(digits)) return 10
    return /^2\d{9}$/.test(digits) ? 11 : digits.length
  },
}

export const licenceZeros: ZeroRule = {
  field: 'licenceNumber',
  lengthOf: digits => (digits.length === 11 ? 12 : digits.length),
}

/** “135.000”, “135.000 đ”, 135000 → 135000: in Việt Nam "." groups and "," begins the decimals. */
function readInteger(cell: Cell, field: ListField): number | null {
  if (cell.kind === 'number') return Number.isInteger(cell.raw) ? Number(cell.raw) : null
  const text = readText(cell, field, 40)
    .value?.replace(/\s*(đồng|vnđ|vnd|đ)\.?$/iu, '')
    .replace(/\s/g, '')
  if (text === undefined) return null
  const whole = text.replace(/,0{1,2}$/, '')
  if (/^\d{1,3}(\.\d{3})+$/.test(whole)) return Number(whole.replaceAll('.', ''))
  return /^\d{1,12}$/.test(whole) ? Number(whole) : null
}

const isEmpty = (cell: Cell | undefined, field: ListField): boolean => {
  const reading = readText(cell, field, 40)
  return reading.value === undefined && reading.problems.length === 0
}

/** The number of licences a file asks for: it counts in figures, so a doubtful one refuses the row. */
export function readLicences(cell: Cell | undefined): Reading<number> {
  if (cell === undefined || isEmpty(cell, 'licences')) return nothing
  if (cell.kind === 'error') return errorCell('licences')
  const value = readInteger(cell, 'licences')
  if (value !== null && value >= 1 && value <= 20) return { value, problems: [] }
  return refused('licences', 'licences', 'Số lượng GPLX phải là số nguyên từ 1 đến 20. Kiểm tra lại.')
}

export function readFee(cell: Cell | undefined): Reading<number> {
  if (cell === undefined || isEmpty(cell, 'fee')) return nothing
  const value = cell.kind === 'error' ? null : readInteger(cell, 'fee')
  if (value !== null && value >= 0 && value <= 100_000_000) return { value, problems: [] }
  return ignored(
    'fee',
    'fee',
    'Không đọc được số tiền lệ phí nên bỏ qua. Ghi số tiền dạng 135.000 hoặc 135000.',
  )
}

export function errorCell(field: ListField): Reading<never> {
  return refused(
    field,
    'error-cell',
    `${label(field)} chứa lỗi công thức (như #REF!, #N/A). Sửa lại ô này trong tệp.`,
  )
}

/** A formula the program that wrote the file never calculated. */
export function withoutResult(field: ListField): Reading<never> {
  const message = `${label(field)} là công thức chưa có kết quả. Mở tệp bằng Excel, lưu lại rồi nhập.`
  return refused(field, 'formula-without-result', message)
}
