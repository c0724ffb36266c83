import type { Day } from '../calendar/day.ts'
import { sinceAlways } from '../settings/model.ts'
import type { FormSetName, SlipKind } from './contract.ts'

type Form = {
  /** Its number in the set; null for a list that no set has. */
  readonly number: string | null
  readonly title: string
  /** After the number of the slip: "TNHS" of "05/TNHS". */
  readonly symbol: string
  /** The department's own symbol follows: "05/PXL-SGTVT". */
  readonly ofDepartment?: true
}

/** A set of one-stop forms and the days in which it is used; a slip keeps the set of its own day. */
export type FormSet = {
  readonly name: FormSetName
  /** From when slips are printed by it; null: its texts are not at hand, so it is not offered. */
  readonly fromDay: Day | null
  readonly issuedWith: string
  /** The titles of all its forms by number: they shift between sets. */
  readonly titles: Readonly<Record<string, string>>
  readonly forms: Readonly<Record<SlipKind, Form>>
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
    fromDay: sinceAlways,
    issuedWith: 'Thông tư số 01/2018/TT-VPCP',
    titles: titles2018,
    forms: {
      receipt: { number: '01', title: titles2018['01'], symbol: 'TNHS' },
      supplement: { number: '02', title: titles2018['02'], symbol: 'HDHS' },
      refusal: { number: '03', title: titles2018['03'], symbol: 'TCHS' },
      apology: { number: '04', title: titles2018['04'], symbol: 'PXL', ofDepartment: true },
      control: { number: '05', title: titles2018['05'], symbol: 'KSHS' },
      'post-list': handOver,
    },
  },
  {
    name: '2025',
    // the official bodies have not been seen: a day here offers the set, once they have been compared
    fromDay: null,
    issuedWith: 'Thông tư số 03/2025/TT-VPCP',
    titles: titles2025,
    forms: {
      receipt: { number: '01', title: titles2025['01'], symbol: 'TNHS' },
      supplement: { number: '02', title: titles2025['02'], symbol: 'HDHS' },
      refusal: { number: '03', title: titles2025['03'], symbol: 'TCHS' },
      apology: { number: '04', title: titles2025['04'], symbol: 'VBXL', ofDepartment: true },
      control: { number: '06', title: titles2025['06'], symbol: 'KSHS' },
      'post-list': handOver,
    },
  },
]

/** The set by which slips of a day are printed. */
export function formSetOn(day: Day): FormSet {
  const inForce = formSets.filter(({ fromDay }) => fromDay !== null && fromDay <= day).at(-1)
  if (inForce === undefined) throw new Error(`no set of forms on ${day}`)
  return inForce
}

/** The set a slip was printed by. */
export function formSetNamed(name: FormSetName): FormSet {
  const found = formSets.find(set => set.name === name)
  if (found === undefined) throw new Error(`no set of forms ${name}`)
  return found
}
