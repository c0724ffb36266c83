import { channelNames, channels } from '../applications/model.ts'
import type { BrokenIdentity, Count, MeasureName, Measures } from './model.ts'

type Side = readonly MeasureName[]

/** figures.md §3: whatever comes in goes out or is still there. */
export const balances: readonly { readonly identity: string; readonly left: Side; readonly right: Side }[] = [
  {
    identity:
      'chờ tiếp nhận đầu kỳ + đăng ký = tiếp nhận + không tiếp nhận + rút, dừng trước tiếp nhận + chờ tiếp nhận cuối kỳ',
    left: ['waitingIn', 'registered'],
    right: ['received', 'refused', 'dropped', 'waiting'],
  },
  {
    identity:
      'kỳ trước chuyển qua + tiếp nhận trong kỳ + tiếp tục sau khi dừng = đã giải quyết + đang giải quyết',
    left: ['carriedIn', 'received', 'resumed'],
    right: ['closed', 'open'],
  },
  {
    identity: 'đã giải quyết = có kết quả + rút + dừng',
    left: ['closed'],
    right: ['finished', 'withdrawn', 'stopped'],
  },
  {
    identity: 'đã giải quyết = trước hạn + đúng hạn + quá hạn',
    left: ['closed'],
    right: ['closedEarly', 'closedOnTime', 'closedLate'],
  },
  {
    identity: 'đang giải quyết = trong hạn + tạm dừng + quá hạn',
    left: ['open'],
    right: ['openInTime', 'openPaused', 'openOverdue'],
  },
  {
    identity: 'đã trả = tại bộ phận một cửa + qua bưu điện + trên môi trường mạng',
    left: ['returned'],
    right: ['returnedCounter', 'returnedPost', 'returnedElectronic'],
  },
]

const parts = ['total', ...channels] as const
const partNames: Readonly<Record<keyof Count, string>> = { total: 'Tổng cộng', ...channelNames }

/**
 * The identities that do not hold, for the total and for each channel. `previousOpen` is what the period before
 * ended with; null where it is not to be compared.
 */
export function identities(measures: Measures, previousOpen: Count | null): readonly BrokenIdentity[] {
  const broken: BrokenIdentity[] = []
  for (const part of parts) {
    const compare = (identity: string, left: number, right: number) => {
      if (left !== right) broken.push({ identity, left, right, channel: partNames[part] })
    }
    const sum = (names: Side) => names.reduce((total, name) => total + measures[name][part], 0)
    for (const { identity, left, right } of balances) compare(identity, sum(left), sum(right))
    if (previousOpen !== null) {
      compare(
        'kỳ trước chuyển qua = đang giải quyết cuối kỳ trước',
        measures.carriedIn[part],
        previousOpen[part],
      )
    }
  }
  const whole = sumOfChannels(measures)
  if (whole !== null) broken.push(whole)
  return broken
}

function sumOfChannels(measures: Measures): BrokenIdentity | null {
  for (const { total, online, direct, postal } of Object.values(measures)) {
    if (total !== online + direct + postal) {
      return {
        identity: 'tổng số = trực tuyến + trực tiếp + bưu chính',
        left: total,
        right: online + direct + postal,
        channel: partNames.total,
      }
    }
  }
  return null
}
