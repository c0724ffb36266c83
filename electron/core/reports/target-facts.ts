import type { TargetStatus } from '../targets/contract.ts'
import type { TargetRules } from '../targets/counted-days.ts'
import { allChannels, type ReportChannel } from './ii06a.ts'
import type { TargetBasis, TargetFacts } from './ket-qua-facts.ts'

/** How the target stands, in the words of reports. */
export function targetFacts(status: TargetStatus, rules: TargetRules): TargetFacts {
  const { year, asOf, numerator, denominator, targetBp, met, missing } = status
  return { year, asOf, numerator, denominator, targetBp, met, missing, basis: basisOf(rules) }
}

const eventNames = {
  finished: 'đã có kết quả',
  received: 'đã tiếp nhận',
  registered: 'đã đăng ký',
} as const

/** What both counts are. */
function basisOf({ numerator, denominator, unit }: TargetRules): TargetBasis {
  const counted = unit === 'files' ? 'Số hồ sơ' : 'Số giấy phép lái xe của hồ sơ'
  const channels = {
    'direct-and-postal': 'trực tiếp và qua bưu chính công ích',
    direct: 'trực tiếp',
    all: 'của tất cả hình thức nộp',
  }[denominator]
  const event = eventNames[numerator]
  return {
    numerator: `${counted} trực tuyến ${event}`,
    denominator: `${counted} ${channels} ${event}`,
    allChannels: denominator === 'all',
  }
}

/** The channels that the denominator counts, where no daily total stands in for them. */
export function denominatorChannels({ denominator }: TargetRules): readonly ReportChannel[] {
  if (denominator === 'direct') return ['direct']
  return denominator === 'all' ? allChannels : ['direct', 'postal']
}
