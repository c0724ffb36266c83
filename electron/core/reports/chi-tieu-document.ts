import { showDay } from '../calendar/day.ts'
import { signatureOf } from './administrative-layout.ts'
import { chartsSheet } from './charts-sheet.ts'
import { monthsChart } from './chi-tieu-chart.ts'
import type { ChiTieuFacts } from './chi-tieu-facts.ts'
import { monthsTable } from './chi-tieu-months.ts'
import { teamsTable } from './chi-tieu-teams.ts'
import { summaryGrid } from './ket-qua-summary.ts'
import { targetTable } from './ket-qua-target.ts'
import type { Block, Column, ReportDocument } from './report.ts'
import { appendixOf, framed, heading, noticeBlocks } from './report-frame.ts'

/** Target, months, pace and forecast; a ratio never stands without its formula and both counts. */
export function chiTieuDocument(facts: ChiTieuFacts): ReportDocument {
  const { frame, target, givenBy } = facts
  const about = {
    report: 'chi-tieu',
    file: 'bao-cao-chi-tieu',
    kind: 'BÁO CÁO',
    subject: `Thực hiện chỉ tiêu dịch vụ công trực tuyến đổi giấy phép lái xe năm ${target.year}`,
  }
  const source: Block[] = givenBy === '' ? [] : [{ kind: 'note', text: `Chỉ tiêu được giao tại ${givenBy}.` }]
  const grid = summaryGrid(frame.office.department)
  const pictures = monthsChart(facts)
  return framed(frame, about, [
    {
      name: 'Chỉ tiêu',
      grid,
      blocks: [
        heading(`I. Kết quả thực hiện đến hết ngày ${showDay(target.asOf)}`),
        ...targetTable({ target, unit: frame.unit }),
        ...source,
        heading('II. Tiến độ và dự báo đến ngày 31/12 (ước tính)'),
        ...forecastTable(facts),
        ...teamsTable(facts),
        ...noticeBlocks(frame),
        signatureOf(frame.office),
      ],
    },
    {
      name: 'Theo tháng',
      title: appendixOf(frame, pictures.length === 0 ? 'Phụ lục' : 'Phụ lục I', 'Kết quả theo tháng'),
      grid,
      blocks: monthsTable(facts),
    },
    ...(pictures.length === 0 ? [] : [chartsSheet(appendixOf(frame, 'Phụ lục II', 'Biểu đồ'), pictures)]),
  ])
}

/** Each column: its heading, the columns of the grid it takes, and how its figure is shown. */
const forecastColumns: readonly (readonly [string, number, Column['format']])[] = [
  ['Số ngày làm việc làm căn cứ', 2, 'integer'],
  ['Trực tuyến bình quân một ngày', 2, 'decimal'],
  ['Mẫu số bình quân một ngày', 2, 'decimal'],
  ['Số ngày làm việc còn lại', 1, 'integer'],
  ['Trực tuyến cần mỗi ngày để đạt', 2, 'decimal'],
  ['Dự báo tử số', 2, 'decimal'],
  ['Dự báo mẫu số', 2, 'decimal'],
  ['Dự báo tỷ lệ (%)', 2, 'decimal'],
]

function forecastTable({ target, pace, forecast }: ChiTieuFacts): Block[] {
  const { basisDays } = pace
  return [
    {
      kind: 'table',
      id: 'forecast',
      columns: forecastColumns.map(([, span, format]) => ({ align: 'center', format, span })),
      headings: [forecastColumns.map(([text]) => ({ text }))],
      rows: [
        {
          kind: 'total',
          cells: [
            { value: basisDays },
            { value: pace.onlinePerDay },
            { value: pace.directPerDay },
            { value: pace.workingDaysLeft },
            { value: pace.neededPerDay },
            { value: forecast.numerator },
            { value: forecast.denominator },
            { value: forecast.ratioPct },
          ],
        },
      ],
    },
    {
      kind: 'note',
      text:
        basisDays === 0
          ? 'Chưa có ngày làm việc nào trước đó để làm căn cứ nên chưa dự báo được.'
          : `Ước tính: lấy bình quân ${basisDays} ngày làm việc gần nhất trước ngày ${showDay(target.asOf)}, ` +
            'giả định giữ nguyên đến ngày 31/12; không tính đến thay đổi theo mùa hay theo đợt.',
    },
  ]
}
