import { AppError } from '../errors.ts'
import { type FormSetName, type SlipKind, slipNames } from './contract.ts'

type Form = {
  /** Its number in the set; null for a list that no set has. */
  readonly number: string | null
  readonly title: string
  /** After the number of the slip: "TNHS" of "05/TNHS". */
  readonly symbol: string
  /** The department's own symbol follows: "05/PXL-SGTVT". */
  readonly ofDepartment?: true
}

/** A set of one-stop forms. Which is used from which day is a setting (`formSet`); a slip keeps the set of its own day. */
export type FormSet = {
  readonly name: FormSetName
  readonly issuedWith: string
  /** The number of the book of files, which is a report over a period. */
  readonly book: string
  /** The titles of all its forms by number: they shift between sets. */
  readonly titles: Readonly<Record<string, string>>
  /** Null where the set has no such form. */
  readonly forms: Readonly<Record<SlipKind, Form | null>>
}

const handOver: Form = {
  number: null,
  title: 'Biên bản bàn giao kết quả giải quyết hồ sơ qua dịch vụ bưu chính',
  symbol: 'BB',
  ofDepartment: true,
}

const titles2018 = {
  '01': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  '02': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  '03': 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  '04': 'Phiếu xin lỗi và hẹn lại ngày trả kết quả',
  '05': 'Phiếu kiểm soát quá trình giải quyết hồ sơ',
  '06': 'Sổ theo dõi hồ sơ',
} as const

const titles2025 = {
  '01': 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả',
  '02': 'Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ',
  '03': 'Phiếu từ chối tiếp nhận giải quyết hồ sơ',
  '04': 'Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết',
  '05': 'Thông báo dừng giải quyết hồ sơ',
  '06': 'Phiếu kiểm soát',
  '07': 'Sổ theo dõi hồ sơ',
} as const

/** forms.md §1 and §2. Symbols other than TNHS and HDHS are the office's own. */
export const formSets: readonly FormSet[] = [
  {
    name: '2018',
    issuedWith: 'Thông tư số 01/2018/TT-VPCP',
    book: '06',
    titles: titles2018,
    forms: {
      receipt: { number: '01', title: titles2018['01'], symbol: 'TNHS' },
      supplement: { number: '02', title: titles2018['02'], symbol: 'HDHS' },
      refusal: { number: '03', title: titles2018['03'], symbol: 'TCHS' },
      apology: { number: '04', title: titles2018['04'], symbol: 'PXL', ofDepartment: true },
      stop: null,
      control: { number: '05', title: titles2018['05'], symbol: 'KSHS' },
      'post-list': handOver,
    },
  },
  {
    name: '2025',
    // titles and numbers are verified; the official bodies have not been seen, the office words the sentences
    issuedWith: 'Thông tư số 03/2025/TT-VPCP',
    book: '07',
    titles: titles2025,
    forms: {
      receipt: { number: '01', title: titles2025['01'], symbol: 'TNHS' },
      supplement: { number: '02', title: titles2025['02'], symbol: 'HDHS' },
      refusal: { number: '03', title: titles2025['03'], symbol: 'TCHS' },
      apology: { number: '04', title: titles2025['04'], symbol: 'VBXL', ofDepartment: true },
      stop: { number: '05', title: titles2025['05'], symbol: 'TB', ofDepartment: true },
      control: { number: '06', title: titles2025['06'], symbol: 'KSHS' },
      'post-list': handOver,
    },
  },
]

/** The set a slip was printed by. */
export function formSetNamed(name: FormSetName): FormSet {
  const found = formSets.find(set => set.name === name)
  if (found === undefined) throw new Error(`no set of forms ${name}`)
  return found
}

/** The form of a kind in a set; refuses a kind that the set does not have. */
export function formOf({ forms, issuedWith }: FormSet, kind: SlipKind): Form {
  const form = forms[kind]
  if (form !== null) return form
  throw new AppError(
    'invalid',
    `Bộ mẫu của ${issuedWith} không có “${slipNames[kind]}”. Đề nghị người quản trị chọn bộ mẫu khác trong Cài đặt, phần Mẫu phiếu.`,
  )
}
