import { motto } from './administrative-layout.ts'
import {
  allChannels,
  ii06aCells,
  ii06aFigures,
  ii06aFootnote,
  ii06aHeadings,
  type ReportChannel,
  unitLine,
} from './ii06a.ts'
import type { KetQuaFacts } from './ket-qua-facts.ts'
import type { Block, Column, RowKind } from './report.ts'
import { pointsPerUnit, textWidth } from './text-width.ts'

/** Width of a column of figures: four of them are as long as tiêu ngữ, whose rule stands on them. */
const figure = textWidth(motto, 14, true) / pointsPerUnit / 4

/**
 * The grid of the first sheet: TT, the label in three parts, eleven figures, of which one has a long heading. The
 * rules of the head stand on its columns: under the department's name the middle part of the label, under tiêu ngữ
 * four figures, and under trích yếu all between five figures from the left and five from the right.
 */
export function summaryGrid(department: string): number[] {
  const number = 4.4
  const label = 5 * figure - number
  const centre = 3.5 * figure
  const words = textWidth(department, 13, true) / pointsPerUnit
  const rule = Math.min(words * 0.42, centre, 2 * (5 * figure - centre) - 2)
  const before = centre - rule / 2 - number
  const figures = [1, 1, 1.9, 1.1, 1, 1, 1, 1, 1, 1, 1].map(part => part * figure)
  return [number, before, rule, label - before - rule, ...figures].map(twoDecimals)
}

const twoDecimals = (width: number) => Math.round(width * 100) / 100

type Line = {
  readonly label: string
  readonly kind: RowKind
  readonly channels: readonly ReportChannel[]
}

/** What each kind of submission is called in every table. */
const lines: readonly Line[] = [
  { label: 'Trực tuyến', kind: 'normal', channels: ['online'] },
  { label: 'Trực tiếp', kind: 'normal', channels: ['direct'] },
  { label: 'Qua bưu chính công ích', kind: 'normal', channels: ['postal'] },
  { label: 'Tổng cộng', kind: 'total', channels: allChannels },
]

/** Biểu II.06a by channel, 13 columns, with its footnote. */
export function ii06aTable({ measures, period: { from, to }, unit }: KetQuaFacts): Block[] {
  const figures = Array.from({ length: ii06aFigures }, (): Column => ({ align: 'right', format: 'integer' }))
  return [
    {
      kind: 'table',
      id: 'ii06a',
      unit: unitLine(unit),
      columns: [
        { align: 'center', format: 'integer' },
        { align: 'left', format: 'text', span: 3 },
        ...figures,
      ],
      headings: ii06aHeadings('Hình thức nộp hồ sơ'),
      rows: lines.map(({ label, kind, channels }, at) => ({
        kind,
        cells: [
          kind === 'total' ? { value: null, none: '' } : { value: at + 1 },
          { value: label },
          ...ii06aCells({ measures, from, to, channels, unit }),
        ],
      })),
    },
    { kind: 'note', text: ii06aFootnote(measures, unit) },
  ]
}
