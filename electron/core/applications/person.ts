import { type Day, isDay } from '../calendar/day.ts'
import { tidy } from '../vietnamese.ts'

/** What a check found. The message is for the user and never holds the value: it may be personal data. */
export type Finding = {
  readonly field: string
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly message: string
}

/** `value` is the text to store, null when there is none or an error was found. An empty text is no finding. */
export type Checked = { readonly value: string | null; readonly findings: readonly Finding[] }

export type Sex = 'male' | 'female'
export type PaperKind = 'cccd' | 'cmnd' | 'passport'
export type CheckedPaper = Checked & { readonly kind: PaperKind | null }

const nothing: Checked = { value: null, findings: [] }
const longestName = 100
/** The longest dossier code the register holds. */
export const longestCode = 64

type Say = (code: string, message: string) => Finding

function speaker(field: string): { readonly error: Say; readonly warning: Say } {
  const say = (level: Finding['level']) => (code: string, message: string) => ({
    field,
    code,
    level,
    message,
  })
  return { error: say('error'), warning: say('warning') }
}

const refuse = (finding: Finding): Checked => ({ value: null, findings: [finding] })

/** What a spreadsheet makes of a long number, e.g. 7.92E+10: the digits are lost. */
const scientific = /^\d+(?:[.,]\d+E\+?|E\+)\d+$/i

/** Takes out what people put between groups of digits. */
const ungroup = (text: string) => text.replace(/[\s.\-‐‑–]/g, '')

/** What a CCCD number says of its holder, for the form to fill in; null when it cannot be one. */
export function readNationalId(
  cccd: string,
): { readonly provinceCode: string; readonly sex: Sex; readonly birthYear: number } | null {
  const parts = /^(\d{3})([0-5])(\d{2})\d{6}$/.exec(cccd)
  if (parts === null) return null
  const century = Number(parts[2])
  return {
    provinceCode: parts[1] ?? '',
    sex: century % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(century / 2) * 100 + Number(parts[3]),
  }
}

type IdFacts = {
  readonly birthDay: Day | null
  readonly sex: Sex | null
  /** `cccd_code` of the provinces of 2023: the numbers were given out under that list. */
  readonly provinceCodes: ReadonlySet<string>
}

function compareCccd(cccd: string, about: IdFacts): readonly Finding[] {
  const { error, warning } = speaker('nationalId')
  const says = readNationalId(cccd)
  if (says === null) {
    return [error('national-id-century', 'Số CCCD không đúng cấu trúc. Đối chiếu lại với thẻ căn cước.')]
  }
  const findings: Finding[] = []
  if (!about.provinceCodes.has(says.provinceCode)) {
    const message =
      'Ba số đầu của số CCCD không phải mã tỉnh. Đối chiếu lại, trừ người khai sinh ở nước ngoài.'
    findings.push(warning('national-id-province', message))
  }
  if (about.sex !== null && about.sex !== says.sex) {
    findings.push(
      warning('national-id-sex', 'Số CCCD không khớp giới tính đã nhập. Đối chiếu lại với thẻ căn cước.'),
    )
  }
  if (about.birthDay !== null && Number(about.birthDay.slice(0, 4)) !== says.birthYear) {
    findings.push(
      warning('national-id-birth', 'Số CCCD không khớp năm sinh đã nhập. Đối chiếu lại với thẻ căn cước.'),
    )
  }
  return findings
}

