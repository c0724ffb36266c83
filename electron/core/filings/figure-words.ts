import { type Channel, channelNames } from '../applications/model.ts'
import type { MemberName } from '../statistics/members.ts'
import type { FigureDrift, FigurePart } from './contract.ts'

/** The figures in the words of figures.md §3 and §4. */
export const figureNames: Readonly<Record<FigureDrift['measure'], string>> = {
  registered: 'Đăng ký',
  refused: 'Không tiếp nhận',
  dropped: 'Rút, dừng trước tiếp nhận',
  waitingIn: 'Chờ tiếp nhận đầu kỳ',
  waiting: 'Chờ tiếp nhận cuối kỳ',
  received: 'Tiếp nhận trong kỳ',
  carriedIn: 'Kỳ trước chuyển qua',
  resumed: 'Tiếp tục sau khi dừng',
  finished: 'Có kết quả',
  withdrawn: 'Công dân rút',
  stopped: 'Dừng xử lý',
  closed: 'Đã giải quyết',
  closedEarly: 'Đã giải quyết trước hạn',
  closedOnTime: 'Đã giải quyết đúng hạn',
  closedLate: 'Đã giải quyết quá hạn',
  open: 'Đang giải quyết',
  openInTime: 'Đang giải quyết trong hạn',
  openPaused: 'Đang giải quyết, tạm dừng',
  openOverdue: 'Đang giải quyết quá hạn',
  returned: 'Đã trả kết quả',
  returnedCounter: 'Trả tại bộ phận một cửa',
  returnedPost: 'Trả qua bưu điện',
  returnedElectronic: 'Trả trên môi trường mạng',
  postCarriedIn: 'Ở bưu chính từ kỳ trước',
  handedOver: 'Giao bưu chính',
  delivered: 'Phát đến công dân',
  withPost: 'Đang ở bưu chính',
  notHandedOver: 'Chưa giao bưu chính',
  targetNumerator: 'Chỉ tiêu từ đầu năm: hồ sơ trực tuyến',
  targetDenominator: 'Chỉ tiêu từ đầu năm: mẫu số',
}

export const partNames: Readonly<Record<FigurePart, string>> = { total: 'Tổng số', ...channelNames }

/** Figures of a state, which last: the day on which the state began is no part of the figure. */
export const lastingMeasures: ReadonlySet<MemberName> = new Set<MemberName>([
  'waitingIn',
  'waiting',
  'carriedIn',
  'open',
  'openInTime',
  'openPaused',
  'openOverdue',
  'notHandedOver',
])

export const channelInWords = (channel: Channel): string => channelNames[channel].toLowerCase()
