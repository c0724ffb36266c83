import type { QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Period, PeriodKind } from '../periods/period.ts'
import { ketQua } from './ket-qua.ts'
import type { ReportDocument } from './report.ts'
import { soTheoDoi } from './so-theo-doi.ts'
import { tongHop } from './tong-hop.ts'

/** A report there is: add one line here, and screen, workbook, print and command line have it. */
export type Report = {
  readonly name: string
  readonly title: string
  readonly periodKinds: readonly PeriodKind[]
  build(context: QueryContext, period: Period): ReportDocument
}

export const reports: readonly Report[] = [
  {
    name: 'ket-qua',
    title: 'Báo cáo kết quả thực hiện dịch vụ công trực tuyến toàn trình đổi GPLX',
    periodKinds: ['day', 'week', 'month'],
    build: ketQua,
  },
  {
    name: 'so-theo-doi',
    title: 'Sổ theo dõi hồ sơ (Mẫu số 06)',
    periodKinds: ['day', 'week', 'month'],
    build: soTheoDoi,
  },
  {
    name: 'tong-hop',
    title: 'Báo cáo tổng hợp tình hình thực hiện (có lời văn)',
    periodKinds: ['week', 'month', 'quarter', 'half', 'year'],
    build: tongHop,
  },
]

export function reportNamed(name: string): Report {
  const report = reports.find(each => each.name === name)
  if (report === undefined) {
    throw new AppError('not-found', 'Không có mẫu báo cáo này. Chọn báo cáo trong danh sách.')
  }
  return report
}
