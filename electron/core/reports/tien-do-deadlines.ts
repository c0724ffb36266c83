import { addDays, type Day } from '../calendar/day.ts'
import type { MeasureName } from '../statistics/model.ts'
import { unitLine } from './ii06a.ts'
import type { Block, Cell, Column, Heading, MeasureRef, Row } from './report.ts'
import type { ProgressLine, TienDoFacts } from './tien-do-facts.ts'

const headingsOf = (label: string): Heading[][] => [
  [
    { text: 'TT', rowSpan: 2 },
    { text: label, rowSpan: 2 },
    { text: 'Đang giải quyết', rowSpan: 2 },
    { text: 'Trong hạn', colSpan: 2 },
    { text: 'Tạm dừng', rowSpan: 2 },
    { text: 'Quá hạn', colSpan: 5 },
  ],
  [
    { text: 'Tổng số' },
    { text: 'Trong đó sắp đến hạn' },
    { text: 'Tổng số' },
    { text: 'Đến 5 ngày' },
    { text: '6 – 10 ngày' },
    { text: 'Trên 10 ngày' },
    { text: 'Lâu nhất (ngày)' },
  ],
]

/** What is in work by deadline, one line for each team or officer that has something in work. */
export function deadlineTable(facts: TienDoFacts, by: 'team' | 'officer'): Block {
  const { frame, whole } = facts
  const lines = (by === 'team' ? facts.teams : facts.officers).filter(
    ({ measures }) => measures.open.total > 0,
  )
  const figure = (span: number): Column => ({ align: 'right', format: 'integer', span })
  return {
    kind: 'table',
    id: `deadlines-${by}`,
    unit: unitLine(frame.unit),
    columns: [
      { align: 'center', format: 'integer' },
      { align: 'left', format: 'text', span: 3 },
      ...[2, 2, 2, 2, 2, 1, 1, 2, 2].map(figure),
    ],
    headings: headingsOf(by === 'team' ? 'Tổ' : 'Cán bộ'),
    rows: [
      ...lines.map(
        (line, at): Row => ({
          kind: 'normal',
          cells: [{ value: at + 1 }, { value: line.name }, ...cells(facts, line, by)],
        }),
      ),
      {
        kind: 'total',
        cells: [{ value: null, none: '' }, { value: whole.name }, ...cells(facts, whole, by)],
      },
    ],
  }
}

function cells(facts: TienDoFacts, line: ProgressLine, by: 'team' | 'officer'): Cell[] {
  const { frame, until, late5Since, late10Since } = facts
  const { key, measures } = line
  const { asOf } = frame
  const of = (name: MeasureName): MeasureRef => ({
    names: [name],
    from: frame.period.from,
    to: asOf,
    ...(key === undefined ? {} : { group: { by, key } }),
  })
  const counted = (name: MeasureName): Cell => ({ value: measures[name].total, measure: of(name) })
  const late = (value: number, from: Day | null, to: Day): Cell => ({
    value,
    measure: { ...of('openOverdue'), due: { from, to } },
  })
  return [
    counted('open'),
    counted('openInTime'),
    { value: line.dueSoon, measure: { ...of('openInTime'), due: { from: asOf, to: until } } },
    counted('openPaused'),
    counted('openOverdue'),
    late(line.lateUpTo5, late5Since, addDays(asOf, -1)),
    late(line.lateUpTo10, late10Since, addDays(late5Since, -1)),
    late(line.lateOver10, null, addDays(late10Since, -1)),
    { value: line.latest },
  ]
}
