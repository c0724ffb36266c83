import type { Holiday } from '../../electron/core/catalogue/contract.ts'

export const holidayKinds: Readonly<Record<Holiday['kind'], string>> = {
  holiday: 'Nghỉ lễ, tết',
  compensatory: 'Nghỉ bù',
  swap_off: 'Nghỉ hoán đổi',
  swap_work: 'Làm bù ngày nghỉ',
}

export const weekdayNames = [
  'Thứ Hai',
  'Thứ Ba',
  'Thứ Tư',
  'Thứ Năm',
  'Thứ Sáu',
  'Thứ Bảy',
  'Chủ nhật',
] as const
