import { expect, test } from 'vitest'
import { codeOf } from '../../renderer/settings/item-code.ts'
import { proposeOffice, stillProposed } from '../../renderer/setup/proposal.ts'

const kienGiang = { catalogue: '2023', code: '91', name: 'Kiên Giang', kind: 'Tỉnh' } as const
const camau = { catalogue: '2023', code: '96', name: 'Cà Mau', kind: 'Tỉnh' } as const

test('a province proposes its department, its committee, its place and its symbol', () => {
  expect(proposeOffice(kienGiang)).toEqual({
    name: 'Sở Giao thông vận tải tỉnh Kiên Giang',
    parentName: 'UBND tỉnh Kiên Giang',
    place: 'Kiên Giang',
    symbol: 'BC-SGTVT',
  })
})

test('a city is named as a city, and one named after a person keeps its full name before the date', () => {
  const city = { catalogue: '2023', code: '79', name: 'Hồ Chí Minh', kind: 'Thành phố' } as const
  expect(proposeOffice(city)).toMatchObject({
    name: 'Sở Giao thông vận tải thành phố Hồ Chí Minh',
    parentName: 'Ủy ban nhân dân thành phố Hồ Chí Minh',
    place: 'Thành phố Hồ Chí Minh',
  })
})

test('another province replaces what was proposed and keeps what the user wrote', () => {
  const before = proposeOffice(kienGiang)
  const standing = { ...before, parentName: 'ỦY BAN NHÂN DÂN TỈNH' }
  const changes = stillProposed(standing, before, proposeOffice(camau))
  expect(changes).toEqual({
    name: 'Sở Giao thông vận tải tỉnh Cà Mau',
    place: 'Cà Mau',
    symbol: 'BC-SGTVT',
  })
})

test('a new entry gets a code from its name, and a number behind a code that is taken', () => {
  expect(codeOf('Đổi do hỏng, mờ', [])).toBe('doi-do-hong-mo')
  expect(codeOf('Bị hỏng', ['bi-hong'])).toBe('bi-hong-2')
  expect(codeOf('!!!', [])).toBe('muc')
  expect(codeOf('Dài '.repeat(40), [])).toMatch(/^[a-z0-9-]{1,40}$/)
})
