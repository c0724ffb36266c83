import type { Row } from '../excel/sheet.ts'
import { type ListField, listFieldLabels } from './list-fields.ts'
import { readMoment } from './moments.ts'

/** Something about a whole column that a person should look at before the list is taken. */
export type ColumnRemark = { readonly field: ListField; readonly code: string; readonly message: string }

const dayFields = ['registeredAt', 'receivedAt', 'dueDay', 'finishedAt', 'returnedAt', 'statusDay'] as const
/** Fewer days than these can lie before the 13th by chance. */
const fewestDays = 8
const fewestMonths = 2

/**
 * An English Excel turns 05/09 into 9 May and leaves 25/09 as text. Such a column holds dates of several months of
 * which none is after the 12th: it is shown to the user, never turned back unasked.
 */
export function findFlippedDays(
  rows: readonly Row[],
  columns: ReadonlyMap<ListField, number>,
  date1904: boolean,
): ColumnRemark[] {
  return dayFields.flatMap(field => {
    const index = columns.get(field)
    return index !== undefined && looksFlipped(rows, index, field, date1904) ? [remark(field)] : []
  })
}

function looksFlipped(rows: readonly Row[], index: number, field: ListField, date1904: boolean): boolean {
  const seen = { date: new Set<string>(), text: new Set<string>() }
  for (const row of rows) {
    const cell = row.cells[index]
    if (cell?.kind !== 'date' && cell?.kind !== 'text') continue
    const day = readMoment(cell, field, date1904).value?.day
    if (day !== undefined) seen[cell.kind].add(day)
  }
  return [seen.date, seen.text].some(days => {
    const months = new Set([...days].map(day => day.slice(0, 7)))
    const early = [...days].every(day => Number(day.slice(8)) <= 12)
    return days.size >= fewestDays && months.size >= fewestMonths && early
  })
}

function remark(field: ListField): ColumnRemark {
  const message = `Cột “${listFieldLabels[field]}” không có ngày nào sau ngày 12, có thể ngày và tháng đã bị đảo. Đối chiếu vài dòng với hồ sơ gốc trước khi nhập.`
  return { field, code: 'days-may-be-flipped', message }
}
