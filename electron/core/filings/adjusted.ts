import { showDay } from '../calendar/day.ts'
import { periodTitle } from '../periods/period.ts'
import { periodLine } from '../reports/administrative-layout.ts'
import { dayInWords } from '../reports/number-text.ts'
import type { Block, ReportDocument, Row, Sheet, SheetTitle, Table } from '../reports/report.ts'
import type { Drift, FileDrift, LateEdit } from './contract.ts'
import { partNames } from './figure-words.ts'
import { adjustmentMark } from './model.ts'
import { showMoment } from './names.ts'
import type { StoredFiling } from './store.ts'

/** The report of a period once more: its title says which adjustment it is, a sheet of its own what has changed. */
export function adjusted(
  document: ReportDocument,
  { adjustment }: StoredFiling,
  base: StoredFiling,
  drift: Drift,
): ReportDocument {
  const { title } = document
  return {
    ...document,
    fileName: adjustedFileName(document.fileName, adjustment),
    title: { ...title, subject: `${title.subject}${adjustmentMark(adjustment)}` },
    sheets: [...document.sheets, adjustmentSheet(document, adjustment, base, drift)],
  }
}

/** The workbook of an adjustment lies beside the one that it adjusts. */
export const adjustedFileName = (fileName: string, adjustment: number): string =>
  fileName.replace(/\.xlsx$/, `-dieu-chinh-lan-${adjustment}.xlsx`)

const romans = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

function adjustmentSheet(
  document: ReportDocument,
  adjustment: number,
  base: StoredFiling,
  drift: Drift,
): Sheet {
  return {
    name: 'Điều chỉnh',
    title: titleOf(document, adjustment),
    grid: [5, 17, 22, 14, 14, 14, 18, 24],
    blocks: [
      { kind: 'paragraph', text: sentence(base, drift) },
      ...figuresBlock(drift),
      ...filesBlock(drift.files),
      ...totalsBlock(drift.totals),
    ],
  }
}

function titleOf({ sheets, head, reportDay, period }: ReportDocument, adjustment: number): SheetTitle {
  const appendices = sheets.flatMap(({ title }) => (title === undefined ? [] : [title]))
  const number = head.number.replace(/^Số:\s?/, '')
  return {
    label: `Phụ lục ${romans[appendices.length] ?? String(appendices.length + 1)}`,
    text: `NỘI DUNG ĐIỀU CHỈNH LẦN ${adjustment}`,
    attachedTo:
      appendices[0]?.attachedTo ??
      (number === ''
        ? `(Kèm theo Báo cáo ${dayInWords(reportDay)})`
        : `(Kèm theo Báo cáo số ${number} ${dayInWords(reportDay)})`),
    period: periodLine(period, periodTitle(period)),
  }
}

function sentence(
  { adjustment, number, sentDay }: StoredFiling,
  { frozenAt, files, figures }: Drift,
): string {
  const which = adjustment === 0 ? 'báo cáo' : `báo cáo điều chỉnh lần ${adjustment}`
  const sent = number === null || sentDay === null ? '' : ` số ${number} ngày ${showDay(sentDay)}`
  const what =
    figures.length + files.length === 0
      ? 'Số liệu không thay đổi.'
      : `Có ${files.length} hồ sơ và ${figures.length} số liệu thay đổi.`
  return `So với ${which}${sent}, số liệu chốt lúc ${showMoment(frozenAt)}. ${what}`
}

const heading = (text: string): Block => ({ kind: 'paragraph', text, heading: true })
const note = (text: string): Block => ({ kind: 'note', text })

function figuresBlock({ figures }: Drift): readonly Block[] {
  if (figures.length === 0)
    return [heading('1. Số liệu điều chỉnh'), note('Tổng số các chỉ tiêu không thay đổi.')]
  const rows = figures.map(
    ({ label, part, was, now }, at): Row => ({
      kind: 'normal',
      cells: [
        { value: at + 1 },
        { value: label, colSpan: 2 },
        { value: partNames[part], colSpan: 2 },
        { value: was },
        { value: now },
        { value: now - was },
      ],
    }),
  )
  const table: Table = {
    kind: 'table',
    id: 'adjusted-figures',
    columns: [
      { align: 'center', format: 'integer' },
      ...text(4),
      { align: 'right', format: 'integer' },
      { align: 'right', format: 'integer' },
      { align: 'right', format: 'difference' },
    ],
    headings: [
      [
        { text: 'TT' },
        { text: 'Chỉ tiêu', colSpan: 2 },
        { text: 'Hình thức nộp', colSpan: 2 },
        { text: 'Đã báo cáo' },
        { text: 'Điều chỉnh' },
        { text: 'Chênh lệch' },
      ],
    ],
    rows,
  }
  return [heading('1. Số liệu điều chỉnh'), table]
}

const text = (count: number) =>
  Array.from({ length: count }, () => ({ align: 'left', format: 'text' }) as const)

/** A file without a known edit still has its line: the figure moved with it. */
function filesBlock(files: readonly FileDrift[]): readonly Block[] {
  if (files.length === 0) return []
  const rows = files.flatMap((file, at): Row[] => {
    const edits: readonly (LateEdit | null)[] = file.edits.length === 0 ? [null] : file.edits
    return edits.map((edit, index) => ({
      kind: 'normal',
      cells: [
        ...(index === 0
          ? [{ value: at + 1 }, { value: file.dossierCode }, { value: movedWords(file) }]
          : [
              { value: null, none: '' },
              { value: null, none: '' },
              { value: null, none: '' },
            ]),
        ...editCells(edit),
      ],
    }))
  })
  return [heading('2. Hồ sơ thay đổi'), changes('adjusted-files', ['Mã hồ sơ', 'Số liệu thay đổi'], rows)]
}

const movedWords = ({ entered, left }: FileDrift): string =>
  [...left.map(name => `Ra khỏi: ${name}`), ...entered.map(name => `Vào: ${name}`)].join('\n')

function editCells(edit: LateEdit | null) {
  if (edit === null) return Array.from({ length: 5 }, () => ({ value: null }))
  const { what, from, to, at, by, file } = edit
  return [
    { value: what },
    { value: from },
    { value: to },
    { value: showMoment(at) },
    { value: file === null ? by : `${by}, tệp ${file}` },
  ]
}

function totalsBlock(totals: Drift['totals']): readonly Block[] {
  if (totals.length === 0) return []
  const rows = totals.map(
    (total, at): Row => ({
      kind: 'normal',
      cells: [{ value: at + 1 }, { value: showDay(total.day), colSpan: 2 }, ...editCells(total)],
    }),
  )
  return [heading('3. Tổng số theo ngày thay đổi'), changes('adjusted-totals', ['Ngày'], rows)]
}

function changes(id: string, first: readonly string[], rows: readonly Row[]): Table {
  const [name = '', moved] = first
  return {
    kind: 'table',
    id,
    columns: [{ align: 'center', format: 'integer' }, ...text(7)],
    headings: [
      [
        { text: 'TT' },
        ...(moved === undefined ? [{ text: name, colSpan: 2 }] : [{ text: name }, { text: moved }]),
        { text: 'Nội dung sửa' },
        { text: 'Từ' },
        { text: 'Thành' },
        { text: 'Lúc' },
        { text: 'Người sửa' },
      ],
    ],
    rows,
  }
}
