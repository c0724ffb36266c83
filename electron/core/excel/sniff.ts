import { AppError } from '../errors.ts'
import { encrypted, openZip } from './zip.ts'

/** What a file is by its content; the extension is never asked. */
export type FileKind =
  | 'xlsx'
  | 'csv'
  | 'xls-biff'
  | 'xls-html'
  | 'xls-xml'
  | 'xlsb'
  | 'ods'
  | 'encrypted'
  | 'document'
  | 'empty'
  | 'unknown'

const starts = (bytes: Uint8Array, ...mark: number[]): boolean => mark.every((byte, i) => bytes[i] === byte)

export function sniff(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty'
  if (starts(bytes, 0x50, 0x4b, 0x03, 0x04)) return sniffZip(bytes)
  if (starts(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return sniffOle(bytes)
  // BIFF 2–4 had no container
  if (starts(bytes, 0x09) && [0, 2, 4].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'xls-biff'
  if (starts(bytes, 0x25, 0x50, 0x44, 0x46)) return 'document'
  const utf16 = starts(bytes, 0xff, 0xfe) || starts(bytes, 0xfe, 0xff)
  if (!utf16 && hasBinary(bytes)) return 'unknown'
  return sniffText(bytes)
}

function sniffZip(bytes: Uint8Array): FileKind {
  const { names } = openZip(bytes)
  if (names.includes('xl/workbook.bin')) return 'xlsb'
  if (names.some(name => name.startsWith('xl/')) || names.includes('[Content_Types].xml')) {
    return names.some(name => name.startsWith('word/') || name.startsWith('ppt/')) ? 'document' : 'xlsx'
  }
  return names.includes('content.xml') ? 'ods' : 'unknown'
}

/** The container's directory names its streams in UTF-16. */
function sniffOle(bytes: Uint8Array): FileKind {
  const has = (name: string): boolean =>
    includes(bytes, Uint8Array.from([...name].flatMap(c => [c.charCodeAt(0), 0])))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return 'encrypted'
  if (has('Workbook') || has('Book')) return 'xls-biff'
  return has('WordDocument') ? 'document' : 'unknown'
}

function includes(bytes: Uint8Array, part: Uint8Array): boolean {
  const first = part[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, i) => bytes[at + i] === byte)) return true
  }
  return false
}

/** Text holds no control codes but tabs and line ends. */
function hasBinary(bytes: Uint8Array): boolean {
  return bytes
    .subarray(0, 8192)
    .some(byte => byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12)
}

function sniffText(bytes: Uint8Array): FileKind {
  const encoding = starts(bytes, 0xff, 0xfe) ? 'utf-16le' : starts(bytes, 0xfe, 0xff) ? 'utf-16be' : 'latin1'
  const head = new TextDecoder(encoding)
    .decode(bytes.subarray(0, 4096))
    .replace(/^[^\x21-\x7e]*(ï»¿)?\s*/, '')
  if (head === '') return 'empty'
  if (!head.startsWith('<')) return 'csv'
  if (/<\?xml/i.test(head) && /schemas-microsoft-com:office:spreadsheet|<Workbook/i.test(head))
    return 'xls-xml'
  return /<(!doctype html|html|head|meta|body|table|style|div)\b/i.test(head) ? 'xls-html' : 'unknown'
}

const saveAs = 'Mở tệp bằng Excel, chọn Lưu thành (Save As) dạng .xlsx rồi nhập lại.'

const answers: Readonly<Record<Exclude<FileKind, 'xlsx' | 'csv' | 'encrypted'>, string>> = {
  'xls-biff': `Tệp này là sổ Excel 97–2003 (.xls), ứng dụng chưa đọc được. ${saveAs}`,
  'xls-html': `Tệp này mang tên .xls nhưng nội dung là trang web (HTML), ứng dụng chưa đọc được. ${saveAs}`,
  'xls-xml': `Tệp này là sổ Excel dạng XML 2003, ứng dụng chưa đọc được. ${saveAs}`,
  xlsb: `Tệp này là sổ Excel dạng nhị phân (.xlsb), ứng dụng chưa đọc được. ${saveAs}`,
  ods: 'Tệp này là bảng tính OpenDocument (.ods), ứng dụng chưa đọc được. Mở tệp, lưu lại dạng .xlsx rồi nhập.',
  document:
    'Tệp này là văn bản (Word, PDF hoặc trình chiếu), không phải bảng tính. Chọn danh sách dạng .xlsx hoặc .csv.',
  empty: 'Tệp không có nội dung. Chọn tệp danh sách khác.',
  unknown: 'Tệp này không phải bảng tính hoặc đã bị hỏng. Chọn danh sách dạng .xlsx hoặc .csv.',
}

/** Lets through what can be read and says of everything else what it is and what to do. */
export function assertReadable(kind: FileKind): asserts kind is 'xlsx' | 'csv' {
  if (kind === 'xlsx' || kind === 'csv') return
  throw kind === 'encrypted' ? encrypted() : new AppError('invalid', answers[kind])
}
