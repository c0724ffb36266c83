import { AppError } from '../errors.ts'
import { limits } from './limits.ts'
import type { Sheet } from './sheet.ts'
import { type FileKind, sniff } from './sniff.ts'
import { readXlsx } from './xlsx.ts'
import { isEncrypted } from './zip.ts'

export type OpenedReport =
  | { readonly sheets: readonly Sheet[] }
  /** Readable, and certainly no workbook of ours: what it is. */
  | { readonly foreign: string }
  /** Why it could not be read, and what to do. */
  | { readonly unreadable: string }

const again = 'Mở tệp bằng Excel, lưu dạng .xlsx rồi kiểm tra lại.'

const others: Readonly<Record<Exclude<FileKind, 'xlsx'>, OpenedReport>> = {
  csv: { foreign: 'Tệp này là tệp văn bản (CSV), không phải báo cáo .xlsx do ứng dụng xuất.' },
  'xls-html': { foreign: 'Tệp này là trang web mang tên .xls, không phải báo cáo .xlsx do ứng dụng xuất.' },
  document: { foreign: 'Tệp này là văn bản (Word, PDF hoặc trình chiếu), không phải báo cáo .xlsx.' },
  'xls-biff': { unreadable: `Tệp này là sổ Excel 97–2003 (.xls) nên không kiểm tra được. ${again}` },
  'xls-xml': { unreadable: `Tệp này là sổ Excel dạng XML 2003 nên không kiểm tra được. ${again}` },
  xlsb: { unreadable: `Tệp này là sổ Excel dạng nhị phân (.xlsb) nên không kiểm tra được. ${again}` },
  ods: { unreadable: `Tệp này là bảng tính OpenDocument (.ods) nên không kiểm tra được. ${again}` },
  encrypted: {
    unreadable: 'Tệp được đặt mật khẩu nên không kiểm tra được. Bỏ mật khẩu, lưu lại rồi kiểm tra.',
  },
  empty: { unreadable: 'Tệp không có nội dung. Lấy lại tệp gốc rồi kiểm tra.' },
  unknown: { unreadable: 'Tệp không phải bảng tính hoặc đã bị hỏng. Lấy lại tệp gốc rồi kiểm tra.' },
}

/** Opens what is said to be a report: its sheets, or what the file is instead. Never throws for what a file holds. */
export function openReport(bytes: Uint8Array): OpenedReport {
  if (bytes.length > limits.fileBytes)
    return { unreadable: 'Tệp lớn hơn 50 MB, không phải báo cáo do ứng dụng xuất.' }
  try {
    const kind = sniff(bytes)
    return kind === 'xlsx' ? { sheets: readXlsx(bytes) } : others[kind]
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    if (isEncrypted(error)) return others.encrypted
    return {
      unreadable:
        'Tệp bị hỏng, tải về chưa đủ hoặc chứa nội dung bất thường nên không đọc được. Lấy lại tệp gốc rồi kiểm tra.',
    }
  }
}
