import type { Department } from '../settings/model.ts'
import type { Office } from './administrative-layout.ts'

/** The office as reports print it. */
export function officeOf(department: Department): Office {
  return {
    parent: department.parentName,
    department: nameInHead(department),
    departmentInText: department.name,
    place: department.place,
    symbol: department.symbol,
    signer: {
      title: department.signerTitle.split('/').map(line => line.trim()),
      name: department.signerName,
    },
    receivers: department.receivers,
  }
}

/**
 * Under the parent that names the province the department's own name goes without it, as the decree's model has it
 * (forms.md §5): "UBND TỈNH CÀ MAU" over "SỞ GIAO THÔNG VẬN TẢI".
 */
export function nameInHead({ name, parentName }: Pick<Department, 'name' | 'parentName'>): string {
  const province = /\s(tỉnh|thành phố)\s.+$/i.exec(parentName)?.[0]
  return province !== undefined && name.endsWith(province) ? name.slice(0, -province.length) : name
}
