import { AppError } from '../errors.ts'

/** How much a list may hold, so that no file can exhaust the machine. */
export const limits = {
  fileBytes: 50 * 1024 * 1024,
  /** Unzipped size: never above the cap; above the floor, at most this many times the file. */
  unzippedRatio: 20,
  unzippedFloor: 64 * 1024 * 1024,
  unzippedBytes: 400 * 1024 * 1024,
  rows: 200_000,
  /** Titles, headings, sums and signatures around them. */
  rowsAround: 200,
  columns: 200,
} as const

export function assertFileSize(bytes: number): void {
  if (bytes > limits.fileBytes)
    throw new AppError(
      'invalid',
      'Tệp lớn hơn 50 MB. Chia danh sách thành nhiều tệp nhỏ hơn rồi nhập từng tệp.',
    )
}

/** The number of bytes the contents of a zip file of this size may take. */
export function unzippedLimit(fileBytes: number): number {
  return Math.min(limits.unzippedBytes, Math.max(limits.unzippedFloor, fileBytes * limits.unzippedRatio))
}

export function tooMuchInside(): AppError {
  return new AppError(
    'invalid',
    'Nội dung nén trong tệp lớn bất thường nên ứng dụng không mở. Mở tệp bằng Excel, chép riêng danh sách sang sổ mới, lưu lại dạng .xlsx rồi nhập.',
  )
}

export function tooManyRows(): AppError {
  return new AppError('invalid', 'Danh sách có hơn 200.000 dòng. Chia thành nhiều tệp rồi nhập từng tệp.')
}

export function tooManyColumns(): AppError {
  return new AppError(
    'invalid',
    'Danh sách có dữ liệu ngoài cột thứ 200. Xóa các cột không thuộc danh sách rồi nhập lại.',
  )
}

export function noSheets(): AppError {
  return new AppError('invalid', 'Tệp Excel không có trang tính nào. Chọn tệp có danh sách hồ sơ.')
}

export function damaged(): AppError {
  return new AppError(
    'invalid',
    'Tệp bị hỏng hoặc tải về chưa đủ nên không đọc được. Tải lại tệp, hoặc mở bằng Excel và lưu lại dạng .xlsx rồi nhập.',
  )
}
