import { addDays } from '../../core/calendar/day.ts'
import { writeList } from '../../core/excel/write-list.ts'
import type { FileContent } from '../../core/operation.ts'
import { dice, samplePerson, seeded } from '../../core/setup/sample-people.ts'

/** A workbook of made-up applications in the columns that counters use; `series` begins their codes. */
export function sampleList(rows: number, series = 'DO'): Promise<FileContent> {
  const roll = dice(seeded(7))
  const text = (heading: string) => ({ heading, format: 'text' as const, width: 18 })
  const day = (heading: string) => ({ heading, format: 'day' as const, width: 12 })
  return writeList({
    name: 'danh-sach-do.xlsx',
    columns: [
      ...['Mã hồ sơ', 'Họ và tên', 'Số CCCD', 'Số điện thoại', 'Số GPLX', 'Hạng GPLX', 'Hình thức nộp'].map(
        text,
      ),
      ...['Ngày nộp', 'Ngày tiếp nhận', 'Ngày có kết quả', 'Ngày trả kết quả'].map(day),
      ...['Trạng thái', 'Hình thức trả'].map(text),
    ],
    rows: Array.from({ length: rows }, (_, index) => {
      const person = samplePerson(roll, '091', '91')
      const registered = addDays('2023-01-02', roll.whole(0, 300))
      return [
        ...[
          `${series}-${String(index + 1).padStart(7, '0')}`,
          person.fullName,
          person.nationalId,
          person.phone,
        ],
        ...[person.licenceNumber, 'B2', roll.chance(0.1) ? 'Trực tuyến' : 'Trực tiếp'],
        ...[registered, registered, addDays(registered, 5), addDays(registered, 7)],
        ...['Đã trả kết quả', 'Trả kết quả tại bộ phận tiếp nhận và trả kết quả'],
      ]
    }),
  })
}
