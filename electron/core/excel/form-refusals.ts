import { AppError } from '../errors.ts'
import { damaged, noSheets, tooManyColumns, tooManyRows, tooMuchInside } from './limits.ts'
import type { FileKind } from './sniff.ts'
import { encrypted } from './zip.ts'

const again = 'Mở bằng Excel, lưu lại dạng .xlsx rồi đưa lên lại.'
const kinds: Readonly<Record<Exclude<FileKind, 'xlsx' | 'encrypted'>, string>> = {
  csv: `Tệp này là văn bản (CSV). Biểu mẫu phải là sổ Excel dạng .xlsx.`,
  'xls-html': `Tệp này là trang web mang tên .xls. ${again}`,
  'xls-biff': `Biểu mẫu là sổ Excel 97–2003 (.xls) nên không điền được. ${again}`,
  'xls-xml': `Biểu mẫu là sổ Excel dạng XML 2003 nên không điền được. ${again}`,
  xlsb: `Biểu mẫu là sổ Excel dạng nhị phân (.xlsb) nên không điền được. ${again}`,
  ods: `Biểu mẫu là bảng tính OpenDocument (.ods) nên không điền được. ${again}`,
  document: 'Tệp này là văn bản (Word, PDF hoặc trình chiếu). Biểu mẫu phải là sổ Excel dạng .xlsx.',
  empty: 'Tệp không có nội dung. Lấy lại tệp gốc rồi đưa lên.',
  unknown: 'Tệp không phải bảng tính hoặc đã bị hỏng. Biểu mẫu phải là sổ Excel dạng .xlsx.',
}

/** What the reader says of a list, as it is said of a form: nobody imports a form. */
const ofForms: ReadonlyMap<string, string> = new Map([
  [
    encrypted().message,
    'Biểu mẫu được đặt mật khẩu nên không đọc được. Bỏ mật khẩu, lưu lại rồi đưa lên lại.',
  ],
  [
    damaged().message,
    'Biểu mẫu bị hỏng hoặc tải về chưa đủ nên không đọc được. Lấy lại tệp gốc rồi đưa lên.',
  ],
  [tooMuchInside().message, 'Nội dung nén trong biểu mẫu lớn bất thường nên không mở. Xin nơi gửi bản khác.'],
  [tooManyRows().message, 'Biểu mẫu có hơn 200.000 dòng. Xóa các dòng thừa rồi đưa lên lại.'],
  [tooManyColumns().message, 'Biểu mẫu có dữ liệu ngoài cột thứ 200. Xóa các cột thừa rồi đưa lên lại.'],
  [noSheets().message, 'Biểu mẫu không có trang tính nào. Lấy lại tệp gốc rồi đưa lên.'],
])

/** Refuses what is no workbook that can be filled, and says what it is. */
export function assertFormKind(kind: FileKind): void {
  if (kind === 'encrypted') throw encrypted()
  if (kind !== 'xlsx') throw new AppError('invalid', kinds[kind], { fields: { file: kinds[kind] } })
}

/** Reads a form; what the reader refuses is said of a form and not of a list. */
export function readingForm<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    const said = error instanceof AppError ? ofForms.get(error.message) : undefined
    throw said === undefined ? error : new AppError('invalid', said, { fields: { file: said } })
  }
}
