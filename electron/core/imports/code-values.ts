import type { Channel, ReturnWay } from '../applications/model.ts'
import type { Sex } from '../applications/person.ts'
import { isStatus, type Status, statuses, statusNames } from '../applications/statuses.ts'
import type { Cell } from '../excel/sheet.ts'
import { readText } from './cell-values.ts'
import { headingKey } from './claims.ts'
import type { ListField } from './list-fields.ts'
import { ignored, type Reading, refused } from './list-row.ts'

/** Other names of the statuses in one-stop systems; the national names are always known. */
const otherStatusNames: Readonly<Record<Status, readonly string[]>> = {
  1: ['Mới đăng ký hồ sơ', 'Chờ tiếp nhận', 'Mới nộp', 'Đã nộp'],
  2: ['Đã tiếp nhận', 'Tiếp nhận', 'Mới tiếp nhận'],
  3: ['Từ chối tiếp nhận', 'Không tiếp nhận', 'Từ chối'],
  4: ['Đang giải quyết', 'Đang thụ lý', 'Đang xử lý hồ sơ'],
  5: [
    'Yêu cầu bổ sung',
    'Chờ bổ sung',
    'Yêu cầu bổ sung hồ sơ',
    'Chờ bổ sung hồ sơ',
    'Bổ sung hồ sơ',
    'Bổ sung giấy tờ',
  ],
  6: [
    'Nghĩa vụ tài chính',
    'Chờ thực hiện nghĩa vụ tài chính',
    'Thực hiện nghĩa vụ tài chính',
    'Chờ nộp lệ phí',
  ],
  7: ['Rút hồ sơ', 'Đã rút', 'Đã rút hồ sơ', 'Công dân rút hồ sơ', 'Xin rút hồ sơ', 'Yêu cầu rút hồ sơ'],
  8: ['Đã dừng xử lý', 'Dừng giải quyết', 'Đã dừng'],
  9: ['Xử lý xong', 'Đã có kết quả', 'Có kết quả', 'Đã giải quyết xong', 'Chờ trả kết quả', 'Đã giải quyết'],
  10: ['Đã trả', 'Trả kết quả', 'Đã trả kết quả cho công dân', 'Đã trả công dân'],
}

const channelWords: Readonly<Record<Channel, readonly string[]>> = {
  direct: ['1', 'Trực tiếp', 'Nộp trực tiếp', 'Tại bộ phận một cửa', 'Tiếp nhận trực tiếp', 'direct'],
  online: [
    '2',
    'Trực tuyến',
    'Nộp trực tuyến',
    'Qua mạng',
    'Cổng dịch vụ công',
    'Dịch vụ công trực tuyến',
    'online',
  ],
  postal: [
    '3',
    'Qua bưu chính công ích',
    'Bưu chính công ích',
    'Bưu chính',
    'Qua bưu chính',
    'Qua đường bưu điện',
    'Bưu điện',
    'Qua bưu điện',
    'Nộp qua bưu chính công ích',
    'postal',
  ],
}

const returnWords: Readonly<Record<ReturnWay, readonly string[]>> = {
  counter: [
    'Trả kết quả tại bộ phận tiếp nhận và trả kết quả',
    'Tại bộ phận tiếp nhận và trả kết quả',
    'Tại bộ phận một cửa',
    'Trả kết quả tại bộ phận một cửa',
    'Bộ phận một cửa',
    'Trực tiếp',
    'Nhận trực tiếp',
    'Trả trực tiếp',
    'Tại quầy',
    'counter',
  ],
  post: [
    'Trả kết quả qua đường bưu điện',
    'Qua đường bưu điện',
    'Qua bưu điện',
    'Bưu điện',
    'Qua bưu chính công ích',
    'Trả kết quả qua bưu chính công ích',
    'Bưu chính công ích',
    'Qua bưu chính',
    'Bưu chính',
    'postal',
    'post',
  ],
  electronic: [
    'Trả kết quả trên môi trường mạng (kết quả có ký số)',
    'Trên môi trường mạng',
    'Môi trường mạng',
    'Bản điện tử',
    'Trực tuyến',
    'Kết quả điện tử',
    'online',
    'electronic',
  ],
}

