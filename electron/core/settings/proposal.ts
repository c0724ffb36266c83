import type { Department } from './model.ts'

type Province = {
  readonly catalogue: '2023' | '2025'
  readonly code: string
  readonly name: string
  readonly kind: string
}

/** Sở Giao thông vận tải was merged into Sở Xây dựng before the provinces of 2025. */
const offices = {
  '2023': { name: 'Sở Giao thông vận tải', symbol: 'BC-SGTVT' },
  '2025': { name: 'Sở Xây dựng', symbol: 'BC-SXD' },
} as const

/**
 * The department as its province would print it, for the wizard and `gplx init` to start from; the office
 * corrects what differs. Names and forms: domain/forms.md §5.
 */
export function proposeDepartment({ catalogue, code, name, kind }: Province): Department {
  const isCity = kind.startsWith('Thành phố')
  const place = name.replace(/^(Thành phố|Tỉnh)\s+/i, '')
  const whole = `${isCity ? 'thành phố' : 'tỉnh'} ${place}`
  const office = offices[catalogue]
  return {
    provinceCatalogue: catalogue,
    provinceCode: code,
    name: `${office.name} ${whole}`,
    parentName: `UBND ${whole}`,
    place,
    symbol: office.symbol,
    signerTitle: 'GIÁM ĐỐC',
    signerName: '',
    receivers: ['Cục Đường bộ Việt Nam', `UBND ${whole}`, 'Lưu: VT, QLVT'],
  }
}
