import type { QueryContext } from '../context.ts'
import { AppError } from '../errors.ts'
import type { Period, PeriodKind } from '../periods/period.ts'
import { bieu06a } from './bieu-06a.ts'
import { buuChinh } from './buu-chinh.ts'
import { chiTieu } from './chi-tieu.ts'
import { ketQua } from './ket-qua.ts'
import { khoKhan } from './kho-khan.ts'
import type { ReportDocument } from './report.ts'
import { soTheoDoi, soTiepNhan } from './so-theo-doi.ts'
import { tienDo } from './tien-do.ts'
import { tongHop } from './tong-hop.ts'

/** A report there is: add one line here, and screen, workbook, print and command line have it. */
export type Report = {
  readonly name: string
  readonly title: string
  readonly periodKinds: readonly PeriodKind[]
  build(context: QueryContext, period: Period): ReportDocument
}

/** A report that is known and cannot be made yet: listed with the reason, refused with it, never shown empty. */
export type ReportToCome = Omit<Report, 'build'> & { readonly unavailable: string }

export const reports: readonly (Report | ReportToCome)[] = [
  {
    name: 'ket-qua',
    title: 'Báo cáo kết quả thực hiện dịch vụ công trực tuyến toàn trình đổi GPLX',
    periodKinds: ['day', 'week', 'month'],
    build: ketQua,
  },
  {
    name: 'bieu-06a',
    title: 'Biểu II.06a/VPCP/KSTT: tình hình, kết quả giải quyết thủ tục hành chính',
    periodKinds: ['week', 'month', 'quarter', 'half', 'year'],
    build: bieu06a,
  },
  {
    name: 'tien-do',
    title: 'Báo cáo tiến độ: hồ sơ sắp đến hạn, quá hạn theo tổ và cán bộ',
    periodKinds: ['day', 'week', 'month', 'quarter', 'half', 'year'],
    build: tienDo,
  },
  {
    name: 'chi-tieu',
    title: 'Báo cáo thực hiện chỉ tiêu dịch vụ công trực tuyến',
    periodKinds: ['month', 'quarter', 'half', 'year'],
    build: chiTieu,
  },
  {
    name: 'kho-khan',
    title: 'Báo cáo khó khăn, vướng mắc',
    periodKinds: ['day', 'week', 'month', 'quarter', 'half', 'year'],
    build: khoKhan,
  },
  {
    name: 'buu-chinh',
    title: 'Báo cáo trả kết quả qua dịch vụ bưu chính',
    periodKinds: ['day', 'week', 'month', 'quarter', 'half', 'year'],
    build: buuChinh,
  },
  {
    name: 'so-theo-doi',
    title: 'Sổ theo dõi hồ sơ (Mẫu số 06)',
    periodKinds: ['day', 'week', 'month'],
    build: soTheoDoi,
  },
  {
    name: 'so-tiep-nhan',
    title: 'Sổ theo dõi tình hình tiếp nhận hồ sơ TTHC',
    periodKinds: ['day', 'week', 'month'],
    build: soTiepNhan,
  },
  {
    name: 'tong-hop',
    title: 'Báo cáo tổng hợp tình hình thực hiện (có lời văn)',
    periodKinds: ['week', 'month', 'quarter', 'half', 'year'],
    build: tongHop,
  },
  {
    name: 'huong-dan',
    title: 'Báo cáo hướng dẫn người dân nộp hồ sơ trực tuyến',
    periodKinds: ['day', 'week', 'month', 'quarter', 'half', 'year'],
    unavailable:
      'Chưa lập được báo cáo hướng dẫn: ứng dụng chưa có sổ ghi lượt hướng dẫn nên không có số liệu. Chọn báo cáo khác.',
  },
]

/** Whether there is such a report, and it is made for periods of that kind. */
export const isMadeFor = (name: string, kind: PeriodKind): boolean =>
  reports.some(report => report.name === name && 'build' in report && report.periodKinds.includes(kind))

export function reportNamed(name: string): Report {
  const report = reports.find(each => each.name === name)
  if (report === undefined) {
    throw new AppError('not-found', 'Không có mẫu báo cáo này. Chọn báo cáo trong danh sách.')
  }
  if ('unavailable' in report) throw new AppError('invalid', report.unavailable)
  return report
}
