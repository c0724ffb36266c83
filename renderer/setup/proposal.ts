import type { Department } from '../../electron/core/settings/model.ts'
import type { ProvinceChoice } from '../../electron/core/setup/contract.ts'

export type Proposal = Pick<Department, 'name' | 'parentName' | 'place' | 'symbol'>

/** Sở Giao thông vận tải was merged into Sở Xây dựng before the provinces of 2025. */
const offices = {
  '2023': { name: 'Sở Giao thông vận tải', symbol: 'BC-SGTVT' },
  '2025': { name: 'Sở Xây dựng', symbol: 'BC-SXD' },
} as const

/** A city named after a person is written in full before the date (NĐ 30/2020, Phụ lục I). */
const namedAfterPeople: readonly string[] = ['Hồ Chí Minh']

/** How the department of a province is most likely printed; the user corrects it where it is not. */
export function proposeOffice(province: ProvinceChoice): Proposal {
  const office = offices[province.catalogue]
  const city = province.kind === 'Thành phố'
  const full = `${city ? 'thành phố' : 'tỉnh'} ${province.name}`
  return {
    name: `${office.name} ${full}`,
    parentName: `${city ? 'Ủy ban nhân dân' : 'UBND'} ${full}`,
    place: namedAfterPeople.includes(province.name) ? `Thành phố ${province.name}` : province.name,
    symbol: office.symbol,
  }
}

/** Which of the proposed texts may replace what stands in the form: the empty ones, and earlier proposals. */
export function stillProposed(
  standing: Readonly<Record<keyof Proposal, string>>,
  before: Proposal | null,
  now: Proposal,
): Partial<Proposal> {
  const names = ['name', 'parentName', 'place', 'symbol'] as const
  return Object.fromEntries(
    names
      .filter(name => standing[name].trim() === '' || standing[name] === before?.[name])
      .map(name => [name, now[name]]),
  )
}
