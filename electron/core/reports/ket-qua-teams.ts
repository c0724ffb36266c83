import { unitLine } from './ii06a.ts'
import type { KetQuaFacts, TeamMeasures } from './ket-qua-facts.ts'
import type { Block, Cell, Column, MeasureRef } from './report.ts'

type Figure = {
  readonly name: keyof TeamMeasures
  readonly channels?: MeasureRef['channels']
}

const figures: readonly Figure[] = [
  { name: 'received' },
  { name: 'received', channels: ['online'] },
  { name: 'received', channels: ['direct', 'postal'] },
  { name: 'finished' },
  { name: 'finished', channels: ['online'] },
  { name: 'returned' },
  { name: 'returned', channels: ['online'] },
  { name: 'open' },
  { name: 'openInTime' },
  { name: 'openPaused' },
  { name: 'openOverdue' },
]

/** One line for each team, and their sum; a sentence where no team has had a file. */
export function teamsBlock(facts: KetQuaFacts): Block[] {
  if (facts.teams.length === 0)
    return [{ kind: 'paragraph', text: 'Chưa có tổ triển khai nào được giao hồ sơ trong kỳ báo cáo.' }]
  const columns: Column[] = figures.map(() => ({ align: 'right', format: 'integer' }))
  const online = [{ text: 'Tổng số' }, { text: 'Trực tuyến' }]
  return [
    {
      kind: 'table',
      id: 'teams',
      unit: unitLine(facts.unit),
      columns: [
        { align: 'center', format: 'integer' },
        { align: 'left', format: 'text', span: 3 },
        ...columns,
      ],
      headings: [
        [
          { text: 'TT', rowSpan: 2 },
          { text: 'Tổ triển khai', rowSpan: 2 },
          { text: 'Tiếp nhận trong kỳ', colSpan: 3 },
          { text: 'Đã có kết quả', colSpan: 2 },
          { text: 'Đã trả kết quả', colSpan: 2 },
          { text: 'Đang giải quyết', colSpan: 4 },
        ],
        [
          ...online,
          { text: 'Trực tiếp, bưu chính' },
          ...online,
          ...online,
          { text: 'Tổng số' },
          { text: 'Trong hạn' },
          { text: 'Tạm dừng' },
          { text: 'Quá hạn' },
        ],
      ],
      rows: [
        ...facts.teams.map(({ key, name, measures }, at) => ({
          kind: 'normal' as const,
          cells: [{ value: at + 1 }, { value: name ?? 'Chưa giao cho tổ' }, ...cells(facts, measures, key)],
        })),
        {
          kind: 'total',
          cells: [
            { value: null, none: '' },
            { value: 'Tổng cộng' },
            ...cells(facts, facts.measures, undefined),
          ],
        },
      ],
    },
  ]
}

function cells(facts: KetQuaFacts, measures: TeamMeasures, team: string | null | undefined): Cell[] {
  const { from, to } = facts.period
  return figures.map(({ name, channels }) => {
    const counts = measures[name]
    const value = channels?.reduce((sum, channel) => sum + counts[channel], 0) ?? counts.total
    const measure: MeasureRef = {
      names: [name],
      from,
      to,
      unit: facts.unit,
      ...(channels === undefined ? {} : { channels }),
      ...(team === undefined ? {} : { group: { by: 'team', key: team } }),
    }
    return { value, measure }
  })
}
