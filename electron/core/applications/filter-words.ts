import type { ReadDb } from '../../../db/database.ts'
import { showDay } from '../calendar/day.ts'
import type { Order, Ticked } from './contract.ts'
import type { Uncut } from './list-filter.ts'
import { channelNames } from './model.ts'
import { isStatus, statusNames } from './statuses.ts'

const dayNames = {
  registered: 'Ngày nộp',
  received: 'Ngày tiếp nhận',
  due: 'Ngày hẹn trả',
  finished: 'Ngày có kết quả',
  returned: 'Ngày trả kết quả',
  closed: 'Ngày kết thúc',
} as const

/** A filter as people say it, for the audit trail. */
export function filterWords(db: ReadDb, filter: Uncut): string {
  const { text, statuses, channel, teamId, officerId, districtCode, licenceClass, posted, received } = filter
  const named = (sql: string, id: string | number | undefined) =>
    id === undefined ? undefined : (db.row<{ name: string }>(sql, { id })?.name ?? String(id))
  const said: readonly (readonly [label: string, words: string | undefined])[] = [
    ['Tìm', text?.trim()],
    ['Trạng thái', statuses?.map(status => (isStatus(status) ? statusNames[status] : '')).join(', ')],
    ['Hình thức nộp', channel === undefined ? undefined : channelNames[channel]],
    ['Tổ', named('SELECT name FROM teams WHERE id = :id', teamId)],
    ['Cán bộ thụ lý', named('SELECT display_name AS name FROM users WHERE id = :id', officerId)],
    [
      'Huyện/Thành phố',
      named("SELECT name FROM districts WHERE catalogue = '2023' AND code = :id", districtCode),
    ],
    ['Hạng GPLX', licenceClass],
    ['Tiếp nhận', received === undefined ? undefined : received ? 'đã tiếp nhận' : 'chưa tiếp nhận'],
    ['Giao bưu chính', posted === undefined ? undefined : posted ? 'đã giao' : 'chưa giao'],
    [dayNames[filter.dayField ?? 'registered'], daysWords(filter)],
    ['Hạn', filter.deadline === undefined ? undefined : deadlineNames[filter.deadline]],
  ]
  const words = said.flatMap(([label, value]) =>
    value === undefined || value === '' ? [] : [`${label}: ${value}`],
  )
  return words.length === 0 ? 'Tất cả hồ sơ' : words.join('; ')
}

/** Which files went out: what the filter holds, or what was ticked in its list. */
export function tickedWords(db: ReadDb, filter: Uncut, ticked: Ticked | undefined): string {
  if (ticked !== undefined && 'ids' in ticked) return 'Các hồ sơ đã chọn'
  const words = filterWords(db, filter)
  const left = ticked?.except.length ?? 0
  return left === 0 ? words : `${words}; trừ ${left} hồ sơ bỏ chọn`
}

const deadlineNames = { overdue: 'quá hạn', 'due-soon': 'sắp đến hạn' } as const

function daysWords({ from, to }: Uncut): string | undefined {
  if (from === undefined && to === undefined) return undefined
  return [from && `từ ${showDay(from)}`, to && `đến ${showDay(to)}`].filter(Boolean).join(' ')
}

const orderNames: Readonly<Record<Order, string>> = {
  newest: 'Ngày nộp, mới nhất trước',
  oldest: 'Ngày nộp, cũ nhất trước',
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  due: 'Ngày hẹn trả',
  code: 'Mã hồ sơ',
  status: 'Trạng thái',
  channel: 'Hình thức nộp',
  received: 'Ngày tiếp nhận',
  finished: 'Ngày có kết quả',
  returned: 'Ngày trả kết quả',
  class: 'Hạng GPLX',
  district: 'Huyện/Thành phố',
  team: 'Tổ',
  officer: 'Cán bộ thụ lý',
}

export const orderWords = ({ order, reversed }: Uncut): string =>
  reversed === true ? `${orderNames[order]} (đảo ngược)` : orderNames[order]
