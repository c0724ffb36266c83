import { channelNames } from '../applications/model.ts'
import type { MeasureRef } from '../reports/report.ts'
import type { Count, MeasureName } from '../statistics/model.ts'
import type { NarrativeFacts } from './facts.ts'
import type { Bound } from './model.ts'
import { integer } from './phrases.ts'

/** What a figure is called when somebody asks what a number in the text counts. */
const measureLabels: Readonly<Partial<Record<MeasureName, string>>> = {
  registered: 'đăng ký trong kỳ',
  refused: 'không tiếp nhận trong kỳ',
  waiting: 'chờ tiếp nhận cuối kỳ',
  received: 'tiếp nhận trong kỳ',
  carriedIn: 'kỳ trước chuyển qua',
  resumed: 'tiếp tục giải quyết sau khi dừng',
  finished: 'có kết quả trong kỳ',
  withdrawn: 'công dân rút trong kỳ',
  stopped: 'dừng giải quyết trong kỳ',
  closed: 'đã giải quyết trong kỳ',
  closedEarly: 'giải quyết trước hạn',
  closedOnTime: 'giải quyết đúng hạn',
  closedLate: 'giải quyết quá hạn',
  open: 'đang giải quyết cuối kỳ',
  openInTime: 'đang giải quyết, trong hạn',
  openPaused: 'đang giải quyết, tạm dừng',
  openOverdue: 'đang giải quyết, quá hạn',
  returned: 'đã trả kết quả trong kỳ',
  returnedCounter: 'trả kết quả tại Bộ phận Một cửa',
  returnedPost: 'trả kết quả qua bưu điện',
  returnedElectronic: 'trả kết quả trên môi trường mạng',
}

/** "hồ sơ", or what is counted instead. */
export const unitWord = ({ unit }: NarrativeFacts): string =>
  unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe'

/** One measure of the period as a number that can be followed to its files. */
export function counted(facts: NarrativeFacts, name: MeasureName, part: keyof Count = 'total'): Bound {
  const { period, measures } = facts
  const measure: MeasureRef = {
    names: [name],
    from: period.from,
    to: period.to,
    ...(part === 'total' ? {} : { channels: [part] }),
  }
  const channel = part === 'total' ? '' : ` ${channelNames[part].toLowerCase()}`
  const label = `${unitWord(facts)}${channel} ${measureLabels[name] ?? name}`
  return integer(`${name}.${part}`, measures[name][part], label, measure)
}
