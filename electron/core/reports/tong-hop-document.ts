import type { Day } from '../calendar/day.ts'
import type { Standing } from '../narrative/edits.ts'
import { type Part, sectionNames, sectionTitles, textOf } from '../narrative/model.ts'
import type { Period } from '../periods/period.ts'
import type { Count, MeasureName, Measures, Unit } from '../statistics/model.ts'
import { headOf, type Office, periodLine, signatureOf } from './administrative-layout.ts'
import { a4Portrait, type Block, type Cell, type Paragraph, type ReportDocument, type Row } from './report.ts'

export type TongHopFacts = {
  readonly office: Office
  readonly reportDay: Day
  readonly number: string | null
  readonly period: Period
  readonly periodTitle: string
  readonly unit: Unit
  readonly measures: Measures
  readonly passages: readonly Standing[]
  readonly sample: boolean
}

const subject = 'Tình hình thực hiện dịch vụ công trực tuyến toàn trình đổi giấy phép lái xe'

/** The narrative as an administrative report: A4 upright, sections I to VI, one table of figures in the first. */
export function tongHopDocument(facts: TongHopFacts): ReportDocument {
  const { office, number, period, reportDay } = facts
  return {
    report: 'tong-hop',
    fileName: `bao-cao-tong-hop-${period.id.replace(/[^\w-]+/g, '-')}.xlsx`,
    period,
    reportDay,
    print: a4Portrait,
    head: headOf(office, number, reportDay),
    title: { kind: 'BÁO CÁO', subject, period: periodLine(period, facts.periodTitle) },
    sheets: [{ name: 'Báo cáo', grid, blocks: blocksOf(facts) }],
  }
}

/**
 * As wide as upright A4 between its margins. The rules of the head stand on its columns: the department's on the
 * middle part of the label, that of tiêu ngữ on the two figures in the middle.
 */
const grid = [4.4, 5.1, 11, 9.7, 10.4, 13.6, 13.6, 10.4]

function blocksOf(facts: TongHopFacts): Block[] {
  const blocks: Block[] = []
  for (const section of sectionNames) {
    blocks.push({ kind: 'paragraph', text: sectionTitles[section], heading: true })
    for (const { parts, section: of } of facts.passages) {
      if (of === section) blocks.push(...paragraphsOf(parts))
    }
    if (section === 'results') blocks.push(...figures(facts))
  }
  close(blocks)
  if (facts.sample) {
    blocks.push({
      kind: 'note',
      text: 'DỮ LIỆU MẪU: số liệu do ứng dụng tạo để dùng thử, không phải số liệu của cơ quan.',
    })
  }
  blocks.push(signatureOf(facts.office))
  return blocks
}

/** NĐ 30/2020: the text of a report ends with "./.". */
function close(blocks: Block[]): void {
  const at = blocks.findLastIndex(({ kind }) => kind === 'paragraph')
  const last = blocks[at]
  if (last?.kind === 'paragraph') blocks[at] = { ...last, text: `${last.text.replace(/[.\s]+$/, '')}./.` }
}

/** One paragraph for each line somebody typed; an empty passage was left out on purpose. */
function paragraphsOf(parts: readonly Part[]): Paragraph[] {
  const lines: Part[][] = [[]]
  for (const part of parts) {
    if (typeof part !== 'string') lines.at(-1)?.push(part)
    else {
      part.split('\n').forEach((piece, at) => {
        if (at > 0) lines.push([])
        lines.at(-1)?.push(piece)
      })
    }
  }
  return lines.filter(line => textOf(line).trim() !== '').map(paragraph)
}

/** NĐ 30/2020: the first line begins 1 to 1,27 cm in; two wide spaces, which a page does not fold into one. */
const indent = '\u2003\u2003'

function paragraph(parts: readonly Part[]): Paragraph {
  let at = indent.length
  const numbers = parts.flatMap(part => {
    const here = at
    at += typeof part === 'string' ? part.length : part.text.length
    if (typeof part === 'string') return []
    const { text, label, measure } = part
    return [{ at: here, length: text.length, label, ...(measure === undefined ? {} : { measure }) }]
  })
  return { kind: 'paragraph', text: indent + textOf(parts), body: true, numbers }
}

type Line = { readonly label: string; readonly names: readonly MeasureName[]; readonly kind: Row['kind'] }

const lines: readonly Line[] = [
  { label: 'Kỳ trước chuyển qua', names: ['carriedIn', 'resumed'], kind: 'normal' },
  { label: 'Tiếp nhận trong kỳ', names: ['received'], kind: 'normal' },
  { label: 'Đã giải quyết', names: ['closed'], kind: 'total' },
  { label: 'Trước hạn', names: ['closedEarly'], kind: 'normal' },
  { label: 'Đúng hạn', names: ['closedOnTime'], kind: 'normal' },
  { label: 'Quá hạn', names: ['closedLate'], kind: 'normal' },
  { label: 'Đang giải quyết', names: ['open'], kind: 'total' },
  { label: 'Trong hạn', names: ['openInTime'], kind: 'normal' },
  { label: 'Tạm dừng', names: ['openPaused'], kind: 'normal' },
  { label: 'Quá hạn', names: ['openOverdue'], kind: 'normal' },
  { label: 'Đã trả kết quả', names: ['returned'], kind: 'total' },
]

const parts = ['total', 'online', 'direct', 'postal'] as const

function figures(facts: TongHopFacts): Block[] {
  const { measures, period, unit } = facts
  const cell = (names: readonly MeasureName[], part: keyof Count): Cell => ({
    value: names.reduce((sum, name) => sum + measures[name][part], 0),
    measure: {
      names,
      from: period.from,
      to: period.to,
      ...(part === 'total' ? {} : { channels: [part] }),
    },
  })
  const resumed = measures.resumed.total
  return [
    {
      kind: 'table',
      id: 'figures',
      unit: unit === 'files' ? 'Đơn vị tính: Số hồ sơ TTHC' : 'Đơn vị tính: Số giấy phép lái xe',
      columns: [
        { align: 'center', format: 'integer' },
        { align: 'left', format: 'text', span: 3 },
        ...parts.map(() => ({ align: 'right', format: 'integer' }) as const),
      ],
      headings: [
        ['TT', 'Nội dung', 'Tổng số', 'Trực tuyến', 'Trực tiếp', 'Bưu chính công ích'].map(text => ({
          text,
        })),
      ],
      rows: lines.map(({ label, names, kind }, at) => ({
        kind,
        cells: [{ value: at + 1 }, { value: label }, ...parts.map(part => cell(names, part))],
      })),
    },
    ...(resumed > 0
      ? [
          {
            kind: 'note' as const,
            text: `Ghi chú: dòng 1 gồm ${resumed} ${unit === 'files' ? 'hồ sơ' : 'giấy phép lái xe'} dừng giải quyết được tiếp tục giải quyết trong kỳ.`,
          },
        ]
      : []),
  ]
}
