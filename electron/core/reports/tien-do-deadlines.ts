import type { DeadlineName, MeasureName } from '../statistics/model.ts'
import { unitLine } from './ii06a.ts'
import type { Block, Cell, Column, Heading, Row } from './report.ts'
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

function cells({ frame }: TienDoFacts, line: ProgressLine, by: 'team' | 'officer'): Cell[] {
  const { key, measures, deadlines } = line
  const counts = { ...measures, ...deadlines }
  const counted = (name: MeasureName | DeadlineName): Cell => ({
    value: counts[name].total,
    measure: {
      names: [name],
      from: frame.period.from,
      to: frame.asOf,
      ...(key === undefined ? {} : { group: { by, key } }),
    },
  })
  return [
    counted('open'),
    counted('openInTime'),
    counted('dueSoon'),
    counted('openPaused'),
    counted('openOverdue'),
    counted('lateUpTo5'),
    counted('lateUpTo10'),
    counted('lateOver10'),
    { value: line.latest },
  ]
}
