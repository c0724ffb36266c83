import type { DifficultyFacts, KetQuaFacts } from './ket-qua-facts.ts'
import type { Cell, Column, Row, Sheet, SheetTitle } from './report.ts'

const columns: readonly { readonly heading: string; readonly width: number; readonly column: Column }[] = [
  { heading: 'TT', width: 4, column: { align: 'center', format: 'integer' } },
  { heading: 'Ngày', width: 9.8, column: { align: 'center', format: 'day' } },
  { heading: 'Nhóm khó khăn, vướng mắc', width: 12, column: { align: 'left', format: 'text' } },
  { heading: 'Nội dung', width: 22, column: { align: 'left', format: 'text' } },
  { heading: 'Số hồ sơ bị ảnh hưởng', width: 7.1, column: { align: 'right', format: 'integer' } },
  { heading: 'Nguyên nhân', width: 16, column: { align: 'left', format: 'text' } },
  { heading: 'Biện pháp đã thực hiện', width: 16, column: { align: 'left', format: 'text' } },
  { heading: 'Đề xuất, kiến nghị', width: 15.6, column: { align: 'left', format: 'text' } },
  { heading: 'Cơ quan nhận kiến nghị', width: 9, column: { align: 'left', format: 'text' } },
  { heading: 'Trạng thái', width: 7, column: { align: 'left', format: 'text' } },
]

/** The difficulties of the period, or "Không phát sinh". */
export function difficultiesSheet(facts: KetQuaFacts, title: SheetTitle): Sheet {
  const rows = facts.difficulties.map(difficultyRow)
  return {
    name: 'Khó khăn, vướng mắc',
    title,
    grid: columns.map(({ width }) => width),
    blocks: [
      {
        kind: 'table',
        id: 'difficulties',
        columns: columns.map(({ column }) => column),
        headings: [columns.map(({ heading }) => ({ text: heading }))],
        rows: rows.length > 0 ? rows : [none],
      },
    ],
  }
}

const none: Row = {
  kind: 'normal',
  cells: [{ value: 'Không phát sinh', format: 'text', align: 'center', colSpan: columns.length }],
}

function difficultyRow(facts: DifficultyFacts, at: number): Row {
  const text = (value: string): Cell => ({ value: value === '' ? null : value })
  return {
    kind: 'normal',
    cells: [
      { value: at + 1 },
      { value: facts.day },
      text(facts.kind),
      text(facts.content),
      { value: facts.affected },
      text(facts.cause),
      text(facts.measures),
      text(facts.proposal),
      text(facts.receiver),
      text(facts.status),
    ],
  }
}
