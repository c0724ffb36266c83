import { showDay } from '../calendar/day.ts'
import type { Measures, SplitGroup } from '../statistics/model.ts'
import { signatureOf } from './administrative-layout.ts'
import { allChannels, ii06aCells, ii06aFigures, ii06aFootnote, ii06aHeadings, unitLine } from './ii06a.ts'
import { summaryGrid } from './ket-qua-summary.ts'
import { placeAndDate } from './number-text.ts'
import type { Block, Column, FormHead, ReportDocument, Row, Sheet } from './report.ts'
import { framed, noticeBlocks, type ReportFrame } from './report-frame.ts'

type GroupedBy = 'team' | 'class' | 'district'

export type Bieu06aFacts = {
  readonly frame: ReportFrame
  /** Đơn vị nhận báo cáo. */
  readonly receiver: string
  readonly measures: Measures
  /** Each split sums to the measures of the whole. */
  readonly groups: Readonly<Record<GroupedBy, readonly SplitGroup[]>>
}

const title = 'TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH ĐỔI GIẤY PHÉP LÁI XE'

/** The same form once for each way to divide the work; "Đơn vị" is the form's own variant of its second column. */
const sheets: readonly { readonly by: GroupedBy; readonly name: string; readonly label: string }[] = [
  { by: 'team', name: 'Theo đơn vị', label: 'Đơn vị' },
  {
    by: 'class',
    name: 'Theo hạng GPLX',
    label: 'Lĩnh vực, công việc giải quyết theo cấp (đổi giấy phép lái xe, theo hạng)',
  },
  { by: 'district', name: 'Theo địa bàn', label: 'Địa bàn' },
]

/** The workbook of the form: three sheets, each complete with its own top, total, footnote and signatures. */
export function bieu06aDocument(facts: Bieu06aFacts): ReportDocument {
  const about = {
    report: 'bieu-06a',
    file: 'bieu-ii-06a',
    kind: 'BIỂU SỐ II.06a/VPCP/KSTT',
    subject: 'Tình hình, kết quả giải quyết thủ tục hành chính đổi giấy phép lái xe',
  }
  return framed(
    facts.frame,
    about,
    sheets.map(sheet => formSheet(facts, sheet)),
  )
}

function formSheet(facts: Bieu06aFacts, { by, name, label }: (typeof sheets)[number]): Sheet {
  const { frame, measures } = facts
  const { office, reportDay } = frame
  return {
    name,
    form: formHead(facts),
    grid: summaryGrid(office.department),
    blocks: [
      table(facts, by, label),
      { kind: 'note', text: ii06aFootnote(measures, frame.unit) },
      ...noticeBlocks(frame),
      {
        ...signatureOf({ ...office, receivers: [] }),
        placeAndDate: placeAndDate(office.place, reportDay),
        maker: 'NGƯỜI LẬP BIỂU',
      },
    ],
  }
}

function formHead({ frame: { office, period, periodTitle }, receiver }: Bieu06aFacts): FormHead {
  return {
    code: 'Biểu số II.06a/VPCP/KSTT',
    basis: 'Ban hành kèm theo\nThông tư số 01/2020/TT-VPCP',
    title,
    period: `Kỳ báo cáo: ${periodTitle.replace(/ \(.*\)$/, '')}\n(Từ ngày ${showDay(period.from)} đến ngày ${showDay(period.to)})`,
    reporter: `Đơn vị báo cáo: ${office.departmentInText ?? office.department}`,
    receiver: `Đơn vị nhận báo cáo: ${receiver}`,
  }
}

function table({ frame, measures, groups }: Bieu06aFacts, by: GroupedBy, label: string): Block {
  const { from, to } = frame.period
  const line = { from, to, channels: allChannels }
  const figures = Array.from({ length: ii06aFigures }, (): Column => ({ align: 'right', format: 'integer' }))
  const rows = groups[by]
    .map((group): Row => {
      const cells = ii06aCells({ ...line, measures: group.measures, group: { by, key: group.key } })
      return { kind: 'normal', cells: [{ value: group.name }, ...cells] }
    })
    .filter(({ cells }) => cells.some(({ value }) => typeof value === 'number' && value > 0))
  return {
    kind: 'table',
    id: `ii06a-${by}`,
    unit: unitLine(frame.unit),
    columns: [{ align: 'center', format: 'integer' }, { align: 'left', format: 'text', span: 3 }, ...figures],
    headings: ii06aHeadings(label),
    rows: [
      ...rows.map(({ kind, cells }, at) => ({ kind, cells: [{ value: at + 1 }, ...cells] })),
      {
        kind: 'total',
        cells: [{ value: null, none: '' }, { value: 'Tổng cộng' }, ...ii06aCells({ ...line, measures })],
      },
    ],
  }
}
