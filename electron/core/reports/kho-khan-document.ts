import { signatureOf } from './administrative-layout.ts'
import { chartsSheet } from './charts-sheet.ts'
import { difficultiesChart } from './difficulties-chart.ts'
import { summaryGrid } from './ket-qua-summary.ts'
import { difficultyStates, fieldNames, fieldOf, fields, type KhoKhanFacts } from './kho-khan-facts.ts'
import { type Group, paretoGroups, receiversOf } from './kho-khan-groups.ts'
import { listTable, summaryTable, type Told } from './kho-khan-tables.ts'
import type { Block, ReportDocument, Sheet } from './report.ts'
import { appendixOf, framed, heading, noticeBlocks } from './report-frame.ts'

/** One heading of difficulties.md §3: what the first sheet says of it, and the list that says the whole. */
type Part = {
  readonly heading: string
  readonly sheet: string
  readonly id: string
  readonly groups: readonly Group[]
  readonly told: readonly Told[]
}

/** The headings of difficulties.md §3, without the results, which another report tells. */
export function khoKhanDocument(facts: KhoKhanFacts): ReportDocument {
  const { frame, difficulties } = facts
  const about = {
    report: 'kho-khan',
    file: 'bao-cao-kho-khan',
    kind: 'BÁO CÁO',
    subject: 'Khó khăn, vướng mắc trong thực hiện dịch vụ công trực tuyến đổi giấy phép lái xe',
  }
  const parts = partsOf(facts)
  const listed = parts.filter(({ groups }) => groups.length > 0)
  const groups = paretoGroups(difficulties, ({ category }) => [category])
  const pictures = difficultiesChart(groups)
  const first: Sheet = {
    name: 'Tổng hợp',
    grid: summaryGrid(frame.office.department),
    blocks: [
      heading('I. Tổng hợp theo nhóm'),
      summaryTable(groups),
      ...parts.flatMap((part): Block[] => [
        heading(part.heading),
        { kind: 'paragraph', text: inShort(part.groups, `Phụ lục ${roman[listed.indexOf(part)] ?? ''}`) },
      ]),
      heading('VI. Nhiệm vụ kỳ tới'),
      { kind: 'paragraph', text: tasks(facts) },
      ...noticeBlocks(frame),
      signatureOf(frame.office),
    ],
  }
  return framed(frame, about, [
    first,
    ...listed.map(({ sheet, id, groups, told }, at) => ({
      name: sheet,
      title: appendixOf(frame, `Phụ lục ${roman[at] ?? ''}`, sheet),
      grid: first.grid,
      blocks: [listTable(id, groups, told)],
    })),
    ...(pictures.length === 0
      ? []
      : [chartsSheet(appendixOf(frame, `Phụ lục ${roman[listed.length] ?? ''}`, 'Biểu đồ'), pictures)]),
  ])
}

const roman = ['I', 'II', 'III', 'IV', 'V'] as const

function partsOf({ difficulties }: KhoKhanFacts): readonly Part[] {
  const byField = (filled: readonly (typeof difficulties)[number][]): readonly Group[] =>
    fields
      .map(field => ({ name: fieldNames[field], found: filled.filter(one => fieldOf(one) === field) }))
      .filter(({ found }) => found.length > 0)
      .map(({ name, found }) => ({ name, difficulties: found, affected: sumOf(found) }))
  const content: Told = ['Khó khăn, vướng mắc', one => one.content]
  return [
    {
      heading: 'II. Khó khăn, vướng mắc',
      sheet: 'Khó khăn, vướng mắc',
      id: 'difficulties',
      groups: byField(difficulties),
      told: [
        ['Nội dung', ({ kind, content: said }) => `${kind}: ${said}`],
        ['Số hồ sơ bị ảnh hưởng', ({ affected }) => affected],
        ['Trạng thái', ({ status }) => difficultyStates[status]],
      ],
    },
    {
      heading: 'III. Nguyên nhân',
      sheet: 'Nguyên nhân',
      id: 'causes',
      groups: byField(difficulties.filter(({ cause }) => cause !== '')),
      told: [content, ['Nguyên nhân', ({ cause }) => cause]],
    },
    {
      heading: 'IV. Giải pháp đã thực hiện',
      sheet: 'Giải pháp đã thực hiện',
      id: 'measures',
      groups: byField(difficulties.filter(({ measures }) => measures !== '')),
      told: [content, ['Giải pháp', ({ measures }) => measures]],
    },
    {
      heading: 'V. Đề xuất, kiến nghị theo cơ quan',
      sheet: 'Đề xuất, kiến nghị',
      id: 'proposals',
      groups: paretoGroups(
        difficulties.filter(({ proposal }) => proposal !== ''),
        one => (receiversOf(one).length === 0 ? ['Chưa ghi cơ quan nhận kiến nghị'] : receiversOf(one)),
      ),
      told: [['Đề xuất, kiến nghị', ({ proposal }) => proposal], content],
    },
  ]
}

const sumOf = (difficulties: Group['difficulties']) =>
  difficulties.reduce((sum, { affected }) => sum + affected, 0)

/** "Về dữ liệu: 14 khó khăn, vướng mắc, 180 hồ sơ bị ảnh hưởng; … Chi tiết tại Phụ lục I." */
function inShort(groups: readonly Group[], appendix: string): string {
  if (groups.length === 0) return 'Không phát sinh.'
  const said = groups.map(
    ({ name, difficulties, affected }) =>
      `${name}: ${difficulties.length} nội dung, ${affected} hồ sơ bị ảnh hưởng`,
  )
  return `${said.join('; ')}. Chi tiết tại ${appendix}.`
}

function tasks({ difficulties }: KhoKhanFacts): string {
  const open = difficulties.filter(({ status }) => status !== 'solved').length
  if (open === 0) return 'Không có khó khăn, vướng mắc tồn đọng phải chuyển sang kỳ tới.'
  return (
    `Tiếp tục xử lý, đôn đốc trả lời kiến nghị đối với ${open} khó khăn, vướng mắc chưa giải quyết xong ` +
    `trong tổng số ${difficulties.length} khó khăn, vướng mắc ghi nhận trong kỳ.`
  )
}
