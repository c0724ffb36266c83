import { z } from 'zod'
import { measureNames, splits } from '../statistics/model.ts'
import { tidy } from '../vietnamese.ts'

/** Largest form taken, in bytes; it is stored in the database. */
export const largestForm = 5 * 1024 * 1024

export const channels = ['direct', 'online', 'postal'] as const
export const labelSplits = ['team', 'district', 'class'] as const

/** The sum of some measures of figures.md §3 over the channels named; none named = all of them. */
const counted = {
  names: z.array(z.enum(measureNames)).min(1, 'Chọn chỉ số.').max(10),
  channels: z.array(z.enum(channels)).max(3).default([]),
}

export const targetFigures = ['numerator', 'denominator', 'ratio', 'missing', 'goal'] as const
export const periodWords = ['title', 'from', 'to', 'year'] as const

/** What a cell is filled with. */
export const source = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('measure'),
    ...counted,
    /** One group of a split by its key; null: the files that do not say. */
    group: z.object({ by: z.enum(splits), key: z.string().max(40).nullable() }).optional(),
  }),
  z.object({ kind: z.literal('target'), figure: z.enum(targetFigures) }),
  z.object({ kind: z.literal('period'), words: z.enum(periodWords) }),
  z.object({ kind: z.literal('department') }),
])
export type Source = z.output<typeof source>

const sheet = z.string().min(1).max(31)
const column = z.string().regex(/^[A-Z]{1,3}$/, 'Nhập cột bằng chữ, ví dụ B.')
const row = z.number().int().min(1).max(1_048_576)

/** One cell, or a column whose rows are told apart by the labels beside it. */
export const place = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('cell'),
    sheet,
    cell: z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,6}$/, 'Nhập địa chỉ ô, ví dụ C5.'),
    source,
  }),
  z
    .object({
      kind: z.literal('column'),
      sheet,
      column,
      from: row,
      to: row,
      labels: column,
      by: z.enum(labelSplits),
      ...counted,
    })
    .refine(({ from, to }) => from <= to && to - from < 2000, {
      path: ['to'],
      message: 'Dòng cuối phải sau dòng đầu và cách không quá 2.000 dòng.',
    })
    .refine(({ column, labels }) => column !== labels, {
      path: ['labels'],
      message: 'Cột nhãn phải khác cột được điền.',
    }),
])
export type Place = z.output<typeof place>
export type ColumnPlace = Extract<Place, { kind: 'column' }>

export const formName = z
  .string()
  .transform(tidy)
  .refine(text => text.length >= 1 && text.length <= 120, 'Nhập tên biểu mẫu (tối đa 120 ký tự).')

/** Words of the audit trail and of the screens. */
export const measureWords: Readonly<Record<(typeof measureNames)[number], string>> = {
  registered: 'Đăng ký',
  refused: 'Không tiếp nhận',
  dropped: 'Rút, dừng trước tiếp nhận',
  waitingIn: 'Chờ tiếp nhận từ kỳ trước',
  waiting: 'Chờ tiếp nhận cuối kỳ',
  received: 'Tiếp nhận trong kỳ',
  carriedIn: 'Kỳ trước chuyển qua',
  resumed: 'Tiếp tục giải quyết sau khi dừng',
  finished: 'Có kết quả',
  withdrawn: 'Rút hồ sơ',
  stopped: 'Dừng giải quyết',
  closed: 'Đã giải quyết',
  closedEarly: 'Đã giải quyết trước hạn',
  closedOnTime: 'Đã giải quyết đúng hạn',
  closedLate: 'Đã giải quyết quá hạn',
  open: 'Đang giải quyết',
  openInTime: 'Đang giải quyết trong hạn',
  openPaused: 'Tạm dừng',
  openOverdue: 'Đang giải quyết quá hạn',
  returned: 'Đã trả kết quả',
  returnedCounter: 'Trả tại bộ phận một cửa',
  returnedPost: 'Trả qua bưu chính công ích',
  returnedElectronic: 'Trả qua môi trường mạng',
}

export const channelWords: Readonly<Record<(typeof channels)[number], string>> = {
  direct: 'trực tiếp',
  online: 'trực tuyến',
  postal: 'bưu chính công ích',
}

export const splitWords: Readonly<Record<(typeof labelSplits)[number], string>> = {
  team: 'tổ triển khai',
  district: 'huyện, thành phố',
  class: 'hạng giấy phép',
}

export const targetWords: Readonly<Record<(typeof targetFigures)[number], string>> = {
  numerator: 'Chỉ tiêu: tử số',
  denominator: 'Chỉ tiêu: mẫu số',
  ratio: 'Chỉ tiêu: tỷ lệ thực hiện',
  missing: 'Chỉ tiêu: số còn thiếu',
  goal: 'Chỉ tiêu: tỷ lệ được giao',
}

export const periodNames: Readonly<Record<(typeof periodWords)[number], string>> = {
  title: 'Kỳ báo cáo bằng chữ',
  from: 'Ngày đầu kỳ',
  to: 'Ngày cuối kỳ',
  year: 'Năm',
}

/** A place in one line: "Biểu 01, ô C6: Tiếp nhận trong kỳ (trực tuyến)". */
export function placeWords(one: Place): string {
  if (one.kind === 'cell') return `${one.sheet}, ô ${one.cell}: ${sourceWords(one.source)}`
  const { sheet: name, column: letters, from, to, labels, by } = one
  return `${name}, cột ${letters} dòng ${from}–${to}: ${countedWords(one)} theo ${splitWords[by]} ghi ở cột ${labels}`
}

function sourceWords(from: Source): string {
  if (from.kind === 'target') return targetWords[from.figure]
  if (from.kind === 'period') return periodNames[from.words]
  if (from.kind === 'department') return 'Tên cơ quan'
  return countedWords(from)
}

function countedWords({ names, channels: only }: Pick<ColumnPlace, 'names' | 'channels'>): string {
  const sum = names.map(name => measureWords[name]).join(' + ')
  return only.length === 0 ? sum : `${sum} (${only.map(channel => channelWords[channel]).join(', ')})`
}