/** Number of the identity paper: CCCD of 12 digits, the old CMND of 9, or a passport. */
export function checkNationalId(text: string, about: IdFacts): CheckedPaper {
  const { error, warning } = speaker('nationalId')
  const plain = tidy(text)
  if (plain === '') return { ...nothing, kind: null }
  if (scientific.test(plain)) {
    const message = 'Số giấy tờ đã bị bảng tính đổi thành số mũ nên mất chữ số. Nhập lại từ giấy tờ gốc.'
    return { ...refuse(error('national-id-scientific', message)), kind: null }
  }
  const digits = ungroup(plain)
  const grouped =
    digits === plain
      ? []
      : [warning('national-id-grouped', 'Số giấy tờ có dấu ngăn cách, đã bỏ khi lưu. Kiểm tra lại số.')]
  if (/^\d{12}$/.test(digits)) {
    const findings = [...grouped, ...compareCccd(digits, about)]
    const refused = findings.some(finding => finding.level === 'error')
    return { value: refused ? null : digits, kind: refused ? null : 'cccd', findings }
  }
  if (/^\d{9}$/.test(digits)) {
    const old = warning('national-id-old', 'Đây là số CMND 9 số đã cũ. Hỏi công dân số CCCD 12 số nếu có.')
    return { value: digits, kind: 'cmnd', findings: [...grouped, old] }
  }
  const letters = plain.replace(/[\s-]/g, '').toUpperCase()
  if (/^(?=.*\d)(?=.*[A-Z])[A-Z0-9]{6,12}$/.test(letters))
    return { value: letters, kind: 'passport', findings: [] }
  const message = 'Số CCCD phải có đủ 12 chữ số (hộ chiếu: 6–12 chữ và số). Nhập lại theo giấy tờ.'
  return { ...refuse(error('national-id-form', message)), kind: null }
}

