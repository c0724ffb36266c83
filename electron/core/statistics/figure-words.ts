import type { ReadDb } from '../../../db/database.ts'
import { channelNames } from '../applications/model.ts'
import { showDay } from '../calendar/day.ts'
import type { FigureRef, MeasureName, MeasureRef, Split, Unit } from './model.ts'
import { groupName } from './split.ts'

/** What each measure is called beside the files it counts. */
export const measureWords: Readonly<Record<MeasureName, string>> = {
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
  stopped: 'Dừng giải quyết',
  closed: 'Đã giải quyết',
  closedEarly: 'Đã giải quyết trước hạn',
  closedOnTime: 'Đã giải quyết đúng hạn',
  closedLate: 'Đã giải quyết quá hạn',
  open: 'Đang giải quyết cuối kỳ',
  openInTime: 'Đang giải quyết, trong hạn',
  openPaused: 'Đang tạm dừng',
  openOverdue: 'Đang giải quyết, quá hạn',
  returned: 'Đã trả kết quả',
  returnedCounter: 'Đã trả tại bộ phận một cửa',
  returnedPost: 'Đã trả qua bưu điện',
  returnedElectronic: 'Đã trả trên môi trường mạng',
}

const splitWords: Readonly<Record<Split, string>> = {
  team: 'tổ',
  district: 'địa bàn',
  class: 'hạng',
  reason: 'lý do',
  officer: 'cán bộ',
}

const partWords = { numerator: 'Tử số của chỉ tiêu', denominator: 'Mẫu số của chỉ tiêu' } as const

/** What a figure counts, as a sentence; `ref` is the measure behind it. */
export function figureSentence(db: ReadDb, figure: FigureRef, ref: MeasureRef, unit: Unit): string {
  const measures = ref.names.map(name => measureWords[name])
  const [first = '', ...others] = measures
  const what = [first, ...others.map(lowerFirst)].join(' + ')
  const days =
    ref.from === ref.to
      ? `ngày ${showDay(ref.from)}`
      : `từ ngày ${showDay(ref.from)} đến ngày ${showDay(ref.to)}`
  const said = [`${what}, ${days}`]
  if (ref.channels !== undefined && ref.channels.length < 3) {
    said.push(`nộp ${ref.channels.map(channel => lowerFirst(channelNames[channel])).join(', ')}`)
  }
  if (ref.due !== undefined) {
    const since = ref.due.from === null ? '' : `từ ngày ${showDay(ref.due.from)} `
    said.push(`hẹn trả ${since}đến ngày ${showDay(ref.due.to)}`)
  }
  if (ref.pausedLate !== undefined) {
    said.push(ref.pausedLate ? 'quá hạn trước khi tạm dừng' : 'chưa quá hạn khi tạm dừng')
  }
  if (ref.group !== undefined) {
    said.push(`${splitWords[ref.group.by]}: ${groupName(db, ref.group.by, ref.group.key)}`)
  }
  said.push(unit === 'files' ? 'đếm hồ sơ' : 'đếm giấy phép lái xe')
  const sentence = `${said.join('; ')}.`
  return 'target' in figure ? `${partWords[figure.target.part]}: ${lowerFirst(sentence)}` : sentence
}

const lowerFirst = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)
