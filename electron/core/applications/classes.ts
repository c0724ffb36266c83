import type { Day } from '../calendar/day.ts'
import { tidy } from '../vietnamese.ts'
import type { Checked, Finding } from './person.ts'

/** Law under which a class is meant: A1, B1, C and D exist in both, with other meanings. */
export type Regime = '2008' | '2024'

/** The law in force on a day: Luật Trật tự, an toàn giao thông đường bộ since 1 January 2025. */
export function regimeOn(day: Day): Regime {
  return day < '2025-01-01' ? '2008' : '2024'
}

const refuse = (code: string, message: string): Checked => ({
  value: null,
  findings: [{ field: 'classes', code, level: 'error', message }],
})

/** Reads "A1;B2", "A1/B2", "b2 a1" … as "A1, B2": every class once, in the order of the codes. */
export function parseClasses(text: string, known: ReadonlySet<string>): Checked {
  const plain = tidy(text).toUpperCase()
  if (plain === '') return { value: null, findings: [] }
  const classes = [...new Set(plain.split(/[,;/+\s]+/).filter(part => part !== ''))].sort()
  if (classes.length === 0) {
    return refuse('classes-form', 'Chưa đọc được hạng giấy phép lái xe. Ghi hạng, ví dụ “A1, B2”.')
  }
  if (!classes.every(part => known.has(part))) {
    const message = 'Có hạng giấy phép lái xe không có trong danh mục của thời điểm này. Chọn lại hạng.'
    return refuse('classes-unknown', message)
  }
  return { value: classes.join(', '), findings: [] }
}

/** Was the person old enough for the class on the day of receipt? Says so, never refuses. */
export function checkAge(
  birthDay: Day | null,
  minimumAge: number | null,
  receivedDay: Day | null,
): readonly Finding[] {
  if (birthDay === null || minimumAge === null || receivedDay === null) return []
  const oldEnough = `${Number(birthDay.slice(0, 4)) + minimumAge}${birthDay.slice(4)}`
  if (oldEnough <= receivedDay) return []
  const message =
    'Công dân chưa đủ tuổi của hạng giấy phép vào ngày tiếp nhận. Kiểm tra lại ngày sinh và hạng.'
  return [{ field: 'birthDay', code: 'under-age', level: 'warning', message }]
}
