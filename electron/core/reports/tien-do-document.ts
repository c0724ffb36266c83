import { showDay } from '../calendar/day.ts'
import { signatureOf } from './administrative-layout.ts'
import type { Block, ReportDocument } from './report.ts'
import { appendixOf, framed, heading, noticeBlocks } from './report-frame.ts'
import { narrowGrid } from './sheet-grid.ts'
import { deadlineTable } from './tien-do-deadlines.ts'
import type { TienDoFacts } from './tien-do-facts.ts'
import { listSheet } from './tien-do-lists.ts'
import { progressFigures, progressTable } from './tien-do-progress.ts'

/** The progress by team, deadlines by team and officer, and the files behind them as appendices. */
export function tienDoDocument(facts: TienDoFacts): ReportDocument {
  const { frame } = facts
  const asOf = showDay(frame.asOf)
  const about = {
    report: 'tien-do',
    file: 'bao-cao-tien-do',
    kind: 'BÁO CÁO',
    subject: 'Tiến độ giải quyết hồ sơ đổi giấy phép lái xe',
  }
  const grid = narrowGrid(frame.office.department, progressFigures)
  const note: Block = {
    kind: 'note',
    text:
      `Ghi chú: Sắp đến hạn là hồ sơ có ngày hẹn trả từ ngày ${asOf} đến ngày ${showDay(facts.until)}. ` +
      'Số ngày quá hạn là ngày làm việc, kể từ ngày hẹn trả; hồ sơ tạm dừng không tính là quá hạn.',
  }
  return framed(frame, about, [
    {
      name: 'Tiến độ',
      grid,
      blocks: [
        heading('I. Tiến độ giải quyết'),
        ...progressTable(facts),
        heading(`II. Hồ sơ đang giải quyết theo tổ, tính đến hết ngày ${asOf}`),
        deadlineTable(facts, 'team'),
        note,
        ...noticeBlocks(frame),
        signatureOf(frame.office),
      ],
    },
    {
      name: 'Theo cán bộ',
      title: appendixOf(frame, 'Phụ lục I', `Hồ sơ đang giải quyết theo cán bộ tính đến hết ngày ${asOf}`),
      grid,
      blocks: [deadlineTable(facts, 'officer'), note],
    },
    listSheet(
      facts,
      { name: 'Quá hạn', files: facts.late, days: 'Số ngày quá hạn' },
      appendixOf(frame, 'Phụ lục II', `Hồ sơ quá hạn tính đến hết ngày ${asOf}`),
    ),
    listSheet(
      facts,
      { name: 'Sắp đến hạn', files: facts.dueSoon, days: 'Số ngày còn lại' },
      appendixOf(frame, 'Phụ lục III', `Hồ sơ sắp đến hạn tính đến hết ngày ${asOf}`),
    ),
  ])
}
