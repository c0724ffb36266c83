import { expect, test } from 'vitest'
import { nameInHead } from '../../electron/core/reports/office.ts'

test.each([
  ['Sở Giao thông vận tải tỉnh Cà Mau', 'UBND tỉnh Cà Mau', 'Sở Giao thông vận tải'],
  ['Sở Giao thông vận tải thành phố Cần Thơ', 'Ủy ban nhân dân thành phố Cần Thơ', 'Sở Giao thông vận tải'],
  ['Sở Giao thông vận tải', 'UBND tỉnh Cà Mau', 'Sở Giao thông vận tải'],
  ['Phòng Cảnh sát giao thông', 'Công an tỉnh Cà Mau', 'Phòng Cảnh sát giao thông'],
  ['Sở Giao thông vận tải tỉnh Cà Mau', 'Cục Đường bộ Việt Nam', 'Sở Giao thông vận tải tỉnh Cà Mau'],
])('%s under %s is printed as %s', (name, parentName, printed) => {
  expect(nameInHead({ name, parentName })).toBe(printed)
})
