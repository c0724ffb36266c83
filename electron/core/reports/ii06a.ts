import type { Count, MeasureName, Measures, Unit } from '../statistics/model.ts'
import type { Cell, Heading, MeasureRef } from './report.ts'

export type ReportChannel = 'direct' | 'online' | 'postal'
export const allChannels: readonly ReportChannel[] = ['online', 'direct', 'postal']

/** The columns of the form after TT and label: the measures each is the sum of, and the channels it is about. */
const columns: readonly {
  readonly names: readonly MeasureName[]
  readonly only?: readonly ReportChannel[]
}[] = [
  { names: ['received', 'carriedIn', 'resumed'] },
  { names: ['received'], only: ['online'] },
  { names: ['received'], only: ['direct', 'postal'] },
  { names: ['carriedIn', 'resumed'] },
  { names: ['closedEarly', 'closedOnTime', 'closedLate'] },
  { names: ['closedEarly'] },
  { names: ['closedOnTime'] },
  { names: ['closedLate'] },
  { names: ['openInTime', 'openPaused', 'openOverdue'] },
  { names: ['openInTime', 'openPaused'] },
  { names: ['openOverdue'] },
]

/** How many figures a line of Biểu II.06a has: columns 3 to 13. */
export const ii06aFigures = columns.length

/** The three rows of headings and the numbers of the columns; `label` heads the second column. */
export function ii06aHeadings(label: string): Heading[][] {
  return [
    [
      { text: 'TT', rowSpan: 3 },
      { text: label, rowSpan: 3 },
      { text: 'Số lượng hồ sơ tiếp nhận', colSpan: 4 },
      { text: 'Số lượng hồ sơ đã giải quyết', colSpan: 4 },
      { text: 'Số lượng hồ sơ đang giải quyết', colSpan: 3 },
    ],
    [
      { text: 'Tổng số', rowSpan: 2 },
      { text: 'Trong kỳ', colSpan: 2 },
      { text: 'Từ kỳ trước', rowSpan: 2 },
      { text: 'Tổng số', rowSpan: 2 },
      { text: 'Trước hạn', rowSpan: 2 },
      { text: 'Đúng hạn', rowSpan: 2 },
      { text: 'Quá hạn', rowSpan: 2 },
      { text: 'Tổng số', rowSpan: 2 },
      { text: 'Trong hạn', rowSpan: 2 },
      { text: 'Quá hạn', rowSpan: 2 },
    ],
    [{ text: 'Trực tuyến' }, { text: 'Trực tiếp, dịch vụ bưu chính' }],
    ['(1)', '(2)', ...columns.map((_, at) => `(${at + 3})`)].map(text => ({ text })),
  ]
}

export type Ii06aLine = {
  readonly measures: Measures
  readonly from: string
  readonly to: string
  readonly channels: readonly ReportChannel[]
  readonly group?: MeasureRef['group']
  readonly unit?: Unit
}

/** Columns 3 to 13 of one line (figures.md §3), each saying what it counts. */
export function ii06aCells({ measures, from, to, channels, group, unit }: Ii06aLine): Cell[] {
  return columns.map(({ names, only }) => {
    const counted = channels.filter(channel => only?.includes(channel) ?? true)
    // An online file is never received at the counter: such a place has no figure, and "–" says so better than 0.
    if (counted.length === 0) return { value: null }
    const measure: MeasureRef = {
      names,
      from,
      to,
      channels: counted,
      ...(group === undefined ? {} : { group }),
      ...(unit === undefined ? {} : { unit }),
    }
    return { value: names.reduce((sum, name) => sum + inChannels(measures[name], counted), 0), measure }
  })
}

const inChannels = (counts: Count, channels: readonly ReportChannel[]) =>
  channels.reduce((total, channel) => total + counts[channel], 0)

/** What is counted, at the right above a table. */
export function unitLine(unit: Unit): string {
  return unit === 'files' ? 'Đơn vị tính: Số hồ sơ TTHC' : 'Đơn vị tính: Số giấy phép lái xe'
}

/** The identities of the form, and what stands inside its columns. */
export function ii06aFootnote({ resumed, withdrawn, stopped, openPaused }: Measures, unit: Unit): string {
  const word = unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe'
  return (
    'Ghi chú: (3) = (4) + (5) + (6) = (7) + (11); (7) = (8) + (9) + (10); (11) = (12) + (13). ' +
    `Cột (6) gồm ${resumed.total} ${word} dừng giải quyết được tiếp tục giải quyết trong kỳ; ` +
    `cột (7) gồm ${withdrawn.total} ${word} công dân rút và ${stopped.total} ${word} dừng giải quyết; ` +
    `cột (12) gồm ${openPaused.total} ${word} tạm dừng chờ bổ sung hoặc chờ thực hiện nghĩa vụ tài chính.`
  )
}