const mobile = /^0(3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\d{7}$/
const landline = /^02\d{9}$/
const oldMobile = /^01\d{9}$/

/** One phone number, stored as 0xxxxxxxxx; +84, 84, dots, spaces, dashes and brackets are taken. */
export function checkPhone(text: string): Checked {
  const { error, warning } = speaker('phone')
  const plain = tidy(text)
  if (plain === '') return nothing
  if (/\p{L}/u.test(plain)) {
    return refuse(
      error('phone-letters', 'Số điện thoại có chữ. Chỉ nhập chữ số, hoặc để trống nếu không có.'),
    )
  }
  const digits = ungroup(plain).replace(/[()]/g, '')
  const number = digits.replace(/^(?:\+84|0084|84)0?/, '0')
  if (mobile.test(number) || landline.test(number)) return { value: number, findings: [] }
  if (oldMobile.test(number)) {
    const message = 'Đây là số di động 11 số đã đổi đầu số. Hỏi lại công dân số đang dùng.'
    return { value: number, findings: [warning('phone-old', message)] }
  }
  return refuse(
    error('phone-form', 'Số điện thoại không đúng. Nhập một số di động 10 số hoặc cố định 11 số.'),
  )
}

/** A person's name: letters, spaces, apostrophes, hyphens; one word is enough, and nothing is corrected. */
export function checkName(text: string, field = 'fullName'): Checked {
  const { error } = speaker(field)
  const name = tidy(text)
  if (name === '') return nothing
  if (name.length > longestName) {
    return refuse(
      error('name-long', `Họ tên dài quá ${longestName} ký tự. Kiểm tra lại và nhập đúng họ tên.`),
    )
  }
  if (!/^[\p{L}\p{M}'’‘ \-‐‑]+$/u.test(name) || !/\p{L}/u.test(name)) {
    const message = 'Họ tên chỉ gồm chữ cái, dấu cách, dấu nháy và gạch nối. Kiểm tra lại họ tên.'
    return refuse(error('name-letters', message))
  }
  return { value: name, findings: [] }
}

/** Number of the licence: 12 digits on a PET card; the paper ones bear anything. No check digit exists. */
export function checkLicenceNumber(text: string): Checked {
  const { error, warning } = speaker('licenceNumber')
  const plain = tidy(text)
  if (plain === '') return nothing
  const digits = ungroup(plain)
  if (/^\d{12}$/.test(digits)) {
    const message = 'Số giấy phép lái xe có dấu ngăn cách, đã bỏ khi lưu. Kiểm tra lại số.'
    return { value: digits, findings: digits === plain ? [] : [warning('licence-grouped', message)] }
  }
  if (scientific.test(plain)) {
    const message =
      'Số giấy phép lái xe đã bị bảng tính đổi thành số mũ nên mất chữ số. Nhập lại từ giấy phép.'
    return refuse(error('licence-scientific', message))
  }
  if (plain.length >= 6 && plain.length <= 12) {
    const message = 'Số giấy phép lái xe theo định dạng cũ. Đối chiếu với giấy phép của công dân.'
    return { value: plain, findings: [warning('licence-old', message)] }
  }
  const message = 'Số giấy phép lái xe phải có 12 chữ số (giấy bìa: 6–12 ký tự). Nhập lại theo giấy phép.'
  return refuse(error('licence-form', message))
}

/** The last digit of a postal item's number by the rule S10 of the postal union. */
export function s10Digit(serial: string): number {
  const weights = [8, 6, 4, 2, 3, 5, 9, 7]
  const rest = 11 - (weights.reduce((sum, weight, i) => sum + weight * Number(serial[i]), 0) % 11)
  return rest === 10 ? 0 : rest === 11 ? 5 : rest
}

/** Number of the postal item in which the result went back. */
export function checkPostalCode(text: string): Checked {
  const { error, warning } = speaker('postalCode')
  const code = tidy(text).replace(/\s/g, '').toUpperCase()
  if (code === '') return nothing
  if (!/^[A-Z]{2}\d{9}VN$/.test(code)) {
    return refuse(
      error('postal-code-form', 'Mã bưu gửi gồm 2 chữ cái, 9 chữ số và VN. Nhập lại theo phiếu gửi.'),
    )
  }
  if (s10Digit(code.slice(2, 10)) === Number(code[10])) return { value: code, findings: [] }
  const message = 'Mã bưu gửi không khớp chữ số kiểm tra. Đối chiếu lại với phiếu gửi.'
  return { value: code, findings: [warning('postal-code-digit', message)] }
}

/** National portal and ministry (G22.99…, G09.20…), province by QCVN 102, province by QĐ 20/2020/QĐ-TTg. */
const dossierPatterns = [
  /^G\d{2}\.\d{2}(?:\.\d{1,3})?-(\d{6})-\d{4,6}$/,
  /^000\.\d{2}\.\d{2}\.H\d{2}-(\d{6})-\d{4,6}$/,
  /^H\d{2}(?:\.\d{1,3})*-(\d{6})-\d{4,6}$/,
]

type DossierFacts = {
  readonly receivedDay: Day | null
  /** The portal writes the day of handing in; a code of that day is as right as one of the day of receipt. */
  readonly registeredDay?: Day | null
}

/** The dossier code: several systems coexist, so any text is taken, and what looks odd is only said. */
export function checkDossierCode(text: string, about: DossierFacts): Checked {
  const { error, warning } = speaker('dossierCode')
  const code = tidy(text)
  if (code === '')
    return refuse(error('dossier-code-missing', 'Thiếu mã hồ sơ. Nhập mã ghi trên giấy tiếp nhận.'))
  if (code.length > longestCode) {
    return refuse(error('dossier-code-long', `Mã hồ sơ dài quá ${longestCode} ký tự. Kiểm tra lại mã hồ sơ.`))
  }
  const warn = (finding: Finding): Checked => ({ value: code, findings: [finding] })
  const group = dossierPatterns.map(pattern => pattern.exec(code)?.[1]).find(found => found !== undefined)
  if (group === undefined) {
    return warn(
      warning(
        'dossier-code-unknown',
        'Mã hồ sơ không theo mẫu đã biết. Kiểm tra lại, nếu đúng thì giữ nguyên.',
      ),
    )
  }
  const day = `20${group.slice(0, 2)}-${group.slice(2, 4)}-${group.slice(4)}`
  if (!isDay(day)) {
    return warn(
      warning('dossier-code-date', 'Sáu số giữa mã hồ sơ không phải là ngày. Kiểm tra lại mã hồ sơ.'),
    )
  }
  const known = [about.receivedDay, about.registeredDay ?? null].filter(fact => fact !== null)
  if (about.receivedDay === null || known.includes(day)) return { value: code, findings: [] }
  return warn(
    warning('dossier-code-day', 'Ngày trong mã hồ sơ khác ngày tiếp nhận. Kiểm tra lại mã và ngày.'),
  )
}
