import type { Count, MeasureName } from '../statistics/model.ts'
import { unitLine } from './ii06a.ts'
import type { Block, Cell, Column, Heading, MeasureRef, Row } from './report.ts'
import type { ProgressLine, TienDoFacts } from './tien-do-facts.ts'

type Channel = 'direct' | 'online' | 'postal'
type Figure = { readonly names: readonly MeasureName[]; readonly channel?: Channel }

/** Columns 3 to 16, each the sum of some measures; whether a paused file was late no measure says. */
const figures: readonly Figure[] = [
  { names: ['carriedIn', 'resumed', 'received'] },
  { names: ['carriedIn', 'resumed'] },
  { names: ['received'] },
  { names: ['received'], channel: 'online' },
  { names: ['received'], channel: 'direct' },
  { names: ['received'], channel: 'postal' },
  { names: ['closedEarly', 'closedOnTime', 'closedLate'] },
  { names: ['closedEarly'] },
  { names: ['closedOnTime'] },
  { names: ['closedLate'] },
  { names: ['openInTime', 'openOverdue'] },
  { names: ['openInTime'] },
  { names: ['openOverdue'] },
  { names: ['openPaused'] },
]

/** Columns 3 to 18. */
export const progressFigures = figures.length + 2

const whole = { text: 'Tổng số', rowSpan: 2 }
const late = { text: 'Quá hạn', rowSpan: 2 }
const inTime = { text: 'Trong hạn', rowSpan: 2 }

const headings: readonly (readonly Heading[])[] = [
  [
    { text: 'TT', rowSpan: 3 },
    { text: 'Đơn vị', rowSpan: 3 },
    { text: 'Tiếp nhận', colSpan: 6 },
    { text: 'Đã xử lý', colSpan: 4 },
    { text: 'Đang xử lý', colSpan: 3 },
    { text: 'Tạm dừng xử lý', colSpan: 3 },
  ],
  [
    whole,
    { text: 'Kỳ trước chuyển sang', rowSpan: 2 },
    { text: 'Trong kỳ', colSpan: 4 },
    whole,
    { text: 'Trước hạn', rowSpan: 2 },
    inTime,
    late,
    ...[whole, inTime, late],
    ...[whole, inTime, late],
  ],
  ['Tổng số', 'Trực tuyến', 'Trực tiếp', 'BCCI'].map(text => ({ text })),
  Array.from({ length: progressFigures + 2 }, (_, at) => ({ text: `(${at + 1})` })),
]

/** "Tiến độ giải quyết" as provinces print it (forms.md §4), by team, with its footnote. */
export function progressTable(facts: TienDoFacts): Block[] {
  const { teams, whole: all, frame } = facts
  const word = frame.unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe'
  const shown = teams
    .map(line => row(facts, line))
    .filter(({ cells }) => cells.some(({ value }) => typeof value === 'number' && value > 0))
  return [
    {
      kind: 'table',
      id: 'progress',
      unit: unitLine(frame.unit),
      columns: [
        { align: 'center', format: 'integer' },
        { align: 'left', format: 'text', span: 3 },
        ...Array.from({ length: progressFigures }, (): Column => ({ align: 'right', format: 'integer' })),
      ],
      headings,
      rows: [
        ...shown.map(({ kind, cells }, at): Row => ({ kind, cells: [{ value: at + 1 }, ...cells] })),
        { kind: 'total', cells: [{ value: null, none: '' }, ...row(facts, all).cells] },
      ],
    },
    {
      kind: 'note',
      text:
        'Ghi chú: (3) = (4) + (5) = (9) + (13) + (16); (5) = (6) + (7) + (8). ' +
        `Cột (4) gồm ${all.measures.resumed.total} ${word} dừng giải quyết được tiếp tục giải quyết trong kỳ; ` +
        `cột (9) gồm ${all.measures.withdrawn.total} ${word} công dân rút và ${all.measures.stopped.total} ${word} dừng giải quyết; ` +
        'cột (11) là hồ sơ xử lý đúng ngày hẹn trả; cột (18) là hồ sơ đã quá hạn từ trước khi tạm dừng.',
    },
  ]
}

function row({ frame }: TienDoFacts, { key, name, measures, pausedLate }: ProgressLine): Row {
  const cells = figures.map(({ names, channel }): Cell => {
    const of = (counts: Count) => (channel === undefined ? counts.total : counts[channel])
    const measure: MeasureRef = {
      names,
      from: frame.period.from,
      to: frame.asOf,
      ...(channel === undefined ? {} : { channels: [channel] }),
      ...(key === undefined ? {} : { group: { by: 'team', key } }),
    }
    return { value: names.reduce((sum, each) => sum + of(measures[each]), 0), measure }
  })
  const paused = (late: boolean): MeasureRef => ({
    names: ['openPaused'],
    from: frame.period.from,
    to: frame.asOf,
    ...(key === undefined ? {} : { group: { by: 'team', key } }),
    pausedLate: late,
  })
  return {
    kind: 'normal',
    cells: [
      { value: name },
      ...cells,
      { value: measures.openPaused.total - pausedLate, measure: paused(false) },
      { value: pausedLate, measure: paused(true) },
    ],
  }
}
