import { channelNames } from '../applications/model.ts'
import { initials } from './initials.ts'
import type { Block, Column, Row, Sheet, SheetTitle } from './report.ts'
import type { DueFile, TienDoFacts } from './tien-do-facts.ts'

/** As many files as somebody reads on paper; the register lists them all. */
const longestList = 1000

const columns: readonly (Column & { readonly heading: string; readonly width: number })[] = [
  { heading: 'TT', width: 5, align: 'center', format: 'integer' },
  { heading: 'Mã hồ sơ', width: 24, align: 'left', format: 'text' },
  { heading: 'Người đề nghị', width: 11, align: 'left', format: 'text' },
  { heading: 'Hình thức nộp', width: 13, align: 'left', format: 'text' },
  { heading: 'Ngày tiếp nhận', width: 10.5, align: 'center', format: 'day' },
  { heading: 'Ngày hẹn trả', width: 10.5, align: 'center', format: 'day' },
  { heading: '', width: 8, align: 'right', format: 'integer' },
  { heading: 'Tổ', width: 20, align: 'left', format: 'text' },
  { heading: 'Cán bộ thụ lý', width: 17, align: 'left', format: 'text' },
]

type List = { readonly name: string; readonly files: readonly DueFile[]; readonly days: string }

/** The files themselves, by due day: dossier code and initials alone, for the list may leave the office. */
export function listSheet(facts: TienDoFacts, { name, files, days }: List, title: SheetTitle): Sheet {
  const shown = files.slice(0, longestList)
  const left = files.length - shown.length
  const text =
    left > 0
      ? `Còn ${left} hồ sơ khác không in ở đây; xem đủ trong danh sách hồ sơ của ứng dụng.`
      : `Tổng số: ${files.length} hồ sơ. Số ngày tính theo ngày làm việc.`
  const note: Block = { kind: 'note', text }
  return {
    name,
    title,
    grid: columns.map(({ width }) => width),
    blocks: [
      {
        kind: 'table',
        id: name === 'Quá hạn' ? 'late' : 'due-soon',
        columns: columns.map(({ align, format }) => ({ align, format })),
        headings: [columns.map(({ heading }) => ({ text: heading === '' ? days : heading }))],
        rows: shown.length === 0 ? [none] : shown.map((file, at) => rowOf(facts, file, at + 1)),
      },
      note,
    ],
  }
}

const none: Row = {
  kind: 'normal',
  cells: [{ value: 'Không có hồ sơ', format: 'text', align: 'center', colSpan: columns.length }],
}

function rowOf({ names }: TienDoFacts, file: DueFile, number: number): Row {
  const white = (value: string | undefined) => ({ value: value ?? null, none: '' })
  return {
    kind: 'normal',
    cells: [
      { value: number },
      { value: file.dossierCode },
      { value: initials(file.fullName) },
      { value: channelNames[file.channel] },
      { value: file.receivedDay },
      { value: file.dueDay },
      { value: file.days },
      white(names.team.get(file.team)),
      white(names.officer.get(file.officer)),
    ],
  }
}
