import type { Day } from '../calendar/day.ts'
import type { Count, Unit } from '../statistics/model.ts'
import { unitLine } from './ii06a.ts'
import type { DayFacts, KetQuaFacts } from './ket-qua-facts.ts'
import {
  type Cell,
  type Column,
  type Heading,
  type Row,
  type RowKind,
  ratioOf,
  type Sheet,
  type SheetTitle,
} from './report.ts'

const counted = ['registered', 'received', 'finished', 'returned'] as const
const channels = ['total', 'online', 'direct', 'postal'] as const

/** One line for each day of the period, days off marked, and the running ratio of the target. */
export function daysSheet(facts: KetQuaFacts, title: SheetTitle): Sheet {
  // A column of figures holds its largest number; a wider sheet is fitted to the page when printed.
  const most = Math.max(...counted.map(name => facts.measures[name].total))
  const figure = most >= 10_000 ? 5.6 : 4.75
  const figures: Column[] = counted.flatMap(() =>
    channels.map(() => ({ align: 'right', format: 'integer' }) as const),
  )
  return {
    name: 'Theo ngày',
    title,
    grid: [9.8, ...figures.map(() => figure), 6.7, 6.7, 6.7, 12.5],
    blocks: [
      {
        kind: 'table',
        id: 'days',
        unit: unitLine(facts.unit),
        columns: [
          { align: 'center', format: 'day' },
          ...figures,
          { align: 'right', format: 'integer' },
          { align: 'right', format: 'integer' },
          { align: 'right', format: 'percent' },
          { align: 'center', format: 'text' },
        ],
        headings: headings(facts.target.year),
        rows: [...facts.byDay.map(day => dayRow(facts, day)), totalRow(facts)],
      },
      {
        kind: 'note',
        text:
          `Ghi chú: Lũy kế tính từ ngày 01/01/${facts.target.year} đến hết ngày ghi ở dòng đó. ` +
          `Tử số: ${lowerFirst(facts.target.basis.numerator)}; mẫu số: ${lowerFirst(facts.target.basis.denominator)}; ` +
          'tỷ lệ = tử số : mẫu số × 100 %. Dòng tô nền xám là ngày nghỉ.',
      },
    ],
  }
}

const lowerFirst = (text: string) => text.slice(0, 1).toLocaleLowerCase('vi') + text.slice(1)

function headings(year: number): Heading[][] {
  const split = ['Tổng số', 'Trực tuyến', 'Trực tiếp', 'Bưu chính']
  const groups = ['Đăng ký', 'Tiếp nhận', 'Có kết quả', 'Đã trả kết quả']
  return [
    [
      { text: 'Ngày', rowSpan: 2 },
      ...groups.map(text => ({ text, colSpan: split.length })),
      { text: `Lũy kế từ đầu năm ${year}`, colSpan: 3 },
      { text: 'Ghi chú', rowSpan: 2 },
    ],
    [
      ...groups.flatMap(() => split.map(text => ({ text }))),
      { text: 'Tử số' },
      { text: 'Mẫu số' },
      { text: 'Tỷ lệ' },
    ],
  ]
}

function dayRow(facts: KetQuaFacts, day: DayFacts): Row {
  return {
    kind: rowKind(day),
    cells: [
      { value: day.day },
      ...counted.flatMap(name => split(name, day[name], { from: day.day, to: day.day, unit: facts.unit })),
      ...running(facts, day),
      { value: day.dayOff, none: '' },
    ],
  }
}

function rowKind(facts: DayFacts): RowKind {
  if (facts.dayOff === null) return 'normal'
  return facts.holiday === true ? 'holiday' : 'weekend'
}

function totalRow(facts: KetQuaFacts): Row {
  const { from, to } = facts.period
  const counts = { from, to, unit: facts.unit }
  const last = facts.byDay.at(-1)
  return {
    kind: 'total',
    cells: [
      { value: 'Tổng cộng', format: 'text' },
      ...counted.flatMap(name => split(name, facts.measures[name], counts)),
      ...(last === undefined ? [{ value: null }, { value: null }, { value: null }] : running(facts, last)),
      { value: null, none: '' },
    ],
  }
}

type Counted = { readonly from: Day; readonly to: Day; readonly unit: Unit }

function split(name: (typeof counted)[number], counts: Count, over: Counted): Cell[] {
  return channels.map(channel => ({
    value: counts[channel],
    measure: { names: [name], ...over, ...(channel === 'total' ? {} : { channels: [channel] }) },
  }))
}

/** The running counts follow the target's own rules and begin on 1 January of its year. */
function running({ target: { year, asOf } }: KetQuaFacts, day: DayFacts): Cell[] {
  const { runningNumerator, runningDenominator } = day
  const target = { from: `${year}-01-01`, to: day.day, rulesOn: asOf }
  return [
    { value: runningNumerator, target: { part: 'numerator', ...target } },
    { value: runningDenominator, target: { part: 'denominator', ...target } },
    { value: ratioOf(runningNumerator, runningDenominator) },
  ]
}
