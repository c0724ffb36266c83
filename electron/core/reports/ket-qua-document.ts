import { appendixTitle, headOf, periodLine, signatureOf } from './administrative-layout.ts'
import { chartsSheet } from './charts-sheet.ts'
import { ketQuaCharts } from './ket-qua-charts.ts'
import { daysSheet } from './ket-qua-days.ts'
import { difficultiesSheet } from './ket-qua-difficulties.ts'
import type { KetQuaFacts } from './ket-qua-facts.ts'
import { ii06aTable, summaryGrid } from './ket-qua-summary.ts'
import { targetTable } from './ket-qua-target.ts'
import { teamsBlock } from './ket-qua-teams.ts'
import { a4Landscape, type Block, type ReportDocument, type Sheet } from './report.ts'

const subject = 'Kết quả thực hiện dịch vụ công trực tuyến toàn trình đổi giấy phép lái xe'

/** Builds the report `ket-qua` from figures that are counted already; whether they agree, the caller has checked. */
export function ketQuaDocument(facts: KetQuaFacts): ReportDocument {
  const { office, number, period, reportDay } = facts
  const line = periodLine(period, facts.periodTitle)
  const appendix = (label: string, text: string) =>
    appendixTitle(label, text, line, { office, number, reportDay })
  return {
    report: 'ket-qua',
    fileName: `bao-cao-ket-qua-${period.id.replace(/[^\w-]+/g, '-')}.xlsx`,
    period,
    reportDay,
    print: a4Landscape,
    head: headOf(office, number, reportDay),
    title: { kind: 'BÁO CÁO', subject, period: line },
    sheets: [
      summarySheet(facts),
      daysSheet(facts, appendix('Phụ lục I', 'Số liệu theo ngày')),
      difficultiesSheet(facts, appendix('Phụ lục II', 'Khó khăn, vướng mắc')),
      chartsSheet(appendix('Phụ lục III', 'Biểu đồ'), ketQuaCharts(facts)),
    ],
  }
}

function summarySheet(facts: KetQuaFacts): Sheet {
  const heading = (text: string): Block => ({ kind: 'paragraph', text, heading: true })
  return {
    name: 'Tổng hợp',
    grid: summaryGrid(facts.office.department),
    blocks: [
      heading(
        'I. Tình hình, kết quả giải quyết thủ tục hành chính đổi giấy phép lái xe (Biểu II.06a/VPCP/KSTT)',
      ),
      ...ii06aTable(facts),
      heading(`II. Thực hiện chỉ tiêu dịch vụ công trực tuyến năm ${facts.target.year}`),
      ...targetTable(facts),
      heading('III. Kết quả theo tổ triển khai'),
      ...teamsBlock(facts),
      ...(facts.notices ?? []).map((text): Block => ({ kind: 'note', text })),
      signatureOf(facts.office),
    ],
  }
}