const sexWords: Readonly<Record<Sex, readonly string[]>> = {
  male: ['Nam', 'M', 'male'],
  female: ['Nữ', 'F', 'female'],
}

function lookup<T extends string>(words: Readonly<Record<T, readonly string[]>>): ReadonlyMap<string, T> {
  // the keys of a record over T are exactly its T
  const codes = Object.keys(words) as T[]
  return new Map(codes.flatMap(code => words[code].map(word => [headingKey(word), code] as const)))
}

const channelOf = lookup(channelWords)
const returnWayOf = lookup(returnWords)
const sexOf = lookup(sexWords)
const statusOf: ReadonlyMap<string, Status> = new Map(
  statuses.flatMap(status =>
    [statusNames[status], ...otherStatusNames[status]].map(name => [headingKey(name), status] as const),
  ),
)

/** Lists repeat the same few words in every row: each is looked up once. */
const keys = new Map<string, string>()
function keyOf(text: string): string {
  const known = keys.get(text)
  if (known !== undefined) return known
  const key = headingKey(text)
  if (keys.size < 2000) keys.set(text, key)
  return key
}

/** By number, by name or as “9 - Đã xử lý xong”; both must then say the same. */
export function readStatus(cell: Cell | undefined): Reading<Status> {
  const reading = readText(cell, 'status', 200)
  if (reading.value === undefined) return { problems: reading.problems }
  const [, digits, name = ''] = /^(?:(\d{1,3})(?:\s*[-–—.:)]\s*|\s+|$))?(.*)$/.exec(reading.value) ?? []
  const number = digits === undefined ? null : Number(digits)
  const byName = name === '' ? null : (statusOf.get(keyOf(name)) ?? null)
  const unknown = refused(
    'status',
    'status-unknown',
    'Trạng thái hồ sơ không có trong danh mục 10 trạng thái. Sửa lại theo danh mục.',
  )
  if (number === null) return byName === null ? unknown : { value: byName, problems: [] }
  if (!isStatus(number) || (name !== '' && byName === null)) return unknown
  if (byName === null || byName === number) return { value: number, problems: [] }
  return refused('status', 'status-two', 'Mã và tên trạng thái hồ sơ không khớp nhau. Sửa lại theo danh mục.')
}

/** The channel splits every figure: one that is not known refuses the row. */
export function readChannel(cell: Cell | undefined): Reading<Channel> {
  const unknown = 'Hình thức nộp không phải trực tiếp, trực tuyến hay qua bưu chính công ích. Sửa lại ô này.'
  return readWord(cell, 'channel', channelOf, () => refused('channel', 'channel-unknown', unknown))
}

export function readReturnWay(cell: Cell | undefined): Reading<ReturnWay> {
  const unknown = 'Hình thức trả kết quả không có trong danh mục nên bỏ qua. Bổ sung sau nếu cần.'
  return readWord(cell, 'returnWay', returnWayOf, () => ignored('returnWay', 'return-way-unknown', unknown))
}

export function readSex(cell: Cell | undefined): Reading<Sex> {
  const unknown = 'Giới tính không phải Nam hoặc Nữ nên bỏ qua. Bổ sung sau nếu cần.'
  return readWord(cell, 'sex', sexOf, () => ignored('sex', 'sex-unknown', unknown))
}

function readWord<T extends string>(
  cell: Cell | undefined,
  field: ListField,
  words: ReadonlyMap<string, T>,
  unknown: () => Reading<T>,
): Reading<T> {
  const reading = readText(cell, field, 200)
  if (reading.value === undefined) return { problems: reading.problems }
  // “2 - Trực tuyến”
  const value =
    words.get(keyOf(reading.value)) ?? words.get(keyOf(reading.value.replace(/^\d{1,2}\s*[-–.:)]\s*/, '')))
  return value === undefined ? unknown() : { value, problems: [] }
}
